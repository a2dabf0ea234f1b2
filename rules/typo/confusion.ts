import rows from '../../assets/lexicons/confusions.tsv';
import { defineRule } from '../../lib/engine/rule.ts';
import type { Severity } from '../../lib/engine/types.ts';
import { phraseSearch } from '../../lib/language/phrases.ts';
import { readTable } from '../../lib/vocabulary/table.ts';

/** Several right words for one wrong one are separated by “|”; then the writer chooses. */
const search = phraseSearch(
  readTable(rows).map(({ wrong, right, condition, severity, note }) => ({
    words: wrong!,
    condition,
    entry: { right: right!.split('|'), severity: severity as Severity, note: note! },
  })),
);

/** Words that are never right, or not where they stand, by table: each row was tried on millions of clean characters. */
export default defineRule({
  id: 'typo/confusion',
  messages: { wrong: 'error', 'wrong-because': 'error' },
  scope: 'paragraph',
  examples: [
    { wrong: '会议作了动员⟦布署⟧。', right: '会议作了动员部署。' },
    { wrong: '⟦己经⟧完成项目⟦峻工⟧验收。', right: '已经完成项目竣工验收。' },
    { wrong: '⟦截止⟧2031年年底，全镇建成水池12座。', right: '截至2031年年底，全镇建成水池12座。' },
    { right: '报名截止后不再受理，竞争结果当场公布。' },
    { right: '完毕竞争性磋商程序，研究竞赛规则。' },
    { right: '本人自己经营的企业已依法登记。' },
  ],
  check({ text }, context) {
    for (const { start, end, entry } of search(text)) {
      const wrong = text.slice(start, end);
      const [right, ...others] = entry.right;
      context.report({
        range: [start, end],
        message: entry.note ? 'wrong-because' : 'wrong',
        word: wrong,
        group: wrong,
        data: { wrong, right: entry.right.join('”或“'), note: entry.note },
        severity: entry.severity,
        ...(entry.severity === 'error' && others.length === 0 ? { fix: right! } : { suggestions: entry.right }),
      });
    }
  },
});
