import { expect, it } from 'vitest';
import {
  BOUNDARY,
  buildAlphabet,
  FIRST_CHARACTER,
  LATIN,
  NUMBER,
  readSymbols,
  UNKNOWN,
} from '../../../lib/language/alphabet.ts';

const alphabet = buildAlphabet([...'甲乙，'].map((character) => character.charCodeAt(0)));
const read = (text: string) => {
  const { symbols, offsets, length } = readSymbols(text, alphabet);
  return { symbols: [...symbols.subarray(0, length)], offsets: [...offsets.subarray(0, length)] };
};

it('reads runs of digits and letters as one symbol each, and skips blanks', () => {
  expect(read('甲 2031年ABC乙')).toEqual({
    symbols: [BOUNDARY, FIRST_CHARACTER, NUMBER, UNKNOWN, LATIN, FIRST_CHARACTER + 1, BOUNDARY],
    offsets: [0, 0, 2, 6, 7, 10, 11],
  });
});

it('takes one comma for another, and ends sentences once', () => {
  expect(read('甲,乙。\n甲').symbols).toEqual(read('甲，乙！甲').symbols);
  expect(read('甲。。甲').symbols.filter((symbol) => symbol === BOUNDARY)).toHaveLength(3);
});

it('reads nothing but a boundary in an empty text', () => {
  expect(read('').symbols).toEqual([BOUNDARY]);
});

it('takes lone surrogates and control characters as they come', () => {
  expect(read('\ud800甲\u0000\u202e').symbols).toContain(FIRST_CHARACTER);
});
