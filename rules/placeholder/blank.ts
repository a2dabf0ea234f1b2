import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import { reportBlanks, UNFILLED } from './_blanks.ts';

const UNFILLED_LABEL = new RegExp(UNFILLED, 'g');

/** Blanks of which only the writer knows what belongs there. */
export default defineRule({
  id: 'placeholder/blank',
  messages: { blank: 'warning', label: 'warning' },
  scope: 'paragraph',
  quotedToo: true,
  examples: [
    { wrong: '根据《⟦XXX⟧管理办法》和⟦（　）⟧精神，制定本方案。' },
    { wrong: '重点推进⟦＿＿＿＿⟧、⟦【】⟧等工作。' },
    { wrong: '（联系人：祁向南，联系⟦电话：⟧）' },
    { right: '（一）加强领导。调用 render( ) 后刷新页面。' },
    { right: '手机尾号138****2046的用户已登记。' },
    { right: '一九八○年至二○○○年，两地保持往来。' },
  ],
  check(paragraph, context) {
    reportBlanks(paragraph, 'text', context, () => 'blank');
    for (const { 0: label, index } of allMatches(paragraph.text, UNFILLED_LABEL)) {
      context.report({
        range: [index, index + label.length],
        message: 'label',
        data: { label: label.trim().slice(0, -1) },
      });
    }
  },
});
