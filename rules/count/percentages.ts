import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import { oneOf } from '../../lib/vocabulary/measure-words.ts';
import { rates } from '../../lib/vocabulary/rates.ts';

/** “分别占30%、45%、35%”: shares of one whole, named together. */
const SHARES =
  /(?:分别|依次)(?:占比?|为|是)(?:[^。；\d]{0,8}比[例重])?(?:为|达到?)?((?:\d+(?:\.\d+)?%[、，和及]){1,9}\d+(?:\.\d+)?%)/g;
const OF_A_WHOLE = /占|比重|比例|份额|构成/;
/** Shares given to one digit each may add up to a little more by rounding. */
const SLACK = 0.6;

/** Rates of which all is 100 %. 参保率, 巩固率 and 到位率 are none: newcomers and more than was planned count too. */
const BOUNDED = oneOf([...rates].filter(([, { most }]) => most === 100).map(([word]) => word));
const TOLD =
  '(?:已|均|都|分别)?(?:达到?了?|为|是|保持在|提高到|提升到|上升到|高达|超过)?\\s*(\\d{3,}(?:\\.\\d+)?)[%％]';
const RATE = new RegExp(`(?:${BOUNDED}(?:完成)?率|满意[率度])${TOLD}`, 'g');
/** A plan may be surpassed, but no more can be trained, mended or examined than there is. */
const COMPLETED = new RegExp(
  `(?:培训|问题|隐患|整改|排查|检查|体检|接种|录入|建档|作业|签订|报送|审核)[^，。；、\\d]{0,4}完成率${TOLD}`,
  'g',
);
/** What makes of such a rate a ratio of two different things: 拨备覆盖率, 毛入学率, 电话普及率, 固废处置率. */
const RATIO =
  /拨备|流动性|资金|资本|现金|利息|本息|债|准备|担保|保障|保险|医保|参保|毛|电话|手机|宽带|废|计划|目标|任务/;
/** How far before a rate such a word may stand (UTF-16 units). */
const RATIO_REACH = 10;

/** Shares of one whole that add up to more than 100 %. */
export default defineRule({
  id: 'count/percentages',
  messages: { over: 'warning', rate: 'warning' },
  scope: 'paragraph',
  examples: [
    { wrong: '三次产业分别占⟦12%、45%、53%⟧。' },
    { wrong: '优、良、中的比例分别为⟦40.5%、35.5%和34%⟧。' },
    { wrong: '群众诉求办结率达⟦105%⟧。' },
    { wrong: '风险消除率达⟦105%⟧，办结率100%。' },
    { wrong: '新任干部培训任务完成率⟦105%⟧，到会率⟦103%⟧。' },
    { right: '拨备覆盖率为285%，流动性覆盖率为168%，债务覆盖率130%。' },
    { right: '小学毛入学率为102.6%，参保率为102%，九年义务教育巩固率为101.3%，资金到位率105%。' },
    { right: '担保比例为110%，产销率为101%，资产负债率为104%，移动电话普及率达118%。' },
    { right: '三次产业分别占12%、45%、43%。' },
    { right: '办结率100%，任务完成率达120%。' },
    { right: '三项指标分别为98%、96%和99%。' },
    { right: '占比分别为33.4%、33.3%、33.4%。' },
  ],
  check({ text }, context) {
    if (!/[%％]/.test(text)) return;
    for (const match of [...allMatches(text, RATE), ...allMatches(text, COMPLETED)]) {
      const before = text
        .slice(Math.max(0, match.index - RATIO_REACH), match.index)
        .split(/[，。；、：]/)
        .at(-1)!;
      if (Number(match[1]) <= 100 || RATIO.test(before)) continue;
      const end = match.index + match[0].length;
      context.report({ range: [end - match[1]!.length - 1, end], message: 'rate', data: { rate: match[1]! } });
    }
    for (const match of allMatches(text, SHARES)) {
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
