import { allMatches } from '../../lib/document/matches.ts';
import { toNumeral } from '../../lib/document/numerals.ts';
import { defineRule } from '../../lib/engine/rule.ts';

/** Names that are written with Chinese numerals: sessions, plenums, plans, offices. */
const NAMES =
  /(?=\d)(?:(?<![\d.])(\d{1,2})(?=届[一二三四五六七八]?[一二三四五六七八]中|届[一二三四五六七八]中[、和]|届\d中全会|大(?:报告|精神|以来|召开|代表)|五规划|五[”’]规划)|(?<=[十一二三]{1,3}届)(\d)(?=中全会)|(?<=党的)(\d{2})(?=大)|(?<=第)(1)(?=书记|时间|责任人|议题))/g;

/** 十九届五中全会, 二十大, 第一书记: fixed names keep their Chinese numerals. */
export default defineRule({
  id: 'number/chinese-numeral',
  severity: 'warning',
  scope: 'paragraph',
  basis: 'GB/T 15835—2011 4.2.2',
  examples: [
    { wrong: '学习党的⟦20⟧届三中全会精神。', right: '学习党的二十届三中全会精神。' },
    { wrong: '学习二十届⟦3⟧中全会精神。', right: '学习二十届三中全会精神。' },
    { wrong: '党的⟦20⟧大以来，选派第⟦1⟧书记5名。', right: '党的二十大以来，选派第一书记5名。' },
    { right: '学习党的二十届三中全会精神，第19届亚运会开幕，选派第一书记3名。' },
    { right: '第1批共20大类。' },
  ],
  check({ text }, context) {
    if (!/\d/.test(text)) return;
    for (const match of allMatches(text, NAMES)) {
      const number = Number(match[0]);
      if (number === 0) continue;
      const right = toNumeral(number);
      context.report({
        range: [match.index, match.index + match[0].length],
        message: 'chinese',
        data: { right },
        suggestions: [right],
      });
    }
  },
});
