import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import { daysIn, findDates } from './_dates.ts';

/** “4月12日至31日”: the second day is of the same month. */
const SAME_MONTH = /^(?:至|到|—|－|-|~|～|、)(\d{1,2})日/;
const TIME = /(?<=上午|下午|中午|晚上?|凌晨|早上|[日）)\s])(\d{1,2})(?:[:：](\d{2})(?!\d)|[时点](?:(\d{1,2})分)?)/g;

/** Days and hours that no calendar and no clock has. */
export default defineRule({
  id: 'number/impossible-date',
  severity: 'error',
  scope: 'paragraph',
  examples: [
    { wrong: '自查自纠（9月14日至⟦9月31日⟧）。', right: '自查自纠（9月14日至9月30日）。' },
    { wrong: '⟦2023年2月29日⟧召开会议。', right: '2023年2月28日召开会议。' },
    { wrong: '截至⟦2024年13月5日⟧。' },
    { wrong: '4月12日至⟦31日⟧集中整治。', right: '4月12日至30日集中整治。' },
    { wrong: '下午⟦15:75⟧在三楼开会。' },
    { right: '2024年2月29日召开会议，10月31日结束。' },
    { right: '农历二月三十，正月十五。' },
    { right: '工期13个月，婴儿13月龄，比分15:75。' },
  ],
  check({ text }, context) {
    if (!/[月时点:：]/.test(text)) return;
    for (const { year, month, day, range } of findDates(text)) {
      const last = daysIn(month, year);
      if (last === 0) {
        if (day !== undefined || year !== undefined) context.report({ range, message: 'month', data: { month } });
        continue;
      }
      if (day !== undefined && (day > last || day === 0)) {
        const written = text.slice(...range);
        const isArabic = /\d[日号]$/.test(written);
        context.report({
          range,
          message: 'day',
          data: { month, last, day },
          ...(isArabic && day > last && { suggestions: [written.replace(/\d+(?=[日号]$)/, String(last))] }),
        });
      }
      const second = day === undefined ? null : SAME_MONTH.exec(text.slice(range[1], range[1] + 8));
      if (second && Number(second[1]) > last) {
        const end = range[1] + second[0].length;
        context.report({
          range: [end - second[1]!.length - 1, end],
          message: 'day',
          data: { month, last, day: Number(second[1]) },
          suggestions: [`${last}日`],
        });
      }
    }
    for (const match of allMatches(text, TIME)) {
      const minutes = match[2] ?? match[3];
      const isClock = match[2] === undefined || /[午晚晨早上]$/.test(text.slice(0, match.index));
      if (Number(match[1]) <= 24 && (minutes === undefined || Number(minutes) < 60)) continue;
      if (!isClock || (match[2] === undefined && match[3] === undefined)) continue;
      context.report({ range: [match.index, match.index + match[0].length], message: 'time' });
    }
  },
});
