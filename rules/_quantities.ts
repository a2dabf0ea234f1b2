import { partitionPoint } from '../lib/document/search.ts';
import type { Range } from '../lib/document/types.ts';
import { perParagraph } from '../lib/engine/rule.ts';
import { decimalsOf } from '../lib/vocabulary/numbers.ts';
import { type Quantity, readQuantities, type rounded } from '../lib/vocabulary/quantities.ts';

/** The quantities of a paragraph, read once for all rules. */
export const quantitiesOf = perParagraph(({ text }): readonly Quantity[] =>
  /[\d０-９一二两三四五六七八九十百千廿卅壹贰叁肆伍陆柒捌玖拾]/.test(text) ? readQuantities(text) : [],
);

/** Those that lie in a stretch of the paragraph; `quantities` are in order. */
export function quantitiesWithin(quantities: readonly Quantity[], [start, end]: Range): readonly Quantity[] {
  const from = partitionPoint(quantities.length, (index) => quantities[index]!.range[0] >= start);
  return quantities.slice(
    from,
    partitionPoint(quantities.length, (index) => quantities[index]!.range[1] > end),
  );
}

/** What `rounded` gives. */
export type Rounded = ReturnType<typeof rounded>;

/** Between what the quotient of two numbers lies, however both were rounded. */
export const quotientBetween = (a: Rounded, b: Rounded): [least: number, most: number] => [
  (a[0] - a[1]) / (b[0] + b[1]),
  (a[0] + a[1]) / (b[0] - b[1]),
];

/** By how much a figure may be off as it is written: rounded or cut off, both are usual. */
export const writtenSlack = (digits: string) => 10 ** -decimalsOf(digits) + 1e-6;

/** Figures told as more or less than they are. */
export const ROUGHLY = /(?:近|约|超过?|突破|逾)\d/;
