import { type NumberedItem, readNumbering } from '../../lib/document/numbering.ts';
import type { NumberStyle } from '../../lib/document/types.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import { markRange } from './_marks.ts';

/** 一、 → （一） → 1. → （1） → ①. */
const RANKS: readonly NumberStyle[] = ['chinese', 'chinese-parenthesis', 'arabic', 'arabic-parenthesis', 'circled'];

const rankOf = ({ marker }: NumberedItem) => RANKS.indexOf(marker.style);

/** Levels may be left out, 一、 straight to 1., but an upper level may not stand below a lower one. */
export default defineRule({
  id: 'structure/number-level',
  messages: { inverted: 'hint', jump: 'hint' },
  notes: ['above'],
  scope: 'document',
  basis: 'GB/T 9704—2012 7.3.3',
  examples: [
    { wrong: '一、学习\n1.抓学习\n⟦（一）⟧读原文\n（二）写体会\n2.抓落实\n二、履职\n走访三百户。' },
    { wrong: '一、学习\n⟦（1）⟧读原文。\n（2）写体会。\n二、履职\n（一）走访。\n（二）帮扶。' },
    { right: '一、学习\n1.读原文。\n2.写体会。\n二、履职\n1.走访。' },
    { right: '一、学习\n（一）读原文。\n1.逐章。\n（1）逐句。' },
  ],
  check(document, context) {
    for (const { parent, items } of readNumbering(document).series) {
      const first = items[0]!;
      if (!parent || rankOf(parent) === -1 || rankOf(first) === -1) continue;
      const step = rankOf(first) - rankOf(parent);
      if (step >= 0 && step < 3) continue;
      // A list in the preamble may come before 一、; only one that goes on afterwards holds it.
      if (step < 0 && parent === parent.series.items.at(-1)) continue;
      if (first.marker.value !== 1) continue; // a slip in numbering, told elsewhere
      context.report({
        range: markRange(first),
        message: step < 0 ? 'inverted' : 'jump',
        data: { above: document.text.slice(...markRange(parent)), below: document.text.slice(...markRange(first)) },
        related: [{ range: markRange(parent), message: 'above' }],
      });
    }
  },
});
