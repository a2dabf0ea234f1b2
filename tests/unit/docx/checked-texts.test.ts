import { expect, it } from 'vitest';
import { checkedTexts } from '../../../lib/docx/checked-texts.ts';

const body = { isBody: true };
const other = { isBody: false };

it('body and the rest are two texts, and every place is found again', () => {
  const text = '关于青石镇的报告\n姓名\n喻文澜\n一、工作\n\n第1页';
  const [document, rest] = checkedTexts(text, [body, other, other, body, body, other]);
  expect(document!.text).toBe('关于青石镇的报告\n一、工作\n');
  expect(rest!.text).toBe('姓名\n喻文澜\n第1页');
  expect([document!.scope, rest!.scope]).toEqual(['document', 'paragraph']);
  for (const part of [document!, rest!]) {
    for (const { index, 0: line } of part.text.matchAll(/[^\n]+/g)) {
      const [from, to] = part.toFile([index, index + line.length]);
      expect(text.slice(from, to)).toBe(line);
    }
  }
  const end = document!.text.length;
  expect(document!.toFile([end, end])).toEqual([text.indexOf('\n第1页'), text.indexOf('\n第1页')]);
});

it('a scope without paragraphs has no text', () => {
  expect(checkedTexts('甲\n乙', [body, body]).map(({ scope }) => scope)).toEqual(['document']);
  expect(checkedTexts('', [])).toEqual([]);
});
