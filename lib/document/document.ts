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

function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const match of allMatches(text, SEPARATOR)) {
    lines.push({ text: text.slice(start, match.index), start, separator: match[0] });
    start = match.index + match[0].length;
  }
  lines.push({ text: text.slice(start), start, separator: '' });
  return lines;
}

/** Paragraphs by their text. Pass the same map again after an edit, and only changed paragraphs are read anew. */
export type ParagraphCache = Map<string, Paragraph>;

/**
 * Reads a text. Linear in its length, whatever it contains.
 * @param cache is brought to hold exactly the paragraphs of this text
 */
export function parseDocument(text: string, cache: ParagraphCache = new Map()): Document {
  const lines = splitLines(text);
  const current: ParagraphCache = new Map();
  const paragraphs = lines.map((line) => {
    const paragraph = current.get(line.text) ?? cache.get(line.text) ?? parseParagraph(line.text);
    current.set(line.text, paragraph);
    return paragraph;
  });
  cache.clear();
  for (const [key, paragraph] of current) cache.set(key, paragraph);

  const parts = findParts(paragraphs);
  const blocks = lines.map(
    ({ start, separator }, index): Block => ({
      paragraph: paragraphs[index]!,
      start,
      index,
      role: parts.roles[index]!,
      separator,
    }),
  );
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
