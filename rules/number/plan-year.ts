import { allMatches } from '../../lib/document/matches.ts';
import { parseNumeral } from '../../lib/document/numerals.ts';
import { defineRule } from '../../lib/engine/rule.ts';

/** The first five-year plan that counts from a year ending in 1 in this century: “十五” 2001—2005. */
const TENTH = { plan: 10, start: 2001 };
const NAME = '[“‘]?(十[一二三四五六七八九]?五)[”’]?';
/** “2025年是“十四五”规划收官之年”. */
const MOMENT = new RegExp(
  `(20\\d{2})年[，]?(?:[作]?[是为]|既是|也是)[^，。；\\d]{0,8}?${NAME}(?:规划|时期|发展)?(?:[^，。；]{0,6}?)(收官|收关|决胜|开局|起步|第一|最后一)(?:之)?年`,
  'g',
);
/** “十四五”时期（2021—2025年）. */
const SPAN = new RegExp(`${NAME}(?:规划|时期|期间|发展规划)?[（(](20\\d{2})年?[—－~～至-]{1,2}(20\\d{2})年?[）)]`, 'g');

/** 十五 is the tenth plan, 十四五 the fourteenth. */
function firstYear(name: string): number {
  const plan = name === '十五' ? TENTH.plan : parseNumeral(name.slice(0, -1));
  return TENTH.start + (plan - TENTH.plan) * 5;
}

/** Years of the five-year plans. */
export default defineRule({
  id: 'number/plan-year',
  messages: { moment: 'error' },
  scope: 'paragraph',
  examples: [
    { wrong: '⟦2024⟧年是“十四五”规划收官之年。', right: '2025年是“十四五”规划收官之年。' },
    { wrong: '⟦2025⟧年是“十五五”规划开局之年。', right: '2026年是“十五五”规划开局之年。' },
    { wrong: '“十四五”时期（⟦2020—2025⟧年）。', right: '“十四五”时期（2021—2025年）。' },
    { right: '2025年是“十四五”规划收官之年，2026年是“十五五”规划开局之年。' },
    { right: '2024年是“十四五”规划攻坚之年，“十五”时期（2001—2005年）。' },
  ],
  check({ text }, context) {
    if (!text.includes('五')) return;
    for (const match of allMatches(text, MOMENT)) {
      const start = firstYear(match[2]!);
      const right = /开局|起步|第一/.test(match[3]!) ? start : start + 4;
      if (Number(match[1]) === right) continue;
      context.report({
        range: [match.index, match.index + 4],
        message: 'moment',
        data: { plan: match[2]!, start, end: start + 4 },
        suggestions: [String(right)],
      });
    }
    for (const match of allMatches(text, SPAN)) {
      const start = firstYear(match[1]!);
      if (Number(match[2]) === start && Number(match[3]) === start + 4) continue;
      const at = match.index + match[0].indexOf(match[2]!);
      const end = match.index + match[0].lastIndexOf(match[3]!) + 4;
      context.report({
        range: [at, end],
        message: 'moment',
        data: { plan: match[1]!, start, end: start + 4 },
        suggestions: [`${start}—${start + 4}`],
      });
    }
  },
});
