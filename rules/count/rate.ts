import { allMatches } from '../../lib/document/matches.ts';
import { parseNumeral } from '../../lib/document/numerals.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import type { RuleContext } from '../../lib/engine/types.ts';
import { ARABIC, decimalsOf, factorOf, readArabic } from '../../lib/vocabulary/numbers.ts';
import { rounded } from '../../lib/vocabulary/quantities.ts';
import { quotientBetween, ROUGHLY, writtenSlack } from '../_quantities.ts';
import { checkRates } from './_rates.ts';

/** “1800万元，占全年任务4000万元的55%” */
const SHARE = new RegExp(
  `(?<![\\d.,])(${ARABIC})(万|亿)?([元户人个件吨亩名家])，(?:占|完成)[^，。；\\d]{0,12}?(${ARABIC})(万|亿)?\\3的(\\d+(?:\\.\\d+)?)[%％]`,
  'g',
);
/** “42.6万人，其中60岁以上9.8万人，占总人口的23.0%”: both figures, and what the share is of. */
const SHARE_OF_TOTAL = new RegExp(
  `(?<![\\d.,，])(${ARABIC})(万|亿)?([元户人个件吨亩名家项处起辆所座]|公里|公顷)[，（](?:其中)[：，]?[^，。；：、]{0,16}?(?<![\\d.,，])(${ARABIC})(万|亿)?\\3[，（]占(?:比(?!重)|总(?:人口|人数|户数|数|量|额)|全部)(?:的(?:比[例重])?)?(?:为|达到?)?(\\d+(?:\\.\\d+)?)[%％](?!以|左右)`,
  'g',
);
/** “86个幸福院中，正常运转的仅有51个，占比不足五成”: a share told in tenths, halves or percents, as bound or nearly so. */
const BOUND = new RegExp(
  `(?<![\\d.,，])(${ARABIC})(个|件|起|户|家|人|名|处|项|台|份|所|座|辆|条|批次|例)(?![^，。；]{0,40}(?:余|多|近|约))[^，。；：、\\d]{0,12}(?:中，|，其中)[^，。；：、\\d]{0,16}?(${ARABIC})\\2，(?:占比?|比例)?(?:仅|只|已|还)?(不足|不到|未到|未达|达不到|低于|超过?|高于|突破|逾)(?:了|总数的)?(?:([一二三四五六七八九])成|(一?半数?)|(\\d+(?:\\.\\d+)?)[%％])`,
  'g',
);
const BELOW = /不|未|低/;

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
    const share = (100 * readArabic(part!)) / readArabic(all!);
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
    { wrong: '应到代表120人，实到114人，⟦到会率90%⟧。', right: '应到代表120人，实到114人，到会率95%。' },
    { wrong: '共梳理苗木问题40个。其中，36个已整改，10个销号；应巡查40处，实巡查36处，⟦巡查率100%⟧。' },
    { wrong: '抽检苗木150批次，不合格3批次，⟦合格率为96%⟧。', right: '抽检苗木150批次，不合格3批次，合格率为98%。' },
    { wrong: '年初计划完成投资5000万元，实际完成4500万元，⟦完成率95%⟧。' },
    { wrong: '⟦出勤率85%⟧：应出勤50人，实际出勤45人。', right: '出勤率90%：应出勤50人，实际出勤45人。' },
    { right: '参训120人，合格114人，优秀30人，合格率95%，优秀率25%；计划植树500株，实际完成550株，完成率110%。' },
    { right: '发现隐患30处，当场整改25处，限期整改5处，整改率100%。' },
    { right: '确诊1677例，其中治愈103例、死亡157例，死亡率9.36%。' },
    { right: '发现问题87个，整改85个，整改率97.7%。' },
    { right: '受理投诉200件，办结190件，办结率达95%，群众满意率98%。' },
    { right: '排查隐患300处，整改210处，重大隐患整改率100%。' },
    { right: '发现问题87个，累计整改185个，整改率达99%；检查企业20家，整改率100%。' },
  ],
  check(paragraph, context) {
    const { text } = paragraph;
    if (text.includes('中')) checkBound(text, context);
    if (!/[%％]/.test(text)) return;
    checkShareOfTotal(text, context);
    for (const match of allMatches(text, SHARE)) {
      const part = readArabic(match[1]!) * factorOf(match[2]);
      const whole = readArabic(match[4]!) * factorOf(match[5]);
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
    checkRates(paragraph, context);
  },
});
