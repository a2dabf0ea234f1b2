import { allMatches } from '../../lib/document/matches.ts';
import { parseNumeral } from '../../lib/document/numerals.ts';
import { defineRule } from '../../lib/engine/rule.ts';

const YEAR = '(?:19|20)\\d{2}|[一二][〇零○九][〇零○一二三四五六七八九]{2}';
const NUMBER = '\\d{1,2}|[一二三四五六七八九十]{1,3}';
const DATE = new RegExp(
  `(?<![\\d第])(?:(${YEAR})年)?(${NUMBER})月(?:(${NUMBER})日(?![游均常报程出间内用益后前子照新]))?`,
  'g',
);

const isArabic = (numerals: string) => /\d/.test(numerals);

/** Whether the parts are in two kinds of numerals, lunar dates (2025年八月十五日) apart. */
function isMixed(year: string | undefined, month: string, day: string | undefined): boolean {
  if (year !== undefined && !isArabic(year) && isArabic(month)) return true;
  if (day === undefined) return false;
  if (isArabic(month)) return !isArabic(day) && (year !== undefined || day.length > 1);
  return isArabic(day);
}

/** “二〇二五年12月29日”, “2025年十二月29日”: one date, two kinds of numerals. */
export default defineRule({
  id: 'number/mixed-date',
  messages: { mixed: 'warning' },
  scope: 'paragraph',
  basis: 'GB/T 15835—2011 4.3',
  examples: [
    { wrong: '⟦二〇二五年12月29日⟧召开会议。', right: '2025年12月29日召开会议。' },
    { wrong: '⟦2025年十二月29日⟧召开会议。', right: '2025年12月29日召开会议。' },
    { wrong: '⟦2025年12月二十九日⟧召开会议。', right: '2025年12月29日召开会议。' },
    { right: '2025年12月29日召开会议，二〇二五年十二月二十九日印发。' },
    { right: '农历2025年八月十五日过节，5月一日游人如织，10月十日内完成。' },
    { right: '二〇二五年全年、2025年三月、第三月12日龄。' },
  ],
  check({ text }, context) {
    if (!text.includes('月')) return;
    for (const match of allMatches(text, DATE)) {
      const [written, year, month, day] = match;
      if (!isMixed(year, month!, day)) continue;
      const digits = (numerals: string) => parseNumeral(numerals.replace(/[零○]/g, '〇'));
      const right = `${year ? `${digits(year)}年` : ''}${digits(month!)}月${day ? `${digits(day)}日` : ''}`;
      context.report({
        range: [match.index, match.index + written.length],
        message: 'mixed',
        data: { right },
        suggestions: [right],
      });
    }
  },
});
