import { findBreaks } from '../../lib/document/numbering.ts';
import { toNumeral } from '../../lib/document/numerals.ts';
import type { Block, Document, EnumerationItem, EnumerationStyle, Range } from '../../lib/document/types.ts';

/** A mark 一是, 第二， in its place. */
export interface Mark {
  readonly item: EnumerationItem;
  readonly range: Range;
  readonly block: Block;
}

/** Marks of one style that count on, nested ones apart. */
export interface Enumeration {
  readonly style: EnumerationStyle;
  readonly marks: Mark[];
}

/** Enumerations open at once: deeper nesting is noise, and a bound keeps the search for a place constant. */
const DEEPEST = 8;

/**
 * Takes a mark into the innermost enumeration that it counts on from, or opens one at 1. What fits nowhere goes to the
 * innermost: there it is a break.
 */
function place(open: Enumeration[], mark: Mark): Enumeration | undefined {
  const { style, value } = mark.item;
  const fits = open.findLastIndex((one) => one.style === style && one.marks.at(-1)!.item.value === value - 1);
  const innermost = open.findLastIndex((one) => one.style === style);
  if (value === 1 || innermost === -1) {
    const enumeration = { style, marks: [mark] };
    open.push(enumeration);
    if (open.length > DEEPEST) open.shift();
    return enumeration;
  }
  const depth = fits === -1 ? innermost : fits;
  open.length = depth + 1;
  open[depth]!.marks.push(mark);
  return undefined;
}

/** All enumerations. They may run through several paragraphs, but not past a numbered heading or an unmarked paragraph pair. */
export function findEnumerations({ blocks }: Document): Enumeration[] {
  const found: Enumeration[] = [];
  let open: Enumeration[] = [];
  let silent = 0;
  for (const block of blocks) {
    const { enumeration, marker, content } = block.paragraph;
    if (content[0] === content[1]) continue;
    silent = enumeration.length > 0 ? 0 : silent + 1;
    if (marker || block.role === 'heading' || silent > 2) open = [];
    for (const item of enumeration) {
      const range = [block.start + item.marker[0], block.start + item.marker[1]] as const;
      const opened = place(open, { item, range, block });
      if (opened) found.push(opened);
    }
  }
  return found;
}

/**
 * Whether a number can be read between two marks that is none of them, such as the first of an inner enumeration that no
 * pause sets off: “其区别一是……；二是……”.
 */
export function isBetween({ text }: Document, from: Mark, to: Mark, value: number): boolean {
  if (value < 1 || value > 99) return false;
  const mark = text.slice(...to.range).replace(/[，,、：:]$/, '');
  return text.slice(from.range[1], to.range[0]).includes(mark.replace(NUMERAL, toNumeral(value)));
}

export const NUMERAL = /[一二三四五六七八九十]+/;

export const breaksOf = ({ marks }: Enumeration) => findBreaks(marks.map(({ item }) => item.value));
