/** Files as the command line is given them. */
import { readFileSync } from 'node:fs';
import { UnreadableFile, type UnreadableReason, type WordFile } from '../../lib/docx/types.ts';
import type { DecodedText } from '../../lib/files/encoding.ts';
import { openFile } from '../../lib/files/open-file.ts';

/** Standard input. */
export const STDIN = '-';

export type Source = {
  /** As it was given; '-' for standard input. */
  readonly path: string;
  readonly text: string;
  readonly bytes: Uint8Array;
} & (
  | { readonly format: 'text'; readonly decoded: DecodedText }
  | { readonly format: 'docx'; readonly word: WordFile }
  /** Its text can be read, but nothing can be written into it. */
  | { readonly format: 'doc' | 'odt' | 'rtf' }
);

/** A file that cannot be read: why, for the person, or in the words of the system. */
export class UnreadableSource extends Error {
  constructor(
    readonly path: string,
    readonly reason: UnreadableReason | { readonly code: string; readonly message: string },
  ) {
    super(path);
  }
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path === STDIN ? 0 : path);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new UnreadableSource(path, { code, message });
  }
}

/** A text of its own, such as a line of a file. */
export const textSource = (path: string, text: string): Source => ({
  path,
  text,
  bytes: new TextEncoder().encode(text),
  format: 'text',
  decoded: { text, encoding: 'utf8', hasByteOrderMark: false },
});

/** @throws UnreadableSource */
export function readSource(path: string): Source {
  const bytes = readBytes(path);
  // A text may be empty.
  if (bytes.length === 0) return textSource(path, '');
  try {
    const file = openFile(path, bytes);
    if (file.format === 'docx') return { path, bytes, format: 'docx', text: file.word.text, word: file.word };
    if (file.format === 'text') return { path, bytes, format: 'text', text: file.text, decoded: file };
    return { path, bytes, format: file.format, text: file.text };
  } catch (error) {
    if (error instanceof UnreadableFile) throw new UnreadableSource(path, error.reason);
    throw error;
  }
}
