import { defineRule, perParagraph } from '../../lib/engine/rule.ts';

const RELATIVE = /今年|去年|明年|前年|上年度|本年度/;
const ABSOLUTE = /(?:19|20)\d{2}\s*年|[二一][〇○零九][〇○零一二三四五六七八九]{2}年/;
/** A note is read when it is written; a report is read years later (UTF-16 units). */
const SHORTEST = 300;

const relativeAt = perParagraph(({ text }) => RELATIVE.exec(text)?.index);
const hasYear = perParagraph(({ text }) => ABSOLUTE.test(text));

/** “今年” in a document that names no year at all. */
export default defineRule({
  id: 'number/relative-year',
  messages: { relative: 'hint' },
  scope: 'document',
  examples: [
    { wrong: `⟦今年⟧以来，${'新建步道三条，改造公园两座。'.repeat(24)}` },
    { right: `2024年以来，${'新建步道三条，改造公园两座。'.repeat(24)}今年再建一条。` },
    { right: '今年以来，新建步道三条。' },
  ],
  check({ text, blocks }, context) {
    if (text.length < SHORTEST || blocks.some(({ paragraph }) => hasYear(paragraph))) return;
    const block = blocks.find(({ paragraph }) => relativeAt(paragraph) !== undefined);
    if (!block) return;
    const at = relativeAt(block.paragraph)!;
    const { length } = RELATIVE.exec(block.paragraph.text)![0];
    context.report({
      range: [block.start + at, block.start + at + length],
      message: 'relative',
      data: { written: block.paragraph.text.slice(at, at + length) },
    });
  },
});
