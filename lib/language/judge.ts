/** The judge: gradient-boosted decision trees over the features of an alternative. */
import { Container } from './container.ts';

export const JUDGE = { kind: 'judge', version: 1 } as const;

export class Judge {
  readonly container: Container;
  readonly #bias: number;
  /** Node number of each tree's root. */
  readonly #roots: Uint32Array;
  /** Feature that a node asks about; LEAF for a leaf. */
  readonly #feature: Uint8Array;
  /** Threshold of a node, value of a leaf. */
  readonly #value: Float32Array;
  /** The child for values above the threshold; the other one follows its parent. */
  readonly #above: Uint16Array;

  /** @throws if the buffer is not a judge */
  constructor(buffer: ArrayBuffer) {
    const file = new Container(buffer, JUDGE.kind, JUDGE.version);
    this.container = file;
    this.#bias = file.f32('bias')[0]!;
    this.#roots = file.u32('roots');
    this.#feature = file.u8('feature');
    this.#value = file.f32('value');
    this.#above = file.u16('above');
  }

  /** Probability in 0…1 that the alternative is what was meant. */
  probability(features: Float32Array): number {
    let sum = this.#bias;
    for (const root of this.#roots) {
      let node = root;
      while (this.#feature[node] !== LEAF) {
        const isAbove = features[this.#feature[node]!]! > this.#value[node]!;
        node = isAbove ? root + this.#above[node]! : node + 1;
      }
      sum += this.#value[node]!;
    }
    return 1 / (1 + Math.exp(-sum));
  }
}

export const LEAF = 255;
