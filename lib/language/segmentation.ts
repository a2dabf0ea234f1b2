/**
 * Text cut into words: the likeliest cut by the frequencies of the words alone, found by dynamic programming. Names are
 * sought in the faster cut into longest words (`names-words.ts`), which takes 发展中国家 apart wrongly; the word model's
 * own segmentation knows other words and reads a few characters only.
 */
import { partitionPoint } from '../document/search.ts';
import { type Lexicon, logFrequencyOf, NO_WORD } from './lexicon.ts';

/** In code units: longer words are cut into shorter ones, so that their parts are met again elsewhere. */
export const LONGEST_PART = 4;

/** Words side by side. */
export interface Cut {
  /** Offset of each word in the text, and at last that of the end. */
  readonly offsets: readonly number[];
  /** For each word its node in the lexicon's trie, 0 for a character that is no word. */
  readonly nodes: readonly number[];
}

export class Segmenter {
  readonly #lexicon: Lexicon;
  readonly #found = new Uint32Array(LONGEST_PART);
  // Cells of the dynamic programme: for each end the best score, and the last word with its length.
  #score = new Float64Array(0);
  #node = new Uint32Array(0);
  #length = new Uint8Array(0);

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** Cuts `text.slice(start, end)`; time and memory are linear in its length. */
  cut(text: string, start: number, end: number): Cut {
    const length = end - start;
    if (this.#score.length <= length) this.#grow(length + 1);
    this.#score.fill(Number.NEGATIVE_INFINITY, 0, length + 1);
    this.#score[0] = 0;
    const { weights } = this.#lexicon.trie;
    for (let at = 0; at < length; at++) {
      const reached = Math.min(this.#lexicon.wordsAt(text, start + at, this.#found), length - at);
      if (reached === 0 || this.#found[0] === 0) this.#reach(at, 1, 0, NO_WORD);
      for (let k = 0; k < reached; k++) {
        const node = this.#found[k]!;
        if (node > 0) this.#reach(at, k + 1, node, logFrequencyOf(weights[node]!));
      }
    }
    return this.#trace(start, length);
  }

  #reach(at: number, length: number, node: number, logFrequency: number): void {
    const score = this.#score[at]! + logFrequency;
    if (score <= this.#score[at + length]!) return;
    this.#score[at + length] = score;
    this.#node[at + length] = node;
    this.#length[at + length] = length;
  }

  #trace(start: number, length: number): Cut {
    const offsets = [start + length];
    const nodes: number[] = [];
    for (let at = length; at > 0; at -= this.#length[at]!) {
      nodes.push(this.#node[at]!);
      offsets.push(start + at - this.#length[at]!);
    }
    return { offsets: offsets.reverse(), nodes: nodes.reverse() };
  }

  #grow(size: number): void {
    this.#score = new Float64Array(size);
    this.#node = new Uint32Array(size);
    this.#length = new Uint8Array(size);
  }
}

/** First and last of the words that lie over `text.slice(start, end)`. */
export function wordsOver({ offsets }: Cut, start: number, end: number): readonly [number, number] {
  const words = offsets.length - 1;
  const first = Math.max(0, partitionPoint(words, (i) => offsets[i]! > start) - 1);
  let last = first;
  while (last < words - 1 && offsets[last + 1]! < end) last++;
  return [first, last];
}
