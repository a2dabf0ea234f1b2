import type { Range } from '../document/types.ts';

const WIDE = /[\p{L}\p{N}]/u;
/** UTF-16 code units that may be a mark's neighbour: a letter, or one of two units. */
const isWide = (text: string) => WIDE.test(text);

/**
 * The range to be marked for an issue. A comma alone is too narrow a mark to be seen and met: the letter before it is
 * marked too, or, at the start of a line, the one behind it.
 */
export function markedRange(text: string, [start, end]: Range): Range {
  if (isWide(text.slice(start, end)) || text.slice(start, end).includes('\n')) return [start, end];
  const before = [...text.slice(Math.max(0, start - 2), start)].at(-1);
  if (before && isWide(before)) return [start - before.length, end];
  const after = [...text.slice(end, end + 2)][0];
  if (after && isWide(after)) return [start, end + after.length];
  return [start, end];
}
