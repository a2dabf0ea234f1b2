import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import { FALL, RISE } from '../../lib/vocabulary/change-verbs.ts';

const DOUBLED = /(\d)(?:[%％](个百分点)|[%％]([%％]))/g;
/** “提高3%个点” */
const SHORT_POINTS = /(?<=\d)[%％]个(?:百分)?点(?!评|[子击头名心滴火])/g;
/** “由40%提高到60%，提高20%”: the difference of two rates. */
const DIFFERENCE = new RegExp(
  `[由从][^，。；、\\d]{0,12}(\\d{1,3}(?:\\.\\d{1,3})?)[%％](?:${RISE}|${FALL})了?(?:[到至]|为)(\\d{1,3}(?:\\.\\d{1,3})?)[%％][，、（](?:同比|共|累计)?(?:${RISE}|${FALL})(?:了|达)?(\\d{1,3}(?:\\.\\d{1,3})?)[%％]`,
  'g',
);
/** “12个百分点%” */
const POINTS_AND_SIGN = /(?<=\d个百分点)[%％]/g;
const BOTH = /百分之(\d+(?:\.\d+)?)[%％]/g;
/** “提高到35个百分点”: points are a difference. */
const POINTS_AS_VALUE = /(?:提高|增长|上升|提升|下降|降低|达)[到至](\d+(?:\.\d+)?)个百分点/g;
/** “同比增长-5%”, “同比增长-0.5天”: growth below zero is a fall. */
const NEGATIVE =
  /(?:增长|提高|上升|增加|提升)(?:了|率?为)?([-－−–]\d+(?:\.\d+)?)([%％]|个百分点|[万亿]?[元吨人户件]|[天个]|小时|分钟)/g;
/** “合格率为98.6%，比去年提高了1.2%”: a rate moves by points. */
const RATE_MOVED =
  /(?<![费税利汇死亡])(?:率|比重|比例|占比|满意度)(?:已|均|都)?(?:达到?了?|为|是|提高到|上升到|提升到|增至|降至|升至|降到|下降到|稳定在|保持在)?(\d+(?:\.\d+)?)[%％][，（](?:同比|环比|[比较][^，。；、\d]{0,3}(?:\d{1,4}年)?[^，。；、\d]{0,6}?)(?:(提高|上升|增长|提升|增加|回升)|下降|降低|减少|回落)了?(?:近|约)?(\d+(?:\.\d+)?)[%％](?![\d至～~-])/g;
const MIXED = /百分之(\d+(?:\.\d+)?)(?![%％\d.])/g;
const NUMBER = /(?<![\d.])\d+\.\d+\.(?=[%％])/g;

/** What floating point may add to a difference. */
const EXACT = 1e-6;

/** “5%个百分点”, “12%%”, “百分之5%”, “3..5%”. */
export default defineRule({
  id: 'number/percent-form',
  messages: {
    moved: 'warning',
    points: 'error',
    doubled: 'error',
    both: 'error',
    point: 'error',
    value: 'warning',
    negative: 'hint',
  },
  scope: 'paragraph',
  examples: [
    { wrong: '同比提高5⟦%⟧个百分点。', right: '同比提高5个百分点。' },
    { wrong: '同比提高12个百分点⟦%⟧。', right: '同比提高12个百分点。' },
    { wrong: '同比提高12%⟦%⟧。', right: '同比提高12%。' },
    { wrong: '同比提高⟦百分之5%⟧。', right: '同比提高5%。' },
    { wrong: '同比提高⟦百分之12.5⟧。', right: '同比提高12.5%。' },
    { wrong: '公交分担率提高到⟦35个百分点⟧。', right: '公交分担率提高到35%。' },
    { wrong: '固定资产投资同比⟦增长-5%⟧。', right: '固定资产投资同比下降5%。' },
    { wrong: '平均用时同比⟦增长-0.5天⟧。', right: '平均用时同比下降0.5天。' },
    { wrong: '同比提高⟦3.5.⟧%。' },
    { wrong: '成活率提高3⟦%个点⟧。', right: '成活率提高3个百分点。' },
    { wrong: '成活率由72%提高到90%，提高⟦18%⟧。', right: '成活率由72%提高到90%，提高18个百分点。' },
    { right: '成活率由72%提高到90%，提高25%。' },
    { wrong: '成活率为96.4%，比去年提高了⟦1.8%⟧。', right: '成活率为96.4%，比去年提高了1.8个百分点。' },
    { wrong: '公交分担率达到32%，同比上升近⟦4%⟧。', right: '公交分担率达到32%，同比上升近4个百分点。' },
    { right: '成活率为96.4%，比去年提高了1.8个百分点；公交分担率达到32%，客运量同比增长4%。' },
    { right: '事故率为0.6%，同比下降20%；快车占比24%，同比增长33%；完成投资的23.9%，同比增长3.3%。' },
    { right: '贷款利率为4.5%，比上年下降1%；增加值增长8%，比上年提高2%。' },
    { right: '同比提高5个百分点，达到12.5%，约百分之十二。' },
  ],
  check({ text }, context) {
    for (const match of allMatches(text, POINTS_AS_VALUE)) {
      const end = match.index + match[0].length;
      context.report({
        range: [end - match[1]!.length - 4, end],
        message: 'value',
        suggestions: [`${match[1]}%`],
      });
    }
    for (const match of allMatches(text, NEGATIVE)) {
      context.report({
        range: [match.index, match.index + match[0].length],
        message: 'negative',
        suggestions: [`下降${match[1]!.slice(1)}${match[2]!.replace('％', '%')}`],
      });
    }
    for (const match of allMatches(text, MIXED)) {
      context.report({ range: [match.index, match.index + match[0].length], message: 'both', fix: `${match[1]}%` });
    }
    if (!/[%％]/.test(text)) return;
    for (const match of allMatches(text, RATE_MOVED)) {
      const [whole, rate, rises, moved] = match as unknown as [string, string, string | undefined, string];
      // By more points than there are it cannot have moved: growth is meant.
      if (rises ? Number(moved) >= Number(rate) : Number(moved) + Number(rate) > 100 || Number(moved) > Number(rate)) {
        continue;
      }
      const end = match.index + whole.length;
      context.report({
        range: [end - moved.length - 1, end],
        message: 'moved',
        data: { right: `${moved}个百分点` },
        suggestions: [`${moved}个百分点`],
      });
    }
    for (const match of allMatches(text, DIFFERENCE)) {
      const [whole, from, to, moved] = match as unknown as [string, string, string, string];
      if (Math.abs(Math.abs(Number(to) - Number(from)) - Number(moved)) > EXACT) continue;
      const end = match.index + whole.length;
      context.report({
        range: [end - moved.length - 1, end],
        message: 'moved',
        data: { right: `${moved}个百分点` },
        suggestions: [`${moved}个百分点`],
      });
    }
    for (const { 0: written, index } of allMatches(text, SHORT_POINTS)) {
      if (written.endsWith('百分点')) continue; // below
      context.report({ range: [index, index + written.length], message: 'points', suggestions: ['个百分点'] });
    }
    for (const match of allMatches(text, DOUBLED)) {
      const at = match.index + (match[2] ? 1 : 2);
      context.report({ range: [at, at + 1], message: match[2] ? 'points' : 'doubled', fix: '' });
    }
    for (const { index } of allMatches(text, POINTS_AND_SIGN)) {
      context.report({ range: [index, index + 1], message: 'points', fix: '' });
    }
    for (const match of allMatches(text, BOTH)) {
      context.report({ range: [match.index, match.index + match[0].length], message: 'both', fix: `${match[1]}%` });
    }
    for (const match of allMatches(text, NUMBER)) {
      context.report({ range: [match.index, match.index + match[0].length], message: 'point' });
    }
  },
});
