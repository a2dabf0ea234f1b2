import { contentOf } from './content.ts';
import type { Block, Document, Marker, NumberStyle, Role } from './types.ts';

/** A paragraph that starts with a number, in its series. */
export interface NumberedItem {
  readonly block: Block;
  readonly marker: Marker;
  readonly series: NumberSeries;
}

/** Numbers of one style that count on from each other below one parent: （一）（二）（三） of section 二、. */
export interface NumberSeries {
  readonly style: NumberStyle;
  readonly items: readonly NumberedItem[];
  /** The item that the series stands below. */
  readonly parent?: NumberedItem;
  /** Last number of this style before the series began: some documents count （一）…（二十） on through all sections. */
  readonly before?: number;
}

export interface Numbering {
  /** All series, by their first item. */
  readonly series: readonly NumberSeries[];
  /** All items in the order of the text. */
  readonly items: readonly NumberedItem[];
}

const OUTSIDE: ReadonlySet<Role> = new Set([
  'blank',
  'title',
  'byline',
  'contents',
  'salutation',
  'signature',
  'date',
  'attachment',
]);
/** An article put in later: “第十二条之一” has the number of the one before. */
const INSERTED = /^之[一二三四五六七八九十]/;
/** “附件2”, on a line of its own: what follows counts from the start. */
const ATTACHMENT_HEAD = /^附\s*[件录表]\s*(?:[0-9一二三四五六七八九十]{1,2}\s*)?[：:]?$/;

/** Whether a number takes part in a count. That of a decimal is of its last level only. */
function isCounted({ role, paragraph: { text } }: Block, marker: Marker): boolean {
  if (OUTSIDE.has(role) || Number.isNaN(marker.value) || marker.style === 'decimal') return false;
  return !INSERTED.test(text.slice(marker.range[1], marker.range[1] + 2)) && !isNumberPair(text, marker);
}

type OpenSeries = { -readonly [key in keyof NumberSeries]: NumberSeries[key] } & {
  items: NumberedItem[];
  /** The series of the same style that this one stands within: a list 1.–3. below chapter “2.”. */
  outer?: OpenSeries | undefined;
};

/** Deeper, lists of one style are not nested within each other. */
const DEEPEST = 4;

/** A numbered line that is a heading and nothing else. */
const isHeadingLine = ({ paragraph: { heading } }: Block) => heading !== undefined && !heading.runIn;

/** Whether a number 1 opens a list below the item before it, whose style it shares: a colon leads to it, or it is indented. */
function isBelowItem(item: Block, block: Block, previous: Block | undefined): boolean {
  if (!isHeadingLine(item)) return false;
  const leads = previous !== undefined && previous !== item && /[：:]$/.test(contentOf(previous));
  return leads || block.paragraph.content[0] > item.paragraph.content[0];
}

/** Whether the paragraph is “二、三产业……”: two numbers side by side and no mark; not “一、一年来……”, “二、三年规划”. */
function isNumberPair(text: string, { range, suffix, style, value }: Marker): boolean {
  if (style !== 'chinese' || suffix !== '、') return false;
  const [next, behind] = text.slice(range[1], range[1] + 2);
  return (
    next !== undefined && '一二三四五六七八九十'.indexOf(next) === value && !/[是、年个项大次月天]/.test(behind ?? '')
  );
}

/** The series around this one that the number counts on: chapter “3.” behind the list 1.–3. of chapter “2.”. */
function resumed({ outer }: OpenSeries, block: Block, { value }: Marker): OpenSeries | undefined {
  if (!isHeadingLine(block)) return undefined;
  for (let depth = 0; outer && depth < DEEPEST; depth++) {
    const last = outer.items.at(-1)!;
    if (last.marker.value === value - 1 && isHeadingLine(last.block)) return outer;
    outer = outer.outer;
  }
  return undefined;
}

class Reader {
  readonly series: OpenSeries[] = [];
  readonly items: NumberedItem[] = [];
  #open: OpenSeries[] = [];
  #last = new Map<NumberStyle, number>();

  reset(): void {
    this.#open = [];
    this.#last.clear();
  }

  /** @param above the last block before this one that is not blank */
  add(block: Block, marker: Marker, above: Block | undefined): void {
    const depth = this.#open.findIndex(({ style }) => style === marker.style);
    let series = depth === -1 ? undefined : this.#open[depth];
    if (depth !== -1) this.#open.length = depth + 1;
    const previous = series?.items.at(-1);
    const outer =
      series && previous && marker.value !== previous.marker.value + 1 ? resumed(series, block, marker) : undefined;
    if (outer) {
      series = outer;
      this.#open[depth] = outer;
    }
    // A series that starts again at 1 is another one; twice 1 in a row is the same series with a number repeated.
    const isNested =
      previous !== undefined && !outer && marker.value === 1 && isBelowItem(previous.block, block, above);
    if (!series || isNested || (marker.value === 1 && previous !== undefined && previous.marker.value > 1)) {
      if (series) this.#open.pop();
      const parent = isNested ? previous : this.#open.at(-1)?.items.at(-1);
      const before = this.#last.get(marker.style);
      series = {
        style: marker.style,
        items: [],
        outer: series,
        ...(parent && { parent }),
        ...(before !== undefined && { before }),
      };
      this.#open.push(series);
      this.series.push(series);
    }
    const item = { block, marker, series };
    series.items.push(item);
    this.items.push(item);
    this.#last.set(marker.style, marker.value);
  }
}

const known = new WeakMap<Document, Numbering>();

/** The numbered paragraphs of a document as series. Linear in the blocks; remembered for as long as the document lives. */
export function readNumbering(document: Document): Numbering {
  const found = known.get(document);
  if (found) return found;
  const reader = new Reader();
  let above: Block | undefined;
  for (const block of document.blocks) {
    if (block.role === 'blank') continue;
    const { marker, content } = block.paragraph;
    if (block.role === 'letterhead' || block.role === 'contents') reader.reset();
    else if (!marker && content[1] - content[0] <= 8 && ATTACHMENT_HEAD.test(contentOf(block))) reader.reset();
    if (marker && isCounted(block, marker)) reader.add(block, marker, above);
    above = block;
  }
  const numbering = { series: reader.series, items: reader.items };
  known.set(document, numbering);
  return numbering;
}

/** Where a count leaves its order. `expected` is the number that should stand at `index`. */
export interface Break {
  readonly index: number;
  readonly expected: number;
  /**
   * slip: this number alone is wrong, the next goes on as if it were right. repeat: the number before, again.
   * gap: one or more are left out. back: a number already passed. start: the first is not 1.
   */
  readonly kind: 'slip' | 'repeat' | 'gap' | 'back' | 'start';
}

/**
 * Finds the places where numbers stop counting on, each fault once: after a break the count goes on from what is
 * written, or from what should have been where the next number shows that only this one slipped.
 * @param before number that the series may count on from instead of starting at 1
 */
export function findBreaks(values: readonly number[], before?: number): Break[] {
  const breaks: Break[] = [];
  let expected = 1;
  values.forEach((value, index) => {
    const next = values[index + 1];
    if (index === 0 && before !== undefined && value === before + 1) expected = value;
    if (value === expected) {
      expected++;
      return;
    }
    const slipped = next === expected + 1 && (index > 0 || next !== value + 1);
    const kind =
      slipped && value !== expected - 1
        ? 'slip'
        : value === expected - 1
          ? 'repeat'
          : value > expected
            ? 'gap'
            : 'back';
    breaks.push({ index, expected, kind: index === 0 ? (slipped ? 'slip' : 'start') : kind });
    expected = slipped ? expected + 1 : value + 1;
  });
  return breaks;
}
