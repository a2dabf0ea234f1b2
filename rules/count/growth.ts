import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';

const VALUE = '(\\d+(?:\\.\\d+)?)(万|亿)?(?:[\\p{Script=Han}]{1,4})?';
/** “由100件增加到150件，增长60%”. */
const CHANGE = new RegExp(
  `[由从](?:[^，。；\\d]{0,12})${VALUE}(增加|增长|提高|提升|上升|增至|下降|减少|降低|压减|缩减|降)(?:到|至|为)?了?${VALUE}[，、（](?:同比|比上年|较上年|环比)?(增长|增幅|提高|提升|上升|增加|下降|减少|降低|降幅|压减)(?:了|为|达到?)?(\\d+(?:\\.\\d+)?)[%％](?!以上)`,
  'gu',
);
const FACTOR: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };
/** Percentage points by which rounding of the three numbers may shift the result. */
const SLACK = 1;

/** Growth that does not follow from the two figures it is given for. */
export default defineRule({
  id: 'count/growth',
  severity: 'warning',
  scope: 'paragraph',
  examples: [
    { wrong: '古树名木由200株增加到250株，增长⟦35%⟧。', right: '古树名木由200株增加到250株，增长25%。' },
    { wrong: '投诉从80件下降到60件，下降⟦30%⟧。', right: '投诉从80件下降到60件，下降25%。' },
    { right: '古树名木由200株增加到250株，增长25%。' },
    { right: '覆盖率由60%提高到75%，提高15个百分点。' },
    { right: '经费由1.2亿元增加到1.5亿元，增长25%。' },
  ],
  check({ text }, context) {
    if (!/[%％]/.test(text)) return;
    for (const match of allMatches(text, CHANGE)) {
      const [whole, from, fromUnit, , to, toUnit, , percent] = match as unknown as string[];
      const before = Number(from) * (FACTOR[fromUnit ?? ''] ?? 1);
      const after = Number(to) * (FACTOR[toUnit ?? ''] ?? 1);
      if (before === 0 || (fromUnit === undefined) !== (toUnit === undefined)) continue;
      const right = (Math.abs(after - before) / before) * 100;
      const slack = SLACK + right * 0.02;
      if (Math.abs(right - Number(percent)) <= slack) continue;
      const end = match.index + whole!.length;
      context.report({
        range: [end - percent!.length - 1, end],
        message: 'growth',
        data: { right: Number(right.toFixed(1)) },
        suggestions: [`${Number(right.toFixed(1))}%`],
      });
    }
  },
});
