/** Any file that a person may hand in: what it is shows in its bytes, whatever it is called. */
import { Container } from '../docx/container.ts';
import { UnreadableFile, type WordFile } from '../docx/types.ts';
import { openWordFile } from '../docx/word-file.ts';
import { readDoc } from './doc.ts';
import { type DecodedText, decodeText } from './encoding.ts';
import { isOdt, readOdt } from './odt.ts';
import { isOle, readOle } from './ole.ts';
import { isRtf, readRtf } from './rtf.ts';

export type OpenedFile =
  /** .docx and .docm: `saveWordFile` writes corrections into it. */
  | { readonly format: 'docx'; readonly word: WordFile }
  /** .txt and .md: can be written again in its own encoding. */
  | ({ readonly format: 'text' } & DecodedText)
  /** Read as text alone; corrections cannot be written into it. */
  | { readonly format: 'doc' | 'odt' | 'rtf'; readonly text: string };

const startsWith = (bytes: Uint8Array, text: string) =>
  [...text].every((character, index) => bytes[index] === character.charCodeAt(0));

/** PDF readers look for its mark this far. */
const PDF_HEAD = 1024;

const isPdf = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, PDF_HEAD)).includes('%PDF-');

function openPackage(bytes: Uint8Array): OpenedFile {
  const container = new Container(bytes);
  if (isOdt(container)) return { format: 'odt', text: readOdt(container) };
  return { format: 'docx', word: openWordFile(bytes) };
}

function openOle(bytes: Uint8Array): OpenedFile {
  const streams = readOle(bytes);
  if (streams.has('EncryptedPackage')) throw new UnreadableFile('encrypted');
  return { format: 'doc', text: readDoc((name) => streams.get(name)?.()) };
}

/** Why a text is none that a person wrote, undefined where it is. Office systems hand out web pages as .doc. */
function disguise(text: string): 'web-page' | 'flat-xml' | undefined {
  const head = text.slice(0, 2000).trimStart().toLowerCase();
  if (/^(?:<!doctype html|<html|mime-version:|content-type:\s*multipart)/.test(head)) return 'web-page';
  if (!head.startsWith('<?xml')) return undefined;
  if (head.includes('<html')) return 'web-page';
  return head.includes('pkg:package') || head.includes('w:worddocument') ? 'flat-xml' : undefined;
}

/**
 * Opens a file. Synchronous; in workers, pages and Node. Throws `UnreadableFile` with the reason.
 * @param name used only to say what a file of unknown bytes may have been
 */
export function openFile(name: string, bytes: Uint8Array): OpenedFile {
  if (bytes.length === 0) throw new UnreadableFile('empty');
  if (startsWith(bytes, 'PK')) return openPackage(bytes);
  if (isOle(bytes)) return openOle(bytes);
  if (isRtf(bytes)) return { format: 'rtf', text: readRtf(bytes) };
  if (isPdf(bytes)) throw new UnreadableFile('pdf');
  const decoded = decodeText(bytes);
  if (!decoded) throw new UnreadableFile(/\.(?:doc|wps)$/i.test(name) ? 'unknown-doc' : 'not-text');
  const reason = disguise(decoded.text);
  if (reason) throw new UnreadableFile(reason);
  return { format: 'text', ...decoded };
}
