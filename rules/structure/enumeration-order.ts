import { toNumeral } from '../../lib/document/numerals.ts';
import type { Document, EnumerationStyle } from '../../lib/document/types.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import type { RuleContext } from '../../lib/engine/types.ts';
import { breaksOf, type Enumeration, findEnumerations, isBetween, NUMERAL } from './_enumerations.ts';

const WRITTEN: Readonly<Record<EnumerationStyle, (numeral: string) => string>> = {
  shi: (numeral) => `${numeral}是`,
  yao: (numeral) => `${numeral}要`,
  lai: (numeral) => `${numeral}来`,
  di: (numeral) => `第${numeral}`,
  qi: (numeral) => `其${numeral}`,
  shouxian: () => '其次',
};
/** 首先 and 再次 are adverbs as often as they count, and 一来…再来 is a way of speaking. */
const COUNTED: ReadonlySet<EnumerationStyle> = new Set(['shi', 'yao', 'di', 'qi']);

/** The order of words that name no number. */
const WORDS = ['首先', '其次', '再次', '最后'];

/** “首先……最后……其次”: an earlier word behind a later one. 首先 itself may open another enumeration. */
function reportWords({ marks }: Enumeration, { text }: Document, context: RuleContext<'words', 'before'>): void {
  marks.forEach((mark, index) => {
    const previous = marks[index - 1];
    if (!previous || previous.block !== mark.block) return;
    const [before, written] = [previous, mark].map(({ range }) => text.slice(range[0], range[0] + 2)) as [
      string,
      string,
    ];
    if (written === '首先' || WORDS.indexOf(written) >= WORDS.indexOf(before)) return;
    context.report({
      range: [mark.range[0], mark.range[0] + 2],
      message: 'words',
      data: { written, previous: before },
      related: [{ range: [previous.range[0], previous.range[0] + 2], message: 'before' }],
    });
  });
}

/** No enumeration of a text is as long as that; what is, is none. */
const MOST_MARKS = 99;

/** 一是…二是…四是: a number left out, used twice or out of order. */
export default defineRule({
  id: 'structure/enumeration-order',
  messages: { gap: 'error', slip: 'error', repeat: 'error', back: 'error', words: 'warning' },
  notes: ['renumber', 'before'],
  scope: 'document',
  examples: [
    {
      wrong: '一是抓学习，二是抓落实，三是抓队伍，⟦五是⟧抓作风。',
      right: '一是抓学习，二是抓落实，三是抓队伍，四是抓作风。',
    },
    {
      wrong: '主要做法：一是抓学习；二是抓队伍；⟦二是⟧抓作风。',
      right: '主要做法：一是抓学习；二是抓队伍；三是抓作风。',
    },
    { wrong: '要做到：一要学深悟透。\n⟦三要⟧真抓实干。', right: '要做到：一要学深悟透。\n二要真抓实干。' },
    {
      wrong: '第一，摸清底数。第二，列出清单。⟦第四，⟧逐项销号。',
      right: '第一，摸清底数。第二，列出清单。第三，逐项销号。',
    },
    { wrong: '首先，要抓学习。最后，要抓落实。⟦其次⟧，要抓整改。' },
    { right: '首先，要抓学习。其次，要抓落实。最后，要抓整改。首先做好准备。' },
    { right: '一是抓学习，要做到：一是读原文，二是写体会；二是抓落实；三是抓作风。' },
    { right: '一是一，二是二，不能含糊。' },
    { right: '（一）抓学习。一是读原文。二是写体会。\n（二）抓落实。一是列清单。二是勤督查。三是严考核。' },
    { right: '一是罪名不同，其区别一是对象不同，二是手段不同；二是刑期不同。' },
    { right: '第一、第二种办法过于机械，第三、第四种办法不好操作，三要素缺一不可。' },
    { right: '首先，感谢大家。再次，祝工作顺利。' },
    {
      wrong: '要做好四件事：一是清淤，二是补栽，⟦九是⟧巡查，四是建档。',
      right: '要做好四件事：一是清淤，二是补栽，三是巡查，四是建档。',
    },
    {
      wrong: '要做好四件事：一是清淤，二是补栽，三是巡查，⟦二是⟧建档。',
      right: '要做好四件事：一是清淤，二是补栽，三是巡查，四是建档。',
    },
  ],
  check(document, context) {
    for (const enumeration of findEnumerations(document)) {
      const { style, marks } = enumeration;
      if (marks.length > MOST_MARKS) continue;
      if (style === 'shouxian') reportWords(enumeration, document, context);
      if (!COUNTED.has(style)) continue;
      for (const { index, expected, kind } of breaksOf(enumeration)) {
        const { range, item } = marks[index]!;
        const previous = marks[index - 1];
        if (!previous || kind === 'start' || expected > 99) continue;
        const written = document.text.slice(...range).replace(/[，,、：:]$/, '');
        if (isBetween(document, previous, marks[index]!, expected)) continue;
        const from = (kind === 'repeat' ? marks[index - 2] : undefined) ?? previous;
        if (isBetween(document, from, marks[index]!, item.value - 1 || expected)) continue;
        const at = range[0] + NUMERAL.exec(written)!.index;
        const numeral = toNumeral(expected);
        context.report({
          range,
          message: kind,
          data: {
            written,
            previous: document.text.slice(...previous.range).replace(/[，,、：:]$/, ''),
            expected: WRITTEN[style](numeral),
          },
          suggestions: [
            {
              message: 'renumber',
              data: { expected: WRITTEN[style](numeral) },
              fix: { range: [at, at + NUMERAL.exec(written)![0].length], text: numeral },
            },
          ],
          related: [{ range: previous.range, message: 'before' }],
        });
      }
    }
  },
});
