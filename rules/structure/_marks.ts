import { type NumberedItem, readNumbering } from '../../lib/document/numbering.ts';
import { toNumeral } from '../../lib/document/numerals.ts';
import type { Document, NumberStyle, Range } from '../../lib/document/types.ts';

/** The number as it would stand in the text, in the numerals of the style: “四”, “4”, “④”. Undefined where none can be written. */
export function writeNumber(style: NumberStyle, value: number): string | undefined {
  if (style === 'circled') return value >= 1 && value <= 20 ? String.fromCodePoint(0x245f + value) : undefined;
  if (style === 'arabic' || style === 'arabic-parenthesis') return String(value);
  return value >= 1 && value <= 99 ? toNumeral(value) : undefined;
}

const UNIT: Readonly<Partial<Record<NumberStyle, string>>> = {
  part: '部分',
  chapter: '章',
  section: '节',
  article: '条',
};

/** The whole mark: “（四）”, “四、”, “4.”, “第四章”. */
export function writeMark(style: NumberStyle, value: number): string | undefined {
  const number = writeNumber(style, value);
  if (number === undefined) return undefined;
  if (style === 'chinese') return `${number}、`;
  if (style === 'arabic') return `${number}.`;
  if (style === 'chinese-parenthesis' || style === 'arabic-parenthesis') return `（${number}）`;
  return style === 'circled' ? number : `第${number}${UNIT[style]}`;
}

/** Range of an item's mark in the document. */
export const markRange = ({ block, marker }: NumberedItem): Range => [
  block.start + marker.range[0],
  block.start + marker.range[1],
];

/** Range of an item's numerals in the document. */
export const numberRange = ({ block, marker }: NumberedItem): Range => [
  block.start + marker.number[0],
  block.start + marker.number[1],
];

/** An item written in another style than its siblings, and the style they have. */
export interface OddItem {
  readonly item: NumberedItem;
  readonly style: NumberStyle;
  readonly sibling: NumberedItem;
}

/** Styles that writers mix up. Chapters and articles are none. */
const INTERCHANGEABLE: ReadonlySet<NumberStyle> = new Set([
  'chinese',
  'chinese-parenthesis',
  'arabic',
  'arabic-parenthesis',
  'circled',
]);

/**
 * Items that belong by their number to a series of another style: “1.” before “（二）（三）”, “3.” between “（二）” and “（四）”.
 * The shorter half is taken for the odd one.
 */
export function findOddItems(document: Document): OddItem[] {
  const odd: OddItem[] = [];
  for (const { items, before, parent } of readNumbering(document).series) {
    const first = items[0]!;
    if (!parent || !INTERCHANGEABLE.has(first.marker.style) || !INTERCHANGEABLE.has(parent.marker.style)) continue;
    if (first.marker.value === 1 || first.marker.value === (before ?? -1) + 1) continue;
    if (parent.marker.value !== first.marker.value - 1) continue;
    const upTo = parent.series.items.slice(0, parent.series.items.indexOf(parent) + 1);
    if (!upTo.every(({ marker }, index) => marker.value === index + 1)) continue;
    // Where the parent's own series has that number too, the items below it merely lack their first.
    const next = parent.series.items[upTo.length];
    if (next ? next.marker.value !== items.at(-1)!.marker.value + 1 : upTo.length + items.length < 3) continue;
    if (upTo.length < items.length) {
      for (const item of upTo) odd.push({ item, style: first.marker.style, sibling: first });
    } else {
      for (const item of items) odd.push({ item, style: parent.marker.style, sibling: parent });
    }
  }
  return odd;
}

const NUMERALS = '[\\d一二三四五六七八九十]';

/** Whether the number stands in the text, with a bracket behind it or with another mark. */
const stands = (text: string, number: string, inBrackets: boolean) =>
  new RegExp(`(?<!${NUMERALS})${number}\\s*${inBrackets ? '[）)]' : '[、.．，]'}`).test(text);

/**
 * Whether a number left out stands somewhere before the item, inside a paragraph or in other marks. A （三） that counts on
 * from a （二） is an item below and stands for no 三、.
 * @param from the item to look behind; the start of the text where it is undefined
 */
export function isFilled(
  document: Document,
  from: NumberedItem | undefined,
  to: NumberedItem,
  missing: number,
): boolean {
  const { style } = to.marker;
  const number = writeNumber(style, missing);
  if (number === undefined) return true;
  const between = document.text.slice(from ? markRange(from)[1] : 0, markRange(to)[0]);
  if (style === 'article') return between.includes(`第${number}条`);
  if (style === 'circled') return between.includes(number);
  const itsBrackets = style === 'chinese-parenthesis' || style === 'arabic-parenthesis';
  if (stands(between, number, itsBrackets)) return true;
  const previous = writeNumber(style, missing - 1);
  const isBelow = previous !== undefined && stands(between, previous, !itsBrackets);
  return stands(between, number, !itsBrackets) && !isBelow;
}
