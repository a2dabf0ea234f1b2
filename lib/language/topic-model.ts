/**
 * What a sentence is about, and what a word has to do with it: word embeddings trained so that a word is told from what
 * is easily mistaken for it by the words around it that are not beside it (continuous bag of words with negative
 * sampling, Mikolov et al. 2013). An n-gram sees four characters back; this sees words up to fifteen words away on both
 * sides, without their order. It also knows in which kinds of text a word is at home. No topic model in the sense of
 * latent Dirichlet allocation: there are no topics to name.
 */
import { bitCount } from './bits.ts';
import { Container } from './container.ts';
import type { Lexicon } from './lexicon.ts';
import type { Cut } from './segmentation.ts';

export const TOPIC_MODEL = { kind: 'topic-model', version: 1 } as const;
/** Words so far off still count, but not those beside the place: these the n-grams know better. */
export const REACH = 15;
export const BESIDE = 1;
/** Numbers are stored as bytes around this one. */
export const ZERO = 128;
/** Stored biases and register weights are in steps of so many nats. */
export const BIAS_STEP = 0.1;
export const REGISTER_STEP = 0.05;
/** Words added to each sentence that speak for no register, so that a short one says little. */
const NEUTRAL_WORDS = 2;

/** The words around a place. */
export interface Context {
  /** How many of them the model knows. */
  readonly words: number;
  /** Their vectors summed and scaled. */
  readonly vector: Float64Array;
}

export class TopicModel {
  readonly container: Container;
  /** Components of a vector, and kinds of text. */
  readonly #size: number;
  /** Names of the registers that it tells apart. */
  readonly registers: readonly string[];
  /** One bit for each node of the lexicon's trie that is a word with vectors, and how many there are before 32 nodes. */
  readonly #isKnown: Uint32Array;
  readonly #before: Uint32Array;
  readonly #contexts: Uint8Array;
  readonly #targets: Uint8Array;
  readonly #biases: Uint8Array;
  readonly #weights: Uint8Array;
  /** What a step of a context's component times one of a target's is worth, in nats. */
  readonly #step: number;

  /** @throws if the buffer is not a topic model, or was trained with another lexicon */
  constructor(buffer: ArrayBuffer, lexicon: Lexicon) {
    const file = new Container(buffer, TOPIC_MODEL.kind, TOPIC_MODEL.version);
    const { lexicon: checksum, size, registers } = file.provenance;
    if (checksum !== lexicon.checksum) throw new Error('the topic model was trained with another lexicon');
    this.container = file;
    this.#size = size as number;
    this.registers = registers as readonly string[];
    this.#isKnown = file.u32('known');
    this.#contexts = file.u8('contexts');
    this.#targets = file.u8('targets');
    this.#biases = file.u8('biases');
    this.#weights = file.u8('registers');
    const [contextStep, targetStep] = file.f32('steps');
    this.#step = contextStep! * targetStep!;
    this.#before = new Uint32Array(this.#isKnown.length);
    for (let i = 1; i < this.#before.length; i++) {
      this.#before[i] = this.#before[i - 1]! + bitCount(this.#isKnown[i - 1]!);
    }
  }

  /** The words around those from `first` to `last` of a sentence. */
  contextOf({ nodes }: Cut, first: number, last: number): Context {
    const size = this.#size;
    const vector = new Float64Array(size);
    let words = 0;
    const end = Math.min(nodes.length - 1, last + REACH);
    for (let i = Math.max(0, first - REACH); i <= end; i++) {
      if (i >= first - BESIDE && i <= last + BESIDE) continue;
      const word = this.#wordOf(nodes[i]!);
      if (word < 0) continue;
      words++;
      const from = word * size;
      for (let d = 0; d < size; d++) vector[d]! += this.#contexts[from + d]! - ZERO;
    }
    const scale = words === 0 ? 0 : this.#step / Math.sqrt(words);
    for (let d = 0; d < size; d++) vector[d]! *= scale;
    return { words, vector };
  }

  /** Log-odds in nats that a word, by its node in the trie, belongs into the context; undefined for one not known. */
  logOdds(node: number, { vector }: Context): number | undefined {
    const word = this.#wordOf(node);
    if (word < 0) return undefined;
    const from = word * this.#size;
    let sum = (this.#biases[word]! - ZERO) * BIAS_STEP;
    for (let d = 0; d < this.#size; d++) sum += vector[d]! * (this.#targets[from + d]! - ZERO);
    return sum;
  }

  /** For each kind of text, how much more the words of a sentence are at home there than elsewhere, in nats a word. */
  registersOf({ nodes }: Cut): number[] {
    const sums = new Array<number>(this.registers.length).fill(0);
    let known = NEUTRAL_WORDS;
    for (const node of nodes) {
      const word = this.#wordOf(node);
      if (word < 0) continue;
      known++;
      for (let r = 0; r < sums.length; r++) sums[r]! += this.#weights[word * sums.length + r]! - ZERO;
    }
    return sums.map((sum) => (sum * REGISTER_STEP) / known);
  }

  /** Number of the word with that node; -1 where it has no vectors. */
  #wordOf(node: number): number {
    const block = this.#isKnown[node >>> 5]!;
    const bit = node & 31;
    if (((block >>> bit) & 1) === 0) return -1;
    return this.#before[node >>> 5]! + bitCount(block & ((1 << bit) - 1));
  }
}
