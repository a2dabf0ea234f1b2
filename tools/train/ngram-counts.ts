/**
 * Counts all n-grams up to order 5 of a text, by sorting: one 64-bit key for the window that starts at each symbol,
 * sorted natively, a shard of first symbols at a time. Sorted windows are a trie read in order, so the counts of all
 * orders fall out of one scan. A second scan, over windows of four symbols with the symbol to their left, counts in
 * whose company each n-gram was seen. Rare n-grams are dropped while they are counted, which bounds the memory; what
 * they leave behind in their histories and in the statistics of the counts is kept.
 */
import { BOUNDARY, PADDING } from '../../lib/language/alphabet.ts';
import { progress } from './progress.ts';

export const ORDER = 5;
const SYMBOL_BITS = 13;
const SYMBOL_MASK = (1 << SYMBOL_BITS) - 1;
/** First symbols of one shard: nine bits of a key are left for them. */
const SHARD_SYMBOLS = 512;
/** Three bits of a symbol and of a key are left for how much the text around it weighs. */
export const MOST_WEIGHTS = 8;
/** Weights and counts are whole numbers of so many parts of an occurrence. */
export const PARTS = 8;

/** Sentences, each enclosed by BOUNDARY symbols that neighbours share; every symbol with the weight of its text. */
export class WeightedText {
  readonly weights: readonly number[];
  symbols: Uint16Array;
  length = 1;

  /**
   * @param weights what an occurrence counts, in PARTS; a text names its own by its place here
   * @throws if there are more weights than the symbols have room for
   */
  constructor(weights: readonly number[]) {
    if (weights.length > MOST_WEIGHTS)
      throw new Error(`${weights.length} weights: at most ${MOST_WEIGHTS} are possible`);
    this.weights = weights;
    this.symbols = new Uint16Array(1 << 16);
    this.symbols[0] = BOUNDARY;
  }

  /** Appends symbols that begin and end with BOUNDARY. */
  append(symbols: Uint16Array, weight: number): void {
    if (this.length + symbols.length > this.symbols.length) {
      const longer = new Uint16Array(Math.ceil(1.5 * (this.length + symbols.length)));
      longer.set(this.symbols.subarray(0, this.length));
      this.symbols = longer;
    }
    // The boundary that opens a text is the one that closed the text before.
    for (let i = 1; i < symbols.length; i++) this.symbols[this.length++] = symbols[i]! | (weight << SYMBOL_BITS);
  }
}

/** The n-grams of one order, sorted by their symbols. Index 0 of `levels` is not used: levels[n] holds order n. */
export interface CountLevel {
  readonly size: number;
  /** The last symbol. At level 1 the index itself is the symbol. */
  readonly symbol: Uint16Array;
  /** Occurrences, in PARTS. */
  readonly raw: Uint32Array;
  /**
   * Kneser–Ney's count, in PARTS: in how many different symbols' company to the left the n-gram was seen, each by the
   * weightiest text that has it; occurrences at the highest order and for n-grams that begin a sentence.
   */
  readonly adjusted: Uint32Array;
  /** child[i]…child[i+1] are the n-grams of the next order that extend this one. Empty at the highest order. */
  readonly child: Uint32Array;
  /** Sum of the adjusted counts of all that extends the n-gram, dropped or not. Empty at the highest order. */
  readonly total: Float64Array;
  /** How many n-grams of this order, dropped or not, have Kneser–Ney's count 1, 2, 3 and 4, all weights being 1. */
  readonly countsOfCounts: readonly number[];
}

/** A typed array that grows at its end. */
class Growing<T extends Uint16Array | Uint32Array> {
  array: T;
  length = 0;
  readonly #make: (length: number) => T;

  constructor(make: (length: number) => T) {
    this.#make = make;
    this.array = make(1 << 12);
  }

  push(value: number): void {
    if (this.length === this.array.length) {
      const longer = this.#make(Math.ceil(this.array.length * 1.5));
      longer.set(this.array);
      this.array = longer;
    }
    this.array[this.length++] = value;
  }

  finish(): T {
    return this.array.slice(0, this.length) as T;
  }
}

/**
 * Sorted windows of a text. A key holds the first symbol within its shard, the three behind it, a fifth one and the weight:
 * 9 + 13 + 13 + 13 + 13 + 3 bits.
 */
class Windows {
  readonly #text: WeightedText;
  readonly #hasLeft: boolean;
  readonly #keys: BigUint64Array;
  /** The same in two halves: BigInts are slow. */
  readonly #halves: Uint32Array;
  readonly shards: number;

  /** @param hasLeft whether the fifth symbol is the one to the left of the window instead of its last */
  constructor(text: WeightedText, symbolCount: number, hasLeft: boolean) {
    this.#text = text;
    this.#hasLeft = hasLeft;
    this.shards = Math.ceil(symbolCount / SHARD_SYMBOLS);
    const sizes = new Uint32Array(this.shards);
    for (let i = 0; i < text.length; i++) sizes[((text.symbols[i]! & SYMBOL_MASK) / SHARD_SYMBOLS) | 0]!++;
    this.#keys = new BigUint64Array(sizes.reduce((most, size) => Math.max(most, size), 0));
    this.#halves = new Uint32Array(this.#keys.buffer);
  }

  /** @returns the keys of the windows that start with a symbol of the shard, low half first, sorted */
  sorted(shard: number): Uint32Array {
    const { symbols, length } = this.#text;
    const hasLeft = this.#hasLeft;
    const halves = this.#halves;
    const from = shard * SHARD_SYMBOLS;
    // The boundary at the very end opens no sentence, but something stands to its left.
    const end = hasLeft ? length : length - 1;
    let at = 0;
    for (let i = 0; i < end; i++) {
      const w1 = (symbols[i]! & SYMBOL_MASK) - from;
      if (w1 < 0 || w1 >= SHARD_SYMBOLS) continue;
      // A window ends with its sentence; what lies beyond is padding.
      const next = i + 1 < length ? symbols[i + 1]! : PADDING;
      const w2 = next & SYMBOL_MASK;
      const w3 = w2 === BOUNDARY || w2 === PADDING ? PADDING : symbols[i + 2]! & SYMBOL_MASK;
      const w4 = w3 === BOUNDARY || w3 === PADDING ? PADDING : symbols[i + 3]! & SYMBOL_MASK;
      const w5 = w4 === BOUNDARY || w4 === PADDING ? PADDING : symbols[i + 4]! & SYMBOL_MASK;
      const w0 = i > 0 ? symbols[i - 1]! & SYMBOL_MASK : PADDING;
      // A boundary belongs to the sentence before it; as the beginning of a window it weighs what follows.
      const weight = (w2 === PADDING ? symbols[i]! : next) >>> SYMBOL_BITS;
      const fifth = hasLeft ? w0 : w5;
      // Three bits of the third symbol go to the low half.
      halves[at++] = ((w3 << 29) | (w4 << 16) | (fifth << 3) | weight) >>> 0;
      halves[at++] = ((w1 << 23) | (w2 << 10) | (w3 >>> 3)) >>> 0;
    }
    this.#keys.subarray(0, at / 2).sort();
    return halves.subarray(0, at);
  }
}

const thirdSymbol = (low: number, high: number) => ((high & 1023) << 3) | (low >>> 29);

/** The trie under construction: n-grams of each order that are met often enough, in their order. */
class TrieBuilder {
  readonly symbols = Array.from({ length: ORDER + 1 }, () => new Growing((length) => new Uint16Array(length)));
  readonly raws = Array.from({ length: ORDER + 1 }, () => new Growing((length) => new Uint32Array(length)));
  readonly children = Array.from({ length: ORDER + 1 }, () => new Growing((length) => new Uint32Array(length)));

  /** Children of `symbol` begin here, and those of all symbols before it that had none. */
  reach(symbol: number): void {
    const { symbols, raws, children } = this;
    while (symbols[1]!.length <= symbol) {
      symbols[1]!.push(symbols[1]!.length);
      raws[1]!.push(0);
      children[1]!.push(symbols[2]!.length);
    }
  }
}

/** How often what has the highest order was seen, for the statistics of its counts. */
function tally(countsOfCounts: number[], count: number): void {
  if (count >= 1 && count <= 4) countsOfCounts[count]!++;
}

interface Occurrences {
  readonly trie: TrieBuilder;
  /** Of the histories of four symbols. */
  readonly total: Growing<Uint32Array>;
  readonly countsOfCounts: number[];
}

/** First scan: the trie with its occurrences. */
function countOccurrences(text: WeightedText, symbolCount: number, least: readonly number[]): Occurrences {
  const trie = new TrieBuilder();
  const total = new Growing((length) => new Uint32Array(length));
  const countsOfCounts = [0, 0, 0, 0, 0];
  const windows = new Windows(text, symbolCount, false);
  // Of the n-gram of each order that is being read: last symbol, parts, first child.
  const open = new Uint16Array(ORDER + 1);
  const parts = new Float64Array(ORDER + 1);
  const firstChild = new Uint32Array(ORDER + 1);
  let occurrences = 0;
  const close = (n: number) => {
    if (open[n] === PADDING) return;
    if (n === ORDER) tally(countsOfCounts, occurrences);
    if (n === 1) trie.raws[1]!.array[open[1]!] = parts[1]!;
    else if (parts[n]! >= least[n]!) {
      trie.symbols[n]!.push(open[n]!);
      trie.raws[n]!.push(parts[n]!);
      if (n < ORDER) trie.children[n]!.push(firstChild[n]!);
      if (n === ORDER - 1) total.push(behindFour);
    }
  };
  let behindFour = 0;
  for (let shard = 0; shard < windows.shards; shard++) {
    const keys = windows.sorted(shard);
    for (let k = 0; k < keys.length; k += 2) {
      const low = keys[k]!;
      const high = keys[k + 1]!;
      const w1 = (high >>> 23) + shard * SHARD_SYMBOLS;
      const w2 = (high >>> 10) & SYMBOL_MASK;
      const w3 = thirdSymbol(low, high);
      const w4 = (low >>> 16) & SYMBOL_MASK;
      const w5 = (low >>> 3) & SYMBOL_MASK;
      const weight = text.weights[low & 7]!;
      let firstNew = ORDER + 1;
      if (w1 !== open[1]) firstNew = 1;
      else if (w2 !== open[2]) firstNew = 2;
      else if (w3 !== open[3]) firstNew = 3;
      else if (w4 !== open[4]) firstNew = 4;
      else if (w5 !== open[5]) firstNew = 5;
      if (firstNew <= ORDER) {
        for (let n = ORDER; n >= firstNew; n--) close(n);
        if (firstNew === 1) trie.reach(w1);
        open[1] = w1;
        open[2] = w2;
        open[3] = w3;
        open[4] = w4;
        open[5] = w5;
        for (let n = firstNew; n <= ORDER; n++) {
          parts[n] = 0;
          if (n < ORDER) firstChild[n] = trie.symbols[n + 1]!.length;
        }
        if (firstNew < ORDER) behindFour = 0;
        occurrences = 0;
      }
      for (let n = 1; n <= ORDER; n++) parts[n]! += weight;
      if (w5 !== PADDING) behindFour += weight;
      occurrences++;
    }
    progress(
      `occurrences: shard ${shard + 1} of ${windows.shards}, ${trie.symbols[ORDER]!.length} of order ${ORDER} kept`,
    );
  }
  for (let n = ORDER; n >= 1; n--) close(n);
  trie.reach(symbolCount - 1);
  return { trie, total, countsOfCounts };
}

interface LeftCompany {
  /** By order, of the n-grams in the trie. */
  readonly adjusted: readonly Uint32Array[];
  readonly totals: readonly Float64Array[];
  readonly countsOfCounts: readonly number[][];
}

/** Second scan: Kneser–Ney's counts of all orders but the highest, for the n-grams of the trie. */
function countCompany(
  text: WeightedText,
  symbolCount: number,
  least: readonly number[],
  sizes: readonly number[],
): LeftCompany {
  const lower = ORDER - 1;
  const adjusted = sizes.map((size, n) => new Uint32Array(n <= lower ? size : 0));
  const totals = sizes.map((size, n) => new Float64Array(n < lower ? size : 0));
  const countsOfCounts = sizes.map(() => [0, 0, 0, 0, 0]);
  const windows = new Windows(text, symbolCount, true);
  const open = new Uint16Array(ORDER);
  const parts = new Float64Array(ORDER);
  // Of the n-gram of each order: its company in parts and in symbols, and the sum of what extends it.
  const company = new Float64Array(ORDER);
  const symbols = new Float64Array(ORDER);
  const behind = new Float64Array(ORDER);
  const occurrences = new Float64Array(ORDER);
  const next = new Uint32Array(ORDER);
  // By order and left symbol: the n-gram beside which it was last seen, and by how much it counted there.
  const seenWith = Array.from({ length: ORDER }, () => new Uint32Array(SYMBOL_MASK + 1));
  const seenBy = Array.from({ length: ORDER }, () => new Uint16Array(SYMBOL_MASK + 1));
  const number = new Uint32Array(ORDER);
  const close = (n: number) => {
    if (open[n] === PADDING) return;
    const keepsCount = n > 1 && open[1] === BOUNDARY;
    const count = keepsCount ? parts[n]! : company[n]!;
    tally(countsOfCounts[n]!, keepsCount ? occurrences[n]! : symbols[n]!);
    if (n > 1) behind[n - 1]! += count;
    const entry = n === 1 ? open[1]! : next[n]!;
    if (n > 1 && parts[n]! < least[n]!) return;
    adjusted[n]![entry] = count;
    if (n < lower) totals[n]![entry] = behind[n]!;
    next[n] = entry + 1;
  };
  for (let shard = 0; shard < windows.shards; shard++) {
    const keys = windows.sorted(shard);
    for (let k = 0; k < keys.length; k += 2) {
      const low = keys[k]!;
      const high = keys[k + 1]!;
      const w1 = (high >>> 23) + shard * SHARD_SYMBOLS;
      const w2 = (high >>> 10) & SYMBOL_MASK;
      const w3 = thirdSymbol(low, high);
      const w4 = (low >>> 16) & SYMBOL_MASK;
      const left = (low >>> 3) & SYMBOL_MASK;
      const weight = text.weights[low & 7]!;
      let firstNew = ORDER;
      if (w1 !== open[1]) firstNew = 1;
      else if (w2 !== open[2]) firstNew = 2;
      else if (w3 !== open[3]) firstNew = 3;
      else if (w4 !== open[4]) firstNew = 4;
      if (firstNew < ORDER) {
        for (let n = lower; n >= firstNew; n--) close(n);
        open[1] = w1;
        open[2] = w2;
        open[3] = w3;
        open[4] = w4;
        for (let n = firstNew; n <= lower; n++) {
          parts[n] = company[n] = symbols[n] = behind[n] = occurrences[n] = 0;
          number[n]!++;
        }
      }
      // The window at the very end is a boundary with nothing behind it.
      const longest = w2 === PADDING ? 1 : lower;
      for (let n = 1; n <= longest; n++) {
        parts[n]! += weight;
        occurrences[n]!++;
        if (left === PADDING) continue;
        if (seenWith[n]![left] !== number[n]) {
          seenWith[n]![left] = number[n]!;
          seenBy[n]![left] = weight;
          company[n]! += weight;
          symbols[n]!++;
        } else if (seenBy[n]![left]! < weight) {
          company[n]! += weight - seenBy[n]![left]!;
          seenBy[n]![left] = weight;
        }
      }
    }
    progress(`company: shard ${shard + 1} of ${windows.shards}`);
  }
  for (let n = lower; n >= 1; n--) close(n);
  for (let n = 2; n <= lower; n++) {
    if (next[n] !== sizes[n])
      throw new Error(`${next[n]} n-grams of order ${n} in the second scan, ${sizes[n]} in the first`);
  }
  return { adjusted, totals, countsOfCounts };
}

/**
 * @param leastOccurrences by order, how often an n-gram must be seen, in whole occurrences, to be kept; must not fall with
 *   the order, so that what begins or ends a kept n-gram is kept as well
 * @returns levels[1…ORDER]; levels[0] is empty
 */
export function countNgrams(
  text: WeightedText,
  symbolCount: number,
  leastOccurrences: readonly number[],
): readonly CountLevel[] {
  const least = leastOccurrences.map((count) => count * PARTS);
  const { trie, total, countsOfCounts } = countOccurrences(text, symbolCount, least);
  const sizes = trie.symbols.map(({ length }) => length);
  progress(`n-grams kept by order: ${sizes.slice(1).join(', ')}`);
  const company = countCompany(text, symbolCount, least, sizes);
  return sizes.map((size, n): CountLevel => {
    const raw = trie.raws[n]!.finish();
    if (n > 0 && n < ORDER) trie.children[n]!.push(sizes[n + 1]!);
    return {
      size,
      symbol: trie.symbols[n]!.finish(),
      raw,
      adjusted: n === ORDER ? raw : company.adjusted[n]!,
      child: n > 0 && n < ORDER ? trie.children[n]!.finish() : new Uint32Array(0),
      total: n === ORDER - 1 ? Float64Array.from(total.finish()) : company.totals[n]!,
      countsOfCounts: n === ORDER ? countsOfCounts : company.countsOfCounts[n]!,
    };
  });
}

/** Walks the n-grams of one order in their sorted order; `path[1…order]` are the symbols. */
export function* walk(levels: readonly { child: Uint32Array; symbol: Uint16Array; size: number }[], order: number) {
  const path = new Uint16Array(order + 1);
  const at = new Array<number>(order + 1).fill(-1);
  for (let entry = 0; entry < levels[order]!.size; entry++) {
    at[order] = entry;
    let moved = order;
    for (let n = order - 1; n >= 1; n--) {
      const { child } = levels[n]!;
      if (at[n]! >= 0 && child[at[n]! + 1]! > at[n + 1]!) break;
      do at[n]!++;
      while (child[at[n]! + 1]! <= at[n + 1]!);
      moved = n;
    }
    for (let n = moved; n <= order; n++) path[n] = levels[n]!.symbol[at[n]!]!;
    yield path;
  }
}
