import { defineRule } from '../../lib/engine/rule.ts';
import { reportCorrections } from './_corrections.ts';
import { isParticle } from './_similar-words.ts';

/** 的 before nouns, 地 before verbs, 得 behind verbs. */
export default defineRule({
  id: 'typo/particle',
  severity: 'error',
  scope: 'document',
  examples: [
    { wrong: '各项工作取⟦的⟧了新的成绩。', right: '各项工作取得了新的成绩。' },
    { right: '我们要更好地服务群众，把实事办得更好。' },
  ],
  check(document, context) {
    reportCorrections(document, context, (wrong, right) =>
      isParticle(wrong, right) ? `to-${'的地得'.indexOf(right)}` : undefined,
    );
  },
});
