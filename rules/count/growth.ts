import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';

const VALUE = '(\\d+(?:\\.\\d+)?)(万|亿)?(?:[\\p{Script=Han}]{1,4})?';
/** “由100件增加到150件，增长60%”. */
const CHANGE = new RegExp(
  `[由从](?:[^，。；\\d]{0,12})${VALUE}(增加|增长|提高|提升|上升|增至|下降|减少|降低|压减|缩减|降)(?:到|至|为)?了?${VALUE}[，、（](?:同比|比上年|较上年|环比)?(增长|增幅|提高|提升|上升|增加|下降|减少|降低|降幅|压减)(?:了|为|达到?)?(\\d+(?:\\.\\d+)?)[%％](?!以上)`,
  'gu',
);
/** “由85%提高了92%”: the later value, not the difference. */
const REACHED =
  /[由从](\d+(?:\.\d+)?)([%％万亿]?\p{Script=Han}{0,2}?)(提高|提升|上升|增加|增长|下降|降低|减少|缩短|压缩)(了)(\d+(?:\.\d+)?)\2(?=[，。；])/gu;
const UPWARDS = /提|升|增/;
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
    { wrong: '群众满意度由85%提高⟦了⟧92%。', right: '群众满意度由85%提高到92%。' },
    { right: '树苗由20株增加了15株，投诉由80件减少了20件。' },
    { right: '古树名木由200株增加到250株，增长25%。' },
    { right: '覆盖率由60%提高到75%，提高15个百分点。' },
    { right: '经费由1.2亿元增加到1.5亿元，增长25%。' },
  ],
  check({ text }, context) {
    for (const match of allMatches(text, REACHED)) {
      const [whole, from, , verb, , to] = match;
      const rises = Number(to) > Number(from);
      if (rises !== UPWARDS.test(verb!) || Number(to) === Number(from)) continue;
      // A fall by less than was there may be meant as it is written.
      if (!rises && Number(to) * 2 < Number(from)) continue;
      const at = match.index + whole.lastIndexOf('了');
      context.report({ range: [at, at + 1], message: 'reached', data: { verb: verb!, to: to! }, suggestions: ['到'] });
    }
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
