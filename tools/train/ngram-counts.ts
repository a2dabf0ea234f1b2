/**
 * Counts all n-grams up to order 5 of a text, by sorting: one 64-bit key for the window that starts at each symbol,
 * sorted natively. Sorted windows are a trie read in order, so the counts of all orders fall out of one scan.
 */
import { BOUNDARY, type SymbolText } from '../../lib/language/alphabet.ts';
import { progress } from './progress.ts';

export const ORDER = 5;
const SYMBOL_BITS = 13;
/** Windows are sorted in two shards, since five symbols need one bit more than a key has. */
const SHARD_LIMIT = 4096;

/** The n-grams of one order, sorted by their symbols. Index 0 of `levels` is not used: levels[n] holds order n. */
export interface CountLevel {
  readonly size: number;
  /** The last symbol. At level 1 the index itself is the symbol. */
  readonly symbol: Uint16Array;
  /** Occurrences. */
  readonly raw: Uint32Array;
  /**
   * Kneser–Ney's count: in how many different symbols' company to the left the n-gram was seen; occurrences at the
   * highest order and for n-grams that begin a sentence.
   */
  readonly adjusted: Uint32Array;
  /** child[i]…child[i+1] are the n-grams of the next order that extend this one. Empty at the highest order. */
  readonly child: Uint32Array;
}

/** A sort key in two halves: BigUint64Array sorts fast, while BigInts are slow. */
class Keys {
  readonly big: BigUint64Array;
  readonly halves: Uint32Array;
  length = 0;

  constructor(capacity: number) {
    this.big = new BigUint64Array(capacity);
    this.halves = new Uint32Array(this.big.buffer);
  }

  push(high: number, low: number): void {
    this.halves[2 * this.length] = low;
    this.halves[2 * this.length + 1] = high;
    this.length++;
  }

  sort(): this {
    this.big.subarray(0, this.length).sort();
    return this;
  }
}

/** Keys of the windows that start with symbols of one shard, sorted. */
function windowKeys({ symbols, length }: SymbolText, shard: number): Keys {
  let capacity = 0;
  for (let i = 0; i + 1 < length; i++) if (symbols[i]! < SHARD_LIMIT === (shard === 0)) capacity++;
  const keys = new Keys(capacity);
  for (let i = 0; i + 1 < length; i++) {
    const w1 = symbols[i]!;
    if (w1 < SHARD_LIMIT !== (shard === 0)) continue;
    // A window ends with its sentence; what lies beyond is padding.
    const w2 = symbols[i + 1]!;
    const w3 = w2 === BOUNDARY ? 0 : symbols[i + 2]!;
    const w4 = w3 === BOUNDARY || w3 === 0 ? 0 : symbols[i + 3]!;
    const w5 = w4 === BOUNDARY || w4 === 0 ? 0 : symbols[i + 4]!;
    const high = ((w1 & (SHARD_LIMIT - 1)) << 20) | (w2 << 7) | (w3 >> 6);
    keys.push(high >>> 0, (((w3 & 63) << 26) | (w4 << 13) | w5) >>> 0);
  }
  return keys.sort();
}

/** Calls `visit` for each window in order with its symbols and the first order at which it differs from the last. */
function scanWindows(keys: Keys, shard: number, visit: (window: Uint16Array, firstNew: number) => void): void {
  const window = new Uint16Array(ORDER + 1);
  for (let k = 0; k < keys.length; k++) {
    const low = keys.halves[2 * k]!;
    const high = keys.halves[2 * k + 1]!;
    let firstNew = ORDER + 1;
    const set = (order: number, symbol: number) => {
      if (firstNew > order && (window[order] !== symbol || k === 0)) firstNew = order;
      window[order] = symbol;
    };
    set(1, (high >>> 20) + shard * SHARD_LIMIT);
    set(2, (high >>> 7) & 8191);
    set(3, ((high & 127) << 6) | (low >>> 26));
    set(4, (low >>> 13) & 8191);
    set(5, low & 8191);
    visit(window, firstNew);
  }
}

/** The trie of all n-grams with their occurrences; adjusted counts are still zero. */
function countOccurrences(text: SymbolText, symbolCount: number): CountLevel[] {
  const shards = [0, 1].map((shard) => windowKeys(text, shard));
  progress(`sorted ${shards[0]!.length + shards[1]!.length} windows`);
  const sizes = new Array<number>(ORDER + 1).fill(0);
  shards.forEach((keys, shard) => {
    scanWindows(keys, shard, (window, firstNew) => {
      for (let n = firstNew; n <= ORDER && window[n] !== 0; n++) sizes[n]!++;
    });
  });
  sizes[1] = symbolCount;
  progress(`n-grams by order: ${sizes.slice(1).join(', ')}`);
  const levels = sizes.map(
    (size, n): CountLevel => ({
      size,
      symbol: new Uint16Array(size),
      raw: new Uint32Array(size),
      adjusted: new Uint32Array(size),
      child: new Uint32Array(n > 0 && n < ORDER ? size + 1 : 0),
    }),
  );
  for (let symbol = 0; symbol < symbolCount; symbol++) levels[1]!.symbol[symbol] = symbol;
  fillTrie(shards, levels);
  return levels;
}

function fillTrie(shards: readonly Keys[], levels: readonly CountLevel[]): void {
  const next = new Array<number>(ORDER + 2).fill(0);
  shards.forEach((keys, shard) => {
    scanWindows(keys, shard, (window, firstNew) => {
      if (firstNew === 1) {
        // Symbols that begin no window have no children.
        for (let symbol = next[1]!; symbol <= window[1]!; symbol++) levels[1]!.child[symbol] = next[2]!;
        next[1] = window[1]! + 1;
      }
      levels[1]!.raw[window[1]!]!++;
      for (let n = 2; n <= ORDER && window[n] !== 0; n++) {
        const level = levels[n]!;
        if (n >= firstNew) {
          const entry = next[n]!++;
          level.symbol[entry] = window[n]!;
          if (n < ORDER) level.child[entry] = next[n + 1]!;
        }
        level.raw[next[n]! - 1]!++;
      }
    });
  });
  levels[1]!.child.fill(next[2]!, next[1]!);
  for (let n = 2; n < ORDER; n++) levels[n]!.child[levels[n]!.size] = levels[n + 1]!.size;
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

/** Counts for each n-gram of `order` the different symbols to its left, from the n-grams one longer. */
function adjustCounts(levels: readonly CountLevel[], order: number): void {
  const level = levels[order]!;
  const keys = new Keys(levels[order + 1]!.size);
  const pack = (path: Uint16Array, first: number) => {
    let high = 0;
    let low = 0;
    for (let n = first; n < first + order; n++) {
      high = ((high << SYMBOL_BITS) | (low >>> (32 - SYMBOL_BITS))) >>> 0;
      low = ((low << SYMBOL_BITS) | path[n]!) >>> 0;
    }
    return [high, low] as const;
  };
  for (const path of walk(levels, order + 1)) keys.push(...pack(path, 2));
  keys.sort();
  let k = 0;
  let entry = 0;
  for (const path of walk(levels, order)) {
    const [high, low] = pack(path, 1);
    const first = k;
    while (k < keys.length && keys.halves[2 * k] === low && keys.halves[2 * k + 1] === high) k++;
    level.adjusted[entry] = order > 1 && path[1] === BOUNDARY ? level.raw[entry]! : k - first;
    entry++;
  }
  if (k !== keys.length) throw new Error(`${keys.length - k} n-grams of order ${order} were not matched`);
}

/** @returns levels[1…ORDER]; levels[0] is empty */
export function countNgrams(text: SymbolText, symbolCount: number): readonly CountLevel[] {
  const levels = countOccurrences(text, symbolCount);
  levels[ORDER]!.adjusted.set(levels[ORDER]!.raw);
  for (let order = ORDER - 1; order >= 1; order--) {
    adjustCounts(levels, order);
    progress(`left contexts of order ${order} counted`);
  }
  return levels;
}
