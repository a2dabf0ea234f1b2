/**
 * The character model at work: a backoff trie of n-grams up to order 5, each node a symbol below its history, in arrays
 * sorted so that a child is found by halving. One node is remembered for each length of history, so that the next
 * symbol costs one search a length.
 */
import { BOUNDARY, FIRST_CHARACTER } from './alphabet.ts';
import { bitCount } from './bits.ts';
import { Container } from './container.ts';

export const CHARACTER_MODEL = { kind: 'character-model', version: 1 } as const;
export const ORDER = 5;
/** Histories of 1…4 symbols. */
export const HISTORIES = ORDER - 1;
/** Children of so many nodes share one 32-bit base; each node adds its 16-bit offset. */
export const NODES_PER_BASE = 16;
/** Log-probability, in nats, from which on a symbol is expected behind a history. */
const EXPECTED = -5;
/** Log-probabilities are stored in steps of this many nats. */
export const STEP = 0.1;

interface Level {
  readonly symbol: Uint16Array;
  readonly probability: Uint8Array;
  readonly backoff: Uint8Array;
  readonly childBase: Uint32Array;
  readonly childOffset: Uint16Array;
}

const NONE = -1;

/** Histories are kept in one array, HISTORIES node numbers each: [one symbol, two, three, four], −1 for unknown. */
export type HistoryArray = Int32Array;

export class CharacterModel {
  /** Symbol of each UTF-16 code unit. */
  readonly alphabet: Uint16Array;
  /** Code unit of each symbol from FIRST_CHARACTER on. */
  readonly characters: Uint16Array;
  readonly container: Container;
  readonly #levels: readonly Level[];
  readonly #symbolLogProbability: Float32Array;
  readonly #firstLevel: readonly [backoff: Uint8Array, child: Uint32Array];
  /** For each first symbol a row of bits, one for each second symbol seen behind it. */
  readonly #pairs: Uint32Array;
  /** For each word of bits, how many the words before it in its row hold. */
  readonly #pairsBefore: Uint16Array;
  /** The same by the second symbol: a row of the symbols it was seen behind. */
  readonly #pairsBySecond: Uint32Array;
  /** 32-bit words in a row. */
  readonly #pairRow: number;
  /** Expected behind each symbol: the longest lists, asked for again and again. */
  readonly #expectedBehind: number[][] = [];
  /** By symbol, the last call of `expectedSymbols` that collected it. */
  readonly #collectedBy: Uint32Array;
  #calls = 0;
  /** How many symbols of history the last call of `extend` found the symbol behind, 0…4. */
  matched = 0;

  /** @throws if the buffer is not a character model */
  constructor(buffer: ArrayBuffer) {
    const file = new Container(buffer, CHARACTER_MODEL.kind, CHARACTER_MODEL.version);
    this.container = file;
    this.alphabet = file.u16('alphabet');
    this.characters = file.u16('characters');
    this.#symbolLogProbability = file.f32('symbol-log-probability');
    this.#firstLevel = [file.u8('backoff-1'), file.u32('child-1')];
    const level = (n: number): Level => ({
      symbol: file.u16(`symbol-${n}`),
      probability: file.u8(`probability-${n}`),
      backoff: file.u8(`backoff-${n}`),
      childBase: file.u32(`child-base-${n}`),
      childOffset: file.u16(`child-offset-${n}`),
    });
    this.#levels = [2, 3, 4, 5].map(level);
    this.#pairRow = (this.#symbolLogProbability.length + 31) >> 5;
    const rows = this.#firstLevel[1].length - 1;
    this.#pairs = new Uint32Array(rows * this.#pairRow);
    this.#pairsBySecond = new Uint32Array(this.#symbolLogProbability.length * this.#pairRow);
    this.#pairsBefore = new Uint16Array(this.#pairs.length);
    this.#collectedBy = new Uint32Array(this.#symbolLogProbability.length);
    this.#collectPairs(rows);
  }

  /** Symbol of a character as candidates have it. */
  symbolOf(code: number): number {
    return this.alphabet[code]!;
  }

  hasCharacter(code: number): boolean {
    return this.alphabet[code]! >= FIRST_CHARACTER;
  }

  /** Log-probability, in nats, of a symbol without any history. */
  symbolLogProbability(symbol: number): number {
    return this.#symbolLogProbability[symbol]!;
  }

  /** Writes at `to` the history at the beginning of a sentence. */
  begin(histories: HistoryArray, to: number): void {
    histories[to] = BOUNDARY;
    histories.fill(NONE, to + 1, to + HISTORIES);
  }

  /**
   * @param from index of the history in `histories`
   * @param to index at which the history with `symbol` added is written; must differ from `from`
   * @returns log-probability, in nats, of `symbol` behind the history
   */
  extend(histories: HistoryArray, from: number, symbol: number, out: HistoryArray, to: number): number {
    let score = 0;
    let found = false;
    this.matched = 0;
    for (let length = HISTORIES; length >= 1; length--) {
      const node = histories[from + length - 1]!;
      const child = node === NONE ? NONE : this.#child(length, node, symbol);
      if (length < HISTORIES) out[to + length] = child;
      if (found || node === NONE) continue;
      if (child === NONE) score -= STEP * this.#backoff(length, node);
      else {
        score -= STEP * this.#levels[length - 1]!.probability[child]!;
        found = true;
        this.matched = length;
      }
    }
    out[to] = symbol;
    return found ? score : score + this.#symbolLogProbability[symbol]!;
  }

  /** The symbols that were seen behind a history, or its end, with at least the log-probability EXPECTED. */
  expectedSymbols(histories: HistoryArray, from: number): number[] {
    const expected: number[] = [];
    this.#calls++;
    for (let length = HISTORIES; length >= 2; length--) {
      const node = histories[from + length - 1]!;
      if (node !== NONE) this.#collect(this.#expectedChildren(length, node), expected);
    }
    const last = histories[from]!;
    this.#expectedBehind[last] ??= this.#expectedChildren(1, last);
    this.#collect(this.#expectedBehind[last], expected);
    return expected;
  }

  #expectedChildren(length: number, node: number): number[] {
    const { symbol, probability } = this.#levels[length - 1]!;
    const end = this.#firstChild(length, node + 1);
    const expected: number[] = [];
    for (let child = this.#firstChild(length, node); child < end; child++) {
      if (probability[child]! * STEP <= -EXPECTED) expected.push(symbol[child]!);
    }
    return expected;
  }

  #collect(symbols: readonly number[], into: number[]): void {
    for (const symbol of symbols) {
      if (this.#collectedBy[symbol] === this.#calls) continue;
      this.#collectedBy[symbol] = this.#calls;
      into.push(symbol);
    }
  }

  /** True if `second` was seen behind `first`. */
  hasPair(first: number, second: number): boolean {
    return (this.#pairs[first * this.#pairRow + (second >> 5)]! & (1 << (second & 31))) !== 0;
  }

  /** The same, quicker where many first symbols are tried before one second. */
  hasPairBefore(second: number, first: number): boolean {
    return (this.#pairsBySecond[second * this.#pairRow + (first >> 5)]! & (1 << (first & 31))) !== 0;
  }

  /** Log-probability, in nats, of `second` behind `first` alone. */
  pairLogProbability(first: number, second: number): number {
    const child = this.#childOfOne(first, second);
    return child === NONE
      ? this.#symbolLogProbability[second]! - STEP * this.#firstLevel[0][first]!
      : -STEP * this.#levels[0]!.probability[child]!;
  }

  /** Pairs are asked for far more often than anything else, and have by far the longest lists of children. */
  #collectPairs(rows: number): void {
    const child = this.#firstLevel[1];
    const { symbol } = this.#levels[0]!;
    for (let first = 0; first < rows; first++) {
      const row = first * this.#pairRow;
      for (let i = child[first]!; i < child[first + 1]!; i++) {
        const second = symbol[i]!;
        this.#pairs[row + (second >> 5)]! |= 1 << (second & 31);
        this.#pairsBySecond[second * this.#pairRow + (first >> 5)]! |= 1 << (first & 31);
      }
      for (let word = row; word + 1 < row + this.#pairRow; word++) {
        this.#pairsBefore[word + 1] = this.#pairsBefore[word]! + bitCount(this.#pairs[word]!);
      }
    }
  }

  #childOfOne(first: number, symbol: number): number {
    const word = first * this.#pairRow + (symbol >> 5);
    const bits = this.#pairs[word]!;
    const bit = 1 << (symbol & 31);
    if ((bits & bit) === 0) return NONE;
    return this.#firstLevel[1][first]! + this.#pairsBefore[word]! + bitCount(bits & (bit - 1));
  }

  #backoff(length: number, node: number): number {
    return length === 1 ? this.#firstLevel[0][node]! : this.#levels[length - 2]!.backoff[node]!;
  }

  #firstChild(length: number, node: number): number {
    if (length === 1) return this.#firstLevel[1][node]!;
    const { childBase, childOffset } = this.#levels[length - 2]!;
    return childBase[(node / NODES_PER_BASE) | 0]! + childOffset[node]!;
  }

  #child(length: number, node: number, symbol: number): number {
    if (length === 1) return this.#childOfOne(node, symbol);
    const { childBase, childOffset } = this.#levels[length - 2]!;
    let low = childBase[(node / NODES_PER_BASE) | 0]! + childOffset[node]!;
    let high = childBase[((node + 1) / NODES_PER_BASE) | 0]! + childOffset[node + 1]!;
    if (low === high) return NONE;
    const symbols = this.#levels[length - 1]!.symbol;
    const end = high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (symbols[middle]! < symbol) low = middle + 1;
      else high = middle;
    }
    return low < end && symbols[low] === symbol ? low : NONE;
  }
}
