/**
 * Names and other rare things in a text: people, places, organisations, transliterations, terms of medicine and
 * chemistry, classical or traditional writing. Where one stands, a language model's surprise says little. Linear in the
 * text.
 */
import type { CandidateSource } from './candidates.ts';
import type { Lexicon } from './lexicon.ts';
import { findPeople } from './names-people.ts';
import { findRareWriting, findTerms, findTransliterations } from './names-runs.ts';
import { findNamedThings } from './names-things.ts';
import type { NameKind, NameRange } from './names-types.ts';
import { cutWords } from './names-words.ts';

export type { NameKind, NameRange } from './names-types.ts';

/** Less sure finds are not given. */
const LEAST_CONFIDENCE = 0.3;

/** A finder over these data. Ranges come sorted by start and may overlap where several readings are possible. */
export function nameFinder(lexicon: Lexicon, characters: CandidateSource): (text: string) => readonly NameRange[] {
  return (text) => {
    const words = cutWords(text, lexicon);
    const found: NameRange[] = [];
    const report = (start: number, end: number, kind: NameKind, confidence: number): void => {
      if (confidence >= LEAST_CONFIDENCE) found.push({ start, end, kind, confidence });
    };
    findPeople(text, lexicon, report);
    findNamedThings(text, words, lexicon, report);
    findTransliterations(text, lexicon, report);
    findTerms(text, words, report);
    findRareWriting(text, characters, report);
    return found.sort((a, b) => a.start - b.start || b.end - a.end);
  };
}
