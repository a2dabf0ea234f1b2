import { findBreaks } from '../../lib/document/numbering.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import { listAttachments } from './_attachments.ts';

/** The list of attachments below a text: numbers in order, a point behind each, no mark behind the name. */
export default defineRule({
  id: 'structure/attachment-list',
  messages: { point: 'hint', 'end-mark': 'hint', order: 'warning' },
  scope: 'document',
  basis: 'GB/T 9704—2012 7.3.4',
  examples: [
    {
      wrong: '特此通知。\n附件：1⟦、⟧自查表\n青溪区园林所\n2024年9月2日',
      right: '特此通知。\n附件：1.自查表\n青溪区园林所\n2024年9月2日',
    },
    {
      wrong: '特此通知。\n附件：1.自查表\n　　　2.汇总表⟦。⟧\n青溪区园林所\n2024年9月2日',
      right: '特此通知。\n附件：1.自查表\n　　　2.汇总表\n青溪区园林所\n2024年9月2日',
    },
    {
      wrong: '特此通知。\n附件：1.自查表\n　　　⟦3⟧.汇总表\n青溪区园林所\n2024年9月2日',
      right: '特此通知。\n附件：1.自查表\n　　　2.汇总表\n青溪区园林所\n2024年9月2日',
    },
    { right: '特此通知。\n附件：1.自查表\n　　　2.汇总表\n青溪区园林所\n2024年9月2日' },
    { right: '特此通知。\n附件：自查表\n青溪区园林所\n2024年9月2日' },
  ],
  check(document, context) {
    const listed = listAttachments(document);
    for (const { suffix, endMark } of listed) {
      if (suffix[1] > suffix[0] && !/[.．]/.test(document.text.slice(...suffix))) {
        context.report({ range: suffix, message: 'point', suggestions: ['.'] });
      }
      if (endMark[1] > endMark[0]) context.report({ range: endMark, message: 'end-mark', suggestions: [''] });
    }
    for (const { index, expected } of findBreaks(listed.map(({ value }) => value))) {
      context.report({
        range: listed[index]!.range,
        message: 'order',
        data: { expected },
        suggestions: [String(expected)],
      });
    }
  },
});
