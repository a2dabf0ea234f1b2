import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allMatches } from '../../../lib/document/matches.ts';

const PATTERNS = [/甲+/g, /(?<=乙)甲?/g, /x*/g, /x*/gu, /$/gu, /[^，]*(，|$)/g, /\p{Script=Han}/gu];

it('finds what matchAll finds, also where the match is empty', () => {
  const text = fc.string({ unit: fc.constantFrom('甲', '乙', '，', 'x', '𠀀', '\ud800') });
  fc.assert(
    fc.property(text, fc.constantFrom(...PATTERNS), (string, pattern) => {
      expect(allMatches(string, pattern)).toEqual([...string.matchAll(pattern)]);
    }),
  );
});

it('starts at the beginning, whatever the pattern was used for before', () => {
  const pattern = /甲/g;
  pattern.test('乙甲');
  expect(allMatches('甲', pattern)).toHaveLength(1);
  expect(allMatches('甲', pattern)).toHaveLength(1);
});
