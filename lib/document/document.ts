import { allMatches } from './matches.ts';
import { buildOutline } from './outline.ts';
import { parseParagraph } from './paragraph.ts';
import { findParts } from './roles.ts';
import type { Block, Document, Paragraph } from './types.ts';

/** Line breaks of every system, and the vertical tab and form feed that word processors leave behind. */
const SEPARATOR = /\r\n|[\n\r\v\f\u2028\u2029]/g;

interface Line {
  text: string;
  start: number;
  separator: string;
}

/** Lines of a stretch of text that begins at `offset`, with the paragraphs that they are. */
function splitLines(text: string, offset: number): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const match of allMatches(text, SEPARATOR)) {
    lines.push({ text: text.slice(start, match.index), start: offset + start, separator: match[0] });
    start = match.index + match[0].length;
  }
  lines.push({ text: text.slice(start), start: offset + start, separator: '' });
  return lines;
}

/** Whether a block, its line break included, stands at that place of a text as it is. The last line has no break to tell. */
function standsAt({ paragraph, separator }: Block, text: string, start: number): boolean {
  if (separator === '' || !text.startsWith(paragraph.text, start)) return false;
  const end = start + paragraph.text.length;
  return text.startsWith(separator, end) && !(separator === '\r' && text[end + 1] === '\n');
}

/** Whether a line begins at that place, behind a line break. */
const beginsLine = (text: string, at: number) =>
  /[\n\r\v\f\u2028\u2029]/.test(text[at - 1] ?? '') && !(text[at - 1] === '\r' && text[at] === '\n');

/** The blocks of a text that stand at its start and at its end in another text as they are. */
function unchanged({ blocks, text: before }: Document, text: string): { head: number; tail: number } {
  let head = 0;
  while (head < blocks.length && standsAt(blocks[head]!, text, blocks[head]!.start)) head++;
  const edited = head < blocks.length ? blocks[head]!.start : before.length;
  const shift = text.length - before.length;
  let tail = blocks.length;
  while (tail > head) {
    const block = blocks[tail - 1]!;
    const start = block.start + shift;
    const isLast = block.separator === '';
    const stands = isLast ? text.slice(start) === block.paragraph.text : standsAt(block, text, start);
    if (start <= edited || !stands || !beginsLine(text, start)) break;
    tail--;
  }
  return { head, tail };
}

/** Paragraphs by their text. Pass the same map again after an edit, and only changed paragraphs are read anew. */
export type ParagraphCache = Map<string, Paragraph>;

/** So many paragraphs that the text no longer has may stay in the cache: most come again, by undoing. */
const MOST_FORGOTTEN = 1000;

function paragraphOf(text: string, cache: ParagraphCache): Paragraph {
  let paragraph = cache.get(text);
  if (!paragraph) {
    paragraph = parseParagraph(text);
    cache.set(text, paragraph);
  }
  return paragraph;
}

interface Place {
  readonly paragraph: Paragraph;
  readonly start: number;
  readonly separator: string;
}

/** The lines of a text: those that an edit left alone from the document before, the others read. */
function placesOf(text: string, cache: ParagraphCache, before: Document | undefined): Place[] {
  const { head, tail } = before ? unchanged(before, text) : { head: 0, tail: 0 };
  const blocks = before?.blocks ?? [];
  const places: Place[] = blocks.slice(0, head);
  const shift = before ? text.length - before.text.length : 0;
  const last = head > 0 ? blocks[head - 1]! : undefined;
  const from = last ? last.start + last.paragraph.text.length + last.separator.length : 0;
  const to = tail < blocks.length ? blocks[tail]!.start + shift : text.length;
  const lines = splitLines(text.slice(from, to), from);
  // What follows begins a line of its own, so the stretch before it ends with a line break, behind which no line is left.
  if (tail < blocks.length) lines.pop();
  for (const { text: line, start, separator } of lines) {
    places.push({ paragraph: paragraphOf(line, cache), start, separator });
  }
  for (const { paragraph, start, separator } of blocks.slice(tail)) {
    places.push({ paragraph, start: start + shift, separator });
  }
  return places;
}

/**
 * Reads a text. Linear in its length, whatever it contains.
 * @param cache paragraphs known from before; those that are read come to it
 * @param before the same text before an edit: what the edit left alone is taken from there, blocks before it as they are
 */
export function parseDocument(text: string, cache: ParagraphCache = new Map(), before?: Document): Document {
  const places = placesOf(text, cache, before);
  const paragraphs = places.map(({ paragraph }) => paragraph);
  if (cache.size > paragraphs.length + MOST_FORGOTTEN) {
    cache.clear();
    for (const paragraph of paragraphs) cache.set(paragraph.text, paragraph);
  }
  const parts = findParts(paragraphs);
  const blocks = places.map(({ paragraph, start, separator }, index): Block => {
    const role = parts.roles[index]!;
    const known = before?.blocks[index];
    if (known?.paragraph === paragraph && known.start === start && known.role === role && known.separator === separator)
      return known;
    return { paragraph, start, index, role, separator };
  });
  return {
    text,
    blocks,
    ...buildOutline(blocks),
    ...(parts.title !== undefined && { title: blocks[parts.title]! }),
    ...(parts.salutation !== undefined && { salutation: blocks[parts.salutation]! }),
    ...(parts.closing !== undefined && { closing: blocks[parts.closing]! }),
    ...(parts.signature !== undefined && { signature: blocks[parts.signature]! }),
    ...(parts.date !== undefined && { date: blocks[parts.date]! }),
  };
}
