import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HashIndex } from '../../../lib/document/hash-index.ts';

it('keeps the first numbers under each hash, as a Map of lists does', () => {
  const hashes = fc.array(
    fc.oneof(
      fc.integer({ min: 1, max: 9 }),
      fc.integer().filter((hash) => hash !== 0),
    ),
  );
  fc.assert(
    fc.property(hashes, fc.integer({ min: 1, max: 4 }), (entered, most) => {
      const index = new HashIndex(entered.length, most);
      const lists = new Map<number, number[]>();
      entered.forEach((hash, number) => {
        const list = lists.get(hash) ?? [];
        const count = index.enter(hash, number);
        expect([...index.earlier.subarray(0, count)]).toEqual(list.slice(0, most));
        lists.set(hash, [...list, number]);
      });
    }),
  );
});
