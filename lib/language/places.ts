/**
 * Where a look at candidates is worth its time: decision trees see how the character model takes a place, its
 * neighbours and the sentence. Nearly all mistakes lie in the few places that they name.
 */
import { FIRST_CHARACTER, UNKNOWN } from './alphabet.ts';
import { type CharacterModel, HISTORIES } from './character-model.ts';
import { easilyWrittenFor } from './function-characters.ts';
import { BEYOND_PAIRS, hasProspect, type Reading, windowSum } from './reading.ts';
import type { Classifier } from './trees.ts';

/**
 * What the gate is told of a place, in this order: how likely it and the next symbols are, how much of what stands before
 * the model knew at each (code units), and the place among the rest. Log-probabilities in nats.
 */
export const PLACE_FEATURES = [
  ...['score', 'score+1', 'score+2', 'score+3', 'score+4'],
  ...['matched', 'matched+1', 'matched+2', 'matched+3', 'matched+4'],
  ...['score-1', 'sentenceMean', 'frequency', 'window', 'scoreOfPair'],
] as const;
/** From this probability on, a place is looked at. */
const WORTH_A_LOOK = 0.009;
/** The same for characters that are easily written for others. */
const WORTH_A_LOOK_IF_EASY = 0.0035;
/** What another of the characters that are easily written for each other must gain, in nats, to be asked about anyway. */
const CLEARLY = 3;
/** Where a symbol and the next one are together likelier than this, the trees need not be asked. */
const EXPECTED_PAIR = -5;
/** Where a sentence is strange all over, only so many places of it are looked at: some anyway, more by its length. */
const PLACES_ANYWAY = 14;
const SYMBOLS_A_PLACE = 16;

export const isCharacter = (symbol: number) => symbol >= FIRST_CHARACTER || symbol === UNKNOWN;

/** Mean log-probability of the symbols from `start` up to and with the boundary at `end`. */
export function meanScore({ scores }: Reading, start: number, end: number): number {
  let sum = 0;
  for (let i = start; i <= end; i++) sum += scores[i]!;
  return sum / (end - start + 1);
}

/** Describes a place of the sentence from `start` to the boundary at `end`. */
export function describePlace(
  { scores, matched, symbols }: Reading,
  place: number,
  start: number,
  end: number,
  mean: number,
  model: CharacterModel,
  features: Float32Array,
): void {
  for (let k = 0; k <= HISTORIES; k++) {
    const isInside = place + k <= end;
    features[k] = isInside ? scores[place + k]! : 0;
    features[5 + k] = isInside ? matched[place + k]! : HISTORIES;
  }
  features[10] = place > start ? scores[place - 1]! : 0;
  features[11] = mean;
  features[12] = model.symbolLogProbability(symbols[place]!);
  features[13] = windowSum(scores, place, end);
  features[14] = features[0]! + features[1]!;
}

/** Finds the doubtful places of sentences. */
export class PlaceFinder {
  readonly #model: CharacterModel;
  readonly #trees: Classifier;
  readonly #features = new Float32Array(PLACE_FEATURES.length);
  readonly #scratch = new Int32Array(2 * HISTORIES);

  constructor(model: CharacterModel, trees: Classifier) {
    this.#model = model;
    this.#trees = trees;
  }

  /**
   * Doubtful places from `start` to the boundary at `end`, in their order.
   * @param facts for each UTF-16 code unit 1 where nothing is to be doubted
   */
  find(reading: Reading, start: number, end: number, facts: Uint8Array): number[] {
    const { text, scores, symbols, offsets } = reading;
    const features = this.#features;
    const mean = meanScore(reading, start, end);
    const places: number[] = [];
    const doubts = new Map<number, number>();
    for (let place = start; place < end; place++) {
      if (!isCharacter(symbols[place]!) || facts[offsets[place]!] === 1) continue;
      const others = easilyWrittenFor(text.charCodeAt(offsets[place]!));
      if (others.length > 0 && this.#isOtherLikelier(reading, place, end, others)) {
        places.push(place);
        doubts.set(place, 1);
        continue;
      }
      if (scores[place]! + scores[place + 1]! > EXPECTED_PAIR) continue;
      describePlace(reading, place, start, end, mean, this.#model, features);
      const doubt = this.#trees.probability(features);
      if (doubt < WORTH_A_LOOK_IF_EASY) continue;
      if (doubt < WORTH_A_LOOK && others.length === 0) continue;
      places.push(place);
      doubts.set(place, doubt);
    }
    const most = Math.floor(PLACES_ANYWAY + (end - start) / SYMBOLS_A_PLACE);
    if (places.length <= most) return places;
    return places
      .sort((a, b) => doubts.get(b)! - doubts.get(a)! || a - b)
      .slice(0, most)
      .sort((a, b) => a - b);
  }

  /** Whether one of these characters in its stead would make the place clearly likelier, however likely it is. */
  #isOtherLikelier(reading: Reading, place: number, end: number, others: readonly number[]): boolean {
    const model = this.#model;
    const { symbols, scores, histories } = reading;
    const written = scores[place]! + scores[place + 1]!;
    return others.some((code) => {
      const symbol = model.symbolOf(code);
      if (symbol < FIRST_CHARACTER) return false;
      const pairs =
        model.pairLogProbability(symbols[place - 1]!, symbol) + model.pairLogProbability(symbol, symbols[place + 1]!);
      if (pairs - written < CLEARLY - BEYOND_PAIRS) return false;
      let gain = model.extend(histories, (place - 1) * HISTORIES, symbol, this.#scratch, 0) - scores[place]!;
      let slot = 0;
      for (let i = place + 1; i <= end && i <= place + HISTORIES; i++) {
        if (!hasProspect(gain, CLEARLY, i - place - 1)) return false;
        gain += model.extend(this.#scratch, slot, symbols[i]!, this.#scratch, HISTORIES - slot) - scores[i]!;
        slot = HISTORIES - slot;
      }
      return gain >= CLEARLY;
    });
  }
}
