import { defineRule } from '../../lib/engine/rule.ts';
import { findOddItems, markRange, writeMark } from './_marks.ts';

/** Siblings numbered in two styles: “1.” beside “（二）（三）”. */
export default defineRule({
  id: 'structure/mixed-number-style',
  messages: { odd: 'error' },
  notes: ['sibling'],
  scope: 'document',
  basis: 'GB/T 9704—2012 7.3.3',
  examples: [
    {
      wrong: '四、下一步打算\n⟦1.⟧抓学习。每月一课。\n（二）抓队伍。结对帮带。\n（三）抓作风。常态督查。',
      right: '四、下一步打算\n（一）抓学习。每月一课。\n（二）抓队伍。结对帮带。\n（三）抓作风。常态督查。',
    },
    {
      wrong: '一、学习情况\n每月一课。\n⟦（二）⟧履职情况\n走访三百户。\n三、廉洁情况\n没有违纪。',
      right: '一、学习情况\n每月一课。\n二、履职情况\n走访三百户。\n三、廉洁情况\n没有违纪。',
    },
    { right: '一、安排\n（一）准备。\n1.印发方案。\n2.组织培训。\n（二）实施。\n3.现场检查。' },
    { right: '一、安排\n1.印发方案。\n2.组织培训。\n二、要求\n1.加强领导。' },
  ],
  check(document, context) {
    for (const { item, style, sibling } of findOddItems(document)) {
      const expected = writeMark(style, item.marker.value);
      if (expected === undefined) continue;
      context.report({
        range: markRange(item),
        message: 'odd',
        data: { written: document.text.slice(...markRange(item)), expected },
        suggestions: [expected],
        related: [{ range: markRange(sibling), message: 'sibling' }],
      });
    }
  },
});
