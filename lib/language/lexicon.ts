/**
 * The word list: a trie in typed arrays over the compiled file. Nodes stand in breadth-first order, the children of one
 * node next to each other and sorted by character, so a step is a binary search.
 */
import { LexiconFile } from './lexicon-sections.ts';

export const LEXICON_MAGIC = 'QYLX';

/** What a word is, as bits: a word may be several. */
export const WORD_KIND = {
  place: 1,
  person: 2,
  idiom: 4,
  organisation: 8,
  verb: 16,
  adjective: 32,
  noun: 64,
  adverb: 128,
} as const;

/** Log probability that weight 1 stands for, in nats, and what each step more adds. */
export const LEAST_LOG_FREQUENCY = -19;
export const LOG_FREQUENCY_STEP = 1 / 14;

/** Log-frequency in nats that stands for what is no word. */
export const NO_WORD = -20;

/** The trie as arrays, one element a node; node 0 is the root, children of a node are firstChild[n]…firstChild[n + 1]. */
export interface WordTrie {
  readonly characters: Uint16Array;
  /** 0 where no word ends. */
  readonly weights: Uint8Array;
  /** Which of its character's readings the words through this node have, by place in the candidate file. */
  readonly readings: Uint8Array;
  readonly firstChild: Uint32Array;
}

export interface Lexicon {
  /** Checksum of the data, for provenance. */
  readonly checksum: number;
  readonly trie: WordTrie;
  /** Length in UTF-16 code units of the longest word that starts at the index; 0 where there is none. */
  longestWordAt(text: string, index: number): number;
  /**
   * Start and end of the longest word, of two characters or more, that covers the code unit at `index`, packed as
   * `start * 16 + length`; -1 where there is none. The earlier one of equally long words.
   */
  longestWordCovering(text: string, index: number): number;
  /**
   * The words that start at the index, by their nodes in the trie: `nodes[k]` becomes that of k + 1 code units, 0 where
   * these are no word.
   * @returns how many of its places were written: fewer than it has where no longer word goes on so
   */
  wordsAt(text: string, index: number, nodes: Uint32Array): number;
  /** Log probability in nats of the word `text.slice(start, end)` among words; -Infinity where it is none. */
  wordLogFrequency(text: string, start: number, end: number): number;
  /** The bits of WORD_KIND of the word `text.slice(start, end)`; 0 where it is none or nothing is known. */
  wordKind(text: string, start: number, end: number): number;
  /**
   * Words from `start` that the text has but for one missing inner character: for 贯落实… at 贯, the word 贯彻落实.
   * At most eight, commonest first.
   */
  wordsMissingOne(text: string, start: number): readonly MissingCharacter[];
}

export interface MissingCharacter {
  readonly word: string;
  /** Before which code unit of the text the character is missing. */
  readonly index: number;
  readonly character: string;
  readonly logFrequency: number;
}

/** @throws Error where the buffer is not a lexicon file. */
export function loadLexicon(buffer: ArrayBuffer): Lexicon {
  return new TrieLexicon(new LexiconFile(buffer, LEXICON_MAGIC));
}

/** Log probability in nats of a word of this weight; -Infinity for weight 0. */
export const logFrequencyOf = (weight: number): number =>
  weight === 0 ? Number.NEGATIVE_INFINITY : LEAST_LOG_FREQUENCY + (weight - 1) * LOG_FREQUENCY_STEP;

export const LONGEST_WORD = 8;
const MOST_INSERTIONS = 8;

class TrieLexicon implements Lexicon {
  readonly checksum: number;
  readonly trie: WordTrie;
  readonly #characters: Uint16Array;
  readonly #weights: Uint8Array;
  readonly #kinds: Uint8Array;
  readonly #firstChild: Uint32Array;
  /** Code unit → node of the first level; 0 where no word begins so. */
  readonly #roots = new Uint32Array(0x10000);

  constructor(file: LexiconFile) {
    this.checksum = file.checksum;
    this.#characters = file.u16('characters');
    this.#weights = file.u8('weights');
    this.#kinds = file.u8('kinds');
    const counts = file.u16('childCounts');
    this.#firstChild = new Uint32Array(counts.length + 1);
    this.#firstChild[0] = 1;
    for (let i = 0; i < counts.length; i++) this.#firstChild[i + 1] = this.#firstChild[i]! + counts[i]!;
    this.trie = {
      characters: this.#characters,
      weights: this.#weights,
      readings: file.u8('readings'),
      firstChild: this.#firstChild,
    };
    for (let node = 1; node < this.#firstChild[1]!; node++) this.#roots[this.#characters[node]!] = node;
  }

  longestWordAt(text: string, index: number): number {
    if (index >= text.length) return 0;
    let node = this.#roots[text.charCodeAt(index)]!;
    let longest = 0;
    for (let i = index + 1; node > 0; i++) {
      if (this.#weights[node]! > 0) longest = i - index;
      if (i >= text.length) break;
      node = this.#child(node, text.charCodeAt(i));
    }
    return longest;
  }

  wordsAt(text: string, index: number, nodes: Uint32Array): number {
    const most = Math.max(0, Math.min(nodes.length, text.length - index));
    let node = 0;
    for (let k = 0; k < most; k++) {
      const code = text.charCodeAt(index + k);
      node = k === 0 ? this.#roots[code]! : this.#child(node, code);
      if (node === 0) return k;
      nodes[k] = this.#weights[node]! > 0 ? node : 0;
    }
    return most;
  }

  longestWordCovering(text: string, index: number): number {
    let best = -1;
    let bestLength = 1;
    for (let start = Math.max(0, index - LONGEST_WORD + 1); start <= index; start++) {
      const length = this.longestWordAt(text, start);
      if (start + length > index && length > bestLength) {
        best = start * 16 + length;
        bestLength = length;
      }
    }
    return best;
  }

  wordLogFrequency(text: string, start: number, end: number): number {
    return logFrequencyOf(this.#weights[this.#nodeOf(text, start, end)]!);
  }

  wordKind(text: string, start: number, end: number): number {
    return this.#kinds[this.#nodeOf(text, start, end)]!;
  }

  wordsMissingOne(text: string, start: number): readonly MissingCharacter[] {
    const found: MissingCharacter[] = [];
    let node = start < text.length ? this.#roots[text.charCodeAt(start)]! : 0;
    for (let i = start + 1; node > 0 && i < text.length; i++) {
      for (let child = this.#firstChild[node]!; child < this.#firstChild[node + 1]!; child++) {
        this.#completions(text, start, i, child, found);
      }
      node = this.#child(node, text.charCodeAt(i));
    }
    return found.sort((a, b) => b.logFrequency - a.logFrequency).slice(0, MOST_INSERTIONS);
  }

  /** Words below `inserted`, a character put in before `index`, that go on as the text does. */
  #completions(text: string, start: number, index: number, inserted: number, found: MissingCharacter[]): void {
    const character = String.fromCharCode(this.#characters[inserted]!);
    let node = this.#child(inserted, text.charCodeAt(index));
    for (let i = index + 1; node > 0; i++) {
      if (this.#weights[node]! > 0) {
        const word = text.slice(start, index) + character + text.slice(index, i);
        found.push({ word, index, character, logFrequency: this.wordLogFrequency(word, 0, word.length) });
      }
      if (i >= text.length) break;
      node = this.#child(node, text.charCodeAt(i));
    }
  }

  /** The node of a string; the root, which is no word, where there is none. */
  #nodeOf(text: string, start: number, end: number): number {
    if (start >= end || end > text.length) return 0;
    let node = this.#roots[text.charCodeAt(start)]!;
    for (let i = start + 1; node > 0 && i < end; i++) node = this.#child(node, text.charCodeAt(i));
    return node;
  }

  #child(node: number, code: number): number {
    let low = this.#firstChild[node]!;
    let high = this.#firstChild[node + 1]! - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.#characters[middle]!;
      if (found === code) return middle;
      if (found < code) low = middle + 1;
      else high = middle - 1;
    }
    return 0;
  }
}
