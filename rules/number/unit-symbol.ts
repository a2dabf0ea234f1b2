import table from '../../assets/lexicons/unit-symbols.tsv';
import { allMatches } from '../../lib/document/matches.ts';
import { defineRule, perParagraph } from '../../lib/engine/rule.ts';
import { oneOf } from '../../lib/vocabulary/measure-words.ts';
import { readTable } from '../../lib/vocabulary/table.ts';

const RIGHT: ReadonlyMap<string, string> = new Map(
  readTable(table).flatMap(({ wrong, right }) => wrong!.split(' ').map((written) => [written, right!] as const)),
);
/** Right behind a figure; not part of a model number (20KV-A). */
const MISTYPED = new RegExp(`(?<=\\d[ \\u00a0]?)${oneOf(RIGHT.keys())}(?![A-Za-z\\d/-])`, 'g');
/** A length in Chinese, and in the symbol for the same. */
const LENGTHS = { chinese: /\d(?:公里|千米)/, symbol: /(?<=\d[ \u00a0]?)[kK][mM](?![A-Za-z\d²/])/g } as const;

const mistypedIn = perParagraph(({ text }) => allMatches(text, MISTYPED));
const kilometresIn = perParagraph(({ text }) => allMatches(text, LENGTHS.symbol));
const hasChineseLength = perParagraph(({ text }) => LENGTHS.chinese.test(text));

/** “10KV线路”: the symbols of units have their own small and capital letters. */
export default defineRule({
  id: 'number/unit-symbol',
  messages: { symbol: 'warning', mixed: 'hint' },
  scope: 'document',
  basis: 'GB 3100—1993',
  examples: [
    { wrong: '架设10⟦KV⟧线路3条。', right: '架设10kV线路3条。' },
    { wrong: '水泵功率15 ⟦KW⟧，重30⟦KG⟧，配变400⟦KVA⟧。', right: '水泵功率15 kW，重30kg，配变400kVA。' },
    { wrong: '步道长12公里，水渠长3⟦km⟧。', right: '步道长12公里，水渠长3公里。' },
    { right: '架设10 kV线路3条，编号20KV-3，选用KW系列水泵，时速60km/h，长60公里。' },
  ],
  check({ blocks }, context) {
    const usesChinese = blocks.some(({ paragraph }) => hasChineseLength(paragraph));
    for (const { paragraph, start } of blocks) {
      for (const { 0: written, index } of mistypedIn(paragraph)) {
        const right = RIGHT.get(written)!;
        context.report({
          range: [start + index, start + index + written.length],
          message: 'symbol',
          data: { right },
          suggestions: [right],
        });
      }
      if (!usesChinese) continue;
      for (const { 0: written, index } of kilometresIn(paragraph)) {
        context.report({
          range: [start + index, start + index + written.length],
          message: 'mixed',
          data: { written },
          suggestions: ['公里'],
        });
      }
    }
  },
});
