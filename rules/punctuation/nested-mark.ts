import { allMatches } from '../../lib/document/matches.ts';
import { insideAny } from '../../lib/document/search.ts';
import type { Paragraph, Range } from '../../lib/document/types.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import type { Problem } from '../../lib/engine/types.ts';
import { INNER_TITLE, type PairKind, pairsOf, QUOTE, SINGLE_QUOTE, TITLE } from './_marks.ts';
import { isDoubled, pairRanges } from './_pairs.ts';

const INNER: ReadonlyMap<PairKind, PairKind> = new Map([
  [QUOTE, SINGLE_QUOTE],
  [TITLE, INNER_TITLE],
]);

/** “…“…”…” and 《…《…》…》: the inner pair takes the other form. */
function nestedProblems(paragraph: Paragraph): Problem<'nested'>[] {
  const { text } = paragraph;
  return pairsOf(paragraph).flatMap(({ kind, marks }) => {
    const inner = INNER.get(kind);
    if (!inner) return [];
    return marks.flatMap((mark, index): Problem<'nested'>[] => {
      if (isDoubled(marks, index)) return [];
      if (mark.meant !== 'open' || mark.partner === undefined || mark.depth === 0 || mark.written !== 'open') return [];
      const end = marks[mark.partner]!.at;
      const form = mark.depth % 2 === 1 ? inner : kind;
      if (form === kind) return [];
      const fix = form.open + text.slice(mark.at + 1, end) + form.close;
      return [
        {
          range: [mark.at, end + 1],
          message: 'nested',
          data: { outer: kind.open + kind.close, inner: inner.open + inner.close },
          fix,
        },
      ];
    });
  });
}

/** Kinds of documents: what is called so takes 《》 by itself. */
const DOCUMENT = /(?:法|条例|办法|规定|细则|准则|规则|方案|意见|通知|决定|规划|纲要|报告|章程|公约)$/;

/** 〈安全生产法〉 or <安全生产法> by itself, outside any 《》. */
function loneTitles(paragraph: Paragraph): Problem<'lone'>[] {
  const { text } = paragraph;
  if (!/[〈<‹＜]/.test(text)) return [];
  const outer = pairsOf(paragraph).filter(({ kind }) => kind === TITLE);
  // A half without its other half, or a title that runs over the line: nobody knows what stands inside.
  if (outer.some(({ marks }) => marks.some(({ partner }) => partner === undefined))) return [];
  const isInTitle = insideAny(outer.flatMap(({ marks }) => pairRanges(marks)));
  return [...allMatches(text, /(?<![<‹＜〈])[〈<‹＜]([^〈〉《》<>‹›＜＞\n]{2,40})[〉>›＞](?![>›＞〉])/g)].flatMap(
    ({ 0: whole, 1: title, index }): Problem<'lone'>[] => {
      const end = index + whole.length;
      if (!DOCUMENT.test(title!) || isInTitle([index - 1, end + 1])) return [];
      return [{ range: [index, end], message: 'lone', suggestions: [`《${title}》`] }];
    },
  );
}

/** ‘零事故’ that stands in no “…”: not where a quotation runs over the line, so that the outer marks are out of sight. */
function singleProblems(paragraph: Paragraph): Problem<'single'>[] {
  const { text } = paragraph;
  if (!text.includes('‘')) return [];
  const pairs = pairsOf(paragraph);
  const outer = pairs.filter(({ kind }) => kind === QUOTE).flatMap(({ marks }) => marks);
  if (outer.some(({ partner }) => partner === undefined)) return [];
  const isQuoted = insideAny(pairRanges(outer));
  return pairs
    .filter(({ kind }) => kind === SINGLE_QUOTE)
    .flatMap(({ marks }) => pairRanges(marks))
    .filter(([start, end]) => /\p{Script=Han}/u.test(text.slice(start, end)))
    .filter(([start, end]) => !isQuoted([start - 1, end + 1]))
    .map(([start, end]) => ({
      range: [start, end],
      message: 'single',
      suggestions: [`“${text.slice(start + 1, end - 1)}”`],
    }));
}

const crosses = (a: Range, b: Range) => a[0] < b[0] && b[0] < a[1] && a[1] < b[1];

/** “《…”》: two pairs cut into each other. */
function crossingProblems(paragraph: Paragraph): Problem<'crossing'>[] {
  const { text } = paragraph;
  const ranges = pairsOf(paragraph)
    .flatMap(({ marks }) => pairRanges(marks))
    .sort((a, b) => a[0] - b[0]);
  const open: Range[] = [];
  const problems: Problem<'crossing'>[] = [];
  for (const range of ranges) {
    while (open.length > 0 && open.at(-1)![1] <= range[0]) open.pop();
    const outer = open.at(-1);
    if (outer && crosses(outer, range)) {
      const adjacent = range[1] === outer[1] + 1;
      const place: Range = [outer[1] - 1, adjacent ? range[1] : outer[1]];
      const swapped = adjacent ? text[place[1] - 1]! + text[place[0]]! : undefined;
      problems.push({
        range: place,
        message: 'crossing',
        data: { first: text[outer[0]]! + text[outer[1] - 1]!, second: text[range[0]]! + text[range[1] - 1]! },
        ...(swapped !== undefined && { fix: swapped }),
      });
    } else open.push(range);
  }
  return problems;
}

/** Quotations in quotations, titles in titles, and pairs that overlap. */
export default defineRule({
  id: 'punctuation/nested-mark',
  messages: { nested: 'warning', crossing: 'warning', lone: 'warning', single: 'warning' },
  basis: 'GB/T 15834—2011 4.8.3.4、4.15.3.6',
  scope: 'paragraph',
  quotedToo: true,
  examples: [
    { wrong: '他说：“要抓好⟦“一件事”⟧改革。”', right: '他说：“要抓好‘一件事’改革。”' },
    { wrong: '印发《关于宣传⟦《信访工作条例》⟧的通知》。', right: '印发《关于宣传〈信访工作条例〉的通知》。' },
    { wrong: '开展“学《条例⟦”》⟧活动。', right: '开展“学《条例》”活动。' },
    { wrong: '认真学习⟦〈安全生产法〉⟧。', right: '认真学习《安全生产法》。' },
    { wrong: '认真学习⟦‹安全生产法>⟧。', right: '认真学习《安全生产法》。' },
    { wrong: '实现⟦‘零事故、零火灾’⟧的目标。', right: '实现“零事故、零火灾”的目标。' },
    { right: '他说：“实现‘零事故’的目标。”\n点击<下一页>查看。' },
    { right: '他说：“实现‘零事故’的目标。' },
    { right: '《关于宣传〈信访工作条例〉的通知》印发，点击〈下一页〉查看。' },
    { right: '印发《关于开展“清源”行动宣传〈条例〉的通知》。' },
    { right: '“双公示”“双告知”（含“一件事”）。' },
  ],
  check(paragraph, context) {
    nestedProblems(paragraph).forEach(context.report);
    crossingProblems(paragraph).forEach(context.report);
    loneTitles(paragraph).forEach(context.report);
    singleProblems(paragraph).forEach(context.report);
  },
});
