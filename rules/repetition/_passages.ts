import { perCharacter } from '../../lib/document/characters.ts';
import type { Document, Paragraph } from '../../lib/document/types.ts';
import { perParagraph } from '../../lib/engine/rule.ts';

/** Text without what a second wording varies most: blanks, punctuation, 的, 和 and the like. */
export interface Skeleton {
  readonly text: string;
  /** Place of each character of `text` in the paragraph. */
  readonly places: readonly number[];
  /** Where clauses begin, as indices of `text`. */
  readonly clauses: readonly number[];
  /** A hash of the first characters of each clause, by which it is looked up; 0 for shorter ones, too common to be kept. */
  readonly seeds: Int32Array;
}

/** Characters in a seed. */
const SEED = 8;

/** A hash of some characters, never 0. */
export function hashOf(words: string, at: number, length: number): number {
  let hash = 0;
  for (let offset = 0; offset < length; offset++) hash = Math.imul(hash ^ words.charCodeAt(at + offset), 0x9e3779b1);
  return hash ^ (hash >>> 15) || 1;
}

const DROPPED = /[\s\u3000\u00a0\p{P}\p{S}\u200b-\u200f\ufeff]/u;
const DROPPED_HAN = new Set('的地得和与及了等也');
const isDropped = perCharacter((character) => DROPPED.test(character) || DROPPED_HAN.has(character));
const endsClause = perCharacter((character) => '，。；：！？,;:!?'.includes(character));
const POINT = 0x2e;

/** What remains of a paragraph when only its bearing words are kept. */
export const skeletonOf = perParagraph(({ text, content, marker }: Paragraph): Skeleton => {
  const places: number[] = [];
  const clauses: number[] = [];
  let kept = '';
  let atStart = true;
  for (let at = marker?.range[1] ?? content[0]; at < content[1]; at++) {
    const code = text.charCodeAt(at);
    if (endsClause(code)) atStart = true;
    // A decimal point holds a number together; 2.5 and 25 differ.
    if (isDropped(code) && !(code === POINT && /\d/.test(text[at + 1] ?? ''))) continue;
    if (atStart) clauses.push(places.length);
    atStart = false;
    places.push(at);
    kept += text[at];
  }
  const seeds = Int32Array.from(clauses, (at) => (at + SEED <= kept.length ? hashOf(kept, at, SEED) : 0));
  return { text: kept, places, clauses, seeds };
});

/**
 * Numbers by hash, the first few that were entered under each: what a Map of lists does, in a fifth of the time. Linear probing; a
 * table is made for one pass over a document, so it never grows.
 */
export class HashIndex {
  readonly #hashes: Int32Array;
  readonly #numbers: Int32Array;
  readonly #most: number;

  /**
   * @param count hashes that may be entered at most
   * @param most numbers that are kept under one hash
   */
  constructor(count: number, most: number) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(2, 2 * count)));
    this.#hashes = new Int32Array(size);
    this.#numbers = new Int32Array(size * most);
    this.#most = most;
  }

  /** Enters a number, which is not negative, under a hash, which is not 0, and calls `visit` with those entered before. */
  enter(hash: number, number: number, visit: (earlier: number) => void): void {
    const last = this.#hashes.length - 1;
    let slot = hash & last;
    while (this.#hashes[slot] !== 0 && this.#hashes[slot] !== hash) slot = (slot + 1) & last;
    this.#hashes[slot] = hash;
    const end = (slot + 1) * this.#most;
    for (let place = slot * this.#most; place < end; place++) {
      const earlier = this.#numbers[place]!;
      if (earlier === 0) {
        this.#numbers[place] = number + 1;
        return;
      }
      visit(earlier - 1);
    }
  }
}

const PRESCRIPTION = /应当|不得|可以依法|有下列|规定的/g;
/** From this many articles on a text is a law or a set of rules, in which parallel wording is wanted. */
const FEWEST_ARTICLES = 3;
/** Prescriptions (“应当”, “不得”) in 1,000 characters by which a law shows even where its articles have no numbers. */
const PRESCRIPTIONS = 3;

const prescriptionsIn = perParagraph(({ text }: Paragraph) => text.match(PRESCRIPTION)?.length ?? 0);

/** Whether a text is a law or a set of rules, whose parallel wording is no slip. */
export function isLaw({ blocks, text }: Document): boolean {
  let articles = 0;
  let prescriptions = 0;
  for (const { paragraph } of blocks) {
    if (paragraph.marker?.style === 'article') articles++;
    prescriptions += prescriptionsIn(paragraph);
  }
  return articles >= FEWEST_ARTICLES || (prescriptions >= 5 && prescriptions * 1000 > PRESCRIPTIONS * text.length);
}
