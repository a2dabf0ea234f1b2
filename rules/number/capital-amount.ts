import { allMatches } from '../../lib/document/matches.ts';
import { parseNumeral } from '../../lib/document/numerals.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import { CAPITAL_NUMERALS, CHINESE_NUMERALS } from '../../lib/vocabulary/numbers.ts';

/** “三百万元正”, “叁佰元正”: whole amounts end in 整. */
const WHOLE = new RegExp(`(?<=[${CHINESE_NUMERALS}${CAPITAL_NUMERALS}]{2}[元圆])正(?![在式确当好向面值常])`, 'g');
const AMOUNT = new RegExp(
  `([${CAPITAL_NUMERALS}]{2,24})[元圆](?:整|正|([零壹贰叁肆伍陆柒捌玖])角)?(?:([零壹贰叁肆伍陆柒捌玖])分)?`,
  'g',
);
const DIGITS = /(?:[¥￥]\s*)?(\d{1,3}(?:[,，]\d{3})+|\d+)(\.\d{1,2})?\s*(万)?(?:元)?/g;
/** Between the two forms: brackets and the words that introduce the other one. */
const BETWEEN = /^[\s（(：:，）)]{0,8}(?:大写|小写|人民币|即|[¥￥]){0,4}[\s（(：:，人民币]{0,8}$/;

function valueOfAmount([, whole, jiao, fen]: RegExpMatchArray): number {
  const part = (capital: string | undefined) => (capital && capital !== '零' ? parseNumeral(capital) : 0);
  return Math.round(parseNumeral(whole!) * 100 + part(jiao) * 10 + part(fen)) / 100;
}

/** An amount in capitals and in digits side by side that are not the same. */
export default defineRule({
  id: 'number/capital-amount',
  messages: { differs: 'error', whole: 'hint' },
  notes: ['digits'],
  scope: 'paragraph',
  examples: [
    { wrong: '经费人民币⟦壹万贰仟元整⟧（¥12500.00）。' },
    { wrong: '合同价358000元（大写：⟦叁拾伍万元整⟧）。' },
    { wrong: '工程价款三百万元⟦正⟧。', right: '工程价款三百万元整。' },
    { right: '经费人民币壹万贰仟伍佰元整（¥12,500.00）。' },
    { right: '合同价358000元（大写：叁拾伍万捌仟元整），工期30天。' },
    { right: '转移支付4.25万亿元，其中3万元。' },
    { right: '补助叁仟元整。2024年拨付5000元。' },
  ],
  check({ text }, context) {
    for (const { index } of text.includes('正') ? allMatches(text, WHOLE) : []) {
      context.report({ range: [index, index + 1], message: 'whole', suggestions: ['整'] });
    }
    for (const match of allMatches(text, AMOUNT)) {
      const start = match.index;
      const end = start + match[0].length;
      const near = allMatches(text.slice(Math.max(0, start - 40), end + 40), DIGITS).map((digits) => ({
        at: Math.max(0, start - 40) + digits.index,
        length: digits[0].length,
        value: (Number(digits[1]!.replace(/[,，]/g, '')) + Number(digits[2] ?? 0)) * (digits[3] ? 10_000 : 1),
      }));
      const beside = near.find(({ at, length }) =>
        at >= end
          ? BETWEEN.test(text.slice(end, at)) && at - end < 12
          : BETWEEN.test(text.slice(at + length, start)) && at + length < start,
      );
      if (!/[壹贰叁肆伍陆柒捌玖]/.test(match[1]!)) continue; // “4.2万亿元”
      const value = valueOfAmount(match);
      if (!beside || Number.isNaN(value) || Math.abs(value - beside.value) < 0.005) continue;
      context.report({
        range: [start, end],
        message: 'differs',
        data: { capitals: value, digits: beside.value },
        related: [{ range: [beside.at, beside.at + beside.length], message: 'digits' }],
      });
    }
  },
});
