import { parseNumeral } from '../../lib/document/numerals.ts';
import { defineRule } from '../../lib/engine/rule.ts';

const CHINESE =
  /([一二][〇零○九][〇零○一二三四五六七八九]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/;
const PADDED = /((?:19|20)\d{2})年(0?\d{1,2})月(0?\d{1,2})日/;
const POINTS = /((?:19|20)\d{2})[./-](\d{1,2})[./-](\d{1,2})$/;

/** “2025年1月”, without its day. */
const MONTH = /^[\s\u3000（(]*((?:19|20)\d{2}年\d{1,2}月)[\s\u3000）)]*$/;

function rightForm(words: string): { written: string; right: string } | undefined {
  const match = CHINESE.exec(words) ?? PADDED.exec(words) ?? POINTS.exec(words);
  if (!match) return undefined;
  const [year, month, day] = match.slice(1, 4).map((part) => parseNumeral(part.replace(/[零○]/g, '〇')));
  const right = `${year}年${month}月${day}日`;
  return right === match[0] ? undefined : { written: match[0], right };
}

/** The date below a document: Arabic digits, year, month and day in full, no leading zero. */
export default defineRule({
  id: 'number/date-form',
  messages: { form: 'hint', 'no-day': 'hint' },
  scope: 'document',
  basis: 'GB/T 9704—2012 7.3.5.4',
  examples: [
    {
      wrong: '关于植树的通知\n各科室：\n定于3月植树。\n园林所\n⟦二〇二四年九月十二日⟧',
      right: '关于植树的通知\n各科室：\n定于3月植树。\n园林所\n2024年9月12日',
    },
    {
      wrong: '关于植树的通知\n各科室：\n定于3月植树。\n园林所\n⟦2024年09月02日⟧',
      right: '关于植树的通知\n各科室：\n定于3月植树。\n园林所\n2024年9月2日',
    },
    {
      wrong: '关于植树的通知\n各科室：\n定于3月植树。\n园林所\n⟦2024.9.2⟧',
      right: '关于植树的通知\n各科室：\n定于3月植树。\n园林所\n2024年9月2日',
    },
    { wrong: '关于植树的通知\n各科室：\n定于3月植树。\n园林所\n⟦2024年9月⟧' },
    { right: '关于植树的通知\n各科室：\n定于3月植树。\n园林所\n2024年9月2日' },
  ],
  check({ date, signature }, context) {
    // Below the text; a report may name its month alone under the title.
    const month = date && date === signature ? null : date && MONTH.exec(date.paragraph.text);
    if (date?.role === 'date' && month) {
      const start = date.start + date.paragraph.content[0];
      context.report({ range: [start, start + month[1]!.length], message: 'no-day' });
    }
    const form = date && rightForm(date.paragraph.text.trimEnd());
    if (!form) return;
    const at = date.start + date.paragraph.text.indexOf(form.written);
    context.report({
      range: [at, at + form.written.length],
      message: 'form',
      data: { right: form.right },
      suggestions: [form.right],
    });
  },
});
