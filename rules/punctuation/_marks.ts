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
const STOP_BEHIND_HAN = /\p{Script=Han}[。．.！!？?…]$/u;
const CLOSING_ROUND = /[）)]/;
/** “1）”, “一）”, “a)” at the start of a line or item: the bracket of a number has no other half. */
const ITEM_NUMBER = /(?:^|[\s\u3000；;。：:，,、）”])(?:[\d０-９]{1,3}|[一二三四五六七八九十]{1,3}|[a-zA-Z]|[①-⑳])$/;

/** Marks that only look like halves of a pair: apostrophes, inches, the bracket behind a number, straight marks in Latin text. */
function isNoHalf(text: string, at: number, mark: string): boolean {
  const before = text[at - 1] ?? '';
  const after = text[at + 1] ?? '';
  if (mark === '’') return LETTER.test(before) && !HAN.test(text.slice(Math.max(0, at - 12), at));
  if (mark === '"') {
    const isBehindStop = STOP_BEHIND_HAN.test(text.slice(Math.max(0, at - 2), at));
    return (!HAN.test(before + after) && !isBehindStop) || /\d/.test(before);
  }
  if (CLOSING_ROUND.test(mark))
    return ITEM_NUMBER.test(text.slice(Math.max(0, at - 4), at)) && !text.slice(Math.max(0, at - 5), at).includes('（');
  return false;
}

export interface PairsOfKind {
  readonly kind: PairKind;
  readonly marks: readonly PairedMark[];
}

interface WrittenMark {
  readonly kind: PairKind;
  readonly mark: Mark;
}

/** Halves of different kinds this near (UTF-16 units) were meant for each other. */
const NEAR = 40;

/**
 * Halves that were meant for one of another kind: 《条例〉, （2024】. As they are written, an opening one and a closing one of
 * different kinds are left over side by side. To pair them with the next mark of their own kind would tear that apart.
 */
function mismatched(marks: readonly WrittenMark[]): ReadonlySet<number> {
  const open = new Map<PairKind, WrittenMark[]>();
  const left = new Set<WrittenMark>();
  for (const one of marks) {
    const { kind, mark } = one;
    if (mark.written === 'either') continue;
    const opened = open.get(kind) ?? [];
    open.set(kind, opened);
    const partner = mark.written === 'close' ? opened.pop() : undefined;
    if (partner) left.delete(partner);
    else left.add(one);
    if (mark.written === 'open') opened.push(one);
  }
  const meant = new Set<number>();
  let before: WrittenMark | undefined;
  for (const one of left) {
    const isMeant =
      before?.mark.written === 'open' &&
      one.mark.written === 'close' &&
      before.kind !== one.kind &&
      one.mark.at - before.mark.at <= NEAR;
    if (isMeant) for (const { mark } of [before!, one]) meant.add(mark.at);
    before = isMeant ? undefined : one;
  }
  return meant;
}

/** The paired marks of a paragraph by kind, each mark as it was meant; kinds without marks are left out. */
export const pairsOf = perParagraph(({ text }: Paragraph): readonly PairsOfKind[] => {
  const written = allMatches(text, MARK).flatMap(({ 0: mark, index: at }): WrittenMark[] => {
    const half = HALVES.get(mark)!;
    return isNoHalf(text, at, mark) ? [] : [{ kind: half.kind, mark: { at, written: half.written } }];
  });
  const lone = mismatched(written);
  const byKind = new Map<PairKind, Mark[]>();
  for (const { kind, mark } of written) {
    const marks = byKind.get(kind) ?? [];
    marks.push(lone.has(mark.at) ? { ...mark, lone: true } : mark);
    byKind.set(kind, marks);
  }
  return [...byKind].map(([kind, marks]) => ({ kind, marks: pairMarks(text, marks, kind.nesting) }));
});
