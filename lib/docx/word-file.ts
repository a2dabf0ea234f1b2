/** A Word file opened: docs/word-files.md tells what is read, and what is kept. */
import { WordPackage } from './package.ts';
import type { Paragraph } from './paragraph.ts';
import { readStories, type Stories } from './stories.ts';
import { type LockedRange, type Notices, type Revision, UnreadableFile, type WordFile } from './types.ts';
import { attribute, child, type XmlElement } from './xml.ts';

const shifted = ([start, end]: readonly [number, number], by: number) => [start + by, end + by] as const;

/** What of a paragraph cannot be edited, by its place in the file's text; what touches for one reason is one range. */
function locksOf(paragraph: Paragraph): LockedRange[] {
  const { start, label, text, items, gaps, lock } = paragraph;
  const content = start + label.length;
  const locks: LockedRange[] = label === '' ? [] : [{ range: [start, content], reason: 'label' }];
  if (lock !== undefined) return [...locks, { range: [content, content + text.length], reason: lock }];
  const places = [
    ...items.flatMap((item) =>
      item.lock ? [{ range: [item.start, item.start + item.text.length] as const, reason: item.lock }] : [],
    ),
    ...gaps.map(({ at, reason }) => ({ range: [at, at] as const, reason })),
  ];
  places.sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
  for (const { range, reason } of places) {
    const last = locks.at(-1);
    const [from, to] = shifted(range, content);
    if (last && last.reason === reason && last.range[1] === from) {
      locks[locks.length - 1] = { range: [last.range[0], to], reason };
    } else locks.push({ range: [from, to], reason });
  }
  return locks;
}

const revisionsOf = ({ start, label, revisions }: Paragraph): Revision[] =>
  revisions.map((revision) => ({ ...revision, range: shifted(revision.range, start + label.length) }));

const PROTECTIONS = ['readOnly', 'comments', 'trackedChanges', 'forms'] as const;

function noticesOf(pkg: WordPackage, { pictures, unreadParts }: Stories): Notices {
  const settings = pkg.related('settings');
  const value = (element: XmlElement | undefined, name: string) =>
    settings && element && attribute(settings, element, name);
  const protection = child(settings?.root, 'w:documentProtection');
  const isEnforced = /^(?:1|true|on)$/.test(value(protection, 'w:enforcement') ?? '');
  const kind = isEnforced ? PROTECTIONS.find((candidate) => candidate === value(protection, 'w:edit')) : undefined;
  const recommended = value(child(settings?.root, 'w:writeProtection'), 'w:recommended');
  return {
    isSigned: pkg.container.names.some((name) => name.startsWith('_xmlsignatures/')),
    ...(kind && { protection: kind }),
    isReadOnlyRecommended: /^(?:1|true|on)$/.test(recommended ?? ''),
    hasMacros: pkg.relationships(pkg.main.name).some(({ type }) => type === 'vbaProject'),
    comments: pkg.related('comments')?.root.children.filter(({ name }) => name === 'w:comment').length ?? 0,
    unreadParts,
    pictures,
  };
}

const isOle = (bytes: Uint8Array): boolean =>
  [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, index) => bytes[index] === byte);

/** A password makes an OLE file of a Word file; its directory names the package within in UTF-16. */
const isEncrypted = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes).includes([...'EncryptedPackage'].join('\0'));

/** Throws `UnreadableFile` for everything that is no package with a Word document in it. */
export function openPackage(bytes: Uint8Array): WordPackage {
  if (bytes.length === 0) throw new UnreadableFile('empty');
  if (isOle(bytes)) throw new UnreadableFile(isEncrypted(bytes) ? 'encrypted' : 'legacy-doc');
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new UnreadableFile('not-word');
  return new WordPackage(bytes);
}

/** What stands around the numbers of pages. */
const AROUND_PAGE_NUMBER = /^[\s第页共/|·.,，—–\-\d]*$/;

/** Whether a paragraph of a header or footer says the page's number, and nothing that a person has to say. */
const isPageNumber = ({ kind, text, items }: Paragraph): boolean =>
  (kind === 'header' || kind === 'footer') &&
  AROUND_PAGE_NUMBER.test(text) &&
  items.some(({ lock }) => lock === 'field');

/** What surfaces see of a file. */
export function wordFileOf(pkg: WordPackage, stories: Stories): WordFile {
  const { text, paragraphs } = stories;
  return {
    text,
    paragraphs: paragraphs.map((paragraph) => {
      const { kind, start, label, isBody } = paragraph;
      const content = start + label.length;
      return {
        kind,
        range: [start, content + paragraph.text.length],
        ...(label !== '' && { label: [start, content] as const }),
        isBody,
        ...(isPageNumber(paragraph) && { isPageNumber: true as const }),
      };
    }),
    locked: paragraphs.flatMap(locksOf),
    revisions: paragraphs.flatMap(revisionsOf),
    notices: noticesOf(pkg, stories),
  };
}

/**
 * Reads a .docx or .docm file. Synchronous; in workers, pages and Node.
 * Throws `UnreadableFile` with its reason; docs/word-files.md lists them.
 */
export function openWordFile(bytes: Uint8Array): WordFile {
  const pkg = openPackage(bytes);
  return wordFileOf(pkg, readStories(pkg));
}
