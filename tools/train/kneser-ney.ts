/**
 * Interpolated modified Kneser–Ney smoothing (Chen and Goodman 1999) and entropy pruning (Stolcke 1998), in the form that
 * suits Kneser–Ney: histories are weighted by their occurrences, not by the smoothed lower orders (Chelba et al. 2010).
 * Whatever set of n-grams is kept, the probabilities behind each history sum to one, since what a dropped n-gram had
 * goes to the weight of the lower order.
 */
import { type CountLevel, ORDER, PARTS } from './ngram-counts.ts';
import { progress } from './progress.ts';

/** The part of a model that belongs to one order. */
export interface SmoothedLevel {
  /** Probability of the last symbol behind the others. */
  readonly probability: Float64Array;
  /** Weight of the lower order behind this n-gram; 1 where nothing behind it is kept. Empty at the highest order. */
  readonly backoff: Float64Array;
  readonly kept: Uint8Array;
}

type Discounts = readonly [number, number, number, number];

/** What a count of 1, 2, and 3 or more loses. */
function discounts({ countsOfCounts: n }: CountLevel): Discounts {
  const y = n[1]! / (n[1]! + 2 * n[2]!);
  const discount = (count: number) => {
    const value = count - ((count + 1) * y * n[count + 1]!) / n[count]!;
    // Texts of a few lines have no counts of some size.
    return Number.isFinite(value) && value > 0 && value < count ? value : 0.5;
  };
  return [0, discount(1), discount(2), discount(3)];
}

/** What a count in PARTS loses, in occurrences: between whole counts as if on a straight line. */
function discountOf(parts: number, own: Discounts): number {
  const count = parts / PARTS;
  if (count >= 3) return own[3];
  const whole = Math.floor(count);
  return own[whole]! + (count - whole) * (own[whole + 1]! - own[whole]!);
}

/** For each n-gram the index, one order lower, of the same without its first symbol. */
function suffixLinks(levels: readonly CountLevel[]): Uint32Array[] {
  const links: Uint32Array[] = [new Uint32Array(0), new Uint32Array(levels[1]!.size)];
  for (let n = 2; n <= ORDER; n++) {
    const link = new Uint32Array(levels[n]!.size);
    for (let parent = 0; parent < levels[n - 1]!.size; parent++) linkChildren(levels, links, n, parent, link);
    links.push(link);
  }
  return links;
}

function linkChildren(
  levels: readonly CountLevel[],
  links: readonly Uint32Array[],
  n: number,
  parent: number,
  link: Uint32Array,
) {
  const { child } = levels[n - 1]!;
  const { symbol } = levels[n]!;
  if (n === 2) {
    for (let entry = child[parent]!; entry < child[parent + 1]!; entry++) link[entry] = symbol[entry]!;
    return;
  }
  // Whatever follows the longer history follows the shorter one, and both are sorted: advance together, by halving.
  const shorter = links[n - 1]![parent]!;
  const lower = levels[n - 1]!.symbol;
  let at = levels[n - 2]!.child[shorter]!;
  const end = levels[n - 2]!.child[shorter + 1]!;
  for (let entry = child[parent]!; entry < child[parent + 1]!; entry++) {
    let high = end;
    while (at < high) {
      const middle = (at + high) >>> 1;
      if (lower[middle]! < symbol[entry]!) at = middle + 1;
      else high = middle;
    }
    link[entry] = at;
  }
}

export class KneserNey {
  readonly levels: readonly CountLevel[];
  readonly smoothed: readonly SmoothedLevel[];
  readonly #links: readonly Uint32Array[];
  readonly #discounts: readonly Discounts[];

  /**
   * @param minimum for each order the adjusted count, in occurrences, below which an n-gram is dropped at once
   */
  constructor(levels: readonly CountLevel[], minimum: readonly number[]) {
    this.levels = levels;
    this.#links = suffixLinks(levels);
    progress('suffixes linked');
    this.#discounts = levels.map((level, n) => (n === 0 ? [0, 0, 0, 0] : discounts(level)));
    this.smoothed = levels.map(({ size, adjusted }, n) => ({
      probability: new Float64Array(size),
      backoff: new Float64Array(n > 0 && n < ORDER ? size : 0),
      kept: frequent(adjusted, n === 1 ? 0 : minimum[n]! * PARTS),
    }));
    this.#keepPrefixes();
    this.#smooth();
  }

  /** Share of its history's mass that an n-gram has of its own. */
  #ownMass(n: number, entry: number, history: number): number {
    const parts = this.levels[n]!.adjusted[entry]!;
    const own = parts / PARTS - discountOf(parts, this.#discounts[n]!);
    return (own * PARTS) / this.levels[n - 1]!.total[history]!;
  }

  /** An n-gram is found by way of its first symbols, so these are kept with it. */
  #keepPrefixes(): void {
    for (let n = ORDER - 1; n >= 1; n--) {
      const { child } = this.levels[n]!;
      const { kept } = this.smoothed[n]!;
      const longer = this.smoothed[n + 1]!.kept;
      for (let h = 0; h < kept.length; h++) {
        for (let entry = child[h]!; kept[h] === 0 && entry < child[h + 1]!; entry++) kept[h] = longer[entry]!;
      }
    }
  }

  /** Computes probabilities and backoff weights of the n-grams that are kept. */
  #smooth(): void {
    this.#smoothSymbols();
    for (let n = 2; n <= ORDER; n++) {
      const { child } = this.levels[n - 1]!;
      const { backoff } = this.smoothed[n - 1]!;
      const { probability, kept } = this.smoothed[n]!;
      const lower = this.smoothed[n - 1]!.probability;
      const link = this.#links[n]!;
      for (let h = 0; h < backoff.length; h++) {
        let rest = 1;
        for (let entry = child[h]!; entry < child[h + 1]!; entry++) {
          const own = kept[entry] ? this.#ownMass(n, entry, h) : 0;
          probability[entry] = own;
          rest -= own;
        }
        backoff[h] = rest;
        for (let entry = child[h]!; entry < child[h + 1]!; entry++) probability[entry]! += rest * lower[link[entry]!]!;
      }
    }
  }

  #smoothSymbols(): void {
    const { adjusted, size } = this.levels[1]!;
    const { probability } = this.smoothed[1]!;
    const total = adjusted.reduce((sum, count) => sum + count, 0);
    let rest = 1;
    for (let symbol = 0; symbol < size; symbol++) {
      const parts = adjusted[symbol]!;
      const own = (parts - PARTS * discountOf(parts, this.#discounts[1]!)) / total;
      probability[symbol] = own;
      rest -= own;
    }
    for (let symbol = 0; symbol < size; symbol++) probability[symbol]! += rest / size;
  }

  /** Log-likelihood of the counted text, in nats, that the model would lose with each n-gram of order n. */
  #losses(n: number): Float32Array {
    const losses = new Float32Array(this.levels[n]!.size);
    const { child, raw: historyRaw } = this.levels[n - 1]!;
    const { backoff } = this.smoothed[n - 1]!;
    const lower = this.smoothed[n - 1]!.probability;
    const { probability, kept } = this.smoothed[n]!;
    const { raw } = this.levels[n]!;
    const link = this.#links[n]!;
    for (let h = 0; h < backoff.length; h++) {
      let backedOff = historyRaw[h]!;
      for (let entry = child[h]!; entry < child[h + 1]!; entry++) if (kept[entry]) backedOff -= raw[entry]!;
      for (let entry = child[h]!; entry < child[h + 1]!; entry++) {
        if (!kept[entry]) continue;
        const without = backoff[h]! + this.#ownMass(n, entry, h);
        const lost = raw[entry]! * Math.log(probability[entry]! / (without * lower[link[entry]!]!));
        const gained = backedOff > 0 ? backedOff * Math.log(without / backoff[h]!) : 0;
        losses[entry] = Math.max(lost - gained, Number.MIN_VALUE);
      }
    }
    return losses;
  }

  /** Keeps the `entries` n-grams of order 2 and up that matter most, and the n-grams that lead to them. */
  prune(entries: number): void {
    const losses = this.levels.map((_, n) => (n >= 2 ? this.#losses(n) : new Float32Array(0)));
    for (let n = ORDER - 1; n >= 2; n--) {
      const { child } = this.levels[n]!;
      for (let h = 0; h < losses[n]!.length; h++) {
        for (let entry = child[h]!; entry < child[h + 1]!; entry++) {
          if (losses[n + 1]![entry]! > losses[n]![h]!) losses[n]![h] = losses[n + 1]![entry]!;
        }
      }
    }
    const threshold = nthLargest(losses, entries);
    for (let n = 2; n <= ORDER; n++) {
      const { kept } = this.smoothed[n]!;
      for (let entry = 0; entry < kept.length; entry++) if (losses[n]![entry]! < threshold) kept[entry] = 0;
    }
    progress(`pruned what costs less than ${threshold.toPrecision(3)} nats`);
    this.#smooth();
  }
}

function frequent(counts: Uint32Array, minimum: number): Uint8Array {
  const kept = new Uint8Array(counts.length);
  for (let entry = 0; entry < kept.length; entry++) kept[entry] = counts[entry]! >= minimum ? 1 : 0;
  return kept;
}

function nthLargest(arrays: readonly Float32Array[], n: number): number {
  const all = new Float32Array(arrays.reduce((sum, array) => sum + array.length, 0));
  let at = 0;
  for (const array of arrays) {
    all.set(array, at);
    at += array.length;
  }
  all.sort();
  return all[Math.max(0, all.length - n)] ?? 0;
}
