import { defineRule } from '../../lib/engine/rule.ts';
import { reportCorrections } from './_corrections.ts';
import { isParticle } from './_similar-words.ts';

const MESSAGES = { 的: 'attribute', 地: 'adverbial', 得: 'complement' } as const;

/** 的 before nouns, 地 before verbs, 得 behind verbs. */
export default defineRule({
  id: 'typo/particle',
  messages: { attribute: 'error', adverbial: 'error', complement: 'error' },
  scope: 'document',
  examples: [
    { wrong: '各项工作取⟦的⟧了新的成绩。', right: '各项工作取得了新的成绩。' },
    { right: '我们要更好地服务群众，把实事办得更好。' },
    { wrong: '人民群众⟦地⟧生活水平明显提高。', right: '人民群众的生活水平明显提高。' },
    { wrong: '积极稳妥⟦得⟧推进改革。', right: '积极稳妥地推进改革。' },
  ],
  check(document, context) {
    reportCorrections(document, context, (wrong, right) =>
      isParticle(wrong, right) ? { sure: MESSAGES[right], doubtful: MESSAGES[right] } : undefined,
    );
  },
});
