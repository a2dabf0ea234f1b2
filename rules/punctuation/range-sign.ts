import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';

/** “5一8人”, “2021年3月一6月”: the numeral 一 for a dash. */
const NUMERAL = /一(?=\d)(?<=(?<![〇零一二三四五六七八九\d])\d{1,8}(?:年|月|日|时|万元|[%％元岁])?一)/g;
/** “2020——2022年”, “9:00--11:30”, “3-—5月”: two dashes, or a hyphen with a dash. */
const DOUBLE = /(?:——|--|－－|-—|—-|一一)(?=\d)(?<=\d(?:年|月|日|时|[%％])?(?:——|--|－－|-—|—-|一一))/g;
/** Parts of a number: “0571一8812”. */
const TELEPHONE = /(?:^|\D)0\d{2,3}$/;

const isDate = (before: string, after: string) =>
  /(?:年|月|日|时|(?:19|20)\d\d|:\d\d|：\d\d)$/.test(before) || /^\d{1,4}[年月日时号:：]/.test(after);

/** From one number to another leads one dash, or a wave. */
export default defineRule({
  id: 'punctuation/range-sign',
  messages: { numeral: 'warning', double: 'warning' },
  basis: 'GB/T 15834—2011 4.13.3',
  scope: 'paragraph',
  examples: [
    { wrong: '每组安排5⟦一⟧8人，2021年3月⟦一⟧6月集训。', right: '每组安排5～8人，2021年3月—6月集训。' },
    { wrong: '2020⟦——⟧2022年任村会计。', right: '2020—2022年任村会计。' },
    { right: '2020—2022年任村会计，每组5～8人，一3班的同学，共3处——2处已整改。' },
    { right: '二0一0年，咨询电话0571一88120000；参数--help 3。' },
  ],
  check({ text }, context) {
    for (const [message, pattern] of [
      ['numeral', NUMERAL],
      ['double', DOUBLE],
    ] as const) {
      for (const { 0: sign, index } of allMatches(text, pattern)) {
        const before = text.slice(Math.max(0, index - 8), index);
        const after = text.slice(index + sign.length, index + sign.length + 8);
        if (TELEPHONE.test(before)) continue;
        const right = isDate(before, after) ? '—' : '～';
        context.report({ range: [index, index + sign.length], message, data: { right }, suggestions: [right] });
      }
    }
  },
});
