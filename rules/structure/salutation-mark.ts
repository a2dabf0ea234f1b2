import { defineRule } from '../../lib/engine/rule.ts';
import { describeDocument } from '../../lib/kinds/kind.ts';
import { findUnmarkedSalutation } from '../../lib/kinds/salutation.ts';

/** A salutation or addressee ends in a full-width colon. */
export default defineRule({
  id: 'structure/salutation-mark',
  messages: { colon: 'warning' },
  scope: 'document',
  basis: 'GB/T 9704—2012 7.3.2',
  examples: [
    {
      wrong: '2024年度述职报告\n各位领导、同志们⟦，⟧\n现将履职情况报告如下。\n全年新建步道三条。',
      right: '2024年度述职报告\n各位领导、同志们：\n现将履职情况报告如下。\n全年新建步道三条。',
    },
    {
      wrong: '关于植树的通知\n各科室⟦。⟧\n定于3月12日植树。\n请准时参加。',
      right: '关于植树的通知\n各科室：\n定于3月12日植树。\n请准时参加。',
    },
    {
      wrong: '2024年度述职报告\n尊敬的各位领导，同志们⟦，⟧\n现将履职情况报告如下。\n全年新建步道三条。',
      right: '2024年度述职报告\n尊敬的各位领导，同志们：\n现将履职情况报告如下。\n全年新建步道三条。',
    },
    { right: '关于植树的通知\n各科室：\n定于3月12日植树。\n请准时参加。' },
    { right: '2024年度述职报告\n全体同志一起努力，完成了各项任务。\n各方面工作都有进步。\n人手偏紧。' },
  ],
  check(document, context) {
    const description = describeDocument(document);
    const block = description && findUnmarkedSalutation(document, description.title);
    if (!block) return;
    const { text, content } = block.paragraph;
    const end = block.start + content[1];
    const hasMark = /[。，,.；;！!、]/.test(text[content[1] - 1]!);
    const range = hasMark ? ([end - 1, end] as const) : ([block.start + content[0], end] as const);
    context.report({
      range,
      message: 'colon',
      suggestions: hasMark ? ['：'] : [`${text.slice(...content)}：`],
    });
  },
});
