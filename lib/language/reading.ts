/** A text as the character model takes it, symbol after symbol. */
import { BOUNDARY, readSymbols, type SymbolText } from './alphabet.ts';
import { type CharacterModel, HISTORIES, type HistoryArray } from './character-model.ts';

export interface Reading extends SymbolText {
  readonly text: string;
  /** The history that ends with each symbol, HISTORIES numbers each. */
  readonly histories: HistoryArray;
  /** Log-probability, in nats, of each symbol behind what stands before it. */
  readonly scores: Float32Array;
  /** How many symbols of that the model knew. */
  readonly matched: Uint8Array;
}

/** Linear in the text. */
export function readText(text: string, model: CharacterModel): Reading {
  const symbolText = readSymbols(text, model.alphabet);
  const { symbols, length } = symbolText;
  const histories = new Int32Array(length * HISTORIES);
  const scores = new Float32Array(length);
  const matched = new Uint8Array(length);
  model.begin(histories, 0);
  for (let i = 1; i < length; i++) {
    scores[i] = model.extend(histories, (i - 1) * HISTORIES, symbols[i]!, histories, i * HISTORIES);
    matched[i] = model.matched;
    if (symbols[i] === BOUNDARY) model.begin(histories, i * HISTORIES);
  }
  return { ...symbolText, text, histories, scores, matched };
}

/** Log-likelihood of a symbol and the four behind it; `end` closes the sentence. */
export function windowSum(scores: Float32Array, place: number, end: number): number {
  let sum = 0;
  for (let i = place; i <= end && i <= place + HISTORIES; i++) sum += scores[i]!;
  return sum;
}

/** What longer histories add, in nats, to the pairs that an edit makes: more in one of 200 right ones in `dev`. */
export const BEYOND_PAIRS = 3.4;

/**
 * Whether an edit that gained so many nats up to some symbol may gain `least` with all four symbols behind it. Of the
 * edits in `dev` that are right and gain 2, 995 in 1,000 have less than this still to come.
 * @param followers symbols behind the edit that were read
 */
export const hasProspect = (gain: number, least: number, followers: number): boolean =>
  gain >= least - (STILL_TO_COME[followers] ?? STILL_TO_COME[0]);
const STILL_TO_COME = [6.7, 2, 1, 0.5, 0] as const;
