/** Which rows of a long list are in sight, so that only they are drawn. All lengths in CSS pixels. */

/** Where each row begins, and where the last one ends: one number more than there are rows. */
export function offsetsOf(heights: readonly number[]): readonly number[] {
  const offsets = [0];
  for (const height of heights) offsets.push(offsets.at(-1)! + height);
  return offsets;
}

/** Index of the row that holds a place; the first or last where the place is outside. */
function rowAt(offsets: readonly number[], place: number): number {
  let low = 0;
  let high = Math.max(0, offsets.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (offsets[middle]! <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The rows between two places, as [first, end). */
export function rowsBetween(offsets: readonly number[], top: number, bottom: number): readonly [number, number] {
  const length = offsets.at(-1)!;
  if (length === 0 || bottom <= 0 || top >= length || bottom <= top) return [0, 0];
  return [rowAt(offsets, top), rowAt(offsets, bottom) + 1];
}
