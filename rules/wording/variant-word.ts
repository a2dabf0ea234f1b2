import rows from '../../assets/lexicons/variant-words.tsv';
import type { Paragraph } from '../../lib/document/types.ts';
import { defineRule, perParagraph } from '../../lib/engine/rule.ts';
import { phraseSearch } from '../../lib/language/phrases.ts';
import { readTable } from '../../lib/vocabulary/table.ts';

const searchVariants = phraseSearch(
  readTable(rows).map((row) => ({ words: row.variant!, entry: { standard: row.standard!, basis: row.basis! } })),
);

const variantsIn = perParagraph(({ text }: Paragraph) =>
  searchVariants(text).map(({ start, end, entry }) => ({ at: start, word: text.slice(start, end), entry })),
);

/** A variant used more often than this is the writer's habit: the first place stands for all. */
const FEW = 3;

/** A word that has several spellings, of which one is recommended. */
export default defineRule({
  id: 'wording/variant-word',
  messages: { variant: 'hint', many: 'hint' },
  scope: 'document',
  examples: [
    { wrong: '建立隐患⟦台帐⟧，内容⟦丰富多采⟧。', right: '建立隐患台账，内容丰富多彩。' },
    { wrong: '为发展⟦做出贡献⟧。', right: '为发展作出贡献。' },
    { right: '建立台账，作出贡献，做出样品。' },
    { wrong: '县里建⟦台帐⟧，镇里建台帐，村里建台帐，所里也建台帐。' },
  ],
  check({ blocks }, context) {
    const byWord = new Map<string, { at: number; standard: string; basis: string }[]>();
    for (const { paragraph, start } of blocks) {
      for (const { at, word, entry } of variantsIn(paragraph)) {
        const places = byWord.get(word) ?? [];
        places.push({ ...entry, at: at + start });
        byWord.set(word, places);
      }
    }
    for (const [word, places] of byWord) {
      const count = places.length;
      for (const { at, standard, basis } of count > FEW ? places.slice(0, 1) : places) {
        context.report({
          range: [at, at + word.length],
          message: count > FEW ? 'many' : 'variant',
          data: { right: standard, count },
          ...(basis !== '' && { basis }),
          suggestions: [standard],
        });
      }
    }
  },
});
