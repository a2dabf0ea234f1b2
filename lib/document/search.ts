import type { Range } from './types.ts';

/**
 * Binary search: the first index of 0…count from which on `holds` is true, as C++ calls it the partition point; `count`
 * where it is true of none. Once true, it must stay true.
 */
export function partitionPoint(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * @param ranges by their starts; they may lie in each other
 * @returns whether a range lies within one of them, its edges included, in logarithmic time
 */
export function insideAny(ranges: readonly Range[]): (range: Range) => boolean {
  // Of the ranges up to each one, where the one that goes furthest ends.
  const reach: number[] = [];
  for (const [, end] of ranges) reach.push(Math.max(end, reach.at(-1) ?? 0));
  return ([start, end]) => {
    const opened = partitionPoint(ranges.length, (index) => ranges[index]![0] > start);
    return opened > 0 && reach[opened - 1]! >= end;
  };
}
