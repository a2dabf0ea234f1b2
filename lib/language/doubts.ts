/** A text read once, with the doubtful places of each of its sentences. */
import { BOUNDARY } from './alphabet.ts';
import type { CharacterModel } from './character-model.ts';
import type { PlaceFinder } from './places.ts';
import { type Reading, readText } from './reading.ts';

export interface DoubtfulSentence {
  /** Numbers of its first symbol and of the boundary that closes it. */
  readonly start: number;
  readonly end: number;
  readonly places: readonly number[];
}

export interface Doubts {
  readonly reading: Reading;
  readonly sentences: readonly DoubtfulSentence[];
}

/** What has no end mark for so many symbols is cut. */
const LONGEST_SENTENCE = 4096;

/** Linear in the text. */
export function findDoubts(text: string, model: CharacterModel, finder: PlaceFinder): Doubts {
  const reading = readText(text, model);
  const sentences: DoubtfulSentence[] = [];
  let before = 0;
  for (let end = 1; end < reading.length; end++) {
    if (reading.symbols[end] !== BOUNDARY && end - before < LONGEST_SENTENCE) continue;
    if (end - before > 1) sentences.push({ start: before + 1, end, places: finder.find(reading, before + 1, end) });
    before = end;
  }
  return { reading, sentences };
}
