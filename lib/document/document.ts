import { chunksOf } from './chunks.ts';
import { allMatches } from './matches.ts';
import { buildOutline } from './outline.ts';
import { parseParagraph } from './paragraph.ts';
import { findParts } from './roles.ts';
import { partitionPoint } from './search.ts';
import { type Splice, spliceBetween } from './splice.ts';
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

const endOf = ({ start, paragraph, separator }: Block) => start + paragraph.text.length + separator.length;

/** Whether a line begins at that place, behind a line break. */
const beginsLine = (text: string, at: number) =>
  /[\n\r\v\f\u2028\u2029]/.test(text[at - 1] ?? '') && !(text[at - 1] === '\r' && text[at] === '\n');

/** What an edit left alone: the first `head` blocks as they are, those from `tail` on moved by `shift` code units. */
interface Kept {
  readonly head: number;
  readonly tail: number;
  readonly shift: number;
}

const NOTHING_KEPT: Kept = { head: 0, tail: 0, shift: 0 };

function keptBy({ start, deleted, inserted }: Splice, { blocks }: Document, text: string): Kept {
  const shift = inserted.length - deleted;
  // The last line has no break behind it to tell where it ends.
  let head = partitionPoint(blocks.length - 1, (index) => endOf(blocks[index]!) > start);
  if (head > 0 && blocks[head - 1]!.separator === '\r' && text[endOf(blocks[head - 1]!)] === '\n') head--;
  let tail = Math.max(
    head,
    partitionPoint(blocks.length, (index) => blocks[index]!.start >= start + deleted),
  );
  while (tail < blocks.length && !beginsLine(text, blocks[tail]!.start + shift)) tail++;
  return { head, tail, shift };
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
function placesOf(text: string, cache: ParagraphCache, blocks: readonly Block[], { head, tail, shift }: Kept): Place[] {
  const places: Place[] = blocks.slice(0, head);
  const from = head > 0 ? endOf(blocks[head - 1]!) : 0;
  const to = tail < blocks.length ? blocks[tail]!.start + shift : text.length;
  const lines = splitLines(text.slice(from, to), from);
  // What follows begins a line of its own, so the stretch before it ends with a line break, behind which no line is left.
  if (tail < blocks.length) lines.pop();
  for (const { text: line, start, separator } of lines) {
    places.push({ paragraph: paragraphOf(line, cache), start, separator });
  }
  for (let index = tail; index < blocks.length; index++) {
    const block = blocks[index]!;
    places.push(
      shift === 0 ? block : { paragraph: block.paragraph, start: block.start + shift, separator: block.separator },
    );
  }
  return places;
}

/**
 * Reads a text. Linear in its length, whatever it contains.
 * @param cache paragraphs known from before; those that are read come to it
 * @param before the same text before an edit: what the edit left alone is taken from there, blocks before it as they are
 */
export function parseDocument(text: string, cache: ParagraphCache = new Map(), before?: Document): Document {
  const splice = before && spliceBetween(before.text, text);
  if (before && !splice) return before;
  const kept = before && splice ? keptBy(splice, before, text) : NOTHING_KEPT;
  const places = placesOf(text, cache, before?.blocks ?? [], kept);
  const paragraphs = places.map(({ paragraph }) => paragraph);
  if (cache.size > paragraphs.length + MOST_FORGOTTEN) {
    cache.clear();
    for (const paragraph of paragraphs) cache.set(paragraph.text, paragraph);
  }
  const parts = findParts(paragraphs);
  const blocks = places.map((place, index): Block => {
    const role = parts.roles[index]!;
    // Where the place is a block of the document before, it may stay the same.
    const { role: roleBefore, index: indexBefore }: Partial<Block> = place;
    if (roleBefore === role && indexBefore === index) return place as Block;
    return { paragraph: place.paragraph, start: place.start, index, role, separator: place.separator };
  });
  return {
    text,
    blocks,
    chunks: chunksOf(
      paragraphs,
      before && { chunks: before.chunks, head: kept.head, rest: before.blocks.length - kept.tail },
    ),
    ...buildOutline(blocks),
    ...(parts.title !== undefined && { title: blocks[parts.title]! }),
    ...(parts.salutation !== undefined && { salutation: blocks[parts.salutation]! }),
    ...(parts.closing !== undefined && { closing: blocks[parts.closing]! }),
    ...(parts.signature !== undefined && { signature: blocks[parts.signature]! }),
    ...(parts.date !== undefined && { date: blocks[parts.date]! }),
  };
}
