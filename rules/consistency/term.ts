import rows from '../../assets/lexicons/term-variants.tsv';
import { allFound } from '../../lib/document/chunks.ts';
import type { Role } from '../../lib/document/types.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import { phraseSearch } from '../../lib/language/phrases.ts';
import { readTable } from '../../lib/vocabulary/table.ts';
import { byText, type Mention, placed, reportRarer, usualFirst } from './_mentions.ts';

const GROUPS = readTable(rows).map(({ terms, severity }) => ({
  terms: terms!.split('|'),
  isHint: severity === 'hint',
}));
/** “市党委会同有关部门”: the end of a term that runs on into another word is none. */
const RUNS_ON = '(?![同员计])';
/** 新型农业经营主体 are farms; they were never called 市场主体. */
const NOT_FARMING = '(?<!新型|农业)';
const search = phraseSearch(
  [...new Set(GROUPS.flatMap(({ terms }) => terms))].map((words) => ({
    words,
    entry: words,
    ...(words.endsWith('会') && { condition: words + RUNS_ON }),
    ...(words === '经营主体' && { condition: NOT_FARMING + words }),
  })),
);

/** Where a unit gives its full name, whatever it is called elsewhere. */
const FULL_NAMES: ReadonlySet<Role> = new Set<Role>(['letterhead', 'title', 'signature']);

const LETTER = /[A-Za-z]/;
const termsIn = allFound(({ text }): readonly Mention[] =>
  search(text).flatMap(({ start, end, entry }) => {
    const isPart = LETTER.test(entry) && (LETTER.test(text[start - 1] ?? '') || LETTER.test(text[end] ?? ''));
    return isPart ? [] : [{ text: entry, range: [start, end] as const }];
  }),
);

/** One thing under two words: 经营主体 here, 市场主体 there. */
export default defineRule({
  id: 'consistency/term',
  messages: { 'two-words': 'warning' },
  notes: ['usual'],
  scope: 'document',
  examples: [
    {
      wrong: '服务经营主体，新增经营主体53户。\n力争全年新登记⟦市场主体⟧100户。',
      right: '服务经营主体，新增经营主体53户。\n力争全年新登记经营主体100户。',
    },
    { wrong: '建立台账，销号管理。更新⟦台帐⟧。', right: '建立台账，销号管理。更新台账。' },
    { wrong: '开发App，推广⟦APP⟧。', right: '开发App，推广App。' },
    { right: '服务市场主体，新增市场主体53户。' },
    {
      right: '村规民约\n经村委会研究，制定本公约。\n村委会负责解释。\n青溪镇石磨湾村村民委员会\n2031年3月1日',
    },
    { right: '召开党委会，市党委会同有关部门研究。' },
  ],
  check(document, context) {
    const terms = termsIn(document).filter(({ block }) => !FULL_NAMES.has(block.role));
    const mentions = byText(terms.map(placed));
    for (const { terms, isHint } of GROUPS) {
      const present = terms.flatMap((term) => mentions.get(term) ?? []);
      const groups = [...byText(present).values()].sort((a, b) => b.length - a.length);
      for (const group of groups.slice(1)) {
        const [usual, rare] = usualFirst(groups[0]!, group);
        reportRarer(context, usual, rare, {
          message: 'two-words',
          // One against one: nobody knows which the writer prefers.
          ...((isHint || usual.length === rare.length) && { severity: 'hint' as const }),
        });
      }
    }
  },
});
