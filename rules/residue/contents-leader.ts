import { defineRule } from '../../lib/engine/rule.ts';

const LEADER =
  /^(.{2,60}?)[\s\u3000]*(?:[.．·•]{4,}|…{2,}|⋯{2,}|_{5,}|-{6,}|(?:[.．·…][ \u3000]){4,}[.．·…]?)[\s\u3000]*[（(]?(?:\d{1,3}|[ivxIVX]{1,5})[）)]?$/;

/** A numbered line that ends in a tab and a page number. */
const TAB = /^(.{2,60}?)\t{1,4}\d{1,3}$/;

/** Dots and page number of a table of contents that was pasted as text; the pages are others now. */
export default defineRule({
  id: 'residue/contents-leader',
  severity: 'warning',
  scope: 'paragraph',
  examples: [
    { wrong: '一、工作开展情况⟦…………………………3⟧', right: '一、工作开展情况' },
    { wrong: '（二）存在的问题⟦........ 12⟧', right: '（二）存在的问题' },
    { right: '“最后一公里”已经打通……' },
    { right: '圆周率3.14159，联系电话0571-1234567' },
  ],
  check({ text, content, marker }, context) {
    if (!/\d$|[ivxIVX)）]$/.test(text.slice(content[0], content[1]))) return;
    const words = text.slice(content[0], content[1]);
    const match = LEADER.exec(words) ?? (marker ? TAB.exec(words) : null);
    if (!match) return;
    context.report({ range: [content[0] + match[1]!.length, content[1]], message: 'leader', suggestions: [''] });
  },
});
