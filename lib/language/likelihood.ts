/** How much likelier a text becomes by an edit, as the character model sees it. */
import type { Range } from '../document/types.ts';
import { BOUNDARY } from './alphabet.ts';
import type { CharacterModel } from './character-model.ts';
import { readText } from './reading.ts';

/** Code units before and behind an edit that are read: more than the model's histories reach. */
const CONTEXT = 16;
/** What a symbol of clean text costs on average, in nats: counted on official documents, news and essays. */
export const MEAN_COST = 3.8;

export class LikelihoodReader {
  readonly #model: CharacterModel;

  constructor(model: CharacterModel) {
    this.#model = model;
  }

  /** See `Language.gain`. */
  gain(text: string, [start, end]: Range, replacement: string): number {
    const before = text.slice(this.#sentenceStart(text, start), start);
    const after = text.slice(end, end + CONTEXT);
    const written = this.#cost(before + text.slice(start, end) + after);
    const edited = this.#cost(before + replacement + after);
    return written.cost - edited.cost - MEAN_COST * (written.symbols - edited.symbols);
  }

  /** CONTEXT before the place, or where its sentence begins if that is nearer. */
  #sentenceStart(text: string, place: number): number {
    let start = place;
    while (start > 0 && place - start < CONTEXT && this.#model.alphabet[text.charCodeAt(start - 1)] !== BOUNDARY)
      start--;
    return start;
  }

  #cost(text: string): { cost: number; symbols: number } {
    const { scores, length } = readText(text, this.#model);
    let cost = 0;
    for (let i = 1; i < length; i++) cost -= scores[i]!;
    return { cost, symbols: length - 1 };
  }
}
