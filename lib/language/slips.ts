/**
 * Slips of the hand, which a change of single characters cannot mend: two neighbours exchanged, a character left out, one
 * too many. Sought at doubtful places only; the character model says what a slip taken back would gain.
 */
import { FIRST_CHARACTER } from './alphabet.ts';
import { type CharacterModel, HISTORIES } from './character-model.ts';
import type { Doubts } from './doubts.ts';
import type { Lexicon } from './lexicon.ts';
import { isCharacter, meanScore } from './places.ts';
import { BEYOND_PAIRS, hasProspect, type Reading } from './reading.ts';

export const SLIP_KINDS = ['exchanged', 'missing', 'extra'] as const;
export type SlipKind = (typeof SLIP_KINDS)[number];

export const isSlip = (kind: string): kind is SlipKind => (SLIP_KINDS as readonly string[]).includes(kind);

export interface Slip {
  readonly kind: SlipKind;
  /** UTF-16 range in the text, empty where a character is missing, and what belongs there. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Log-likelihood in nats that the sentence gains; it has a symbol more or less where the kind says so. */
  readonly gain: number;
  /** The place with the four symbols behind it, before and after. */
  readonly before: StretchScore;
  readonly after: StretchScore;
  /** Mean log-probability of the sentence's symbols, and their number. */
  readonly mean: number;
  readonly symbols: number;
  /** Doubtful places in the sentence. */
  readonly doubtful: number;
}

export interface StretchScore {
  readonly sum: number;
  readonly lowest: number;
  readonly symbols: number;
  /** Symbols of history that the model knew, summed. */
  readonly matched: number;
}

/** A slip without what it shares with the others of its sentence. */
type FoundSlip = Omit<Slip, 'mean' | 'symbols' | 'doubtful'>;

/** What taking a slip back must gain, in nats. A character less is always likelier, a character more never. */
const LEAST_GAIN: Readonly<Record<SlipKind, number>> = { exchanged: 5, missing: 1, extra: 8 };
const MOST_AT_A_PLACE = 3;
/** A word so many nats rarer than the one with its characters exchanged is a slip sooner than a word. */
const MUCH_RARER = 5;
/** Sentences are right with these characters and without them: 我、我们，或、或者，虽、虽然. */
const OPTIONAL = new Set(
  '的了们着过地得是在有也都就又还并而且或者及与和要所被把将可能会对上下中里之各其个这那来去为于由从向以但更很最再不',
);

export class SlipFinder {
  readonly #model: CharacterModel;
  readonly #lexicon: Lexicon;
  readonly #scratch = new Int32Array(2 * HISTORIES);

  constructor(model: CharacterModel, lexicon: Lexicon) {
    this.#model = model;
    this.#lexicon = lexicon;
  }

  /** Slips that may have happened, in no order; several may concern one place. */
  find({ reading, sentences }: Doubts): Slip[] {
    const slips: Slip[] = [];
    for (const { start, end, places } of sentences) {
      if (places.length === 0) continue;
      const mean = meanScore(reading, start, end);
      const tried = new Set<number>();
      const add = (found: FoundSlip[]) => {
        found.sort((a, b) => b.gain - a.gain);
        for (const slip of found.slice(0, MOST_AT_A_PLACE)) {
          slips.push({ ...slip, mean, symbols: end - start + 1, doubtful: places.length });
        }
      };
      for (const place of places) {
        for (const first of [place - 1, place]) {
          if (first < start || tried.has(first)) continue;
          tried.add(first);
          add([...this.#exchanged(reading, first, end), ...this.#extra(reading, first, end)]);
        }
        add(this.#missing(reading, place, end));
      }
    }
    return slips;
  }

  #exchanged(reading: Reading, first: number, end: number) {
    const { symbols, offsets, text } = reading;
    const [a, b] = [symbols[first]!, symbols[first + 1]!];
    if (first + 1 >= end || a === b || !isCharacter(a) || !isCharacter(b)) return [];
    if (offsets[first + 1]! !== offsets[first]! + 1 || !this.#model.hasPair(symbols[first - 1]!, b)) return [];
    const start = offsets[first]!;
    const exchanged = text[start + 1]! + text[start]!;
    // 畅通 and 通畅, 讲演 and 演讲: who writes a word means it, unless hardly anybody ever does.
    const written = this.#lexicon.wordLogFrequency(text, start, start + 2);
    if (written > this.#lexicon.wordLogFrequency(exchanged, 0, 2) - MUCH_RARER) return [];
    return this.#slip(reading, 'exchanged', first, 2, [b, a], end, { start, end: start + 2, text: exchanged });
  }

  #extra(reading: Reading, place: number, end: number) {
    const { symbols, offsets } = reading;
    // A character that stands twice is another rule's matter.
    const isDoubled = symbols[place] === symbols[place - 1] || symbols[place] === symbols[place + 1];
    if (place >= end || isDoubled || symbols[place]! < FIRST_CHARACTER) return [];
    if (OPTIONAL.has(reading.text[offsets[place]!]!)) return [];
    if (!this.#model.hasPair(symbols[place - 1]!, symbols[place + 1]!)) return [];
    const start = offsets[place]!;
    return this.#slip(reading, 'extra', place, 1, [], end, { start, end: start + 1, text: '' });
  }

  #missing(reading: Reading, place: number, end: number) {
    const { symbols, offsets, histories } = reading;
    const start = offsets[place]!;
    const found: FoundSlip[] = [];
    for (const symbol of this.#model.expectedSymbols(histories, (place - 1) * HISTORIES)) {
      if (symbol < FIRST_CHARACTER || !this.#model.hasPairBefore(symbols[place]!, symbol)) continue;
      const code = this.#model.characters[symbol - FIRST_CHARACTER]!;
      const text = String.fromCharCode(code);
      if (code < 0x3400 || OPTIONAL.has(text)) continue;
      found.push(...this.#slip(reading, 'missing', place, 0, [symbol], end, { start, end: start, text }));
    }
    return found;
  }

  #slip(
    reading: Reading,
    kind: SlipKind,
    from: number,
    length: number,
    instead: readonly number[],
    end: number,
    what: Pick<Slip, 'start' | 'end' | 'text'>,
  ): FoundSlip[] {
    const next = from + length;
    if (!this.#pairsPromise(reading, from, instead, next, LEAST_GAIN[kind])) return [];
    const after = this.#read(reading, from, instead, next, end, LEAST_GAIN[kind]);
    if (!after) return [];
    const before = asWritten(reading, from, next, end);
    return [{ ...what, kind, gain: after.sum - before.sum, before, after }];
  }

  /** Whether `symbols` in place of what stands from `from` to `next` may gain `least`, by pairs of neighbours alone. */
  #pairsPromise(
    { symbols: written, scores }: Reading,
    from: number,
    symbols: readonly number[],
    next: number,
    least: number,
  ): boolean {
    let gain = 0;
    for (let i = from; i <= next; i++) gain -= scores[i]!;
    let previous = written[from - 1]!;
    for (const symbol of symbols) {
      gain += this.#model.pairLogProbability(previous, symbol);
      previous = symbol;
    }
    return gain + this.#model.pairLogProbability(previous, written[next]!) >= least - 2 * BEYOND_PAIRS;
  }

  /**
   * Scores `symbols` behind what stands before `from`, and the four symbols of the text from `next` behind them.
   * @param least what it must gain over the text as it is
   * @returns undefined as soon as it has no prospect of that
   */
  #read(
    reading: Reading,
    from: number,
    symbols: ArrayLike<number>,
    next: number,
    end: number,
    least: number,
  ): StretchScore | undefined {
    const score = { sum: 0, lowest: 0, symbols: 0, matched: 0 };
    const scratch = this.#scratch;
    for (let i = 0; i < HISTORIES; i++) scratch[i] = reading.histories[(from - 1) * HISTORIES + i]!;
    const last = Math.min(end, next + HISTORIES - 1);
    let gain = 0;
    for (let i = from; i < next; i++) gain -= reading.scores[i]!;
    let slot = 0;
    for (let i = next - symbols.length; i <= last; i++) {
      const symbol = i < next ? symbols[i - next + symbols.length]! : reading.symbols[i]!;
      const value = this.#model.extend(scratch, slot, symbol, scratch, HISTORIES - slot);
      slot = HISTORIES - slot;
      gain += i < next ? value : value - reading.scores[i]!;
      if (!hasProspect(gain, least, i - next + 1)) return undefined;
      score.sum += value;
      score.lowest = Math.min(score.lowest, value);
      score.symbols++;
      score.matched += this.#model.matched;
    }
    return score;
  }
}

/** What is written from `from`, with the four symbols from `next`. */
function asWritten({ scores, matched }: Reading, from: number, next: number, end: number): StretchScore {
  const score = { sum: 0, lowest: 0, symbols: 0, matched: 0 };
  for (let i = from; i <= end && i < next + HISTORIES; i++) {
    score.sum += scores[i]!;
    score.lowest = Math.min(score.lowest, scores[i]!);
    score.symbols++;
    score.matched += matched[i]!;
  }
  return score;
}
