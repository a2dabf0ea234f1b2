/** What an answer need not say again: after an edit, issues before it stand where they stood, those behind it have moved. */
import { shiftIssue } from '../engine/issue.ts';
import type { Fix, KeyedIssue } from '../engine/types.ts';

/** How much of a list of issues stays: so many at its front as they are, so many at its back moved by `shift`. */
export interface KeptIssues {
  readonly front: number;
  readonly back: number;
  /** UTF-16 code units by which the text has grown. */
  readonly shift: number;
}

type Placed = { readonly range: readonly [number, number] };

const isMoved = (a: Placed, b: Placed, shift: number) =>
  a.range[0] + shift === b.range[0] && a.range[1] + shift === b.range[1];

const isSameFix = (a: Fix | undefined, b: Fix | undefined, shift: number): boolean =>
  a === b || (a !== undefined && b !== undefined && a.text === b.text && isMoved(a, b, shift));

function areSame<T>(a: readonly T[] = [], b: readonly T[] = [], isSame: (a: T, b: T) => boolean): boolean {
  return a === b || (a.length === b.length && a.every((item, index) => isSame(item, b[index]!)));
}

/** Whether `b` is `a` with every place in it moved by `shift`. */
function isSameIssue(a: KeyedIssue, b: KeyedIssue, shift: number): boolean {
  if (a === b) return shift === 0;
  return (
    isMoved(a, b, shift) &&
    a.key === b.key &&
    a.severity === b.severity &&
    a.message === b.message &&
    a.basis === b.basis &&
    a.word === b.word &&
    a.group === b.group &&
    isSameFix(a.fix, b.fix, shift) &&
    areSame(a.suggestions, b.suggestions, (x, y) => x.message === y.message && isSameFix(x.fix, y.fix, shift)) &&
    areSame(a.related, b.related, (x, y) => x.message === y.message && isMoved(x, y, shift))
  );
}

/** What of `before` is still in `after`, when the text has grown by `shift` code units in between. Linear. */
export function keptIssues(before: readonly KeyedIssue[], after: readonly KeyedIssue[], shift: number): KeptIssues {
  const shorter = Math.min(before.length, after.length);
  let front = 0;
  while (front < shorter && isSameIssue(before[front]!, after[front]!, 0)) front++;
  let back = 0;
  while (back < shorter - front && isSameIssue(before.at(-1 - back)!, after.at(-1 - back)!, shift)) back++;
  return { front, back, shift };
}

/** Puts together the list that `keptIssues` was asked about: `between` is what is not kept. */
export function withKeptIssues(
  before: readonly KeyedIssue[],
  { front, back, shift }: KeptIssues,
  between: readonly KeyedIssue[],
): readonly KeyedIssue[] {
  const behind = before.slice(before.length - back).map((issue) => shiftIssue(issue, shift));
  return [...before.slice(0, front), ...between, ...behind];
}
