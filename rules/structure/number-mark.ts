import { readNumbering } from '../../lib/document/numbering.ts';
import type { Marker } from '../../lib/document/types.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import type { Severity } from '../../lib/engine/types.ts';

interface Fault {
  readonly message: 'after-bracket' | 'chinese' | 'arabic';
  readonly right: string;
  readonly severity: Severity;
}

/** What is wrong with the mark behind a number, or undefined. “1、” is so common that it is a hint. */
function faultOf({ style, suffix }: Marker, next: string): Fault | undefined {
  if (style === 'chinese-parenthesis' || style === 'arabic-parenthesis') {
    return suffix.length > 1 ? { message: 'after-bracket', right: suffix[0]!, severity: 'error' } : undefined;
  }
  if (style === 'circled')
    return next === '、' ? { message: 'after-bracket', right: '', severity: 'error' } : undefined;
  if (style === 'chinese' && suffix !== '、') return { message: 'chinese', right: '、', severity: 'warning' };
  if (style === 'arabic' && /[,，]/.test(suffix)) return { message: 'arabic', right: '.', severity: 'warning' };
  if (style === 'arabic' && suffix === '、') return { message: 'arabic', right: '.', severity: 'hint' };
  return undefined;
}

/** The marks behind the numbers: 一、（一） 1.（1）. */
export default defineRule({
  id: 'structure/number-mark',
  messages: { 'after-bracket': 'error', chinese: 'warning', arabic: 'warning' },
  scope: 'document',
  basis: 'GB/T 15834—2011 附录B.3.2',
  examples: [
    {
      wrong: '一、学习\n（一）⟦、⟧抓学习。每月一课。\n（二）抓落实。',
      right: '一、学习\n（一）抓学习。每月一课。\n（二）抓落实。',
    },
    { wrong: '①⟦、⟧摸清底数；\n②列出清单。', right: '①摸清底数；\n②列出清单。' },
    { wrong: '一⟦.⟧学习情况\n每月一课。\n二、履职情况', right: '一、学习情况\n每月一课。\n二、履职情况' },
    { wrong: '1⟦、⟧印发方案。\n2.组织培训。', right: '1.印发方案。\n2.组织培训。' },
    { right: '一、学习\n（一）抓学习。\n1.每月一课。\n（1）读原文。' },
    { right: '对（一）、（二）两项，由镇政府落实。' },
  ],
  check(document, context) {
    for (const { block, marker } of readNumbering(document).items) {
      const { text } = block.paragraph;
      const fault = faultOf(marker, text[marker.range[1]] ?? '');
      if (!fault) continue;
      const isAfter = marker.style === 'circled';
      const end = block.start + marker.range[1] + (isAfter ? 1 : 0);
      const { message, right, severity } = fault;
      const [start, replacement] = message === 'after-bracket' ? [end - 1, ''] : [end - marker.suffix.length, right];
      context.report({
        range: [start, end],
        message,
        data: { written: text.slice(marker.range[0], end - block.start) },
        severity,
        // A series is renumbered as a whole: in part it would be mixed.
        group: marker.style + marker.suffix,
        ...(severity === 'error' ? { fix: replacement } : { suggestions: [replacement] }),
      });
    }
  },
});
