import { defineRule } from '../../lib/engine/rule.ts';
import { reportBlanks } from './_blanks.ts';

export default defineRule({
  id: 'placeholder/date',
  messages: { blank: 'warning' },
  scope: 'paragraph',
  quotedToo: true,
  examples: [
    { wrong: '《青溪县质量强县三年行动方案（2031—⟦20XX⟧年）》已经印发。' },
    { wrong: '会议定于⟦X月X⟧日召开。' },
    { wrong: '青溪县水务局\n⟦2031年　月　日⟧' },
    { wrong: '⟦××××年××月××⟧日，青溪县动工修建。' },
    { right: '2031 年 3 月 5 日，青溪县召开动员会。' },
    { right: '按照出生年月日排序，一年十二个月都在巡查。' },
  ],
  check: (paragraph, context) => reportBlanks(paragraph, 'date', context, () => 'blank'),
});
