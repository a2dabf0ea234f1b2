import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import type { RuleContext } from '../../lib/engine/types.ts';

const TO = '(?:日|号)?[（(]?(?:星期[一-日])?[)）]?\\s*(?:至|到|—{1,2}|－|–|-|~|～)\\s*';
/** Month and day on both sides, the year at most before the first. */
const DAYS = new RegExp(`(?<!\\d)(\\d{1,2})月(\\d{1,2})${TO}(?:(\\d{1,2})月)?(\\d{1,2})[日号]`, 'g');
const YEARS = /(?<!\d)((?:19|20)\d{2})(年?)(?:至|—{1,2}|－|–|-|~|～)((?:19|20)\d{2})(?=年)/g;
const HYPHEN = /(?<![\d\-A-Za-z])((?:19|20)?\d{1,2})(年|月|日)?-(\d{1,4})(?=年|月|日)(?![^，。；]{0,4}-\d)/g;

function checkDays(text: string, context: RuleContext): void {
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

function checkYears(text: string, context: RuleContext): void {
  for (const match of allMatches(text, YEARS)) {
    if (Number(match[3]) >= Number(match[1])) continue;
    context.report({ range: [match.index, match.index + match[0].length], message: 'reversed' });
  }
}

/** Spans of time: the end after the start, and a dash between them. */
export default defineRule({
  id: 'number/date-range',
  severity: 'error',
  scope: 'paragraph',
  basis: 'GB/T 15834—2011 4.13.3',
  examples: [
    { wrong: '集中检查（⟦10月25日至10月8日⟧）。' },
    { wrong: '⟦2025—2023⟧年三年行动。' },
    { wrong: '活动时间为⟦5月20日—15日⟧。' },
    { wrong: '2022年4⟦-⟧6月完成。', right: '2022年4—6月完成。' },
    { right: '集中检查（10月8日至10月25日），采暖期为11月15日至3月15日。' },
    { right: '2023—2025年三年行动，2022年4—6月完成。' },
    { right: '日期为2024-05-06，电话0571-8812。' },
  ],
  check({ text }, context) {
    if (!/[年月日]/.test(text)) return;
    checkDays(text, context);
    checkYears(text, context);
    for (const match of allMatches(text, HYPHEN)) {
      const at = match.index + match[0].indexOf('-');
      context.report({ range: [at, at + 1], message: 'hyphen', severity: 'hint', suggestions: ['—'] });
    }
  },
});
