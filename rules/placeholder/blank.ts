import { defineRule } from '../../lib/engine/rule.ts';
import { reportBlanks } from './_blanks.ts';

/** Blanks of which only the writer knows what belongs there. */
export default defineRule({
  id: 'placeholder/blank',
  severity: 'warning',
  scope: 'paragraph',
  quotedToo: true,
  examples: [
    { wrong: '根据《⟦XXX⟧管理办法》和⟦（　）⟧精神，制定本方案。' },
    { wrong: '重点推进⟦＿＿＿＿⟧、⟦【】⟧等工作。' },
    { right: '（一）加强领导。调用 render( ) 后刷新页面。' },
    { right: '手机尾号138****2046的用户已登记。' },
    { right: '一九八○年至二○○○年，两地保持往来。' },
  ],
  check: (paragraph, context) => reportBlanks(paragraph, 'text', context),
});
