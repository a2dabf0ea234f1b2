/**
 * Where 的 is beyond doubt, from the few characters next to it: a network with one hidden layer, for all those places that
 * need no larger one. It has learned from the larger one (tools/train/neural/particles.py).
 */
import { readWindow, weightsOf } from './choice-network.ts';
import type { Container } from './container.ts';

/** UTF-16 units that are read on each side. */
const NEAR = 5;

export class NearNetwork {
  readonly #vocabulary: Uint16Array;
  readonly #embedding: Float32Array;
  readonly #hidden: Float32Array;
  readonly #hiddenBias: Float32Array;
  /** Weights of the answer, its bias behind them. */
  readonly #plain: Float32Array;
  /** Log-odds of 的, in nats, from which nothing else is thought of. */
  readonly #least: number;
  readonly #inner: Float32Array;
  readonly #units = new Uint16Array(2 * NEAR);

  /** @throws if the file holds no such network */
  constructor(container: Container, vocabulary: Uint16Array) {
    this.#vocabulary = vocabulary;
    this.#embedding = weightsOf(container, 'near.embedding');
    this.#hidden = weightsOf(container, 'near.hidden');
    this.#hiddenBias = container.f32('near.hidden.bias');
    this.#plain = weightsOf(container, 'near.plain');
    this.#least = container.f32('near.least')[0]!;
    this.#inner = new Float32Array(this.#hiddenBias.length);
  }

  /** Whether nothing but 的 comes into question at the place; the unit at `at` is not read. */
  isPlain(text: string, at: number): boolean {
    const inner = this.#inner;
    const count = inner.length;
    const embedded = this.#hidden.length / (this.#units.length * count);
    readWindow(text, at, this.#units);
    inner.set(this.#hiddenBias);
    for (let place = 0; place < this.#units.length; place++) {
      const row = this.#vocabulary[this.#units[place]!]! * embedded;
      for (let e = 0; e < embedded; e++) {
        const value = this.#embedding[row + e]!;
        const from = (place * embedded + e) * count;
        for (let k = 0; k < count; k++) inner[k]! += value * this.#hidden[from + k]!;
      }
    }
    let logOdds = this.#plain[count]!;
    for (let k = 0; k < count; k++) if (inner[k]! > 0) logOdds += inner[k]! * this.#plain[k]!;
    return logOdds > this.#least;
  }
}
