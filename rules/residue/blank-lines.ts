import type { Block } from '../../lib/document/types.ts';
import { defineRule } from '../../lib/engine/rule.ts';

/** Blank lines in a row from which on they are more than a gap between two parts. */
const FEWEST = 3;

/** Blank lines in a row, as they remain when pictures, tables or pages are cut out. */
export default defineRule({
  id: 'residue/blank-lines',
  messages: { 'blank-lines': 'hint' },
  scope: 'document',
  examples: [
    { wrong: '一、主要工作\n\n⟦\n\n\n⟧二、存在问题', right: '一、主要工作\n\n二、存在问题' },
    { right: '一、主要工作\n\n二、存在问题\n\n\n三、下一步打算\n\n\n\n' },
  ],
  check({ blocks }, context) {
    let run: Block[] = [];
    for (const block of blocks) {
      if (block.role === 'blank') {
        run.push(block);
        continue;
      }
      const [, second] = run;
      const isInside = run[0]?.index !== 0;
      if (run.length >= FEWEST && second && isInside) {
        context.report({
          range: [second.start, block.start],
          message: 'blank-lines',
          data: { count: run.length },
          suggestions: [''],
        });
      }
      run = [];
    }
  },
});
