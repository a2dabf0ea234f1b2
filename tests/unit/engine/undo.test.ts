import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyFixes } from '../../../lib/engine/fix.ts';
import type { Fix } from '../../../lib/engine/types.ts';
import { inverseFixes, type Step, settle, withStep } from '../../../lib/engine/undo.ts';

const fixed = (after: string): Step => ({ kind: 'fix', after, inverse: [], words: '布署', count: 1 });
const ignored: Step = { kind: 'ignore', words: '布署', count: 1 };

/** Fixes that do not touch each other, from cuts in the text. */
const arbitraryFixes = (text: string) =>
  fc.array(fc.tuple(fc.nat(text.length), fc.string({ maxLength: 4 })), { maxLength: 12 }).map((drawn): Fix[] => {
    const cuts = [...new Map(drawn)].sort(([a], [b]) => a - b);
    return cuts.flatMap(([start, written], index) =>
      index % 2 === 0 ? [{ range: [start, cuts[index + 1]?.[0] ?? start] as const, text: written }] : [],
    );
  });

it('takes any fixes back, whatever their order', () => {
  const drawn = fc
    .string({ unit: 'binary', maxLength: 40 })
    .chain((text) => fc.tuple(fc.constant(text), arbitraryFixes(text)));
  fc.assert(
    fc.property(drawn, fc.boolean(), ([text, fixes], reversed) => {
      const given = reversed ? [...fixes].reverse() : fixes;
      expect(applyFixes(applyFixes(text, given), inverseFixes(text, given))).toBe(text);
    }),
  );
});

it('offers a fix to be taken back from the text that it left, and from no other', () => {
  const history = withStep(withStep([], fixed('甲')), fixed('乙'));
  expect(settle(history, '乙')).toBe(history);
  expect(settle(history, '甲')).toEqual([fixed('甲')]);
  expect(settle(history, '丙')).toEqual([]);
});

it('keeps choices, which do not depend on the text', () => {
  const history = [ignored, fixed('甲'), ignored];
  expect(settle(history, '乙')).toEqual([ignored, ignored]);
});

it('forgets the oldest', () => {
  let history = withStep([], ignored);
  for (let times = 0; times < 50; times++) history = withStep(history, fixed(String(times)));
  expect(history).toHaveLength(20);
  expect(history.at(-1)).toEqual(fixed('49'));
});
