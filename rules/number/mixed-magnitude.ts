import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';

/** “5亿3千4百万”, “3千4百”, “2万5千”: 千 and 百 as units behind digits. Units of measure (千米, 百分) are none. */
const MIXED =
  /(?<![\d.])\d+(?:\.\d+)?(?:[万亿]\d+(?:\.\d+)?[千百](?:\d+[百十]?)?(?:万|亿)?|[千百]\d+(?:[百十]\d*)?[万亿]?|[千百]万)(?![瓦克米伏卡帕赫字焦分])/g;
/** “45万万元”, “2.5亿万元” */
const DOUBLED = /(?<=\d)(?:万万|亿万|亿亿)(?=[元人户吨亩株件个]|美元|平方|公里|千瓦)/g;
/** “1.2亿3400万”: a decimal fraction and a second unit. */
const DECIMAL_AND_MORE = /(?<![\d.])\d+\.\d+[万亿]\d+(?:\.\d+)?万/g;

/** Digits go with 万 and 亿 alone. */
export default defineRule({
  id: 'number/mixed-magnitude',
  messages: { mixed: 'warning', doubled: 'error' },
  scope: 'paragraph',
  basis: 'GB/T 15835—2011 5.1.1',
  examples: [
    { wrong: '投资⟦5亿3千4百万⟧元。' },
    { wrong: '种植⟦2万5千⟧株。' },
    { wrong: '投资⟦1.2亿3400万⟧元。' },
    { wrong: '投资45⟦万万⟧元，争取债券2.5⟦亿万⟧元。', right: '投资45万元，争取债券2.5亿元。' },
    { right: '规模达2万亿元，亿万人民，数以万万计。' },
    { right: '投资5亿3400万元，装机3千瓦，共2.5万株。' },
    { right: '三千四百户，全长5千米。' },
  ],
  check({ text }, context) {
    if (!/\d[万亿千百]/.test(text)) return;
    for (const { 0: written, index } of allMatches(text, DOUBLED)) {
      context.report({
        range: [index, index + 2],
        message: 'doubled',
        data: { written },
        suggestions: [written[0]!],
      });
    }
    for (const pattern of [MIXED, DECIMAL_AND_MORE]) {
      for (const match of allMatches(text, pattern)) {
        const written = match[0];
        // “2万5千” is how people speak; two such units in one number are no number anywhere.
        const isSpoken = (written.match(/[千百]/g) ?? []).length === 1;
        context.report({
          range: [match.index, match.index + written.length],
          message: 'mixed',
          data: { written },
          ...(isSpoken && { severity: 'hint' }),
        });
      }
    }
  },
});
