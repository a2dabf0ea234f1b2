/**
 * The general word model: a second opinion from text of all kinds. A bigram model over the words of a trie; the best
 * segmentation of a stretch of text is found by dynamic programming, and its log-probability is the stretch's score.
 */
import { Container } from './container.ts';

export const WORD_MODEL = { kind: 'word-model', version: 1 } as const;
/** Log-probabilities are stored in steps of this many nats. */
export const WORD_STEP = 0.1;
export const LONGEST_WORD = 7;
/** Log-probability of a character that is no word. */
const UNKNOWN_CHARACTER = -16;
/** Word number of the unknown, and of what stands before the stretch. */
const UNKNOWN_WORD = 0;
const LONGEST_STRETCH = 64;

export interface Segmentation {
  /** Log-probability in nats. */
  readonly score: number;
  readonly words: number;
  /** Words of one character. */
  readonly singles: number;
}

export class WordModel {
  readonly container: Container;
  readonly #roots: Uint32Array;
  readonly #characters: Uint16Array;
  readonly #firstChild: Uint32Array;
  readonly #wordOf: Uint16Array;
  readonly #probability: Uint8Array;
  readonly #backoff: Uint8Array;
  readonly #firstSuccessor: Uint32Array;
  readonly #successor: Uint16Array;
  readonly #pairProbability: Uint8Array;
  // Cells of the dynamic programme: for each end, each length of the last word.
  readonly #score = new Float64Array((LONGEST_STRETCH + 1) * (LONGEST_WORD + 1));
  readonly #word = new Int32Array((LONGEST_STRETCH + 1) * (LONGEST_WORD + 1));
  readonly #from = new Int32Array((LONGEST_STRETCH + 1) * (LONGEST_WORD + 1));

  /** @throws if the buffer is not a word model */
  constructor(buffer: ArrayBuffer) {
    const file = new Container(buffer, WORD_MODEL.kind, WORD_MODEL.version);
    this.container = file;
    this.#roots = file.u32('roots');
    this.#characters = file.u16('characters');
    this.#firstChild = file.u32('first-child');
    this.#wordOf = file.u16('word');
    this.#probability = file.u8('probability');
    this.#backoff = file.u8('backoff');
    this.#firstSuccessor = file.u32('first-successor');
    this.#successor = file.u16('successor');
    this.#pairProbability = file.u8('pair-probability');
  }

  /** Scores at most 64 code units of `text` from `start`. */
  segment(text: string, start: number, end: number): Segmentation {
    const length = Math.min(end - start, LONGEST_STRETCH);
    const width = LONGEST_WORD + 1;
    this.#score.fill(Number.NEGATIVE_INFINITY, 0, (length + 1) * width);
    this.#score[0] = 0;
    this.#word[0] = UNKNOWN_WORD;
    for (let at = 0; at < length; at++) this.#extendFrom(text, start, at, length);
    return this.#trace(length);
  }

  #extendFrom(text: string, start: number, at: number, length: number): void {
    const code = text.charCodeAt(start + at);
    let node = this.#roots[code]!;
    this.#reach(at, 1, node === 0 ? UNKNOWN_WORD : this.#wordOf[node]!);
    for (let size = 2; node !== 0 && size <= LONGEST_WORD && at + size <= length; size++) {
      node = this.#child(node, text.charCodeAt(start + at + size - 1));
      const word = node === 0 ? UNKNOWN_WORD : this.#wordOf[node]!;
      if (word !== UNKNOWN_WORD) this.#reach(at, size, word);
    }
  }

  /** The best way to put `word` of `size` characters behind all that ends at `at`. */
  #reach(at: number, size: number, word: number): void {
    const width = LONGEST_WORD + 1;
    let best = Number.NEGATIVE_INFINITY;
    let bestFrom = 0;
    const lastSize = Math.min(at, LONGEST_WORD);
    for (let previous = at === 0 ? 0 : 1; previous <= lastSize; previous++) {
      const from = at * width + previous;
      const before = this.#score[from]!;
      if (before === Number.NEGATIVE_INFINITY) continue;
      const score = before + this.#logProbability(this.#word[from]!, word);
      if (score > best) {
        best = score;
        bestFrom = from;
      }
    }
    const to = (at + size) * width + size;
    this.#score[to] = best;
    this.#word[to] = word;
    this.#from[to] = bestFrom;
  }

  #trace(length: number): Segmentation {
    const width = LONGEST_WORD + 1;
    let cell = length * width;
    for (let size = 1; size <= Math.min(length, LONGEST_WORD); size++) {
      if (this.#score[length * width + size]! > this.#score[cell]!) cell = length * width + size;
    }
    const score = this.#score[cell]!;
    let words = 0;
    let singles = 0;
    while (cell >= width) {
      words++;
      if (cell % width === 1) singles++;
      cell = this.#from[cell]!;
    }
    return { score, words, singles };
  }

  #logProbability(previous: number, word: number): number {
    if (word === UNKNOWN_WORD) return UNKNOWN_CHARACTER;
    let low = this.#firstSuccessor[previous]!;
    let high = this.#firstSuccessor[previous + 1]!;
    const end = high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#successor[middle]! < word) low = middle + 1;
      else high = middle;
    }
    if (low < end && this.#successor[low] === word) return -WORD_STEP * this.#pairProbability[low]!;
    return -WORD_STEP * (this.#backoff[previous]! + this.#probability[word]!);
  }

  #child(node: number, code: number): number {
    let low = this.#firstChild[node]!;
    let high = this.#firstChild[node + 1]!;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const found = this.#characters[middle]!;
      if (found === code) return middle;
      if (found < code) low = middle + 1;
      else high = middle;
    }
    return 0;
  }
}
