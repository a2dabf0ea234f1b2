import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import type { RuleContext } from '../../lib/engine/types.ts';
import { FALL, RISE } from '../../lib/vocabulary/change-verbs.ts';
import { ARABIC, decimalsOf, factorOf, readArabic } from '../../lib/vocabulary/numbers.ts';
import { rounded } from '../../lib/vocabulary/quantities.ts';
import { quotientBetween, ROUGHLY, writtenSlack } from '../_quantities.ts';
import { checkChanges } from './_changes.ts';
import { checkGrowths } from './_growths.ts';

/** “由85%提高了92%”: the later value, not the difference. */
const REACHED =
  /[由从](\d+(?:\.\d+)?)([%％万亿]?\p{Script=Han}{0,2}?)(提高|提升|上升|增加|增长|下降|降低|减少|缩短|压缩)(了)(\d+(?:\.\d+)?)\2(?=[，。；])/gu;
const UPWARDS = /提|升|增/;
/** “由35%降至42%”. A rank (12位, 3级) rises to a smaller number. */
const FROM_TO = new RegExp(
  `[由从][^，。；、\\d]{0,12}(?<![第\\-－—–负零下])(${ARABIC})(万|亿)?([%％‰℃]|\\p{Script=Han}{1,3}?)(?<![位名级类档])(?:(${RISE})|(${FALL}))(?:[了]?[到至]|为)(${ARABIC})(万|亿)?\\3(?![\\d.])`,
  'gu',
);
/** 提升 may speak of speed where the time grows less: “办理时间由5天提升到2天”. */
const TIME = /天|日|小?时|分|秒|年|月|周/;
/** “由41%提高到63%，提高12个百分点” */
const POINTS = new RegExp(
  `[由从][^，。；、\\d]{0,12}(?<![第\\-－—–负])(\\d+(?:\\.\\d+)?)[%％](?:${RISE}|${FALL})(?:[到至]|为)了?(\\d+(?:\\.\\d+)?)[%％][，、（](?:同比|比上年|较上年|共|累计)?(?:${RISE}|${FALL})(?:了|达)?(\\d+(?:\\.\\d+)?)个百分点`,
  'gu',
);
/** The period that a figure is set against: “2023年的”, “去年同期的”. */
const PERIOD = '(?:(?:19|20)\\d{2}年|[^，。；、\\d]{1,4}?)(?:同期|同月|全年|末)?的?';
/** “31.2万人次，较2023年的28.4万人次增长9.9%” */
const AGAINST = new RegExp(
  `(?<![\\d.,，第\\-－—–负])(${ARABIC})(万亿|[万亿])?(\\p{Script=Han}{1,4}?)[，（][比较]${PERIOD}(${ARABIC})(万亿|[万亿])?\\3(?:共|约|累计)?(?:(${RISE})|(${FALL}))了?(\\d+(?:\\.\\d+)?)[%％](?![以左])`,
  'gu',
);
/** Growth that is told at other prices or of another range than the figures, and figures that are rough themselves. */
const NOT_COMPARABLE = new RegExp(`可比|同口径|不变价|扣除|实际|生产总值|GDP|增加值|产值|${ROUGHLY.source}`);
/** How far back the sentence tells what the figures are of (UTF-16 units). */
const SENTENCE_REACH = 40;

/** What is better the smaller it is. */
const FINER = /精度|分辨率|精确/;

/** A fall to more, a rise to less. */
function checkDirection(text: string, context: RuleContext<'not-risen' | 'not-fallen'>): void {
  for (const match of allMatches(text, FROM_TO)) {
    const [whole, from, fromFactor, unit, rising, , to, toFactor] = match;
    const subject = text.slice(Math.max(0, match.index - 24), match.index + whole.length);
    if (rising && /提/.test(rising) && (TIME.test(unit!) || FINER.test(subject))) continue;
    const before = readArabic(from!) * factorOf(fromFactor);
    const after = readArabic(to!) * factorOf(toFactor);
    if (before === after || after > before === (rising !== undefined)) continue;
    // “由5.2万件增加到6件”: the magnitude stands once for both.
    if ((fromFactor === undefined) !== (toFactor === undefined)) continue;
    context.report({
      range: [match.index, match.index + whole.length],
      message: rising ? 'not-risen' : 'not-fallen',
      data: { from: from! + (fromFactor ?? '') + unit, to: to! + (toFactor ?? '') + unit },
    });
  }
}

/** Percentage points that are not the difference of the two rates. */
function checkPoints(text: string, context: RuleContext<'points', 'recount'>): void {
  for (const match of allMatches(text, POINTS)) {
    const [whole, from, to, points] = match as unknown as [string, string, string, string];
    const right = Math.abs(Number(to) - Number(from));
    // Each of the three may have been rounded.
    const slack = [from, to, points].reduce((sum, digits) => sum + 0.5 / 10 ** decimalsOf(digits), 1e-6);
    if (Math.abs(right - Number(points)) <= slack) continue;
    const end = match.index + whole.length - '个百分点'.length;
    const shown = String(Number(right.toFixed(Math.max(decimalsOf(from), decimalsOf(to)))));
    context.report({
      range: [end - points.length, end + '个百分点'.length],
      message: 'points',
      data: { right: shown },
      suggestions: [
        { message: 'recount', data: { right: shown }, fix: { range: [end - points.length, end], text: shown } },
      ],
    });
  }
}

/** Growth against an earlier figure that comes behind the later one. */
function checkAgainst(text: string, context: RuleContext<'not-risen' | 'not-fallen' | 'growth'>): void {
  for (const match of allMatches(text, AGAINST)) {
    const [whole, to, toFactor, unit, from, fromFactor, rising, , percent] = match as unknown as string[];
    const sentence = `${text.slice(Math.max(0, match.index - SENTENCE_REACH), match.index)}${whole}`;
    if (NOT_COMPARABLE.test(sentence.slice(sentence.lastIndexOf('。') + 1))) continue;
    const after = rounded(to!, toFactor);
    const before = rounded(from!, fromFactor);
    if (before[0] <= before[1] || after[0] === before[0]) continue;
    const [least, most] = quotientBetween(after, before).map((quotient) => 100 * (quotient - 1)) as [number, number];
    const end = match.index + whole!.length;
    if (rising ? most < 0 : least > 0) {
      context.report({
        range: [match.index, end],
        message: rising ? 'not-risen' : 'not-fallen',
        data: { from: from! + (fromFactor ?? '') + unit, to: to! + (toFactor ?? '') + unit },
      });
      continue;
    }
    const told = Number(percent) * (rising ? 1 : -1);
    const slack = writtenSlack(percent!);
    if (told >= least - slack && told <= most + slack) continue;
    const exact = Math.abs((after[0] / before[0] - 1) * 100);
    const right = exact.toFixed(Math.max(1, decimalsOf(percent!)));
    context.report({
      range: [end - percent!.length - 1, end],
      message: 'growth',
      data: { right },
      suggestions: [`${right}%`],
    });
  }
}

/** Growth that does not follow from the two figures it is given for. */
export default defineRule({
  id: 'count/growth',
  messages: {
    growth: 'warning',
    points: 'warning',
    'not-risen': 'warning',
    'not-fallen': 'warning',
    reached: 'warning',
    difference: 'warning',
  },
  notes: ['recount'],
  scope: 'paragraph',
  examples: [
    { wrong: '古树名木由200株增加到250株，增长⟦35%⟧。', right: '古树名木由200株增加到250株，增长25%。' },
    { wrong: '投诉从80件下降到60件，下降⟦30%⟧。', right: '投诉从80件下降到60件，下降25%。' },
    { wrong: '群众满意度由85%提高⟦了⟧92%。', right: '群众满意度由85%提高到92%。' },
    { wrong: '株数由1 000株增加到1 250株，增长⟦35%⟧。', right: '株数由1 000株增加到1 250株，增长25%。' },
    { wrong: '成活率由41%提高到63%，提高⟦12个百分点⟧。', right: '成活率由41%提高到63%，提高22个百分点。' },
    { wrong: '办理时间⟦由35分钟缩短至52分钟⟧。' },
    { wrong: '成活率⟦由12.3%提高到11.6%⟧，损耗率⟦由35%降至42%⟧。' },
    {
      wrong: '全年入园31.6万人次，较2023年的27.2万人次增长⟦26.2%⟧。',
      right: '全年入园31.6万人次，较2023年的27.2万人次增长16.2%。',
    },
    { wrong: '病株降到⟦64株，比上年同期的52株下降18.8%⟧。' },
    { right: '全年入园31.6万人次，较2023年的27.2万人次增长16.3%；病株64株，比上年同期的80株下降20%。' },
    { right: '全年入园3.2万人次，较2023年的2.9万人次增长8.1%。' },
    { right: '园区实现产值31.6亿元，比上年的27.2亿元增长8.2%；收入约30万元，较上年的20万元增长40%。' },
    { right: '全年入园31.6万人次，较2023年增长26.2%，较2023年的27.2万人次增加4.4万人次。' },
    { right: '定位精度由10米提升到1米，遥感分辨率从2米提高到0.5米。' },
    {
      wrong: '上年营业收入2000万元，今年达到2600万元，增长⟦25%⟧。',
      right: '上年营业收入2000万元，今年达到2600万元，增长30%。',
    },
    {
      wrong: '本月用水4500吨，上月用水5000吨，环比下降⟦15%⟧。',
      right: '本月用水4500吨，上月用水5000吨，环比下降10%。',
    },
    { wrong: '2031年植树1200株，2032年植树1500株，同比增长⟦30%⟧。' },
    {
      wrong: '全年植树1800株，去年同期为1500株，同比增长⟦25%⟧。',
      right: '全年植树1800株，去年同期为1500株，同比增长20%。',
    },
    { wrong: '病株由去年的10株降至今年的6株，下降⟦60%⟧。', right: '病株由去年的10株降至今年的6株，下降40%。' },
    { right: '植树2.53万株，比上年增长4.4%，其中山区1.59万株，增长3.4%；植树152株，比去年多出5株，提高了3.4%。' },
    { right: '2031年植树1200株，2032年补植1500株，成活率增长30%；去年培训120人，今年招聘150人，增长30%。' },
    { right: '去年接待3.2万人次，今年接待3.6万人次，增长12.1%。' },
    { wrong: '病株由⟦48株减少到30株，减少了28株⟧。', right: '病株由48株减少到30株，减少了18株。' },
    { wrong: '病株⟦12株，比上年的20株减少了6株⟧。', right: '病株12株，比上年的20株减少了8株。' },
    { wrong: '发生火情6起，比上年减少4起，下降⟦50%⟧。', right: '发生火情6起，比上年减少4起，下降40%。' },
    { wrong: '巡山一遍由50分钟缩短到40分钟，提速⟦30%⟧。', right: '巡山一遍由50分钟缩短到40分钟，提速20%。' },
    {
      wrong: '浇水一遍比去年的40分钟缩短了⟦25%⟧，降至20分钟。',
      right: '浇水一遍比去年的40分钟缩短了50%，降至20分钟。',
    },
    {
      right: '发生火情6起，比上年减少4起，下降40%；植树340株，比上年的280株多60株；巡山由50分钟缩短到40分钟，提速25%。',
    },
    { right: '植树1320株，较上年增加220株，其中柏树增长15%；病株比去年的40株减少了6株，石磨湾比上年的20株减少3株。' },
    { right: '成活率由61.2%提高到63%，提高2个百分点；由41%提高到63%，提高22个百分点。' },
    { right: '排名由第12位上升到第3位，由12名提升到3名；办理时间由5天提升到2天。' },
    { right: '增速由-3%回升到2%，气温从-8℃上升到2℃，投诉由1.2万件减少到9000件。' },
    { right: '树苗由20株增加了15株，投诉由80件减少了20件。' },
    { right: '古树名木由200株增加到250株，增长25%。' },
    { right: '覆盖率由60%提高到75%，提高15个百分点。' },
    { right: '经费由1.2亿元增加到1.5亿元，增长25%。' },
  ],
  check(paragraph, context) {
    const { text } = paragraph;
    for (const match of allMatches(text, REACHED)) {
      const [whole, from, , verb, , to] = match;
      const rises = Number(to) > Number(from);
      if (rises !== UPWARDS.test(verb!) || Number(to) === Number(from)) continue;
      // A fall by less than was there may be meant as it is written.
      if (!rises && Number(to) * 2 < Number(from)) continue;
      const at = match.index + whole.lastIndexOf('了');
      context.report({ range: [at, at + 1], message: 'reached', data: { verb: verb!, to: to! }, suggestions: ['到'] });
    }
    checkChanges(paragraph, context);
    if (/[%％]/.test(text)) {
      checkGrowths(paragraph, context);
      if (/[比较]/.test(text)) checkAgainst(text, context);
    }
    if (!/[由从]/.test(text)) return;
    checkDirection(text, context);
    if (/[%％]/.test(text)) checkPoints(text, context);
  },
});
