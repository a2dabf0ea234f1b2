import { defineRule } from '../../lib/engine/rule.ts';
import { reportBlanks } from './_blanks.ts';

export default defineRule({
  id: 'placeholder/person',
  messages: { blank: 'warning' },
  scope: 'paragraph',
  quotedToo: true,
  examples: [
    { wrong: '会议由⟦XXX⟧同志主持。' },
    { wrong: '述职人：⟦＿＿＿＿⟧' },
    { right: '被告人张某某、李××对上述事实没有异议。' },
    { right: '同志们要认真学习先进典型。' },
  ],
  check: (paragraph, context) => reportBlanks(paragraph, 'person', context, () => 'blank'),
});
