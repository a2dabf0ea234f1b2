/**
 * Trains the model of the particles 的, 地 and 得 on how a corpus uses them: a log-linear model with hashed features, by
 * stochastic gradient descent with a rate for each weight (AdaGrad, Duchi 2011). Half of the features, at random, are left out at
 * each step, so that it does not lean on the rarest ones; in the end only the most telling are kept.
 */
import { packContainer } from '../../lib/language/container.ts';
import type { Lexicon } from '../../lib/language/lexicon.ts';
import {
  FEATURE_COUNT,
  fingerprintOf,
  OUTCOMES,
  PARTICLE_MODEL,
  ParticleReader,
  particleOf,
  SCORED,
  slotOf,
  ZERO,
} from '../../lib/language/particles.ts';
import { Segmenter } from '../../lib/language/segmentation.ts';
import { randomSource } from './boosting.ts';
import { type CorpusFile, corpusLines } from './corpus.ts';
import { progress } from './progress.ts';

export interface ParticleSettings {
  /** UTF-16 units of a file of which every particle is learned from; of more, only so large a share of the 的. */
  readonly unitsPerFile: number;
  readonly epochs: number;
  readonly rate: number;
  /** How often a feature must be met to be learned. */
  readonly minimumCount: number;
  readonly slots: number;
  /**
   * Log-odds from which a 的 is a mistake of the corpus, in the eyes of a model that has not seen its line: even edited
   * prose has 的 for 地 and 得.
   */
  readonly mistaken: number;
}

/** Rows that are stored together. */
const CHUNK = 1 << 16;
/** Bits of the hash that count features, and that tell them apart before the choice. */
const COUNTED_BITS = 24;
const TABLE_BITS = 22;

class Examples {
  size = 0;
  readonly labels: number[] = [];
  readonly weights: number[] = [];
  /** Which half of the lines each comes from. */
  readonly halves: number[] = [];
  readonly #chunks: Uint32Array[] = [];

  add(hashes: Uint32Array, label: number, weight: number, half: number): void {
    const row = this.size++ % CHUNK;
    if (row === 0) this.#chunks.push(new Uint32Array(CHUNK * FEATURE_COUNT));
    this.#chunks.at(-1)!.set(hashes, row * FEATURE_COUNT);
    this.labels.push(label);
    this.weights.push(weight);
    this.halves.push(half);
  }

  /** The features of an example, in place. */
  row(example: number): Uint32Array {
    const start = (example % CHUNK) * FEATURE_COUNT;
    return this.#chunks[Math.floor(example / CHUNK)]!.subarray(start, start + FEATURE_COUNT);
  }
}

/** What stands behind 地 where it is a place, and hardly ever behind an adverbial. */
const BEHIND_PLACE = new Set('的、）；。');
/** A word is the name of a kind of place (猎捕地) if 地 behind it is followed so in this share of its uses, or oftener. */
const PLACE_SHARE = 0.2;

function lineHash(line: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < line.length; i++) hash = Math.imul(hash ^ line.charCodeAt(i), 0x01000193);
  return hash >>> 10;
}

/** 地 in a word of the lexicon such as 工地; not 积极地, which is there too. */
function isInNoun(lexicon: Lexicon, line: string, at: number): boolean {
  const word = lexicon.longestWordCovering(line, at);
  if (word < 0) return false;
  const [start, length] = [word >> 4, word & 15];
  return start + length !== at + 1 || length === 2;
}

function collect(corpus: readonly CorpusFile[], lexicon: Lexicon, settings: ParticleSettings): Examples {
  const reader = new ParticleReader(lexicon, new Segmenter(lexicon));
  const random = randomSource(29);
  const examples = new Examples();
  const hashes = new Uint32Array(FEATURE_COUNT);
  /** By the word before 地: its uses, and those in which it is followed as a place is. */
  const grounds = new Map<number, { uses: number; places: number }>();
  const adverbials: { example: number; word: number; isPlace: boolean }[] = [];
  for (const { read } of corpus) {
    const text = read();
    const share = Math.min(1, settings.unitsPerFile / text.length);
    for (const line of corpusLines(text, false)) {
      const half = lineHash(line) % 2;
      for (let at = 0; at < line.length; at++) {
        const particle = particleOf(line.charCodeAt(at));
        if (particle < 0 || (particle === OUTCOMES.attribute && random() >= share)) continue;
        reader.describe(line, at, hashes);
        const inNoun = particle === OUTCOMES.adverbial && isInNoun(lexicon, line, at);
        if (particle === OUTCOMES.adverbial && !inNoun) {
          const word = reader.wordBefore;
          const isPlace = at + 1 === line.length || BEHIND_PLACE.has(line[at + 1]!);
          const ground = grounds.get(word) ?? { uses: 0, places: 0 };
          ground.uses++;
          if (isPlace) ground.places++;
          grounds.set(word, ground);
          adverbials.push({ example: examples.size, word, isPlace });
        }
        const weight = particle === OUTCOMES.attribute ? 1 / share : 1;
        examples.add(hashes, inNoun ? OUTCOMES.ground : particle, weight, half);
      }
    }
  }
  for (const { example, word, isPlace } of adverbials) {
    const { uses, places } = grounds.get(word)!;
    if (isPlace || (places > 1 && places / uses >= PLACE_SHARE)) examples.labels[example] = OUTCOMES.ground;
  }
  return examples;
}

/** Number of a feature's weights, or −1 for one that is not learned. */
type Slots = (hash: number) => number;

interface Trained {
  /** SCORED numbers a slot, in nats. */
  readonly weights: Float32Array;
  /** Sums of squared gradients, of the same places. */
  readonly squares: Float32Array;
}

function train(
  examples: Examples,
  chosen: readonly number[],
  slots: Slots,
  size: number,
  { epochs, rate }: ParticleSettings,
): Trained {
  const random = randomSource(31);
  const weights = new Float32Array(size * SCORED);
  const squares = new Float32Array(size * SCORED).fill(1);
  const order = Uint32Array.from(chosen);
  const live = new Int32Array(FEATURE_COUNT);
  const scores = new Float64Array(SCORED + 1);
  const errors = new Float64Array(SCORED);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const example of order) {
      const row = examples.row(example);
      let count = 0;
      scores.fill(0);
      // Each feature is there or not by a bit of its own.
      let bits = 0;
      for (let f = 0; f < FEATURE_COUNT; f++) {
        bits = f % 32 === 0 ? Math.floor(random() * 2 ** 32) : bits >>> 1;
        if ((bits & 1) === 0) continue;
        const slot = slots(row[f]!);
        if (slot < 0) continue;
        const place = slot * SCORED;
        live[count++] = place;
        for (let k = 0; k < SCORED; k++) scores[k + 1]! += weights[place + k]!;
      }
      if (!findErrors(scores, examples.labels[example]!, examples.weights[example]!, errors)) continue;
      for (let i = 0; i < count; i++) {
        for (let k = 0; k < SCORED; k++) {
          const place = live[i]! + k;
          squares[place]! += errors[k]! * errors[k]!;
          weights[place]! -= (rate * errors[k]!) / Math.sqrt(squares[place]!);
        }
      }
    }
  }
  return { weights, squares };
}

/** Errors below this are not learned from: most places are clear. */
const LEAST_ERROR = 1e-3;

/** Writes the gradients of the log-loss by each score; false where all are next to nothing. */
function findErrors(scores: Float64Array, label: number, weight: number, errors: Float64Array): boolean {
  let highest = 0;
  for (let k = 1; k <= SCORED; k++) highest = Math.max(highest, scores[k]!);
  let sum = 0;
  for (let k = 0; k <= SCORED; k++) sum += Math.exp(scores[k]! - highest);
  let total = 0;
  for (let k = 1; k <= SCORED; k++) {
    errors[k - 1] = weight * (Math.exp(scores[k]! - highest) / sum - (label === k ? 1 : 0));
    total += Math.abs(errors[k - 1]!);
  }
  return total >= LEAST_ERROR;
}

function shuffle(order: Uint32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}

const everyExample = ({ size }: Examples) => Array.from({ length: size }, (_, i) => i);

/** The examples without the 的 that a model of the other half of the lines takes for a mistake. */
function withoutMistakes(examples: Examples, slots: Slots, settings: ParticleSettings): number[] {
  const kept: number[] = [];
  for (const half of [0, 1]) {
    const others = everyExample(examples).filter((i) => examples.halves[i] !== half);
    const { weights } = train(examples, others, slots, 1 << TABLE_BITS, settings);
    for (let i = 0; i < examples.size; i++) {
      if (examples.halves[i] !== half) continue;
      const isDoubtful =
        examples.labels[i] === OUTCOMES.attribute && mistakenBy(weights, examples.row(i), slots) > settings.mistaken;
      if (!isDoubtful) kept.push(i);
    }
  }
  return kept.sort((a, b) => a - b);
}

/** Log-odds of 地 or 得, whichever is likelier, against 的. */
function mistakenBy(weights: Float32Array, row: Uint32Array, slots: Slots): number {
  let [adverbial, complement] = [0, 0];
  for (const hash of row) {
    const slot = slots(hash);
    if (slot < 0) continue;
    adverbial += weights[slot * SCORED + OUTCOMES.adverbial - 1]!;
    complement += weights[slot * SCORED + OUTCOMES.complement - 1]!;
  }
  return Math.max(adverbial, complement);
}

/** The features that are met often enough, each in a slot that it may share. */
function frequentSlots(examples: Examples, minimumCount: number): Slots {
  const counts = new Uint8Array(1 << COUNTED_BITS);
  for (let i = 0; i < examples.size; i++) {
    for (const hash of examples.row(i)) {
      const place = hash >>> (32 - COUNTED_BITS);
      if (counts[place]! < 255) counts[place]!++;
    }
  }
  return (hash) => (counts[hash >>> (32 - COUNTED_BITS)]! < minimumCount ? -1 : hash >>> (32 - TABLE_BITS));
}

/** For each slot the fingerprint of the feature that tells most: its weight, by how much was learned of it. */
function chooseFeatures(examples: Examples, { weights, squares }: Trained, slots: Slots, count: number): Uint8Array {
  const fingerprints = new Uint8Array(count);
  const best = new Float32Array(count);
  for (let i = 0; i < examples.size; i++) {
    for (const hash of examples.row(i)) {
      const slot = slots(hash);
      if (slot < 0) continue;
      let worth = 0;
      for (let k = slot * SCORED; k < (slot + 1) * SCORED; k++) {
        worth = Math.max(worth, Math.abs(weights[k]!) * Math.sqrt(squares[k]!));
      }
      const place = slotOf(hash, count);
      if (worth <= best[place]!) continue;
      best[place] = worth;
      fingerprints[place] = fingerprintOf(hash);
    }
  }
  return fingerprints;
}

/** @returns the file, at most four bytes a slot */
export function trainParticles(
  corpus: readonly CorpusFile[],
  lexicon: Lexicon,
  settings: ParticleSettings,
): Uint8Array {
  const examples = collect(corpus, lexicon, settings);
  progress(`${examples.size} particles`);
  const frequent = frequentSlots(examples, settings.minimumCount);
  const sound = withoutMistakes(examples, frequent, settings);
  progress(`${examples.size - sound.length} left out as mistakes`);
  const all = train(examples, sound, frequent, 1 << TABLE_BITS, settings);
  const fingerprints = chooseFeatures(examples, all, frequent, settings.slots);
  const kept: Slots = (hash) => {
    const slot = slotOf(hash, settings.slots);
    return fingerprints[slot] === fingerprintOf(hash) ? slot : -1;
  };
  const { weights } = train(examples, sound, kept, settings.slots, settings);
  const step = quantile(weights.map(Math.abs), 0.9999) / (ZERO - 1);
  const stored = Uint8Array.from(weights, (weight) =>
    Math.max(0, Math.min(2 * ZERO - 1, Math.round(weight / step) + ZERO)),
  );
  return packContainer(
    PARTICLE_MODEL.kind,
    PARTICLE_MODEL.version,
    { sources: corpus.map(({ name }) => name), examples: sound.length, lexicon: lexicon.checksum },
    { fingerprints, weights: stored, step: Float32Array.of(step) },
  );
}

const quantile = (values: Float32Array, share: number) => values.sort()[Math.floor(share * (values.length - 1))]!;
