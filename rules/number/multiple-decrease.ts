import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';

const DECREASE =
  /(?:减少|下降|降低|缩短|缩小|减轻|下滑|回落|压缩|减小|降幅达|降幅为)了?(?:近|约|超过|超)?([\d.]+|[一二两三四五六七八九十百]+)多?倍(?!速|频|率)/g;

/** Nothing can become less by twice itself. */
export default defineRule({
  id: 'number/multiple-decrease',
  messages: { multiple: 'error' },
  scope: 'paragraph',
  examples: [
    { wrong: '事故起数⟦下降2倍⟧。' },
    { wrong: '办理时限⟦缩短了三倍⟧。' },
    { right: '事故起数下降三分之二，产量增长2倍。' },
    { right: '成本降低一半，倍感振奋。' },
  ],
  check({ text }, context) {
    if (!text.includes('倍')) return;
    for (const match of allMatches(text, DECREASE)) {
      context.report({ range: [match.index, match.index + match[0].length], message: 'multiple' });
    }
  },
});
