import fc from 'fast-check';
import { expect, it } from 'vitest';
import { excerpt } from '../../../lib/protocol/excerpt.ts';

it('shows the sentence of the matched words', () => {
  const text = '前一句。会议布署了工作，效果好。后一句。';
  const start = text.indexOf('布署');
  expect(excerpt(text, [start, start + 2])).toEqual({ before: '会议', matched: '布署', after: '了工作，效果好。' });
});

it('stops at the ends of the line', () => {
  expect(excerpt('标题\n\u3000\u3000正文没有句号\n下一段', [5, 7])).toEqual({
    before: '',
    matched: '正文',
    after: '没有句号',
  });
});

it('cuts long sentences short and says so', () => {
  const { before, after } = excerpt(`${'甲'.repeat(100)}错${'乙'.repeat(100)}`, [100, 101]);
  expect(before).toBe(`…${'甲'.repeat(24)}`);
  expect(after).toBe(`${'乙'.repeat(40)}…`);
});

it('keeps to the text and to whole characters, wherever the range is', () => {
  const texts = fc.array(fc.constantFrom('甲', '。', '\n', '😀', ' ', 'a'), { maxLength: 200 });
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), (characters, a, b) => {
      const text = characters.join('');
      const bounds = [0];
      for (const character of characters) bounds.push(bounds.at(-1)! + character.length);
      const [start, end] = [bounds[a % bounds.length]!, bounds[b % bounds.length]!].sort((x, y) => x - y) as [
        number,
        number,
      ];
      const { before, matched, after } = excerpt(text, [start, end]);
      expect(matched).toBe(text.slice(start, end));
      const shown = before.replace(/^…/, '') + matched;
      expect(text.slice(0, end).endsWith(shown)).toBe(true);
      expect(text.slice(end).startsWith(after.replace(/…$/, ''))).toBe(true);
      expect(`${before}|${after}`).not.toMatch(
        /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/,
      );
    }),
  );
});
