import fc from 'fast-check';
import { expect, it } from 'vitest';
import { partitionPoint } from '../../../lib/document/search.ts';

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
