import { contentOf } from '../../lib/document/content.ts';
import type { Block, Document } from '../../lib/document/types.ts';
import { defineRule } from '../../lib/engine/rule.ts';

/** “现将情况报告如下”: what announces all that comes behind it, and the mark there. */
const ANNOUNCED =
  /(?:如下|(?:以下|下列|下面|下述)(?:[一二两三四五六七八九十几]|\d{1,2})?(?:个方面|几?点|几?条|[个项]\p{Script=Han}{2}|步骤|要求|事项))([。，；、]?)$/u;
/** Longest line that announces (UTF-16 units). */
const LONGEST = 120;

const nextOf = ({ blocks }: Document, { index }: Block): Block | undefined => {
  let at = index + 1;
  while (blocks[at]?.role === 'blank') at++;
  return blocks[at];
};

const isItem = ({ paragraph }: Block) =>
  paragraph.marker !== undefined || paragraph.enumeration.length > 0 || paragraph.heading !== undefined;

/** A line that announces what follows, and ends in another mark than a colon, or in none. */
export default defineRule({
  id: 'punctuation/list-colon',
  messages: { colon: 'warning', missing: 'warning' },
  notes: ['insert'],
  basis: 'GB/T 15834—2011 4.7.3',
  scope: 'document',
  examples: [
    {
      wrong: '关于护林工作的报告\n区政府：\n现将有关情况报告如下⟦，⟧\n一、基本情况\n全区有林地两万亩。',
      right: '关于护林工作的报告\n区政府：\n现将有关情况报告如下：\n一、基本情况\n全区有林地两万亩。',
    },
    {
      wrong: '具体安排如⟦下⟧\n1.报名：3月1日前。\n2.审核：3月10日前。',
      right: '具体安排如下：\n1.报名：3月1日前。\n2.审核：3月10日前。',
    },
    {
      wrong: '存在的问题有以下几点⟦。⟧\n一是力量不足。\n二是经费不够。',
      right: '存在的问题有以下几点：\n一是力量不足。\n二是经费不够。',
    },
    { right: '具体安排如下：\n1.报名：3月1日前。\n2.审核：3月10日前。' },
    { right: '情况大致如下。\n去年全区有林地两万亩，今年又有增加。\n各村意见如下表，条件不如下游各村。' },
  ],
  check(document, context) {
    for (const block of document.blocks) {
      const { paragraph, start } = block;
      if (block.role === 'blank' || paragraph.content[1] - paragraph.content[0] > LONGEST) continue;
      const match = ANNOUNCED.exec(contentOf(block));
      if (!match) continue;
      const next = nextOf(document, block);
      if (!next || !isItem(next)) continue;
      const end = start + paragraph.content[1];
      // A full stop there is usage, if not the rule.
      const severity = match[1] === '。' ? { severity: 'hint' as const } : {};
      if (match[1] !== '')
        context.report({ range: [end - 1, end], message: 'colon', suggestions: ['：'], ...severity });
      else {
        const suggestions = [{ message: 'insert' as const, fix: { range: [end, end] as const, text: '：' } }];
        context.report({ range: [end - 1, end], message: 'missing', suggestions });
      }
    }
  },
});
