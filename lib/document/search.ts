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
