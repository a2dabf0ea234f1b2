import { allMatches } from '../../lib/document/matches.ts';
import type { Paragraph } from '../../lib/document/types.ts';
import { perParagraph } from '../../lib/engine/rule.ts';
import { HAN } from '../../lib/vocabulary/characters.ts';
import { type Mark, type PairedMark, pairMarks } from './_pairs.ts';

/** A pair of marks: its halves as they ought to be, other ways to write them, and what nesting one in its like costs. */
export interface PairKind {
  readonly open: string;
  readonly close: string;
  readonly openAs?: string;
  readonly closeAs?: string;
  readonly eitherAs?: string;
  readonly nesting: number;
}

export const QUOTE: PairKind = { open: '“', close: '”', eitherAs: '"', nesting: 0.9 };
export const SINGLE_QUOTE: PairKind = { open: '‘', close: '’', nesting: 0.9 };
export const TITLE: PairKind = { open: '《', close: '》', nesting: 0.9 };
export const INNER_TITLE: PairKind = { open: '〈', close: '〉', nesting: 0.9 };
export const ROUND: PairKind = { open: '（', close: '）', openAs: '(', closeAs: ')', nesting: 0.1 };
const KINDS: readonly PairKind[] = [
  QUOTE,
  SINGLE_QUOTE,
  TITLE,
  INNER_TITLE,
  ROUND,
  { open: '【', close: '】', nesting: 0.1 },
  { open: '〔', close: '〕', nesting: 0.1 },
  { open: '［', close: '］', openAs: '[', closeAs: ']', nesting: 0.1 },
  { open: '「', close: '」', nesting: 0.1 },
  { open: '『', close: '』', nesting: 0.1 },
];

type Half = { kind: PairKind; written: Mark['written'] };
const HALVES = new Map<string, Half>(
  KINDS.flatMap((kind) => [
    [kind.open, { kind, written: 'open' }] as const,
    [kind.close, { kind, written: 'close' }] as const,
    ...(kind.openAs ? [[kind.openAs, { kind, written: 'open' }] as const] : []),
    ...(kind.closeAs ? [[kind.closeAs, { kind, written: 'close' }] as const] : []),
    ...(kind.eitherAs ? [[kind.eitherAs, { kind, written: 'either' }] as const] : []),
  ]),
);
const MARK = /[“”"‘’《》〈〉（）()【】〔〕［］[\]「」『』]/g;
const LETTER = /[A-Za-z0-9]/;
const CLOSING_ROUND = /[）)]/;
/** “1）”, “一）”, “a)” at the start of a line or item: the bracket of a number has no other half. */
const ITEM_NUMBER = /(?:^|[\s\u3000；;。：:，,、）”])(?:[\d０-９]{1,3}|[一二三四五六七八九十]{1,3}|[a-zA-Z]|[①-⑳])$/;

/** Marks that only look like halves of a pair: apostrophes, inches, the bracket behind a number, straight marks in Latin text. */
function isNoHalf(text: string, at: number, mark: string): boolean {
  const before = text[at - 1] ?? '';
  const after = text[at + 1] ?? '';
  if (mark === '’') return LETTER.test(before) && !HAN.test(text.slice(Math.max(0, at - 12), at));
  if (mark === '"') return !HAN.test(before + after) || /\d/.test(before);
  if (CLOSING_ROUND.test(mark))
    return ITEM_NUMBER.test(text.slice(Math.max(0, at - 4), at)) && !text.slice(Math.max(0, at - 5), at).includes('（');
  return false;
}

export interface PairsOfKind {
  readonly kind: PairKind;
  readonly marks: readonly PairedMark[];
}

/** The paired marks of a paragraph by kind, each mark as it was meant; kinds without marks are left out. */
export const pairsOf = perParagraph(({ text }: Paragraph): readonly PairsOfKind[] => {
  const byKind = new Map<PairKind, Mark[]>();
  for (const { 0: mark, index: at } of allMatches(text, MARK)) {
    const { kind, written } = HALVES.get(mark)!;
    if (isNoHalf(text, at, mark)) continue;
    const marks = byKind.get(kind) ?? [];
    marks.push({ at, written });
    byKind.set(kind, marks);
  }
  return [...byKind].map(([kind, marks]) => ({ kind, marks: pairMarks(text, marks, kind.nesting) }));
});
