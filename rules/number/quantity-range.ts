import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';

const UNIT =
  '(?:[万亿千百]?(?:元|人|亩|公里|千米|吨|公斤|户|个月|个|家|名|人次|岁|天|小时|分钟|平方米|平方公里|公顷|米|件|场|台|份|条|倍))';
/** “20-30亩”, “1000万元—2000万元”. Model numbers, scores, floors and dates have no such unit behind them. */
const RANGE = new RegExp(
  `(?<![\\d.\\-—–－~～/A-Za-z：:第])(\\d+(?:\\.\\d+)?)(${UNIT})?(-|－|–|—{1,2})(\\d+(?:\\.\\d+)?)(${UNIT})(?![级号楼层栋室])`,
  'g',
);

/** A range of quantities takes ～; the hyphen joins, the dash leads from place to place and date to date. */
export default defineRule({
  id: 'number/quantity-range',
  messages: { range: 'hint' },
  scope: 'paragraph',
  basis: 'GB/T 15834—2011 4.13.3.3',
  examples: [
    { wrong: '每户种植⟦20-30亩⟧。', right: '每户种植20～30亩。' },
    { wrong: '预计投资⟦1000万元—2000万元⟧。', right: '预计投资1000万元～2000万元。' },
    { right: '每户种植20～30亩，工期3至5个月，比分3-5，会场在3-5楼。' },
    { right: '2021—2025年，4—6月，编号GB-12-34号，电话0123-4567个人咨询。' },
  ],
  check({ text }, context) {
    if (!/\d/.test(text)) return;
    for (const match of allMatches(text, RANGE)) {
      const [whole, from, unit = '', , to, last] = match;
      if (Number(from) >= Number(to) || from!.length > 6 || /^0\d/.test(from!)) continue;
      const right = `${from}${unit}～${to}${last}`;
      context.report({
        range: [match.index, match.index + whole.length],
        message: 'range',
        data: { right },
        suggestions: [right],
      });
    }
  },
});
