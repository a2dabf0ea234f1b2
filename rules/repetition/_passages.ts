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
  /** The first characters of each clause, by which it is looked up; shorter ones are too common to be kept. */
  readonly seeds: readonly string[];
}

/** Characters in a seed. */
export const SEED = 8;

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
  return { text: kept, places, clauses, seeds: clauses.map((at) => kept.slice(at, at + SEED)) };
});

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
