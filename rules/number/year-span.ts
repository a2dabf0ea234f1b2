import { allMatches } from '../../lib/document/matches.ts';
import { parseNumeral } from '../../lib/document/numerals.ts';
import { defineRule } from '../../lib/engine/rule.ts';

const YEAR = '((?:19|20)\\d{2})年(?:\\d{1,2}月)?(?:\\d{1,2}日)?';
const LENGTH = '(\\d{1,2}|[一二两三四五六七八九十]{1,3})(?:周年|年(?![级代度期内前后末初\\d]))';
/** “2015年至2024年，在青石镇工作9年”, “2018年参加工作，至2031年已有13年”. */
const SPAN = new RegExp(`${YEAR}[^。；：\\d]{0,18}?[至到—~～－-]{1,2}${YEAR}[^。；：\\d第至到]{0,20}?${LENGTH}`, 'g');
/** What lasts a number of years, and starts and ends with the years that are named. */
const LASTING = /出生|年生，|工作|从事|任职|担任|坚守|扎根|历时|为期|长达|连续|工龄|教龄|党龄|驻村|服役|整整/;
const BORN = new RegExp(`${YEAR}(?:出生|生)，[^。；\\d]{0,8}${YEAR}[^。；\\d]{0,6}(\\d{1,2})周?岁`, 'g');
/** A span may be told by years begun, by full years, or by months that are not told. */
const SLACK = 1;

/** Years that a text counts between two years, and the two years that it names for them. */
export default defineRule({
  id: 'number/year-span',
  messages: { span: 'warning' },
  scope: 'paragraph',
  examples: [
    { wrong: '我自2015年9月至2024年9月，在青石镇工作⟦13年⟧。' },
    { wrong: '2018年参加工作，至2031年已工作⟦16年⟧。' },
    { wrong: '她1985年出生，今年（2031年）⟦52岁⟧。' },
    { right: '我自2015年9月至2024年9月，在青石镇工作9年；2018年参加工作，至2031年已工作十三年。' },
    { right: '2015年至2024年，全镇修路3条，5年未修的桥也修了；他1985年出生，今年（2031年）46岁。' },
  ],
  check({ text }, context) {
    if (!LASTING.test(text)) return;
    for (const match of [...allMatches(text, SPAN), ...allMatches(text, BORN)]) {
      const [whole, from, to, length] = match as unknown as [string, string, string, string];
      const { index } = match;
      const right = Number(to) - Number(from);
      if (!LASTING.test(whole) || right <= 0 || Math.abs(parseNumeral(length) - right) <= SLACK) continue;
      const start = index + whole.lastIndexOf(length);
      context.report({
        range: [start, index + whole.length],
        message: 'span',
        data: { from, to, right },
      });
    }
  },
});
