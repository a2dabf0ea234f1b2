import { allMatches } from '../../lib/document/matches.ts';
import { parseNumeral, toNumeral } from '../../lib/document/numerals.ts';
import { defineRule } from '../../lib/engine/rule.ts';

/** Names that are written with Chinese numerals: sessions, plenums, plans, offices. */
const NAMES =
  /(?=\d)(?:(?<![\d.])(\d{1,2})(?=届[一二三四五六七八]?[一二三四五六七八]中|届[一二三四五六七八]中[、和]|届\d中全会|大(?:报告|精神|以来|召开|代表)|五规划|五[”’]规划)|(?<=[十一二三]{1,3}届)(\d)(?=中全会)|(?<=党的)(\d{2})(?=大)|(?<=第)(1)(?=书记|时间|责任人|议题))/g;

const UNIT =
  '(?:万|亿|百万|千万)?(?:公里|千米|平方米|平方公里|立方米|公顷|亩|吨|公斤|千克|米|元|美元|人次|人|户|株|台|辆|个百分点|度)';
/** “三十点五公里”: a decimal with its unit is a measurement. */
const DECIMAL = new RegExp(`[一二三四五六七八九十百千万零]{1,7}点[零一二三四五六七八九]{1,3}(?=${UNIT})`, 'g');
/** Laws and rules write their measures in numerals throughout. */
const PRESCRIBING = /应当|不得|规定|标准|条例|以[上下]|不[小低少高超大]于?|超过|低于|范围|长度|宽度/;
/** “三万五千人” beside figures in digits. */
const LARGE = new RegExp(
  `(?<![\\d十百千万亿零〇一二三四五六七八九几数多第之])[一二三四五六七八九](?=[十百千万])[一二三四五六七八九十百千万零]{2,8}(?=${UNIT}(?!以[上下内]|[^，。；]{0,6}罚|工程|计划|行动))`,
  'g',
);
const DIGITS = /(?<!\d)\d+(?:\.\d+)?(?:[万亿]?[元人户个项件名家次场座处所台条亩吨米公里%％])/g;
/** A paragraph with so many figures in digits counts in digits. */
const FEWEST_DIGITS = 2;

/** The digits of a numeral: 三十点五 → 30.5, 三万五千 → 35000 or 3.5万. */
function toDigits(numeral: string): string | undefined {
  const [whole, fraction] = numeral.split('点') as [string, string?];
  const value = parseNumeral(whole);
  if (Number.isNaN(value)) return undefined;
  if (fraction !== undefined)
    return `${value}.${[...fraction].map((digit) => (digit === '零' ? 0 : parseNumeral(digit))).join('')}`;
  return value % 10_000 === 0 && value > 0 ? `${value / 10_000}万` : String(value);
}

/** 十九届五中全会, 二十大, 第一书记: fixed names keep their Chinese numerals. */
export default defineRule({
  id: 'number/chinese-numeral',
  messages: { chinese: 'warning', quantity: 'hint' },
  scope: 'paragraph',
  basis: 'GB/T 15835—2011 4.2.2',
  examples: [
    { wrong: '学习党的⟦20⟧届三中全会精神。', right: '学习党的二十届三中全会精神。' },
    { wrong: '学习二十届⟦3⟧中全会精神。', right: '学习二十届三中全会精神。' },
    { wrong: '党的⟦20⟧大以来，选派第⟦1⟧书记5名。', right: '党的二十大以来，选派第一书记5名。' },
    { right: '学习党的二十届三中全会精神，第19届亚运会开幕，选派第一书记3名。' },
    { wrong: '建成步道⟦三十点五⟧公里。', right: '建成步道30.5公里。' },
    {
      wrong: '新建水厂3座，改造管网26公里，惠及群众⟦三万五千⟧人。',
      right: '新建水厂3座，改造管网26公里，惠及群众35000人。',
    },
    { right: '设施外壁两侧一点五米范围内为安全保护范围。' },
    { right: '处三万五千元以下罚款；新建水厂3座，改造管网26公里，惠及一百多人、两个村。' },
    { right: '第1批共20大类。' },
  ],
  check({ text }, context) {
    const quantities = (pattern: RegExp) => {
      for (const { 0: numeral, index } of allMatches(text, pattern)) {
        const right = toDigits(numeral);
        if (right === undefined) continue;
        context.report({
          range: [index, index + numeral.length],
          message: 'quantity',
          data: { right },
          basis: 'GB/T 15835—2011 4.1.1',
          suggestions: [right],
        });
      }
    };
    if (!PRESCRIBING.test(text)) quantities(DECIMAL);
    if (!/\d/.test(text)) return;
    if ((text.match(DIGITS)?.length ?? 0) >= FEWEST_DIGITS) quantities(LARGE);
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
