import type { Paragraph, Range } from '../../lib/document/types.ts';
import { defineRule, perParagraph } from '../../lib/engine/rule.ts';

const LEADER =
  /^(.{2,60}?)[\s\u3000]*(?:[.．·•]{4,}|…{2,}|⋯{2,}|_{5,}|-{6,}|(?:[.．·…][ \u3000]){4,}[.．·…]?)[\s\u3000]*[（(]?(?:\d{1,3}|[ivxIVX]{1,5})[）)]?$/;

/** A numbered line that ends in a tab and a page number. */
const TAB = /^(.{2,60}?)\t{1,4}\d{1,3}$/;

/** Where leader and page stand in a paragraph; undefined without. */
const leaderIn = perParagraph(({ text, content, marker }: Paragraph): Range | undefined => {
  const words = text.slice(content[0], content[1]);
  if (!/\d$|[ivxIVX)）]$/.test(words)) return undefined;
  const match = LEADER.exec(words) ?? (marker ? TAB.exec(words) : null);
  return match ? [content[0] + match[1]!.length, content[1]] : undefined;
});

/** Dots and page number of a table of contents that strayed into the text. A whole contents page is left alone. */
export default defineRule({
  id: 'residue/contents-leader',
  messages: { leader: 'warning' },
  scope: 'document',
  examples: [
    { wrong: '一、工作开展情况⟦…………………………3⟧', right: '一、工作开展情况' },
    { wrong: '（二）存在的问题⟦........ 12⟧', right: '（二）存在的问题' },
    { right: '工作方案\n目录\n一、安排……………1\n二、要求……………3\n一、安排\n每月一课。\n二、要求\n按时上报。' },
    { right: '“最后一公里”已经打通……' },
    { right: '圆周率3.14159，联系电话0571-1234567' },
  ],
  check({ blocks }, context) {
    for (const { paragraph, start, role } of blocks) {
      const leader = role === 'contents' ? undefined : leaderIn(paragraph);
      if (!leader) continue;
      context.report({ range: [start + leader[0], start + leader[1]], message: 'leader', suggestions: [''] });
    }
  },
});
