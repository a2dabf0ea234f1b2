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

/** A word that has several spellings, of which one is recommended. */
export default defineRule({
  id: 'wording/variant-word',
  messages: { variant: 'hint' },
  scope: 'document',
  examples: [
    { wrong: '建立隐患⟦台帐⟧，内容⟦丰富多采⟧。', right: '建立隐患台账，内容丰富多彩。' },
    { wrong: '为发展⟦做出贡献⟧。', right: '为发展作出贡献。' },
    { right: '建立台账，作出贡献，做出样品。' },
    {
      wrong: '县里建⟦台帐⟧，镇里建⟦台帐⟧，村里建⟦台帐⟧，所里也建⟦台帐⟧。',
      right: '县里建台账，镇里建台账，村里建台账，所里也建台账。',
    },
  ],
  check({ blocks }, context) {
    for (const { paragraph, start } of blocks) {
      for (const { at, word, entry } of variantsIn(paragraph)) {
        context.report({
          range: [start + at, start + at + word.length],
          message: 'variant',
          data: { right: entry.standard },
          group: word,
          ...(entry.basis !== '' && { basis: entry.basis }),
          suggestions: [entry.standard],
        });
      }
    }
  },
});
