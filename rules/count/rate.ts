import { allMatches } from '../../lib/document/matches.ts';
import { parseNumeral } from '../../lib/document/numerals.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import type { RuleContext } from '../../lib/engine/types.ts';
import {
  decimalsOf,
  factorOf,
  NUMBER,
  quotientBetween,
  ROUGHLY,
  readNumber,
  rounded,
  writtenSlack,
} from './_quantities.ts';

/** Deeds whose share is told as “办结率”. */
const DEED = '整改|办结|化解|完成|处置|调解|办理|合格|通过|解决|销号|回复|答复|结案|检出|入户|签约|覆盖|执行|成功';
const RATE = new RegExp(`(${DEED})(?:完成|到位|成功)?率(?:达到?|为|均为|是)?(?:了)?(\\d+(?:\\.\\d+)?)[%％]`, 'g');
const UNITS = '件|个|起|户|家|人|名|处|项|台|份|批次|批|条|宗|例|次';
const QUANTITY = new RegExp(`(?<![\\d.,])(${NUMBER})(${UNITS})?`, 'g');
/** How far the figures may stand before the rate (UTF-16 units). */
const REACH = 80;
/** Figures from elsewhere: “累计”, “其余”, another year. */
const ELSEWHERE = /累计|同比|去年|上年|其余|平均|年度|排名|分别|以来|超过|近\d|余[件个起户家]|多[件个起户家]/;

/** “1800万元，占全年任务4000万元的55%” */
const SHARE = new RegExp(
  `(?<![\\d.,])(${NUMBER})(万|亿)?([元户人个件吨亩名家])，(?:占|完成)[^，。；\\d]{0,12}?(${NUMBER})(万|亿)?\\3的(\\d+(?:\\.\\d+)?)[%％]`,
  'g',
);
/** “42.6万人，其中60岁以上9.8万人，占总人口的23.0%”: both figures, and what the share is of. */
const SHARE_OF_TOTAL = new RegExp(
  `(?<![\\d.,，])(${NUMBER})(万|亿)?([元户人个件吨亩名家项处起辆所座]|公里|公顷)[，（](?:其中)[：，]?[^，。；：、]{0,16}?(?<![\\d.,，])(${NUMBER})(万|亿)?\\3[，（]占(?:比(?!重)|总(?:人口|人数|户数|数|量|额)|全部)(?:的(?:比[例重])?)?(?:为|达到?)?(\\d+(?:\\.\\d+)?)[%％](?!以|左右)`,
  'g',
);
/** “86个幸福院中，正常运转的仅有51个，占比不足五成”: a share told in tenths, halves or percents, as bound or nearly so. */
const BOUND = new RegExp(
  `(?<![\\d.,，])(${NUMBER})(个|件|起|户|家|人|名|处|项|台|份|所|座|辆|条|批次|例)(?![^，。；]{0,40}(?:余|多|近|约))[^，。；：、\\d]{0,12}(?:中，|，其中)[^，。；：、\\d]{0,16}?(${NUMBER})\\2，(?:占比?|比例)?(?:仅|只|已|还)?(不足|不到|未到|未达|达不到|低于|超过?|高于|突破|逾)(?:了|总数的)?(?:([一二三四五六七八九])成|(一?半数?)|(\\d+(?:\\.\\d+)?)[%％])`,
  'g',
);
const BELOW = /不|未|低/;

interface Shown {
  readonly part: number;
  readonly whole: number;
  readonly start: number;
}

/** “发现问题87个，整改85个”: the figure behind the deed, and the one before it with the same unit. */
function shareBefore(before: string, deed: string): Shown | undefined {
  const quantities = [...allMatches(before, QUANTITY)];
  const part = quantities.at(-1);
  const whole = quantities.at(-2);
  if (!part || !whole || (part[2] ?? whole[2]) !== whole[2] || whole[2] === undefined) return undefined;
  const between = before.slice(whole.index + whole[0].length, part.index);
  if (!new RegExp(`(?:${deed})(?:了|完成|到位|问题)?$`).test(between) || ELSEWHERE.test(before.slice(whole.index - 6)))
    return undefined;
  if (
    /[^，、；]/.test(
      between
        .replace(/^[，、；]/, '')
        .replace(/^(?:已|其中|全部|共|按期|当场|现场|立行)*/, '')
        .replace(deed, '')
        .replace(/了|完成|到位|问题/g, ''),
    )
  )
    return undefined;
  return { part: readNumber(part[1]!), whole: readNumber(whole[1]!), start: whole.index };
}

/** A share of the total before it, which the two figures do not give even if both were rounded. */
function checkShareOfTotal(text: string, context: RuleContext<'rate'>): void {
  for (const match of allMatches(text, SHARE_OF_TOTAL)) {
    const [whole, allDigits, allFactor, , partDigits, partFactor, written] = match as unknown as string[];
    const total = rounded(allDigits!, allFactor);
    const share = rounded(partDigits!, partFactor);
    const [[all, allSlack], [part]] = [total, share];
    const before = text.slice(Math.max(0, match.index - 3), match.index);
    if (part > all || all <= allSlack || ROUGHLY.test(`${before}${whole}`)) continue;
    const [least, most] = quotientBetween(share, total);
    const slack = writtenSlack(written!);
    if (Number(written) >= 100 * least - slack && Number(written) <= 100 * most + slack) continue;
    const end = match.index + whole!.length;
    context.report({
      range: [end - written!.length - 1, end],
      message: 'rate',
      data: {
        part: partDigits! + (partFactor ?? ''),
        whole: allDigits! + (allFactor ?? ''),
        right: ((100 * part) / all).toFixed(Math.max(1, decimalsOf(written!))),
      },
    });
  }
}

/** “不足五成” where it is more, “超过六成” where it is less. */
function checkBound(text: string, context: RuleContext<'rate'>): void {
  for (const match of allMatches(text, BOUND)) {
    const [words, all, , part, bound, tenths, , percent] = match as unknown as string[];
    const share = (100 * readNumber(part!)) / readNumber(all!);
    const limit = tenths ? 10 * parseNumeral(tenths) : percent ? Number(percent) : 50;
    if (share > 100 || (BELOW.test(bound!) ? share < limit : share > limit)) continue;
    const end = match.index + words!.length;
    context.report({
      range: [end - words!.length + words!.lastIndexOf('，') + 1, end],
      message: 'rate',
      data: { part: part!, whole: all!, right: share.toFixed(1) },
    });
  }
}

/** A rate that the two figures before it do not give. */
export default defineRule({
  id: 'count/rate',
  messages: { rate: 'warning' },
  notes: ['figures'],
  scope: 'paragraph',
  examples: [
    { wrong: '发现问题87个，整改87个，⟦整改率98%⟧。' },
    { wrong: '调处纠纷367件，成功350件，⟦成功率98%⟧。' },
    { wrong: '受理投诉200件，已办结190件，⟦办结率达92.5%⟧。' },
    { wrong: '财政收入1800万元，占全年任务4000万元的⟦55%⟧。' },
    { wrong: '排查隐患2 060项，整改2 045项，⟦整改率为95.5%⟧。' },
    { right: '财政收入1 480万元，占全年任务4 000万元的37%；财政收入1,480万元，占全年任务4,000万元的37%。' },
    { right: '财政收入1800万元，占全年任务4000万元的45%。' },
    { wrong: '全区林地38.4万亩，其中天然林8.6万亩，占总数的⟦32.4%⟧。' },
    { wrong: '管护站64个，其中山区站16个，占比⟦35%⟧。' },
    { wrong: '64个管护站中，能够全年值守的仅有41个，⟦占比不足五成⟧。' },
    { wrong: '登记古树240株，在64处绿地中，设有标牌的有31处，⟦超过一半⟧。' },
    { right: '全区林地38.4万亩，其中天然林8.6万亩，占总数的22.4%，比上年提高32.4个百分点。' },
    {
      right:
        '全区林地1.2万亩，其中天然林0.4万亩，占总数的32.1%；林地38.4万亩，其中天然林8.6万亩，占全市天然林的32.4%。',
    },
    { right: '管护站64个，其中山区站16个，占比25%；林农6.4万户，其中山区1.6万户，占全部的24.8%。' },
    { right: '林农突破6万户，其中山区超2万户，占比36%；林地近38万亩，其中天然林约9万亩，占比25%。' },
    { right: '64个管护站中，能够全年值守的仅有31个，占比不足五成；平原站41个，占比超过六成。' },
    { right: '64个管护站中，能够全年值守的有41个，其中不足五成配有车辆；余下23个站中，改造的有12个，超过一半。' },
    { right: '发现问题87个，整改85个，整改率97.7%。' },
    { right: '受理投诉200件，办结190件，办结率达95%，群众满意率98%。' },
    { right: '排查隐患300处，整改210处，重大隐患整改率100%。' },
    { right: '发现问题87个，累计整改185个，整改率达99%；检查企业20家，整改率100%。' },
  ],
  check({ text }, context) {
    if (text.includes('中')) checkBound(text, context);
    if (!/[%％]/.test(text)) return;
    checkShareOfTotal(text, context);
    for (const match of allMatches(text, SHARE)) {
      const part = readNumber(match[1]!) * factorOf(match[2]);
      const whole = readNumber(match[4]!) * factorOf(match[5]);
      const share = (100 * part) / whole;
      // Rounded figures move the share a little.
      if (Math.abs(share - Number(match[6])) <= Math.max(1, share * 0.03)) continue;
      const end = match.index + match[0].length;
      const right = share.toFixed(1).replace('.0', '');
      context.report({
        range: [end - match[6]!.length - 1, end],
        message: 'rate',
        data: { part: match[1]! + (match[2] ?? ''), whole: match[4]! + (match[5] ?? ''), right },
      });
    }
    for (const match of allMatches(text, RATE)) {
      const [words, deed, written] = match;
      if (!/[，、；（]$/.test(text.slice(0, match.index))) continue; // “重大隐患整改率” is the share of something else
      const from = Math.max(0, match.index - REACH);
      const sentence = text
        .slice(from, match.index - 1)
        .split(/[。；！？\n]/)
        .at(-1)!;
      const shown = shareBefore(sentence, deed!);
      if (!shown || shown.whole === 0 || shown.part > shown.whole) continue;
      const decimals = written!.split('.')[1]?.length ?? 0;
      const share = (100 * shown.part) / shown.whole;
      // Rounded or cut off, both are usual.
      if (Math.abs(share - Number(written)) < 10 ** -decimals) continue;
      const right = share.toFixed(Number.isInteger(share) ? 0 : Math.max(1, decimals));
      context.report({
        range: [match.index, match.index + words.length],
        message: 'rate',
        data: { part: shown.part, whole: shown.whole, right },
        related: [{ range: [match.index - 1 - sentence.length + shown.start, match.index - 1], message: 'figures' }],
      });
    }
  },
});
