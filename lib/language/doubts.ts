/** A text read once, with the doubtful places of each of its sentences. */
import { BOUNDARY } from './alphabet.ts';
import type { CharacterModel } from './character-model.ts';
import { markFacts } from './facts.ts';
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
  /** For each UTF-16 code unit 1 where it is a fact that is not to be doubted. */
  readonly facts: Uint8Array;
}

/** What has no end mark for so many symbols is cut. */
const LONGEST_SENTENCE = 4096;

/** Linear in the text. */
export function findDoubts(text: string, model: CharacterModel, finder: PlaceFinder): Doubts {
  const reading = readText(text, model);
  const facts = markFacts(text);
  const sentences: DoubtfulSentence[] = [];
  let before = 0;
  for (let end = 1; end < reading.length; end++) {
    if (reading.symbols[end] !== BOUNDARY && end - before < LONGEST_SENTENCE) continue;
    if (end - before > 1) {
      sentences.push({ start: before + 1, end, places: finder.find(reading, before + 1, end, facts) });
    }
    before = end;
  }
  return { reading, sentences, facts };
}
