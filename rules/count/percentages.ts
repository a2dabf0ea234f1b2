import { defineRule } from '../../lib/engine/rule.ts';

/** “分别占30%、45%、35%”: shares of one whole, named together. */
const SHARES =
  /(?:分别|依次)(?:占比?|为|是)(?:[^。；\d]{0,8}比[例重])?(?:为|达到?)?((?:\d+(?:\.\d+)?%[、，和及]){1,9}\d+(?:\.\d+)?%)/g;
const OF_A_WHOLE = /占|比重|比例|份额|构成/;
/** Shares given to one digit each may add up to a little more by rounding. */
const SLACK = 0.6;

/** Shares of one whole that add up to more than 100 %. */
export default defineRule({
  id: 'count/percentages',
  severity: 'warning',
  scope: 'paragraph',
  examples: [
    { wrong: '三次产业分别占⟦12%、45%、53%⟧。' },
    { wrong: '优、良、中的比例分别为⟦40.5%、35.5%和34%⟧。' },
    { right: '三次产业分别占12%、45%、43%。' },
    { right: '三项指标分别为98%、96%和99%。' },
    { right: '占比分别为33.4%、33.3%、33.4%。' },
  ],
  check({ text }, context) {
    for (const match of text.matchAll(SHARES)) {
      const list = match[1]!;
      const before = text.slice(Math.max(0, match.index - 20), match.index + match[0].length - list.length);
      if (!OF_A_WHOLE.test(before) || /率|完成/.test(before)) continue;
      const sum = (list.match(/\d+(?:\.\d+)?/g) ?? []).reduce((total, share) => total + Number(share), 0);
      if (sum <= 100 + SLACK) continue;
      const end = match.index + match[0].length;
      context.report({ range: [end - list.length, end], message: 'over', data: { sum: Number(sum.toFixed(2)) } });
    }
  },
});
