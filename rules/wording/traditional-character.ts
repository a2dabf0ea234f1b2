import rows from '../../assets/lexicons/traditional-characters.tsv';
import { perCharacter } from '../../lib/document/characters.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import { readTable } from '../../lib/vocabulary/table.ts';

const STANDARD: ReadonlyMap<string, string> = new Map(
  readTable(rows).map(({ character, standard }) => [character!, standard!]),
);
const isTraditional = perCharacter((character) => STANDARD.has(character));

/** Traditional characters and variants that the table of general standard characters replaces. */
export default defineRule({
  id: 'wording/traditional-character',
  messages: { traditional: 'hint' },
  basis: '《通用规范汉字表》（2013）',
  scope: 'paragraph',
  examples: [
    { wrong: '⟦幹⟧部要深入⟦學習⟧。', right: '干部要深入学习。' },
    { right: '干部要深入学习，望江于此，乾坤朗朗。' },
  ],
  check({ text }, context) {
    for (let start = 0; start < text.length; start++) {
      if (!isTraditional(text.charCodeAt(start))) continue;
      let end = start + 1;
      while (end < text.length && isTraditional(text.charCodeAt(end))) end++;
      const right = [...text.slice(start, end)].map((character) => STANDARD.get(character)).join('');
      context.report({
        range: [start, end],
        message: 'traditional',
        data: { right },
        group: right,
        suggestions: [right],
      });
      start = end;
    }
  },
});
