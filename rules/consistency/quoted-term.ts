import rows from '../../assets/lexicons/quoted-terms.tsv';
import { isInQuotation } from '../../lib/document/quotations.ts';
import type { Paragraph } from '../../lib/document/types.ts';
import { defineRule, perParagraph } from '../../lib/engine/rule.ts';
import { phraseSearch } from '../../lib/language/phrases.ts';
import { readTable } from '../../lib/vocabulary/table.ts';

/** Shortest term (UTF-16 units) that is surely the same term without its marks. */
const SHORTEST = 4;
const search = phraseSearch(
  readTable(rows)
    .filter(({ term }) => term!.length >= SHORTEST)
    .map(({ term }) => ({ words: term!, entry: term! })),
);

interface Use {
  readonly term: string;
  readonly at: number;
  readonly quoted: boolean;
}

const MARK = /[“”‘’"']/;

const usesIn = perParagraph((paragraph: Paragraph): readonly Use[] => {
  const { text } = paragraph;
  return search(text).flatMap(({ start, end, entry }): Use[] => {
    const quoted = text[start - 1] === '“' && text[end] === '”';
    // Turned, doubled or straight marks: the term is marked, and how is another rule's business.
    if (!quoted && (MARK.test(text[start - 1] ?? '') || MARK.test(text[end] ?? ''))) return [];
    const around = isInQuotation(paragraph, [start, end]);
    return quoted || !around ? [{ term: entry, at: start, quoted }] : [];
  });
});

/** A term that stands in quotation marks here and without them there. */
export default defineRule({
  id: 'consistency/quoted-term',
  messages: { plain: 'hint' },
  notes: ['marked'],
  scope: 'document',
  examples: [
    {
      wrong: '落实“三会一课”制度，规范“三会一课”。\n开展⟦三会一课⟧53次。',
      right: '落实“三会一课”制度，规范“三会一课”。\n开展“三会一课”53次。',
    },
    { right: '落实“三会一课”制度。开展“三会一课”53次。' },
    { right: '落实三会一课制度，开展“落实三会一课、过好主题党日”活动。' },
  ],
  check({ blocks }, context) {
    const quoted = new Map<string, number[]>();
    const plain = new Map<string, number[]>();
    for (const { paragraph, start } of blocks) {
      for (const { term, at, quoted: isQuoted } of usesIn(paragraph)) {
        const uses = isQuoted ? quoted : plain;
        const places = uses.get(term) ?? [];
        places.push(at + start);
        uses.set(term, places);
      }
    }
    for (const [term, places] of plain) {
      const marked = quoted.get(term);
      if (!marked || marked.length < places.length) continue;
      for (const at of places) {
        context.report({
          range: [at, at + term.length],
          message: 'plain',
          data: { term },
          suggestions: [`“${term}”`],
          related: [{ range: [marked[0]! - 1, marked[0]! + term.length + 1], message: 'marked' }],
        });
      }
    }
  },
});
