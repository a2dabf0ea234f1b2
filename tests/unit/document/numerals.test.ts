import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseNumeral, toNumeral } from '../../../lib/document/numerals.ts';

it.each([
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['一百零三', 103],
  ['两千', 2000],
  ['三万五千', 35_000],
  ['一亿二千万', 120_000_000],
  ['二〇二四', 2024],
  ['叁万伍仟陆佰伍拾', 35_650],
  ['廿四', 24],
  ['卅', 30],
  ['２４', 24],
  ['360', 360],
])('reads %s', (text, value) => expect(parseNumeral(text)).toBe(value));

it.each(['', '甲', '1a', '一x'])('knows that %j is no number', (text) => expect(parseNumeral(text)).toBeNaN());

it('writes what it reads', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 99 }), (value) => parseNumeral(toNumeral(value)) === value));
});

it('numbers no heading beyond 99', () => {
  expect(() => toNumeral(0)).toThrow(RangeError);
  expect(() => toNumeral(100)).toThrow(RangeError);
});
