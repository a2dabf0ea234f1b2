import type { Range } from '../../lib/document/types.ts';
import type { Quantity } from '../../lib/vocabulary/quantities.ts';

/** A quantity with the words it is told by. */
export interface Figure extends Quantity {
  /** Between the pause or figure before and the number: “目前已整改” of “目前已整改36个”. */
  readonly label: string;
  /** Between the unit and the next pause or figure: “已整改” of “36个已整改，”. */
  readonly tail: string;
}

const PAUSES = new Set('，、；：。！？（）()“”《》,;:\n');
/** Longer labels say more than what the figure is of (UTF-16 units). */
const LONGEST = 24;

/** Quantities with their labels and tails; `within` bounds the first label and the last tail. */
export function withLabels(text: string, quantities: readonly Quantity[], within: Range): Figure[] {
  return quantities.map((quantity, index) => {
    const [start, end] = quantity.range;
    const first = Math.max(quantities[index - 1]?.range[1] ?? within[0], start - LONGEST);
    const last = Math.min(quantities[index + 1]?.range[0] ?? within[1], end + LONGEST);
    let from = start;
    while (from > first && !PAUSES.has(text[from - 1]!)) from--;
    let to = end;
    while (to < last && !PAUSES.has(text[to]!)) to++;
    return { ...quantity, label: text.slice(from, start), tail: text.slice(end, to) };
  });
}

/** Persons are counted by either. */
const PERSONS: ReadonlySet<string> = new Set(['名', '人', '位']);
export const isSameUnit = (a: string, b: string) => a === b || (PERSONS.has(a) && PERSONS.has(b));
