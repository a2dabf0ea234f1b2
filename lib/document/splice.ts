/** One edit of a text, and what it does to ranges that were found before it. */
import type { Range } from './types.ts';

/** `deleted` UTF-16 code units at `start` became `inserted`. */
export interface Splice {
  readonly start: number;
  readonly deleted: number;
  readonly inserted: string;
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** Whether a cut at `offset` would part the two halves of one character. */
const splitsPair = (text: string, offset: number) =>
  offset > 0 && offset < text.length && isHigh(text.charCodeAt(offset - 1)) && isLow(text.charCodeAt(offset));

/** Code units compared at once: equal stretches of texts are told faster than their single characters. */
const STRIDE = 2048;

/** Length of what two texts have in common at their starts, at most so much. */
function commonStart(a: string, b: string, most: number): number {
  let length = 0;
  while (length + STRIDE <= most && a.slice(length, length + STRIDE) === b.slice(length, length + STRIDE))
    length += STRIDE;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

/** Length of what two texts have in common at their ends, at most so much. */
function commonEnd(a: string, b: string, most: number): number {
  const [endOfA, endOfB] = [a.length, b.length];
  let length = 0;
  while (
    length + STRIDE <= most &&
    a.slice(endOfA - length - STRIDE, endOfA - length) === b.slice(endOfB - length - STRIDE, endOfB - length)
  )
    length += STRIDE;
  while (length < most && a.charCodeAt(endOfA - 1 - length) === b.charCodeAt(endOfB - 1 - length)) length++;
  return length;
}

/** The smallest edit from `before` to `after` that parts no surrogate pair, or undefined when they are equal. Linear. */
export function spliceBetween(before: string, after: string): Splice | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = commonStart(before, after, shorter);
  if (splitsPair(before, start) || splitsPair(after, start)) start--;
  let tail = commonEnd(before, after, shorter - start);
  if (splitsPair(before, before.length - tail) || splitsPair(after, after.length - tail)) tail--;
  return {
    start,
    deleted: before.length - tail - start,
    inserted: after.slice(start, after.length - tail),
  };
}

export const applySplice = (text: string, { start, deleted, inserted }: Splice): string =>
  text.slice(0, start) + inserted + text.slice(start + deleted);

/**
 * Where a range is after the edit; undefined when the edit touched what is inside it. Text inserted at either edge
 * stays outside.
 */
export function shiftRange(range: Range, { start, deleted, inserted }: Splice): Range | undefined {
  const [from, to] = range;
  if (start >= to) return range;
  if (start + deleted > from) return undefined;
  const shift = inserted.length - deleted;
  return [from + shift, to + shift];
}

/** Where a caret is after the edit: behind the inserted text when it stood inside the deleted one. */
export function shiftOffset(offset: number, { start, deleted, inserted }: Splice): number {
  if (offset <= start) return offset;
  if (offset < start + deleted) return start + inserted.length;
  return offset + inserted.length - deleted;
}

/**
 * The same edit without an empty insertion: a neighbour of what is deleted is written again, the character `before` it
 * or the one `after`. Editors follow a replacement to the range that it names, but delete wherever they believe the
 * caret to be. Undefined where no such character stands on the same line.
 */
export function asReplacement(text: string, splice: Splice, side: 'before' | 'after'): Splice | undefined {
  const { start, deleted, inserted } = splice;
  if (inserted !== '') return splice;
  const end = start + deleted;
  const [from, to] =
    side === 'before'
      ? [start - (splitsPair(text, start - 1) ? 2 : 1), start]
      : [end, end + (splitsPair(text, end + 1) ? 2 : 1)];
  const neighbour = text.slice(Math.max(from, 0), to);
  if (neighbour === '' || /[\n\uFFFC]/.test(neighbour)) return undefined;
  return { start: Math.min(from, start), deleted: deleted + neighbour.length, inserted: neighbour };
}
