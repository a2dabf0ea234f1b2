import { allMatches } from '../../lib/document/matches.ts';
import type { Range } from '../../lib/document/types.ts';
import { defineRule } from '../../lib/engine/rule.ts';

const NUMERAL = '[\\d一二三四五六七八九十百]{1,4}';
const OF_PAGES = `第\\s*${NUMERAL}\\s*页\\s*(?:[，,/／|]\\s*)?(?:共|总)\\s*${NUMERAL}\\s*页`;
/** A line that is a page number and nothing else. */
const LINE = new RegExp(
  `^(?:${OF_PAGES}|(?:共|总)\\s*${NUMERAL}\\s*页\\s*(?:[，,/／]\\s*)?第\\s*${NUMERAL}\\s*页|第\\s*${NUMERAL}\\s*页|[-—–－~·]{1,2}\\s*\\d{1,4}\\s*[-—–－~·]{1,2}|page\\s*\\d{1,4}(?:\\s*(?:of|/)\\s*\\d{1,4})?|\\d{1,4}\\s*[/／]\\s*\\d{1,4}\\s*页)$`,
  'i',
);
/** GB/T 9704—2012 7.3.5.4: the seal stands on a page with text; nobody writes this any more. */
const NO_TEXT = /^[（(]?(?:此|本)页(?:无正文|以下空白|空白)[）)]?[。.]?$/;
/** “3 / 10” may be a page, and may be a cell of a table. */
const FRACTION = /^(\d{1,3})\s*[/／]\s*(\d{1,3})$/;
const INLINE = new RegExp(`[（(]?${OF_PAGES}[）)]?`, 'g');

/** Page numbers that came along when text was copied out of a PDF or a print preview. */
export default defineRule({
  id: 'residue/page-furniture',
  messages: { page: 'warning', 'no-text': 'warning' },
  scope: 'paragraph',
  examples: [
    { wrong: '防汛物资储备到位。\n⟦第 6 页 共 8 页⟧\n四、下一步打算', right: '防汛物资储备到位。\n\n四、下一步打算' },
    { wrong: '⟦— 3 —⟧', right: '' },
    { wrong: '⟦（此页无正文）⟧', right: '' },
    { wrong: '⟦Page 2 of 10⟧', right: '' },
    { wrong: '完善各项制度⟦第3页/共12页⟧，形成长效机制。', right: '完善各项制度，形成长效机制。' },
    { right: '报告共8页，第3页附有统计表。' },
    { right: '—2031年工作回顾—' },
  ],
  check({ text, content }, context) {
    const line = text.slice(content[0], content[1]);
    if (NO_TEXT.test(line)) {
      context.report({ range: content, message: 'no-text', suggestions: [''] });
      return;
    }
    if (LINE.test(line)) {
      context.report({ range: content, message: 'page', fix: '' });
      return;
    }
    const fraction = FRACTION.exec(line);
    if (fraction && Number(fraction[1]) <= Number(fraction[2])) {
      context.report({ range: content, message: 'page', severity: 'hint', suggestions: [''] });
    }
    for (const { 0: words, index } of allMatches(text, INLINE)) {
      const range: Range = [index, index + words.length];
      context.report({ range, message: 'page', suggestions: [''] });
    }
  },
});
