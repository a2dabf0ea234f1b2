import rows from '../../assets/lexicons/fixed-series.tsv';
import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import type { Problem } from '../../lib/engine/types.ts';
import { phraseSearch } from '../../lib/language/phrases.ts';
import { readTable } from '../../lib/vocabulary/table.ts';

interface Series {
  readonly items: readonly string[];
  /** Whether a series that lacks one item is a mistake; else it may be a part taken on purpose. */
  readonly whole: boolean;
  readonly item: RegExp;
  /** Two or more of the items in a row. */
  readonly chain: RegExp;
}

const escaped = (text: string) => text.replace(/[+*?^$()[\]{}|\\]/g, '\\$&');

const SERIES: readonly Series[] = readTable(rows).map((row) => {
  const items = row.series!.split('、');
  const any = [...items].sort((a, b) => b.length - a.length).map(escaped);
  const item = `(?:${any.join('|')})`;
  return {
    items,
    whole: row.partial === 'whole',
    item: new RegExp(item, 'g'),
    chain: new RegExp(`${item}(?:[、，；和]${item})+`, 'g'),
  };
});

const BY_ITEM = new Map<string, Series[]>();
for (const series of SERIES) {
  for (const item of series.items) BY_ITEM.set(item, [...(BY_ITEM.get(item) ?? []), series]);
}
const searchItems = phraseSearch([...BY_ITEM].map(([words, entry]) => ({ words, entry })));

/** Series of which at least two items stand in the text. An item within a longer one of another series does not count. */
function seriesIn(text: string): Series[] {
  const found = new Map<Series, Set<string>>();
  for (const { start, end, entry } of searchItems(text)) {
    for (const series of entry) {
      const items = found.get(series) ?? new Set<string>();
      found.set(series, items.add(text.slice(start, end)));
    }
  }
  return [...found].flatMap(([series, items]) => (items.size > 1 ? [series] : []));
}

function inOrder(items: readonly string[], marks: readonly string[]): string {
  return items.map((item, index) => (index === 0 ? item : (marks[index - 1] ?? '、') + item)).join('');
}

function readChain(
  match: RegExpExecArray,
  text: string,
  { items, whole, item: anyItem }: Series,
): Problem<'order' | 'missing' | 'replaced'> | undefined {
  const found: string[] = match[0].match(anyItem) ?? [];
  const marks = match[0].split(anyItem).slice(1, -1);
  const end = match.index + match[0].length;
  const range = [match.index, end] as const;
  const order = found.map((item) => items.indexOf(item));
  const isSet = new Set(order).size === order.length;
  if (isSet && found.length === items.length) {
    if (order.every((place, index) => place === index)) return undefined;
    const right = inOrder(items, marks);
    return { range, message: 'order', data: { right }, suggestions: [right] };
  }
  const isPart = isSet && order.every((place, index) => index === 0 || place > order[index - 1]!);
  if (!whole || !isPart || found.length !== items.length - 1 || items.length < 4) return undefined;
  if (/[、，和及与以]/.test(text[end] ?? '') || /[、，]/.test(text[match.index - 1] ?? '')) return undefined;
  const missing = items.find((item) => !found.includes(item))!;
  // Only the mark before it is missing.
  if (text.startsWith(missing, end) || text.endsWith(missing, match.index)) return undefined;
  const right = inOrder(items, marks);
  return { range, message: 'missing', data: { missing, right }, suggestions: [right] };
}

/** 学纪、懂纪、明纪、守纪: an item in the middle that does not belong there. */
function replacedItem(text: string, { items }: Series): Problem<'order' | 'missing' | 'replaced'> | undefined {
  if (items.length < 3) return undefined;
  for (let place = 1; place < items.length - 1; place++) {
    const before = `${items[place - 1]!}`;
    let at = text.indexOf(before);
    for (; at !== -1; at = text.indexOf(before, at + 1)) {
      const start = at + before.length + 1;
      const mark = text[start - 1];
      if (mark !== '、' && mark !== '，') continue;
      const item = items[place]!;
      const end = text.slice(start, start + item.length + 2).search(/[、，]/) + start;
      if (end < start || Math.abs(end - start - item.length) > 1) continue;
      const written = text.slice(start, end);
      const neighbours = items.filter(
        (other, index) => index !== place && text.slice(Math.max(0, at - 60), end + 60).includes(other),
      );
      if (items.includes(written) || !text.startsWith(items[place + 1]!, end + 1)) continue;
      if (neighbours.length < items.length - 1) continue;
      return { range: [start, end], message: 'replaced', data: { right: items.join('、') }, suggestions: [item] };
    }
  }
  return undefined;
}

/** Series whose items and order are fixed: 不敢腐、不能腐、不想腐. */
export default defineRule({
  id: 'wording/fixed-series',
  messages: { order: 'warning', missing: 'warning', replaced: 'warning' },
  scope: 'paragraph',
  examples: [
    { wrong: '推动党员⟦学纪、明纪、知纪、守纪⟧。', right: '推动党员学纪、知纪、明纪、守纪。' },
    { wrong: '一体推进⟦不想腐、不敢腐、不能腐⟧。', right: '一体推进不敢腐、不能腐、不想腐。' },
    { wrong: '践行⟦创新、协调、绿色、共享⟧的发展理念。', right: '践行创新、协调、绿色、开放、共享的发展理念。' },
    { wrong: '坚定道路自信、理论自信、⟦体制自信⟧、文化自信。', right: '坚定道路自信、理论自信、制度自信、文化自信。' },
    {
      wrong: '反对⟦形式主义、享乐主义、官僚主义和奢靡之风⟧。',
      right: '反对形式主义、官僚主义、享乐主义和奢靡之风。',
    },
    { right: '推动党员学纪、知纪、明纪、守纪，不敢腐、不能腐、不想腐一体推进。' },
    { right: '提高政治判断力、政治领悟力。' },
  ],
  check({ text }, context) {
    for (const series of seriesIn(text)) {
      for (const match of allMatches(text, series.chain)) {
        const problem = readChain(match, text, series);
        if (problem) context.report(problem);
      }
      if (series.items.filter((item) => text.includes(item)).length < series.items.length - 1) continue;
      const replaced = replacedItem(text, series);
      if (replaced) context.report(replaced);
    }
  },
});
