/**
 * Which of the three particles a writer of careful prose would put at a place: 的 before a noun, 地 before a verb, 得
 * before a complement. A network reads the characters around it, but where a smaller one says that nothing is in doubt.
 */
import type { Range } from '../document/types.ts';
import { CHOICE_NETWORK, ChoiceNetwork, vocabularyOf } from './choice-network.ts';
import { Container } from './container.ts';
import { type Lexicon, WORD_KIND } from './lexicon.ts';
import { NearNetwork } from './near-network.ts';
import type { Segmenter } from './segmentation.ts';

export const PARTICLES = ['的', '地', '得'] as const;
export type Particle = (typeof PARTICLES)[number];

/** What the network tells apart: the three, and 地 that is no particle (工地, 猎捕地). */
export const OUTCOMES = { attribute: 0, adverbial: 1, complement: 2, ground: 3 } as const;
const OUTCOME_COUNT = 4;

const CODES: readonly number[] = PARTICLES.map((particle) => particle.charCodeAt(0));
/** Place in PARTICLES of a UTF-16 code unit; −1 for all others. */
export const particleOf = (code: number): number => CODES.indexOf(code);

/** What the context says of a particle, whatever stands there. */
export interface ParticleReading {
  /** UTF-16 offset of the particle. */
  readonly at: number;
  readonly written: Particle;
  /**
   * Probability that each of PARTICLES belongs there, up to a common factor. Where a place asks for 地 as in 工地, the
   * context says nothing against what stands there.
   */
  readonly probabilities: readonly [number, number, number];
  /** UTF-16 range of the particle with the words before and behind it. */
  readonly phrase: Range;
}

/** The particles of a text. */
export interface Particles {
  /** Those of which the context leaves a doubt, and every 地 and 得. */
  readonly readings: readonly ParticleReading[];
  /** How many 的 there are beside them. */
  readonly plain: number;
}

/** How far the words around a particle are sought, in UTF-16 units. */
const WORD_REACH = 8;

/** Log-frequency, in nats, from which a word of the lexicon is one although nothing is known of its part of speech. */
const COMMON = -12.2;

/**
 * Whether it is part of a word, and no particle at all: 的士, 目的, 落地, 殖民地, 取得. What a dictionary has is not yet a word
 * here: 动地 is none in 主动地, and to some dictionaries “很好的”, “积极地”, 好地, 做得 and 地说 are words.
 */
export function isNoParticle(lexicon: Lexicon, segmenter: Segmenter, text: string, at: number): boolean {
  if (lexicon.longestWordCovering(text, at) < 0) return false;
  const { offsets } = segmenter.cut(text, Math.max(0, at - WORD_REACH), Math.min(text.length, at + WORD_REACH));
  const next = offsets.findIndex((offset) => offset > at);
  const [from, to] = [offsets[next - 1]!, offsets[next]!];
  if (to - from === 1) return false;
  const particle = particleOf(text.charCodeAt(at));
  const kind = lexicon.wordKind(text, from, to);
  const isWord = kind !== 0 || lexicon.wordLogFrequency(text, from, to) > COMMON;
  if (to > at + 1) return particle === OUTCOMES.attribute ? kind !== 0 : isWord;
  if (particle === OUTCOMES.complement) return kind !== 0;
  const isNoun = (kind & (WORD_KIND.noun | WORD_KIND.place)) !== 0;
  return isNoun || (particle === OUTCOMES.adverbial && to - from === 2 && isWord);
}

/** Probability of what cannot be; not 0, so that there is always something to divide by. */
const IMPOSSIBLE = Math.exp(-60);

export class ParticleReader {
  readonly #lexicon: Lexicon;
  readonly #segmenter: Segmenter;
  readonly #network: ChoiceNetwork;
  readonly #near: NearNetwork;
  readonly #logProbabilities = new Float64Array(OUTCOME_COUNT);

  /** @throws if the buffer holds no networks */
  constructor(buffer: ArrayBuffer, lexicon: Lexicon, segmenter: Segmenter) {
    const container = new Container(buffer, CHOICE_NETWORK.kind, CHOICE_NETWORK.version);
    const vocabulary = vocabularyOf(container);
    this.#network = new ChoiceNetwork(container, vocabulary);
    this.#near = new NearNetwork(container, vocabulary);
    this.#lexicon = lexicon;
    this.#segmenter = segmenter;
  }

  /** The particles of a text, a paragraph at most. Linear in the text. */
  read(text: string): Particles {
    const readings: ParticleReading[] = [];
    let plain = 0;
    for (let at = 0; at < text.length; at++) {
      const written = particleOf(text.charCodeAt(at));
      if (written < 0 || isNoParticle(this.#lexicon, this.#segmenter, text, at)) continue;
      if (written === OUTCOMES.attribute && this.#near.isPlain(text, at)) plain++;
      else readings.push(this.#reading(text, at, PARTICLES[written]!));
    }
    return { readings, plain };
  }

  #reading(text: string, at: number, written: Particle): ParticleReading {
    const scores = this.#logProbabilities;
    this.#network.score(text, at, scores);
    const says = (particle: Particle, outcome: number) => {
      if (particle === written) return Math.exp(scores[outcome]!) + Math.exp(scores[OUTCOMES.ground]!);
      return this.#wouldBePartOfWord(text, at, particle) ? IMPOSSIBLE : Math.exp(scores[outcome]!);
    };
    return {
      at,
      written,
      probabilities: [says('的', OUTCOMES.attribute), says('地', OUTCOMES.adverbial), says('得', OUTCOMES.complement)],
      phrase: [this.#wordBefore(text, at), this.#wordBehind(text, at + 1)],
    };
  }

  /** 地 in place of 的 in “直辖市的区”, 得 in “不懂的及时请教”: no particle, but another word. */
  #wouldBePartOfWord(text: string, at: number, particle: Particle): boolean {
    const from = Math.max(0, at - WORD_REACH);
    const edited = text.slice(from, at) + particle + text.slice(at + 1, at + WORD_REACH);
    return isNoParticle(this.#lexicon, this.#segmenter, edited, at - from);
  }

  #wordBefore(text: string, at: number): number {
    const { offsets } = this.#segmenter.cut(text, Math.max(0, at - WORD_REACH), at);
    return offsets[offsets.length - 2] ?? at;
  }

  #wordBehind(text: string, start: number): number {
    const { offsets } = this.#segmenter.cut(text, start, Math.min(text.length, start + WORD_REACH));
    return offsets[1] ?? start;
  }
}
