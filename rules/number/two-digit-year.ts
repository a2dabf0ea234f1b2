import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';

/** “25年底”, “24年3月”: what follows shows that a year is meant and no span of years. */
const SHORT =
  /(?<![\d.〔[（(第近约满]|[〇零一二三四五六七八九十百])(\d{2})年(?=(?:0?[1-9]|1[0-2])月(?!龄)|底(?!薪)|初(?![中等级心步])|末(?!期)|度(?![假过])|[上下]半年|第[一二三四]季度|[一二三四]季度|全年(?!级)|春节|国庆|汛期)/g;
/** “自98年以来”: since a year, not for so many years. */
const SINCE = /(?<=自从?|从)(\d{2})年(?=以来|起|开始|至今|参加|毕业|入)/g;
/** “26年工作打算” at the beginning of a heading. */
const OF_PLAN =
  /(?<=^[\s\u3000]{0,4}(?:[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?|\d{1,2}[.．、])?|[，、；和及与])([12]\d)年(?=(?:的)?(?:主要|重点)?工作(?:打算|计划|安排|思路|谋划|总结|要点|目标|展望|回顾|情况))/g;

/** “十五年六个月” and “工作20年上半年退休” are spans: words before that say so. */
const SPAN_BEFORE = /(?:徒刑|任职|工龄|期限|为期|长达|已有|从业|工作|用了|历时|经过|连续|服役|执业|满)$/;

/** Years are written with all four digits. */
export default defineRule({
  id: 'number/two-digit-year',
  messages: { short: 'warning' },
  scope: 'paragraph',
  basis: 'GB/T 15835—2011 5.1.2',
  examples: [
    { wrong: '到⟦25⟧年底，整改率达到100%。', right: '到2025年底，整改率达到100%。' },
    { wrong: '⟦24⟧年3月启动，⟦24⟧年上半年完成。', right: '2024年3月启动，2024年上半年完成。' },
    { wrong: '⟦98⟧年度优秀职工。', right: '1998年度优秀职工。' },
    { wrong: '自⟦98⟧年以来一直任教。', right: '自1998年以来一直任教。' },
    { wrong: '四、⟦26⟧年工作打算', right: '四、2026年工作打算' },
    { right: '建校98年以来，从教26年工作总结了许多经验。' },
    { right: '到2025年底，20年来累计新建步道三条。' },
    { right: '判处有期徒刑15年6个月。' },
    { right: '已连续从业12年度假区工作。' },
    { right: '“九五”期间，50年代初。' },
  ],
  check({ text }, context) {
    for (const match of [SHORT, SINCE, OF_PLAN].flatMap((pattern) => allMatches(text, pattern))) {
      const short = Number(match[1]);
      if ((short > 40 && short < 49) || SPAN_BEFORE.test(text.slice(Math.max(0, match.index - 4), match.index)))
        continue;
      const full = `${short > 40 ? 19 : 20}${match[1]}`;
      context.report({
        range: [match.index, match.index + 2],
        message: 'short',
        data: { written: `${match[1]}年`, full: `${full}年` },
        suggestions: [full],
      });
    }
  },
});
