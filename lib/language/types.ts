import type { Range } from '../document/types.ts';
import type { Doubling } from './doublings.ts';
import type { Particles } from './particles.ts';
import type { SlipKind } from './slips.ts';
import type { Words } from './words/words.ts';

/** A correction of a stretch of one paragraph, best first where there are several. */
export interface Correction {
  /** UTF-16 range in the paragraph's text. */
  readonly range: Range;
  /** Replacements, likeliest first; at least one. */
  readonly replacements: readonly { readonly text: string; readonly probability: number }[];
  /** Calibrated probability in 0…1 that the place is wrong. */
  readonly probability: number;
  /** How the likeliest replacement resembles what stands there ('context' where it does not), or what slip it takes back. */
  readonly kind: EditKind | SlipKind;
  /** The word that the likeliest replacement makes, as it stands there and as it should be; or else only the edit. */
  readonly word: { readonly wrong: string; readonly right: string };
  /** Words that stand there now: the range, or with one neighbour. */
  readonly writtenWords: readonly string[];
  /** Whether the likeliest replacement makes the name of a county, town or the like: “宁波市” out of “宁陂市”. */
  readonly makesPlace: boolean;
}

export type EditKind = 'same-sound' | 'near-sound' | 'shape' | 'confusion' | 'context';

/** What rules may ask of the language model. Synchronous and free of state that a caller could see. */
export interface Language {
  /** Spelling corrections of one paragraph, by place; they do not overlap. Linear in the text. */
  corrections(text: string): readonly Correction[];
  /** What belongs where 的, 地 and 得 stand in one paragraph. Linear in the text. */
  particles(text: string): Particles;
  /** What stands twice in a row, with the probability that it was not meant. Linear in the text. */
  doublings(text: string): readonly Doubling[];
  /** The text cut into words with their parts of speech. Linear in the text; rules ask `context.words`, which remembers. */
  words(text: string): Words;
  /**
   * Log-likelihood in nats that the sentence around `range` gains where this is replaced. A text with fewer symbols is
   * always likelier, so each symbol fewer is charged with what a symbol costs on average, and each one more is credited
   * with that. Reads some fifty characters: for candidates.
   */
  gain(text: string, range: Range, replacement: string): number;
}
