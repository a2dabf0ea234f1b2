import { defineRule } from '../../lib/engine/rule.ts';

/** Two to six characters and again the same ones. */
const DOUBLED = /(?=(\p{Script=Han}{2,6})\1)/gu;

/** Formulas of the language that double on purpose, or meet their like by chance: 研究研究, 一个一个, 各个各个. */
const REDUPLICATED =
  /^(?:研究|讨论|商量|考虑|了解|学习|休息|打扫|收拾|整理|活动|锻炼|调查|关心|检查|一[个件条项步点层次代遍年天户村环]|[一二三四五六七八九十][一二三四五六七八九十]|十分|非常|哈哈|呵呵|嘻嘻|滴答|叮咚|早日|快快|慢慢)$/;

/** “市市场监管局”, “局党组组织”: the end of one word and the start of the next are no doubling of two characters or more. */
export default defineRule({
  id: 'repetition/doubled-word',
  severity: 'error',
  scope: 'paragraph',
  examples: [
    { wrong: '选派⟦驻村驻村⟧工作队。', right: '选派驻村工作队。' },
    { wrong: '对检出的问题⟦依法依法⟧处理。', right: '对检出的问题依法处理。' },
    { right: '这件事要研究研究再定。' },
    { right: '党组组织学习，市市场监管局参加。' },
    { right: '一个一个问题解决，一户一户走访。' },
  ],
  check({ text }, context) {
    let end = 0;
    for (const { index, 1: word } of text.matchAll(DOUBLED)) {
      if (index < end || REDUPLICATED.test(word!)) continue;
      end = index + 2 * word!.length;
      context.report({ range: [index, end], message: 'doubled', data: { word: word! }, fix: word! });
    }
  },
});
