import fc from 'fast-check';
import { expect, it } from 'vitest';
import { insideAny, partitionPoint } from '../../../lib/document/search.ts';

it('finds where something begins to hold', () => {
  expect(partitionPoint(0, () => true)).toBe(0);
  fc.assert(
    fc.property(fc.array(fc.nat(20)), fc.nat(20), (numbers, least) => {
      const sorted = numbers.sort((a, b) => a - b);
      const expected = sorted.filter((number) => number < least).length;
      expect(partitionPoint(sorted.length, (i) => sorted[i]! >= least)).toBe(expected);
    }),
  );
});

it('finds whether a range lies within another', () => {
  const range = fc.tuple(fc.nat(30), fc.nat(10)).map(([start, length]) => [start, start + length] as const);
  fc.assert(
    fc.property(fc.array(range), range, (ranges, asked) => {
      const sorted = ranges.sort((a, b) => a[0] - b[0]);
      const expected = sorted.some(([start, end]) => start <= asked[0] && asked[1] <= end);
      expect(insideAny(sorted)(asked)).toBe(expected);
    }),
  );
});
