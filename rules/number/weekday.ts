import type { Document } from '../../lib/document/types.ts';
import { defineRule, perParagraph } from '../../lib/engine/rule.ts';
import { daysIn, findDates, type WrittenDate, weekdayOf, yearsIn, yearsOf } from './_dates.ts';

const NAMES = '日一二三四五六';
/** “16日至17日（星期四、星期五）” */
const BOTH =
  /^(?:至|到|—|－|-|~|～|和|、)(\d{1,2})[日号][（(](?:星期|周)([一二三四五六日天])(?:至|到|—|－|-|~|～|和|、)(?:星期|周)?([一二三四五六日天])[）)]/;
/** How far before a date such a year may stand (UTF-16 units). */
const RELATIVE_REACH = 20;
/** A year that is told from now: which one, the document does not say. */
const RELATIVE = /(?:[明去前来次翌]年|[上下]个?月)[^。；]{0,16}$/;
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
    const both = BOTH.exec(text.slice(date.range[1], date.range[1] + 20));
    const named = (weekday: string) => NAMES.indexOf(weekday.replace('天', '日'));
    if (both && date.day !== undefined) {
      const at = date.range[1] + both[0].length - 2;
      const first = date.range[1] + both[0].search(/[星周]/) + (both[0].includes('星期') ? 2 : 1);
      return [
        { ...date, day: date.day, at: first, named: named(both[2]!) },
        { ...date, day: Number(both[1]), at, named: named(both[3]!) },
      ];
    }
    if (!match || RELATIVE.test(text.slice(Math.max(0, date.range[0] - RELATIVE_REACH), date.range[0]))) return [];
    const at = date.range[1] + match[0].length - 1;
    return [{ ...date, day: date.day!, at, named: named(match[1]!) }];
  });
});

/** The years that a date without one may lie in, the likeliest first; none where the document says too little. */
function likelyYears(document: Document): number[] {
  const years = yearsOf(document);
  const own = [document.date, document.title].flatMap((block) => [...(block ? yearsIn(block.paragraph) : [])]);
  // Where neither its date nor its title tells, one of several years may be anybody's.
  return own.length > 0 || years.size === 1 ? [...new Set([...own, ...years])] : [];
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
    {
      wrong: '关于开会的通知\n各科室：\n定于3月12日（星期⟦五⟧）开会，总结2023年工作。\n园林所\n2024年3月5日',
      right: '关于开会的通知\n各科室：\n定于3月12日（星期二）开会，总结2023年工作。\n园林所\n2024年3月5日',
    },
    {
      wrong: '2024年3月14日至15日（星期⟦三⟧、星期五）举办展览。',
      right: '2024年3月14日至15日（星期四、星期五）举办展览。',
    },
    { right: '2023年工作总结\n定于明年3月15日（星期三）开会。' },
    { right: '2023年工作总结和2024年打算：3月15日（星期三）开会。' },
  ],
  check(document, context) {
    let likely: number[] | undefined;
    for (const block of document.blocks) {
      for (const date of datesWithWeekday(block.paragraph)) {
        if (date.year === undefined) likely ??= likelyYears(document);
        const years = date.year === undefined ? likely! : [date.year];
        const used = years[0];
        if (used === undefined || date.day > daysIn(date.month, used)) continue;
        if (years.some((year) => weekdayOf(year, date.month, date.day) === date.named)) continue;
        const right = weekdayOf(used, date.month, date.day);
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
