/** The walk from issue to issue by the keyboard: which one the next press of the key shows. */
import type { KeyedIssue } from '../engine/types.ts';

/** A field as the walk sees it. */
export interface Walkable {
  /** By place. */
  readonly issues: readonly KeyedIssue[];
  /** Offset of the caret, or of the selection's start; undefined where the field does not have the focus. */
  readonly caret: number | undefined;
  /** Of the text, in UTF-16 code units. */
  readonly length: number;
}

export interface Stop<F extends Walkable> {
  readonly field: F;
  readonly issue: KeyedIssue;
}

/** Where the walk has come to, from which it goes on until the writer goes elsewhere. */
export interface Walk<F extends Walkable> {
  readonly field: F;
  /** Offset of the issue that is shown. */
  readonly start: number;
  /** Where the caret was in a text of that length. */
  readonly caret: number;
  readonly length: number;
  /** Whether the caret was at an issue, which has then been seen. */
  readonly touched: boolean;
}

const touches = (caret: number, { range: [start, end] }: KeyedIssue) => start <= caret && caret <= end;

/** Whether the caret is where the walk has left it: a fix before it has taken it along. */
const isWhereLeft = ({ field, caret, length }: Walk<Walkable>, present: number): boolean =>
  present === caret || present - caret === field.length - length;

/** The issue behind the one that is shown; behind the last, the first. */
function stopAfter<F extends Walkable>({ field, issue }: Stop<F>): Stop<F> {
  const index = field.issues.findIndex(({ key, range }) => key === issue.key && range[0] === issue.range[0]);
  return { field, issue: field.issues[(index + 1) % field.issues.length] ?? issue };
}

/** The issue that the caret touches, or else the next one behind it, or else the first. */
function stopAtCaret<F extends Walkable>(fields: Iterable<F>, walk: Walk<F> | undefined): Stop<F> | undefined {
  for (const field of fields) {
    const { caret, issues } = field;
    if (caret === undefined || issues.length === 0) continue;
    // An issue at the caret that was not there yet when the walk began comes first.
    const isNew = !walk?.touched && issues.some((issue) => touches(caret, issue));
    const isOn = walk?.field === field && isWhereLeft(walk, caret) && !isNew;
    const isAhead = ({ range: [, end] }: KeyedIssue) => (isOn ? end > walk.start : end >= caret);
    return { field, issue: issues.find(isAhead) ?? issues[0]! };
  }
  return undefined;
}

/**
 * The next stop of the walk. `shown` is the issue that the keyboard has opened and not yet left; without it, the walk begins at
 * the caret, or goes on from where it was when the caret is still there. Undefined where there is nothing to show.
 */
export function nextStop<F extends Walkable>(
  fields: Iterable<F>,
  walk: Walk<F> | undefined,
  shown: Stop<F> | undefined,
): { readonly stop: Stop<F>; readonly walk: Walk<F> } | undefined {
  const stop = shown ? stopAfter(shown) : stopAtCaret(fields, walk);
  if (!stop) return undefined;
  const { field, issue } = stop;
  const caret = field.caret ?? walk?.caret ?? 0;
  const touched =
    field.issues.some((at) => touches(caret, at)) ||
    (walk?.field === field && walk.touched && isWhereLeft(walk, caret));
  return { stop, walk: { field, start: issue.range[0], caret, length: field.length, touched } };
}
