/**
 * Words and parts of speech as LAC sees them: the network of Baidu's lexical analysis (two bidirectional layers of gated
 * recurrent units, a linear-chain CRF on top), read from the files that jieba ships in jieba/lac_small. It is too slow
 * for a browser; here it tags the text that the word model is counted on.
 *
 * Source: Z. Jiao, S. Sun, K. Sun, Chinese Lexical Analysis with Deep Bi-GRU-CRF Network, arXiv:1807.01882.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Size of an embedding and of a hidden state. */
const SIZE = 128;
const GATES = 2 * SIZE;
const INPUTS = 3 * SIZE;

export interface TaggedWord {
  readonly text: string;
  readonly tag: string;
}

interface Direction {
  readonly input: Float64Array;
  readonly inputBias: Float64Array;
  /** SIZE × GATES: update, then reset. */
  readonly gates: Float64Array;
  /** SIZE × SIZE. */
  readonly candidate: Float64Array;
}

export class LexicalAnalysis {
  readonly #ids: ReadonlyMap<string, number>;
  readonly #unknown: number;
  readonly #labels: readonly string[];
  readonly #embedding: Float64Array;
  readonly #layers: readonly (readonly [forward: Direction, backward: Direction])[];
  readonly #emission: Float64Array;
  readonly #emissionBias: Float64Array;
  readonly #crf: Float64Array;

  /** @param folder jieba/lac_small. @throws if a file is missing */
  constructor(folder: string) {
    const pairs = (name: string) =>
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => line.split('\t') as [string, string]);
    this.#ids = new Map(pairs('word.dic').map(([id, character]) => [character, Number(id)]));
    this.#unknown = this.#ids.get('OOV')!;
    this.#labels = pairs('tag.dic').map(([, label]) => label);
    const parameter = (name: string) => readParameter(join(folder, 'model_baseline', name));
    this.#embedding = parameter('word_emb');
    const direction = (n: number): Direction => {
      const weights = parameter(`gru_${n}.w_0`);
      const bias = parameter(`gru_${n}.b_0`);
      return {
        input: parameter(`fc_${n}.w_0`),
        inputBias: parameter(`fc_${n}.b_0`).map((value, i) => value + bias[i]!),
        gates: weights.subarray(0, SIZE * GATES),
        candidate: weights.subarray(SIZE * GATES),
      };
    };
    this.#layers = [
      [direction(0), direction(1)],
      [direction(2), direction(3)],
    ];
    this.#emission = parameter('fc_4.w_0');
    this.#emissionBias = parameter('fc_4.b_0');
    this.#crf = parameter('crfw');
  }

  /** Tags sentences together, which is quicker than one by one. They must not be empty. */
  tag(sentences: readonly string[]): TaggedWord[][] {
    const order = sentences.map((_, i) => i).sort((a, b) => sentences[b]!.length - sentences[a]!.length || a - b);
    const sorted = order.map((i) => [...sentences[i]!]);
    const starts: number[] = [];
    let rows = 0;
    for (const { length } of sorted) {
      starts.push(rows);
      rows += length;
    }
    let input: Float64Array = new Float64Array(rows * SIZE);
    let row = 0;
    for (const characters of sorted) {
      for (const character of characters) {
        const id = this.#ids.get(character) ?? this.#unknown;
        input.set(this.#embedding.subarray(id * SIZE, (id + 1) * SIZE), SIZE * row++);
      }
    }
    const lengths = sorted.map(({ length }) => length);
    for (const [forward, backward] of this.#layers) {
      const output = new Float64Array(rows * 2 * SIZE);
      recur(forward, input, rows, starts, lengths, false, output, 0);
      recur(backward, input, rows, starts, lengths, true, output, SIZE);
      input = output;
    }
    const labels = this.#labels.length;
    const emissions = new Float64Array(rows * labels);
    for (let r = 0; r < rows; r++) emissions.set(this.#emissionBias, r * labels);
    multiply(input, rows, 2 * SIZE, this.#emission, labels, emissions);
    const tagged: TaggedWord[][] = [];
    order.forEach((original, i) => {
      tagged[original] = this.#words(sorted[i]!, emissions.subarray(starts[i]! * labels));
    });
    return tagged;
  }

  /** The best path through the CRF. Its weights are those of the start, those of the end, and the transitions. */
  #words(characters: readonly string[], emissions: Float64Array): TaggedWord[] {
    const labels = this.#labels.length;
    const crf = this.#crf;
    const from = new Uint8Array(characters.length * labels);
    let scores = new Float64Array(labels);
    for (let label = 0; label < labels; label++) scores[label] = crf[label]! + emissions[label]!;
    for (let at = 1; at < characters.length; at++) {
      const next = new Float64Array(labels);
      for (let label = 0; label < labels; label++) {
        let best = 0;
        for (let before = 1; before < labels; before++) {
          if (
            scores[before]! + crf[(before + 2) * labels + label]! >
            scores[best]! + crf[(best + 2) * labels + label]!
          ) {
            best = before;
          }
        }
        from[at * labels + label] = best;
        next[label] = scores[best]! + crf[(best + 2) * labels + label]! + emissions[at * labels + label]!;
      }
      scores = next;
    }
    let label = 0;
    for (let last = 1; last < labels; last++) {
      if (scores[last]! + crf[labels + last]! > scores[label]! + crf[labels + label]!) label = last;
    }
    const words: TaggedWord[] = [];
    let end = characters.length;
    for (let at = characters.length - 1; at >= 0; at--) {
      const [tag = '', place] = this.#labels[label]!.split('-');
      if (place !== 'I' || at === 0) {
        words.push({ text: characters.slice(at, end).join(''), tag });
        end = at;
      }
      label = from[at * labels + label]!;
    }
    return words.reverse();
  }
}

/** A parameter as Paddle stores it: versions and levels (16 bytes), length of a description, this, then the numbers. */
function readParameter(path: string): Float64Array {
  const bytes = readFileSync(path);
  const start = 20 + bytes.readInt32LE(16);
  return Float64Array.from({ length: (bytes.length - start) / 4 }, (_, i) => bytes.readFloatLE(start + 4 * i));
}

/** out += a × b; a is rows × inner, b inner × columns; inner is a multiple of four. */
function multiply(a: Float64Array, rows: number, inner: number, b: Float64Array, columns: number, out: Float64Array) {
  let r = 0;
  // Two rows and four columns of `a` at a time: what is loaded is used as often as registers allow.
  for (; r + 2 <= rows; r += 2) {
    for (let k = 0; k < inner; k += 4) {
      const at = r * inner + k;
      const below = at + inner;
      const [a0, a1, a2, a3] = [a[at]!, a[at + 1]!, a[at + 2]!, a[at + 3]!];
      const [c0, c1, c2, c3] = [a[below]!, a[below + 1]!, a[below + 2]!, a[below + 3]!];
      let w0 = k * columns;
      let w1 = w0 + columns;
      let w2 = w1 + columns;
      let w3 = w2 + columns;
      const end = (r + 1) * columns;
      for (let o = r * columns, p = end; o < end; o++, p++) {
        const [b0, b1, b2, b3] = [b[w0++]!, b[w1++]!, b[w2++]!, b[w3++]!];
        out[o] = out[o]! + a0 * b0 + a1 * b1 + a2 * b2 + a3 * b3;
        out[p] = out[p]! + c0 * b0 + c1 * b1 + c2 * b2 + c3 * b3;
      }
    }
  }
  for (; r < rows; r++) {
    for (let k = 0; k < inner; k++) {
      const value = a[r * inner + k]!;
      for (let c = 0; c < columns; c++) out[r * columns + c]! += value * b[k * columns + c]!;
    }
  }
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** One direction of one layer over sentences that stand longest first; writes SIZE numbers a row from `column` on. */
function recur(
  { input, inputBias, gates, candidate }: Direction,
  rowsIn: Float64Array,
  rows: number,
  starts: readonly number[],
  lengths: readonly number[],
  backward: boolean,
  out: Float64Array,
  column: number,
): void {
  const x = new Float64Array(rows * INPUTS);
  for (let r = 0; r < rows; r++) x.set(inputBias, r * INPUTS);
  multiply(rowsIn, rows, rowsIn.length / rows, input, INPUTS, x);
  const hidden = new Float64Array(lengths.length * SIZE);
  const gate = new Float64Array(lengths.length * GATES);
  const reset = new Float64Array(lengths.length * SIZE);
  const next = new Float64Array(lengths.length * SIZE);
  let active = lengths.length;
  for (let step = 0; step < lengths[0]!; step++) {
    while (lengths[active - 1]! <= step) active--;
    gate.fill(0, 0, active * GATES);
    next.fill(0, 0, active * SIZE);
    multiply(hidden, active, SIZE, gates, GATES, gate);
    for (let b = 0; b < active; b++) {
      const at = INPUTS * (starts[b]! + (backward ? lengths[b]! - 1 - step : step));
      for (let i = 0; i < SIZE; i++) {
        gate[b * GATES + i] = sigmoid(gate[b * GATES + i]! + x[at + i]!);
        reset[b * SIZE + i] = hidden[b * SIZE + i]! * sigmoid(gate[b * GATES + SIZE + i]! + x[at + SIZE + i]!);
      }
    }
    multiply(reset, active, SIZE, candidate, SIZE, next);
    for (let b = 0; b < active; b++) {
      const row = starts[b]! + (backward ? lengths[b]! - 1 - step : step);
      for (let i = 0; i < SIZE; i++) {
        const update = gate[b * GATES + i]!;
        const value = Math.tanh(next[b * SIZE + i]! + x[row * INPUTS + GATES + i]!);
        hidden[b * SIZE + i] = (1 - update) * hidden[b * SIZE + i]! + update * value;
        out[row * 2 * SIZE + column + i] = hidden[b * SIZE + i]!;
      }
    }
  }
}
