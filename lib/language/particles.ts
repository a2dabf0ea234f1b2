/**
 * Which of the three particles a writer of careful prose would put at a place: 的 before a noun, 地 before a verb, 得
 * before a complement. A log-linear model of the words and characters around the place, which does not see what stands
 * there; its features are hashed, and only the most telling ones are kept. `tools/train/particles.ts` trains it.
 */
import type { Range } from '../document/types.ts';
import { Container } from './container.ts';
import { type Lexicon, WORD_KIND } from './lexicon.ts';
import type { Segmenter } from './segmentation.ts';

export const PARTICLE_MODEL = { kind: 'particle-model', version: 1 } as const;

export const PARTICLES = ['的', '地', '得'] as const;
export type Particle = (typeof PARTICLES)[number];

/** What the model tells apart: the three, and 地 that is no particle (工地, 猎捕地). The first one's score is 0. */
export const OUTCOMES = { attribute: 0, adverbial: 1, complement: 2, ground: 3 } as const;
export const SCORED = 3;

const CODES: readonly number[] = PARTICLES.map((particle) => particle.charCodeAt(0));
/** Place in PARTICLES of a UTF-16 code unit; −1 for all others. */
export const particleOf = (code: number): number => CODES.indexOf(code);

/** UTF-16 units that are read on both sides. */
const REACH = { left: 14, right: 8 } as const;
/** Words of each side that features are made of; further left only the governing verb is sought. */
const WORDS = { left: 7, right: 3 } as const;
const FURTHEST = 8;

/** A particle for which another one is likelier. */
export interface MisplacedParticle {
  /** UTF-16 offset of the particle. */
  readonly at: number;
  readonly right: Particle;
  /** Log-odds, in nats, of `right` against what stands there, where neither is the commoner mistake. */
  readonly gain: number;
  /** UTF-16 range of the particle with the words before and behind it. */
  readonly phrase: Range;
  /** Whether `right` is part of a word there: 觉得, 目的. */
  readonly isInWord: boolean;
}

/** What stands where the text, or what is read of it, has an end. */
const EDGE = 1;
const NUMBER = 0x30;
const LATIN = 0x61;
const BLANK = 0x20;
const isHan = (code: number) => code >= 0x3400 && code < 0xa000;

/** The code unit that stands for it: digits, letters and blanks are one each. */
function fold(code: number): number {
  const ascii = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
  if (ascii >= 0x30 && ascii <= 0x39) return NUMBER;
  if ((ascii >= 0x41 && ascii <= 0x5a) || (ascii >= 0x61 && ascii <= 0x7a)) return LATIN;
  return ascii === 0x3000 || ascii === 0xa0 || ascii === 9 ? BLANK : ascii;
}

/** Words so common, and so much for themselves, that each is a class of its own. */
const FUNCTION_WORDS = new Set(
  '了着过的地得和与及或在对把被将从向为以是有不也都就还又很更最这那一个我你他她它们上下中里后前时所之其而并但让使给到来去能会可要应需',
);

/** Classes of words; what the lexicon says of a word is added to CLASS.word, a character to the last two. */
const CLASS = { number: 2, aabb: 3, reduplicated: 4, word: 0x1000, functionWord: 0x20000, mark: 0x40000 } as const;
const LONGEST_TOLD = 3;

/** Values that features are made of, by their names in FEATURES. */
const VALUES = [
  ...['left1', 'left2', 'left3', 'right1', 'right2', 'right3'], // words, from the place outwards
  ...['Left1', 'Left2', 'Right1', 'Right2', 'Right3'], // their classes
  ...['l', 'll', 'lll', 'llll', 'r', 'rr', 'rrr'], // the characters next to the place
  ...['leftRoom', 'rightRoom'], // Chinese characters up to the next mark
  ...['governor', 'distance'], // the nearest verb before the word on the left: 进行了深入_, and how many words away
] as const;

const FEATURES: readonly (readonly number[])[] = [
  '',
  ...['l', 'll', 'lll', 'llll', 'r', 'rr', 'rrr', 'l r', 'll r', 'l rr', 'll rr'],
  ...['left1', 'right1', 'left1 right1', 'left1 left2', 'right1 right2', 'left2'],
  ...['left1 Right1', 'Left1 right1', 'Left1 Right1', 'Left1 right1 right2', 'Left1 right1 Right2'],
  ...['Left1 Right1 Right2', 'left1 right1 Right2', 'left1 Right1 Right2'],
  ...['left1 Left2', 'left1 Left2 Right1', 'Left1 Left2 Right1', 'Left1 Left2 right1', 'Left1 Left2 Right1 Right2'],
  ...['left2 Left1 Right1', 'left2 Right1 Right2', 'left2 right1 Right2', 'left2 left1 right1', 'left2 left1 Right1'],
  ...['left3 Left1 Right1', 'right1 Right2', 'right1 Right2 Right3', 'Right1 Right2 Right3'],
  ...['right2 Right1', 'right2 Left1 Right1', 'right3 Right1'],
  ...['leftRoom Left1 Right1', 'leftRoom rightRoom Right1', 'leftRoom right1', 'rightRoom right1', 'leftRoom left1'],
  ...['governor Right1', 'governor Right1 Right2', 'governor right1 Right2', 'governor Left1 Right1'],
  ...['governor left1 Right1', 'distance Right1 Right2', 'distance left1 Right1'],
].map((feature) =>
  feature.split(' ').flatMap((name) => (name ? [VALUES.indexOf(name as (typeof VALUES)[number])] : [])),
);

export const FEATURE_COUNT = FEATURES.length;

function mix(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

/** The last step of MurmurHash3, so that all bits of a feature's hash are alike. */
function finish(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Reads what stands around a place. */
export class ParticleReader {
  readonly #lexicon: Lexicon;
  readonly #segmenter: Segmenter;
  readonly #values = new Int32Array(VALUES.length);
  readonly #left = new Int32Array(WORDS.left);
  readonly #leftClass = new Int32Array(WORDS.left);
  readonly #right = new Int32Array(WORDS.right);
  readonly #rightClass = new Int32Array(WORDS.right);
  /** Of the last place described: where the word before it begins, and where the word behind it ends. */
  start = 0;
  end = 0;

  constructor(lexicon: Lexicon, segmenter: Segmenter) {
    this.#lexicon = lexicon;
    this.#segmenter = segmenter;
  }

  /** Hash of the word before the last place described. */
  get wordBefore(): number {
    return this.#left[0]!;
  }

  /**
   * Writes the hashes of the FEATURE_COUNT features of the place; the character at `at` itself is not read. Looks at no
   * more than REACH, whatever the text's length.
   */
  describe(text: string, at: number, hashes: Uint32Array): void {
    const values = this.#values;
    const leftRoom = this.#readLeft(text, at);
    const rightRoom = this.#readRight(text, at + 1);
    let next = 0;
    for (let k = 0; k < 3; k++) values[next++] = this.#left[k]!;
    for (let k = 0; k < 3; k++) values[next++] = this.#right[k]!;
    for (let k = 0; k < 2; k++) values[next++] = this.#leftClass[k]!;
    for (let k = 0; k < 3; k++) values[next++] = this.#rightClass[k]!;
    let characters = 0;
    for (let k = 1; k <= 4; k++)
      values[next++] = characters = mix(characters, at >= k ? fold(text.charCodeAt(at - k)) : EDGE);
    characters = 0;
    for (let k = 1; k <= 3; k++) {
      values[next++] = characters = mix(characters, at + k < text.length ? fold(text.charCodeAt(at + k)) : EDGE);
    }
    values[next++] = leftRoom;
    values[next++] = rightRoom;
    const governor = this.#governor();
    values[next++] = governor === 0 ? 0 : this.#left[governor]!;
    values[next++] = Math.min(governor, 4);
    for (let f = 0; f < FEATURE_COUNT; f++) {
      const parts = FEATURES[f]!;
      let hash = f + 1;
      for (let k = 0; k < parts.length; k++) hash = mix(hash, values[parts[k]!]!);
      hashes[f] = finish(hash);
    }
  }

  /** @returns how many Chinese characters stand before the place, FURTHEST at most */
  #readLeft(text: string, at: number): number {
    const least = Math.max(0, at - REACH.left);
    let from = at;
    while (from > least && isHan(text.charCodeAt(from - 1))) from--;
    const room = at - from;
    const { offsets } = this.#segmenter.cut(text, Math.max(least, from - 1), at);
    const last = offsets.length - 1;
    this.start = last > 0 ? offsets[last - 1]! : at;
    for (let k = 0; k < WORDS.left; k++) {
      this.#left[k] = k < last ? hashOf(text, offsets[last - k - 1]!, offsets[last - k]!) : EDGE;
      this.#leftClass[k] = k < last ? this.#classOf(text, offsets[last - k - 1]!, offsets[last - k]!) : EDGE;
    }
    return Math.min(room, FURTHEST);
  }

  #readRight(text: string, start: number): number {
    const most = Math.min(text.length, start + REACH.right);
    let to = start;
    while (to < most && isHan(text.charCodeAt(to))) to++;
    const room = to - start;
    const { offsets } = this.#segmenter.cut(text, start, Math.min(most, to + 1));
    const count = offsets.length - 1;
    this.end = count > 0 ? offsets[1]! : start;
    for (let k = 0; k < WORDS.right; k++) {
      this.#right[k] = k < count ? hashOf(text, offsets[k]!, offsets[k + 1]!) : EDGE;
      this.#rightClass[k] = k < count ? this.#classOf(text, offsets[k]!, offsets[k + 1]!) : EDGE;
    }
    return Math.min(room, FURTHEST);
  }

  #classOf(text: string, start: number, end: number): number {
    const code = text.charCodeAt(start);
    if (!isHan(code)) {
      const folded = fold(code);
      return folded === NUMBER || folded === LATIN || folded === BLANK ? CLASS.number : CLASS.mark + folded;
    }
    const length = end - start;
    if (length === 1 && FUNCTION_WORDS.has(text[start]!)) return CLASS.functionWord + code;
    if (code === text.charCodeAt(start + 1)) {
      if (length === 2) return CLASS.reduplicated;
      if (length === 4 && text.charCodeAt(start + 2) === text.charCodeAt(start + 3)) return CLASS.aabb;
    }
    return CLASS.word + this.#lexicon.wordKind(text, start, end) * (LONGEST_TOLD + 1) + Math.min(length, LONGEST_TOLD);
  }

  /** How many words away the nearest verb before the word on the left stands; 0 where there is none in the clause. */
  #governor(): number {
    for (let k = 1; k < WORDS.left; k++) {
      const kind = this.#leftClass[k]!;
      if (kind === EDGE || kind >= CLASS.mark) return 0;
      const isWord = kind >= CLASS.word && kind < CLASS.functionWord;
      if (isWord && ((kind - CLASS.word) >> 2) & WORD_KIND.verb) return k;
    }
    return 0;
  }
}

function hashOf(text: string, start: number, end: number): number {
  let hash = 7;
  for (let i = start; i < end; i++) hash = mix(hash, fold(text.charCodeAt(i)));
  return hash;
}

/** Where a feature's weights may be, and what tells it from others that share its slot. */
export const slotOf = (hash: number, slots: number): number => Math.floor((hash / 2 ** 32) * slots);
export const fingerprintOf = (hash: number): number => hash & 0xff;
/** A weight of 0 is stored so. */
export const ZERO = 128;

export class ParticleModel {
  readonly container: Container;
  readonly #reader: ParticleReader;
  readonly #lexicon: Lexicon;
  readonly #fingerprints: Uint8Array;
  /** SCORED numbers a slot. */
  readonly #weights: Uint8Array;
  /** Nats in a step of the weights. */
  readonly #step: number;
  readonly #hashes = new Uint32Array(FEATURE_COUNT);
  /** Scores of OUTCOMES at the last place, in nats, up to a common summand. */
  readonly #scores = new Float64Array(SCORED + 1);

  /** @throws if the buffer is no particle model */
  constructor(buffer: ArrayBuffer, lexicon: Lexicon, segmenter: Segmenter) {
    this.container = new Container(buffer, PARTICLE_MODEL.kind, PARTICLE_MODEL.version);
    this.#fingerprints = this.container.u8('fingerprints');
    this.#weights = this.container.u8('weights');
    this.#step = this.container.f32('step')[0]!;
    this.#lexicon = lexicon;
    this.#reader = new ParticleReader(lexicon, segmenter);
  }

  /** The places where another particle is likelier than the one that stands there. Linear in the text. */
  misplaced(text: string): MisplacedParticle[] {
    const found: MisplacedParticle[] = [];
    for (let at = 0; at < text.length; at++) {
      const written = particleOf(text.charCodeAt(at));
      if (written < 0 || this.#isInNoun(text, at)) continue;
      this.#score(text, at);
      const scores = this.#scores;
      const stands =
        written === OUTCOMES.adverbial ? Math.max(scores[written]!, scores[OUTCOMES.ground]!) : scores[written]!;
      let right = 0;
      for (let other = 1; other < PARTICLES.length; other++) if (scores[other]! > scores[right]!) right = other;
      if (scores[right]! <= stands || right === written) continue;
      found.push(this.#misplaced(text, at, PARTICLES[right]!, scores[right]! - stands));
    }
    return found;
  }

  /** 的士, 殖民地: no particle at all. */
  #isInNoun(text: string, at: number): boolean {
    const word = this.#lexicon.longestWordCovering(text, at);
    if (word < 0) return false;
    const [start, length] = [word >> 4, word & 15];
    const isNoun = (this.#lexicon.wordKind(text, start, start + length) & (WORD_KIND.noun | WORD_KIND.place)) !== 0;
    return start === at || (isNoun && start + length === at + 1);
  }

  #misplaced(text: string, at: number, right: Particle, gain: number): MisplacedParticle {
    const { start, end } = this.#reader;
    const edited = text.slice(start, at) + right + text.slice(at + 1, end);
    const word = this.#lexicon.longestWordCovering(edited, at - start);
    return { at, right, gain, phrase: [start, end], isInWord: word >= 0 };
  }

  #score(text: string, at: number): void {
    const scores = this.#scores.fill(0);
    this.#reader.describe(text, at, this.#hashes);
    const slots = this.#fingerprints.length;
    for (let f = 0; f < FEATURE_COUNT; f++) {
      const hash = this.#hashes[f]!;
      const slot = slotOf(hash, slots);
      if (this.#fingerprints[slot] !== fingerprintOf(hash)) continue;
      for (let k = 0; k < SCORED; k++) scores[k + 1]! += this.#weights[slot * SCORED + k]! - ZERO;
    }
    for (let k = 1; k <= SCORED; k++) scores[k]! *= this.#step;
  }
}
