import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import type { RuleContext } from '../../lib/engine/types.ts';
import { daysIn } from './_dates.ts';

const TO = '(?:日|号)?[（(]?(?:星期[一-日])?[)）]?\\s*(?:至|到|—{1,2}|－|–|-|~|～)\\s*';
/** Month and day on both sides, the year at most before the first. */
const DAYS = new RegExp(`(?<!\\d)(\\d{1,2})月(\\d{1,2})${TO}(?:(\\d{1,2})月)?(\\d{1,2})[日号]`, 'g');
const YEARS = /(?<!\d)((?:19|20)\d{2})(年?)(?:至|—{1,2}|－|–|-|~|～)((?:19|20)\d{2})(?=年)/g;
const HYPHEN = /(?<![\d\-A-Za-z])((?:19|20)?\d{1,2})(年|月|日)?-(\d{1,4})(?=年|月|日)(?![^，。；]{0,4}-\d)/g;

function checkDays(text: string, context: RuleContext<'reversed'>): void {
  for (const match of allMatches(text, DAYS)) {
    const [whole, month, day, secondMonth = month, secondDay] = match as unknown as string[];
    const from = Number(month) * 100 + Number(day);
    const to = Number(secondMonth) * 100 + Number(secondDay);
    // A range over the turn of the year runs from autumn into spring.
    const turnsYear = Number(month) > Number(secondMonth) && Number(month) >= 9 && Number(secondMonth) <= 6;
    if (to >= from || turnsYear || to === 0) continue;
    context.report({
      range: [match.index, match.index + whole!.length],
      message: 'reversed',
      ...(secondMonth !== month && { severity: 'warning' }),
    });
  }
}

function checkYears(text: string, context: RuleContext<'reversed'>): void {
  for (const match of allMatches(text, YEARS)) {
    if (Number(match[3]) >= Number(match[1])) continue;
    context.report({ range: [match.index, match.index + match[0].length], message: 'reversed' });
  }
}

/** “10月13日至24日，共15天”. */
const LENGTH = new RegExp(
  `(?<!\\d)(\\d{1,2})月(\\d{1,2})${TO}(?:(\\d{1,2})月)?(\\d{1,2})[日号][）)]?，?(?:共计?|为期|历时)(\\d{1,3})天`,
  'g',
);

/** Days from the first to the last, both counted; undefined over the turn of the year. */
function daysBetween(month: number, day: number, secondMonth: number, secondDay: number): number | undefined {
  const dayOfYear = (ofMonth: number, ofDay: number) =>
    Array.from({ length: ofMonth - 1 }, (_, index) => daysIn(index + 1)).reduce((sum, days) => sum + days, ofDay);
  const days = dayOfYear(secondMonth, secondDay) - dayOfYear(month, day) + 1;
  return days > 0 ? days : undefined;
}

/** A number of days that is more than the span has; or less, though then days of rest may have been left out. */
function checkLength(text: string, context: RuleContext<'length'>): void {
  for (const match of allMatches(text, LENGTH)) {
    const [whole, month, day, secondMonth = month, secondDay, written] = match as unknown as string[];
    const days = daysBetween(Number(month), Number(day), Number(secondMonth), Number(secondDay));
    if (days === undefined) continue;
    const length = Number(written);
    if (length === days || length === days - 1) continue;
    const end = match.index + whole!.length;
    context.report({
      range: [end - written!.length - 1, end],
      message: 'length',
      data: { days },
      severity: length < days ? 'hint' : 'warning',
    });
  }
}

/** Spans of time: the end after the start, and a dash between them. */
export default defineRule({
  id: 'number/date-range',
  messages: { reversed: 'error', length: 'error', hyphen: 'hint' },
  scope: 'paragraph',
  basis: 'GB/T 15834—2011 4.13.3',
  examples: [
    { wrong: '集中检查（⟦10月25日至10月8日⟧）。' },
    { wrong: '⟦2025—2023⟧年三年行动。' },
    { wrong: '活动时间为⟦5月20日—15日⟧。' },
    { wrong: '2022年4⟦-⟧6月完成。', right: '2022年4—6月完成。' },
    { wrong: '培训时间为10月13日至24日，共⟦15天⟧。' },
    { wrong: '培训时间为10月13日至11月2日，为期⟦10天⟧。' },
    { right: '培训时间为10月13日至24日，共12天；公示期为5月1日至5月8日，为期7天。' },
    { right: '集中检查（10月8日至10月25日），采暖期为11月15日至3月15日。' },
    { right: '2023—2025年三年行动，2022年4—6月完成。' },
    { right: '日期为2024-05-06，电话0571-8812。' },
  ],
  check({ text }, context) {
    if (!/[年月日]/.test(text)) return;
    checkDays(text, context);
    checkYears(text, context);
    checkLength(text, context);
    for (const match of allMatches(text, HYPHEN)) {
      const at = match.index + match[0].indexOf('-');
      context.report({ range: [at, at + 1], message: 'hyphen', suggestions: ['—'] });
    }
  },
});
