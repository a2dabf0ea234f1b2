import rows from '../../assets/lexicons/traditional-characters.tsv';
import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import { readTable } from '../../lib/language/table.ts';

const STANDARD: ReadonlyMap<string, string> = new Map(
  readTable(rows).map(({ character, standard }) => [character!, standard!]),
);
const RUN = new RegExp(`[${[...STANDARD.keys()].join('')}]+`, 'g');

/** Traditional characters and variants that the table of general standard characters replaces. */
export default defineRule({
  id: 'wording/traditional-character',
  severity: 'hint',
  basis: '《通用规范汉字表》（2013）',
  scope: 'paragraph',
  examples: [
    { wrong: '⟦幹⟧部要深入⟦學習⟧。', right: '干部要深入学习。' },
    { right: '干部要深入学习，望江于此，乾坤朗朗。' },
  ],
  check({ text }, context) {
    for (const { 0: run, index } of allMatches(text, RUN)) {
      const right = [...run].map((character) => STANDARD.get(character)).join('');
      context.report({
        range: [index, index + run.length],
        message: 'traditional',
        data: { right },
        suggestions: [right],
      });
    }
  },
});
