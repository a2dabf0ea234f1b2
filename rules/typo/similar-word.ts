import { defineRule } from '../../lib/engine/rule.ts';
import { reportCorrections } from './_corrections.ts';
import { similarWord } from './_similar-words.ts';

/** Words that sound alike and differ in meaning: 做 and 作, 在 and 再, 权利 and 权力…. */
export default defineRule({
  id: 'typo/similar-word',
  severity: 'warning',
  scope: 'document',
  examples: [
    { wrong: '各单位要⟦在⟧接再厉，争取更大成绩。', right: '各单位要再接再厉，争取更大成绩。' },
    { right: '党员享有表决权、选举权，行使权利，履行义务。' },
  ],
  check(document, context) {
    reportCorrections(document, context, (wrong, right, { range }) =>
      similarWord(wrong, right, document.text[range[0] - 1] ?? ''),
    );
  },
});
