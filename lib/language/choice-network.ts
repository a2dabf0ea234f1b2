/**
 * Which of a few characters belongs at a place, read from the characters on both sides: a convolutional network of three
 * layers over the window, of which the middle, and the highest value of each unit on either side, are read. What stands
 * at the place itself is not seen. `tools/train/neural` trains it; how well it does is in docs/evaluation.md.
 */
import type { Container } from './container.ts';

export const CHOICE_NETWORK = { kind: 'choice-network', version: 1 } as const;

/** UTF-16 units that are read on each side. */
export const REACH = 14;
const LENGTH = 2 * REACH + 1;
/** Places in the vocabulary of what is asked for, and of every character that was too rare to be learned. */
const ASKED = 0;
const OTHER = 1;
const FIRST = 2;
/** Units of a layer's kernel. */
const TAPS = 3;
/** The second convolution's kernel has holes of one place. */
const DILATIONS = [1, 2] as const;
/** What is read of the last layer: the middle, its two neighbours, the highest on the left, the highest on the right. */
const VIEWS = 5;

/** What stands where the text has an end. */
const EDGE = 1;
const DIGIT = 0x30;
const LATIN = 0x61;
const BLANK = 0x20;

/** The code unit that stands for it: digits, letters and blanks are one each. */
function foldUnit(code: number): number {
  const ascii = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
  if (ascii >= 0x30 && ascii <= 0x39) return DIGIT;
  if ((ascii >= 0x41 && ascii <= 0x5a) || (ascii >= 0x61 && ascii <= 0x7a)) return LATIN;
  return ascii === 0x3000 || ascii === 0xa0 || ascii === 9 ? BLANK : ascii;
}

/**
 * Fills `units` with the window around `at`: one half with what is on the left, from the place outwards, the other with
 * what is on the right.
 */
export function readWindow(text: string, at: number, units: Uint16Array): void {
  const reach = units.length / 2;
  for (let k = 0; k < reach; k++) {
    units[k] = at - 1 - k >= 0 ? foldUnit(text.charCodeAt(at - 1 - k)) : EDGE;
    units[reach + k] = at + 1 + k < text.length ? foldUnit(text.charCodeAt(at + 1 + k)) : EDGE;
  }
}

/** One byte a weight. */
export function weightsOf(container: Container, name: string): Float32Array {
  const [step] = container.f32(`${name}.step`);
  return Float32Array.from(container.u8(name), (stored) => (stored - 128) * step!);
}

/** Number of each UTF-16 unit in the vocabulary that the networks of a file share. */
export function vocabularyOf(container: Container): Uint16Array {
  const vocabulary = new Uint16Array(65_536).fill(OTHER);
  container.u16('characters').forEach((code, i) => {
    vocabulary[code] = FIRST + i;
  });
  return vocabulary;
}

export class ChoiceNetwork {
  readonly #vocabulary: Uint16Array;
  readonly #width: number;
  readonly #embedded: number;
  readonly #embedding: Float32Array;
  /** Each convolution's weights: by tap, unit read, unit written. */
  readonly #convolutions: readonly Float32Array[];
  readonly #biases: readonly Float32Array[];
  readonly #hidden: Float32Array;
  readonly #hiddenBias: Float32Array;
  readonly #outcome: Float32Array;
  readonly #outcomeBias: Float32Array;
  /** What a character adds to the first layer at each tap; worked out when it is first met. */
  readonly #added: Float32Array;
  readonly #isAdded: Uint8Array;
  readonly #units = new Uint16Array(2 * REACH);
  readonly #layers: readonly [Float32Array, Float32Array, Float32Array];
  readonly #read: Float32Array;
  readonly #inner: Float32Array;

  /** @throws if the file holds no such network */
  constructor(container: Container, vocabulary: Uint16Array) {
    const weights = (name: string) => weightsOf(container, name);
    this.#vocabulary = vocabulary;
    this.#biases = ['first', 'second', 'third'].map((name) => container.f32(`${name}.bias`));
    this.#convolutions = ['first', 'second', 'third'].map(weights);
    this.#embedding = weights('embedding');
    this.#hidden = weights('hidden');
    this.#hiddenBias = container.f32('hidden.bias');
    this.#outcome = weights('outcome');
    this.#outcomeBias = container.f32('outcome.bias');
    this.#width = this.#biases[0]!.length;
    this.#embedded = this.#convolutions[0]!.length / (TAPS * this.#width);
    const size = container.u16('characters').length + FIRST;
    this.#added = new Float32Array(size * TAPS * this.#width);
    this.#isAdded = new Uint8Array(size);
    const layer = () => new Float32Array(LENGTH * this.#width);
    this.#layers = [layer(), layer(), layer()];
    this.#read = new Float32Array(VIEWS * this.#width);
    this.#inner = new Float32Array(this.#hiddenBias.length);
  }

  /** Writes the log-probability, in nats, of each outcome at the place; the unit at `at` is not read. */
  score(text: string, at: number, logProbabilities: Float64Array): void {
    readWindow(text, at, this.#units);
    this.#embed();
    const [first, second, third] = this.#layers;
    this.#convolve(first, second, 1, DILATIONS[0]);
    this.#convolve(second, third, 2, DILATIONS[1]);
    this.#view(third);
    this.#answer(logProbabilities);
  }

  /** The first layer: for each place the sum of what the characters around it add. */
  #embed(): void {
    const width = this.#width;
    const [layer] = this.#layers;
    for (let p = 0; p < LENGTH; p++) layer.set(this.#biases[0]!, p * width);
    for (let p = 0; p < LENGTH; p++) {
      const id = p === REACH ? ASKED : this.#vocabulary[this.#units[p < REACH ? REACH - 1 - p : p - 1]!]!;
      const row = this.#rowOf(id);
      for (let tap = 0; tap < TAPS; tap++) {
        const written = p + 1 - tap;
        if (written < 0 || written >= LENGTH) continue;
        for (let k = 0; k < width; k++) layer[written * width + k]! += this.#added[row + tap * width + k]!;
      }
    }
    for (let i = 0; i < layer.length; i++) if (layer[i]! < 0) layer[i] = 0;
  }

  /** Where in #added the character's rows are. */
  #rowOf(id: number): number {
    const width = this.#width;
    const row = id * TAPS * width;
    if (this.#isAdded[id]) return row;
    this.#isAdded[id] = 1;
    for (let tap = 0; tap < TAPS; tap++) {
      for (let e = 0; e < this.#embedded; e++) {
        const value = this.#embedding[id * this.#embedded + e]!;
        const from = (tap * this.#embedded + e) * width;
        for (let k = 0; k < width; k++)
          this.#added[row + tap * width + k]! += value * this.#convolutions[0]![from + k]!;
      }
    }
    return row;
  }

  /** One more layer: what was there, and what the kernel makes of it where that is more than nothing. */
  #convolve(from: Float32Array, to: Float32Array, number: number, dilation: number): void {
    const width = this.#width;
    const weights = this.#convolutions[number]!;
    for (let p = 0; p < LENGTH; p++) to.set(this.#biases[number]!, p * width);
    for (let p = 0; p < LENGTH; p++) {
      for (let i = 0; i < width; i++) {
        const value = from[p * width + i]!;
        if (value === 0) continue;
        for (let tap = 0; tap < TAPS; tap++) {
          const written = p + (1 - tap) * dilation;
          if (written < 0 || written >= LENGTH) continue;
          const row = (tap * width + i) * width;
          const place = written * width;
          for (let k = 0; k < width; k++) to[place + k]! += value * weights[row + k]!;
        }
      }
    }
    for (let i = 0; i < to.length; i++) to[i] = from[i]! + Math.max(to[i]!, 0);
  }

  #view(layer: Float32Array): void {
    const width = this.#width;
    [REACH, REACH - 1, REACH + 1].forEach((p, view) => {
      for (let k = 0; k < width; k++) this.#read[view * width + k] = layer[p * width + k]!;
    });
    for (let k = 0; k < width; k++) {
      let [left, right] = [0, 0];
      for (let p = 0; p < REACH; p++) left = Math.max(left, layer[p * width + k]!);
      for (let p = REACH + 1; p < LENGTH; p++) right = Math.max(right, layer[p * width + k]!);
      this.#read[3 * width + k] = left;
      this.#read[4 * width + k] = right;
    }
  }

  #answer(logProbabilities: Float64Array): void {
    const inner = this.#inner;
    inner.set(this.#hiddenBias);
    for (let i = 0; i < this.#read.length; i++) {
      const value = this.#read[i]!;
      if (value === 0) continue;
      for (let k = 0; k < inner.length; k++) inner[k]! += value * this.#hidden[i * inner.length + k]!;
    }
    const count = this.#outcomeBias.length;
    let highest = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < count; k++) {
      let score = this.#outcomeBias[k]!;
      for (let i = 0; i < inner.length; i++) if (inner[i]! > 0) score += inner[i]! * this.#outcome[i * count + k]!;
      logProbabilities[k] = score;
      highest = Math.max(highest, score);
    }
    let sum = 0;
    for (let k = 0; k < count; k++) sum += Math.exp(logProbabilities[k]! - highest);
    for (let k = 0; k < count; k++) logProbabilities[k]! -= highest + Math.log(sum);
  }
}
