/** Gradient-boosted decision trees at work, as `tools/train/boosting.ts` makes them. */
import { Container } from './container.ts';

export const TREES = { kind: 'decision-trees', version: 1 } as const;

export interface Classifier {
  /** Probability in 0…1 that what the features describe is of the kind looked for. */
  probability(features: Float32Array): number;
}

export class DecisionTrees implements Classifier {
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

  /**
   * @param names of the features, in the order in which they are handed over
   * @throws if the buffer holds no decision trees, or trees that have learned from other features
   */
  constructor(buffer: ArrayBuffer, names: readonly string[]) {
    const file = new Container(buffer, TREES.kind, TREES.version);
    const learned = file.provenance.features as readonly string[];
    if (learned.join() !== names.join()) throw new Error(`the trees have learned from other features: ${learned}`);
    this.container = file;
    this.#bias = file.f32('bias')[0]!;
    this.#roots = file.u32('roots');
    this.#feature = file.u8('feature');
    this.#value = file.f32('value');
    this.#above = file.u16('above');
  }

  probability(features: Float32Array): number {
    const feature = this.#feature;
    const value = this.#value;
    const above = this.#above;
    let sum = this.#bias;
    for (let tree = 0; tree < this.#roots.length; tree++) {
      const root = this.#roots[tree]!;
      let node = root;
      for (let asked = feature[node]!; asked !== LEAF; asked = feature[node]!) {
        node = features[asked]! > value[node]! ? root + above[node]! : node + 1;
      }
      sum += value[node]!;
    }
    return 1 / (1 + Math.exp(-sum));
  }
}

export const LEAF = 255;
