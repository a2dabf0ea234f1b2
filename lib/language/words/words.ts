import { partitionPoint } from '../../document/search.ts';
import { TAGS, type Tag, type TagName, type TagSet } from './tags.ts';

/** One word of a text. */
export interface Word {
  /** UTF-16 offsets in the text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly tag: TagName;
}

/**
 * A text cut into words with their parts of speech. The words tile the text: a mark of punctuation, and each run of
 * blanks, is a word with the tag w.
 */
export class Words {
  readonly length: number;
  readonly #text: string;
  readonly #ends: Uint32Array;
  readonly #tags: Uint8Array;

  /** @param ends UTF-16 offset behind each word */
  constructor(text: string, ends: Uint32Array, tags: Uint8Array) {
    this.length = ends.length;
    this.#text = text;
    this.#ends = ends;
    this.#tags = tags;
  }

  start(index: number): number {
    return index === 0 ? 0 : this.#ends[index - 1]!;
  }

  end(index: number): number {
    return this.#ends[index]!;
  }

  tag(index: number): Tag {
    return this.#tags[index]!;
  }

  /** The word; '' for an index that is out of bounds, so that neighbours need no question whether they exist. */
  text(index: number): string {
    return index < 0 || index >= this.length ? '' : this.#text.slice(this.start(index), this.end(index));
  }

  /** Whether the word's tag is one of the set; false for an index that is out of bounds. */
  is(index: number, set: TagSet): boolean {
    return index >= 0 && index < this.length && set[this.#tags[index]!] === 1;
  }

  /** Index of the word that covers the code unit at `offset`; -1 where there is none. */
  indexAt(offset: number): number {
    if (offset < 0) return -1;
    const index = partitionPoint(this.length, (i) => this.#ends[i]! > offset);
    return index < this.length ? index : -1;
  }

  /** Whether a word ends, and the next begins, at `offset`. The text's beginning and end are such places. */
  isBoundary(offset: number): boolean {
    if (offset === 0) return true;
    const index = partitionPoint(this.length, (i) => this.#ends[i]! >= offset);
    return index < this.length && this.#ends[index] === offset;
  }

  /** The words as objects: for tests and tools; rules ask by index. */
  *[Symbol.iterator](): Generator<Word> {
    for (let i = 0; i < this.length; i++) {
      yield { start: this.start(i), end: this.end(i), text: this.text(i), tag: TAGS[this.#tags[i]!]! };
    }
  }
}

/** What there is to say of a text's words before the model is loaded. */
export const NO_WORDS = new Words('', new Uint32Array(0), new Uint8Array(0));
