/**
 * Trains the topic model: a continuous bag of words with negative sampling (Mikolov et al. 2013), where a word is told not
 * only from any others but from those that it is easily mistaken for. Deterministic: one thread, one source of random
 * numbers.
 */
import { packContainer } from '../../lib/language/container.ts';
import type { Lexicon } from '../../lib/language/lexicon.ts';
import { Segmenter } from '../../lib/language/segmentation.ts';
import { BESIDE, BIAS_STEP, REACH, REGISTER_STEP, TOPIC_MODEL, ZERO } from '../../lib/language/topic-model.ts';
import { randomSource } from './boosting.ts';
import type { Confusions } from './planting.ts';
import { progress } from './progress.ts';

export interface TopicSettings {
  /** Components of a vector. */
  readonly size: number;
  /** Rarer words get no vectors. */
  readonly minimumCount: number;
  readonly epochs: number;
  /** Negatives of each step: any words, by their frequency, and such as are easily mistaken for the right one. */
  readonly noiseNegatives: number;
  readonly hardNegatives: number;
}

/** Text of one kind. */
export interface TopicText {
  /** Texts of the same register are of the same kind. */
  readonly register: string;
  read(): string;
}

/** Shorter sentences, in words, tell nothing. */
const SHORTEST = 3;
/** Candidates of a single character beyond these are hardly mistaken for it. */
const MOST_NEAR_CHARACTERS = 30;
/** Subsampling: the share of all words from which a word is skipped now and then, as context and as target. */
const SUBSAMPLING = { context: 3e-4, target: 2e-3 };
const LEARNING_RATE = 0.05;
const LEAST_RATE_SHARE = 0.02;
/** Any words are drawn by their count to this power. */
const NOISE_POWER = 0.75;
const NOISE_TABLE_SIZE = 2 ** 22;
/** A stored step is so many times smaller than the standard deviation of the components. */
const STEPS_A_DEVIATION = 6;
/** Closes each sentence in an array of trie nodes or word numbers. */
const END = -1;
/** Word number of what has no vectors. */
const UNKNOWN = -2;
const MOST_REGISTER = 3;
/** What a register's count of a word is smoothed by. */
const UNSEEN = 0.5;
const UNSEEN_TOTAL = 20_000;

interface CutCorpus {
  /** Trie nodes of the words of each sentence, 0 for what is no word, and END behind each sentence. */
  readonly nodes: Int32Array;
  /** How often each node was met, by register. */
  readonly counts: ReadonlyMap<string, Uint32Array>;
}

function cutCorpus(texts: readonly TopicText[], lexicon: Lexicon): CutCorpus {
  const segmenter = new Segmenter(lexicon);
  const counts = new Map<string, Uint32Array>();
  let nodes = new Int32Array(1 << 20);
  let length = 0;
  for (const { register, read } of texts) {
    const count = counts.get(register) ?? new Uint32Array(lexicon.trie.weights.length);
    counts.set(register, count);
    for (const [sentence] of read().matchAll(/[^。！？\n]+/g)) {
      const cut = segmenter.cut(sentence, 0, sentence.length);
      if (cut.nodes.length < SHORTEST) continue;
      if (length + cut.nodes.length >= nodes.length) {
        const longer = new Int32Array(2 * nodes.length + cut.nodes.length);
        longer.set(nodes);
        nodes = longer;
      }
      for (const node of cut.nodes) {
        if (node > 0) count[node]!++;
        nodes[length++] = node;
      }
      nodes[length++] = END;
    }
  }
  return { nodes: nodes.subarray(0, length), counts };
}

interface Vocabulary {
  /** Node of each word, ascending. */
  readonly nodes: readonly number[];
  readonly counts: readonly number[];
  /** Numbers of the words that each is easily mistaken for, its hard negatives. */
  readonly near: readonly (readonly number[])[];
}

function vocabularyOf(counts: CutCorpus['counts'], minimum: number, sources: Confusions): Vocabulary {
  const { trie } = sources.lexicon;
  const total = new Uint32Array(trie.weights.length);
  for (const count of counts.values()) for (let node = 1; node < total.length; node++) total[node]! += count[node]!;
  const texts = textsOf(sources.lexicon);
  const nodes = [...total.keys()].filter((node) => total[node]! >= minimum);
  const numberOf = new Map(nodes.map((node, number) => [texts[node]!, number]));
  return {
    nodes,
    counts: nodes.map((node) => total[node]!),
    near: nodes.map((node) => nearWords(texts[node]!, numberOf, sources)),
  };
}

/** The text of each node of the trie. */
function textsOf({ trie: { characters, firstChild } }: Lexicon): string[] {
  const texts = [''];
  for (let node = 0; node < characters.length; node++) {
    for (let child = firstChild[node]!; child < firstChild[node + 1]!; child++) {
      texts[child] = texts[node]! + String.fromCharCode(characters[child]!);
    }
  }
  return texts;
}

/** What collections of misspellings give is left out: the judge is tested on them. */
function nearWords(word: string, numberOf: ReadonlyMap<string, number>, { candidates, words }: Confusions): number[] {
  const near = new Set<number>();
  const add = (text: string) => {
    const number = numberOf.get(text);
    if (number !== undefined && text !== word) near.add(number);
  };
  for (let i = 0; i < word.length; i++) {
    const list = candidates.forCharacter(word.charCodeAt(i));
    for (const { text, kind } of word.length === 1 ? list.slice(0, MOST_NEAR_CHARACTERS) : list) {
      if (kind !== 'confusion') add(word.slice(0, i) + text + word.slice(i + 1));
    }
  }
  for (const { text, kind } of words.wordsSoundingLike(word, 0, word.length)) if (kind !== 'confusion') add(text);
  return [...near];
}

interface Vectors {
  readonly contexts: Float32Array;
  readonly targets: Float32Array;
  readonly biases: Float32Array;
}

/** Word numbers by chance, by their count to the power of `NOISE_POWER`. */
function noiseTable(counts: readonly number[]): Uint32Array {
  const table = new Uint32Array(NOISE_TABLE_SIZE);
  const total = counts.reduce((sum, count) => sum + count ** NOISE_POWER, 0);
  let word = 0;
  let sum = counts[0]! ** NOISE_POWER;
  for (let i = 0; i < table.length; i++) {
    while (sum < (total * (i + 0.5)) / table.length && word < counts.length - 1) sum += counts[++word]! ** NOISE_POWER;
    table[i] = word;
  }
  return table;
}

/** For each word the probability that it is not skipped, as word2vec computes it. */
function keepProbabilities(counts: readonly number[], threshold: number): Float64Array {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return Float64Array.from(counts, (count) => {
    const ratio = threshold / (count / total);
    return Math.min(1, Math.sqrt(ratio) + ratio);
  });
}

class Trainer {
  readonly #settings: TopicSettings;
  readonly #near: Vocabulary['near'];
  readonly #random = randomSource(12_345);
  readonly #noise: Uint32Array;
  readonly #keepContext: Float64Array;
  readonly #keepTarget: Float64Array;
  readonly #sum: Float64Array;
  readonly #change: Float64Array;
  readonly #around = new Int32Array(2 * REACH);
  readonly vectors: Vectors;

  constructor({ counts, near }: Vocabulary, settings: TopicSettings) {
    const { size } = settings;
    this.#settings = settings;
    this.#near = near;
    this.#noise = noiseTable(counts);
    this.#keepContext = keepProbabilities(counts, SUBSAMPLING.context);
    this.#keepTarget = keepProbabilities(counts, SUBSAMPLING.target);
    this.#sum = new Float64Array(size);
    this.#change = new Float64Array(size);
    this.vectors = {
      contexts: Float32Array.from({ length: counts.length * size }, () => (this.#random() - 0.5) / size),
      targets: new Float32Array(counts.length * size),
      biases: new Float32Array(counts.length),
    };
  }

  /** @param sentences word numbers, END behind each sentence */
  train(sentences: Int32Array): void {
    const { epochs } = this.#settings;
    for (let epoch = 0; epoch < epochs; epoch++) {
      for (let start = 0; start < sentences.length; ) {
        const end = sentences.indexOf(END, start);
        const done = (epoch + start / sentences.length) / epochs;
        this.#sentence(sentences, start, end, LEARNING_RATE * Math.max(LEAST_RATE_SHARE, 1 - done));
        start = end + 1;
      }
      progress(`topics: ${epoch + 1} of ${epochs} times through`);
    }
  }

  #sentence(sentences: Int32Array, start: number, end: number, rate: number): void {
    for (let at = start; at < end; at++) {
      const word = sentences[at]!;
      if (word < 0 || this.#random() >= this.#keepTarget[word]!) continue;
      const words = this.#sumContext(sentences, Math.max(start, at - REACH), Math.min(end - 1, at + REACH), at);
      if (words > 0) this.#learn(word, words, rate);
    }
  }

  /** Sums up the words around a place, some of the frequent ones left out. @returns how many there are */
  #sumContext(sentences: Int32Array, first: number, last: number, at: number): number {
    const { size } = this.#settings;
    const { contexts } = this.vectors;
    const sum = this.#sum.fill(0);
    let words = 0;
    for (let i = first; i <= last; i++) {
      const word = sentences[i]!;
      if ((i >= at - BESIDE && i <= at + BESIDE) || word < 0 || this.#random() >= this.#keepContext[word]!) continue;
      this.#around[words++] = word;
      const from = word * size;
      for (let d = 0; d < size; d++) sum[d]! += contexts[from + d]!;
    }
    const scale = 1 / Math.sqrt(words);
    for (let d = 0; d < size; d++) sum[d]! *= scale;
    return words;
  }

  #learn(word: number, contextWords: number, rate: number): void {
    const { size, noiseNegatives, hardNegatives } = this.#settings;
    const change = this.#change.fill(0);
    this.#update(word, 1, rate);
    for (let k = 0; k < noiseNegatives; k++) {
      const other = this.#noise[Math.floor(this.#random() * NOISE_TABLE_SIZE)]!;
      if (other !== word) this.#update(other, 0, rate);
    }
    const near = this.#near[word]!;
    if (near.length > 0) {
      for (let k = 0; k < hardNegatives; k++) this.#update(near[Math.floor(this.#random() * near.length)]!, 0, rate);
    }
    const scale = 1 / Math.sqrt(contextWords);
    for (let i = 0; i < contextWords; i++) {
      const from = this.#around[i]! * size;
      for (let d = 0; d < size; d++) this.vectors.contexts[from + d]! += change[d]! * scale;
    }
  }

  /** One step of logistic regression towards `label`. */
  #update(word: number, label: 0 | 1, rate: number): void {
    const { size } = this.#settings;
    const { targets, biases } = this.vectors;
    const sum = this.#sum;
    const change = this.#change;
    const from = word * size;
    let logOdds = biases[word]!;
    for (let d = 0; d < size; d++) logOdds += targets[from + d]! * sum[d]!;
    const error = (label - 1 / (1 + Math.exp(-logOdds))) * rate;
    for (let d = 0; d < size; d++) {
      change[d]! += error * targets[from + d]!;
      targets[from + d]! += error * sum[d]!;
    }
    biases[word]! += error;
  }
}

const toByte = (steps: number) => Math.max(0, Math.min(255, ZERO + Math.round(steps)));

/** Bytes, and the step that one stands for. */
function quantise(values: Float32Array): readonly [Uint8Array, number] {
  let squares = 0;
  for (const value of values) squares += value * value;
  const step = Math.sqrt(squares / values.length) / STEPS_A_DEVIATION;
  return [Uint8Array.from(values, (value) => toByte(value / step)), step];
}

/** For each word and register the logarithm of how much likelier it is there than in an even mixture of all. */
function registerWeights({ nodes }: Vocabulary, counts: CutCorpus['counts']): Uint8Array {
  const registers = [...counts.values()];
  const totals = registers.map((count) => count.reduce((sum, n) => sum + n, UNSEEN_TOTAL));
  const weights = new Uint8Array(nodes.length * registers.length);
  nodes.forEach((node, word) => {
    const shares = registers.map((count, r) => (count[node]! + UNSEEN) / totals[r]!);
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    shares.forEach((share, r) => {
      const weight = Math.max(-MOST_REGISTER, Math.min(MOST_REGISTER, Math.log(share / mean)));
      weights[word * registers.length + r] = toByte(weight / REGISTER_STEP);
    });
  });
  return weights;
}

export function trainTopicModel(texts: readonly TopicText[], sources: Confusions, settings: TopicSettings): Uint8Array {
  const corpus = cutCorpus(texts, sources.lexicon);
  const vocabulary = vocabularyOf(corpus.counts, settings.minimumCount, sources);
  progress(`topics: ${corpus.nodes.length} tokens, vectors for ${vocabulary.nodes.length} words`);
  const numberOf = new Int32Array(sources.lexicon.trie.weights.length).fill(UNKNOWN);
  vocabulary.nodes.forEach((node, number) => {
    numberOf[node] = number;
  });
  const trainer = new Trainer(vocabulary, settings);
  trainer.train(corpus.nodes.map((node) => (node === END ? END : numberOf[node]!)));
  const [contexts, contextStep] = quantise(trainer.vectors.contexts);
  const [targets, targetStep] = quantise(trainer.vectors.targets);
  const known = new Uint32Array(Math.ceil(numberOf.length / 32));
  for (const node of vocabulary.nodes) known[node >>> 5]! |= 1 << (node & 31);
  return packContainer(
    TOPIC_MODEL.kind,
    TOPIC_MODEL.version,
    {
      lexicon: sources.lexicon.checksum,
      candidates: sources.candidates.checksum,
      size: settings.size,
      registers: [...corpus.counts.keys()],
      words: vocabulary.nodes.length,
    },
    {
      known,
      steps: Float32Array.of(contextStep, targetStep),
      contexts,
      targets,
      biases: Uint8Array.from(trainer.vectors.biases, (bias) => toByte(bias / BIAS_STEP)),
      registers: registerWeights(vocabulary, corpus.counts),
    },
  );
}
