import { perCharacter } from '../../lib/document/characters.ts';
import { perChunk } from '../../lib/document/chunks.ts';
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

const PRESCRIPTION = /应当|不得|可以依法|有下列|规定的/g;
/** From this many articles on a text is a law or a set of rules, in which parallel wording is wanted. */
const FEWEST_ARTICLES = 3;
/** Prescriptions (“应当”, “不得”) in 1,000 characters by which a law shows even where its articles have no numbers. */
const PRESCRIPTIONS = 3;

const lawIn = perChunk((paragraphs) => ({
  articles: paragraphs.filter(({ marker }) => marker?.style === 'article').length,
  prescriptions: paragraphs.reduce((sum, { text }) => sum + (text.match(PRESCRIPTION)?.length ?? 0), 0),
}));

/** Whether a text is a law or a set of rules, whose parallel wording is no slip. */
export function isLaw(document: Document): boolean {
  const found = lawIn(document);
  const articles = found.reduce((sum, chunk) => sum + chunk.articles, 0);
  const prescriptions = found.reduce((sum, chunk) => sum + chunk.prescriptions, 0);
  return (
    articles >= FEWEST_ARTICLES || (prescriptions >= 5 && prescriptions * 1000 > PRESCRIPTIONS * document.text.length)
  );
}
