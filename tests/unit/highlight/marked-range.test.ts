import { expect, it } from 'vitest';
import { markedRange } from '../../../lib/highlight/marked-range.ts';

it.each([
  ['抓紧落实,推进', 4, 5, '实,'],
  ['抓紧\n,推进', 3, 4, ',推'],
  ['𠮷,推', 2, 3, '𠮷,'],
  [',𠮷', 0, 1, ',𠮷'],
  ['”“', 0, 1, '”'],
  ['认真布署', 2, 4, '布署'],
  ['查', 0, 1, '查'],
  ['甲\n\n乙', 1, 3, '\n\n'],
  [',', 0, 1, ','],
])('in %j, from %i to %i, marks %j', (text, start, end, marked) => {
  const [from, to] = markedRange(text, [start, end]);
  expect(text.slice(from, to)).toBe(marked);
});
