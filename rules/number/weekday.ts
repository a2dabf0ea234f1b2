import type { Document } from '../../lib/document/types.ts';
import { defineRule, perParagraph } from '../../lib/engine/rule.ts';
import { daysIn, findDates, type WrittenDate, weekdayOf, yearsOf } from './_dates.ts';

const NAMES = '日一二三四五六';
/** The weekday right behind a date: “（星期四）”, “周四”. */
const BEHIND = /^[（(，\s]{0,2}(?:星期|周|礼拜)([一二三四五六日天])/;

interface Dated extends WrittenDate {
  readonly day: number;
  /** Place of the weekday's numeral. */
  readonly at: number;
  readonly named: number;
}

const datesWithWeekday = perParagraph(({ text }): readonly Dated[] => {
  if (!/[期周拜]/.test(text)) return [];
  return findDates(text).flatMap((date) => {
    const match = date.day === undefined ? null : BEHIND.exec(text.slice(date.range[1], date.range[1] + 8));
    if (!match) return [];
    const at = date.range[1] + match[0].length - 1;
    return [{ ...date, day: date.day!, at, named: NAMES.indexOf(match[1]!.replace('天', '日')) }];
  });
});

/** The one year a document speaks of, or undefined. */
function onlyYear(document: Document): number | undefined {
  const years = yearsOf(document);
  return years.size === 1 ? [...years][0] : undefined;
}

/** A weekday that the date did not have. */
export default defineRule({
  id: 'number/weekday',
  messages: { weekday: 'error' },
  scope: 'document',
  examples: [
    { wrong: '2024年3月15日（星期⟦四⟧）举办宣传活动。', right: '2024年3月15日（星期五）举办宣传活动。' },
    { wrong: '定于2025年5月9日周⟦六⟧上午开会。', right: '定于2025年5月9日周五上午开会。' },
    { right: '2024年3月15日（星期五）举办宣传活动。' },
    { right: '3月15日（星期四）举办宣传活动。' },
    { right: '2023年工作总结和2024年打算：3月15日（星期三）开会。' },
  ],
  check(document, context) {
    let year: number | undefined;
    let known = false;
    for (const block of document.blocks) {
      for (const date of datesWithWeekday(block.paragraph)) {
        if (date.year === undefined && !known) {
          year = onlyYear(document);
          known = true;
        }
        const used = date.year ?? year;
        if (used === undefined || date.day > daysIn(date.month, used)) continue;
        const right = weekdayOf(used, date.month, date.day);
        if (right === date.named) continue;
        const at = block.start + date.at;
        context.report({
          range: [at, at + 1],
          message: 'weekday',
          data: { year: used, month: date.month, day: date.day, right: NAMES[right]! },
          ...(date.year === undefined && { severity: 'warning' }),
          suggestions: [NAMES[right]!],
        });
      }
    }
  },
});
