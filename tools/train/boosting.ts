/**
 * Gradient boosting of decision trees for the logistic loss (Friedman 2001), with second-order leaf values and binned
 * features as in XGBoost and LightGBM, grown leaf by leaf. Deterministic for equal input.
 */

import { type Provenance, packContainer } from '../../lib/language/container.ts';
import { LEAF, TREES } from '../../lib/language/trees.ts';

export interface BoostingSettings {
  readonly trees: number;
  readonly leaves: number;
  readonly learningRate: number;
  /** L2 penalty on leaf values. */
  readonly lambda: number;
  /** The least sum of second derivatives in a leaf. */
  readonly minimumWeight: number;
  /** Share of the examples, and of the features, that each tree sees. */
  readonly subsample: number;
  readonly featureShare: number;
}

export interface Examples {
  readonly size: number;
  /** Row after row. */
  readonly features: Float32Array;
  readonly featureCount: number;
  readonly labels: Uint8Array;
  readonly weights: Float32Array;
}

/** Examples from a row of features, a label and a weight for each. */
export function packExamples(
  rows: readonly Float32Array[],
  labels: readonly number[],
  weights: readonly number[],
): Examples {
  const featureCount = rows[0]!.length;
  const features = new Float32Array(rows.length * featureCount);
  rows.forEach((row, i) => {
    features.set(row, i * featureCount);
  });
  return {
    size: rows.length,
    features,
    featureCount,
    labels: Uint8Array.from(labels),
    weights: Float32Array.from(weights),
  };
}

export function joinExamples(parts: readonly Examples[]): Examples {
  const join = (arrays: readonly Float32Array[]) => {
    const joined = new Float32Array(arrays.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const array of arrays) {
      joined.set(array, at);
      at += array.length;
    }
    return joined;
  };
  return {
    size: parts.reduce((sum, { size }) => sum + size, 0),
    features: join(parts.map(({ features }) => features)),
    featureCount: parts[0]!.featureCount,
    labels: Uint8Array.from(parts.flatMap(({ labels }) => [...labels])),
    weights: join(parts.map(({ weights }) => weights)),
  };
}

export function examplesWhere(examples: Examples, isKept: (row: number) => boolean): Examples {
  const { size, features, featureCount, labels, weights } = examples;
  const rows = Array.from({ length: size }, (_, row) => row).filter(isKept);
  const kept = new Float32Array(rows.length * featureCount);
  rows.forEach((row, i) => {
    kept.set(features.subarray(row * featureCount, (row + 1) * featureCount), i * featureCount);
  });
  return {
    size: rows.length,
    features: kept,
    featureCount,
    labels: Uint8Array.from(rows, (row) => labels[row]!),
    weights: Float32Array.from(rows, (row) => weights[row]!),
  };
}

export interface TreeNode {
  /** −1 for a leaf. */
  readonly feature: number;
  /** Threshold, or value of a leaf. */
  readonly value: number;
  readonly below?: TreeNode;
  readonly above?: TreeNode;
}

export interface Ensemble {
  readonly bias: number;
  readonly trees: readonly TreeNode[];
}

const BINS = 64;
/** Bins of one feature, side by side: one edge more than quantiles may be put before them. */
const STRIDE = BINS + 1;

/** A small generator of repeatable random numbers in 0…1 (mulberry32). */
export function randomSource(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** For each feature the thresholds between its bins, from its quantiles. */
function binEdges({ size, features, featureCount }: Examples): Float32Array[] {
  return Array.from({ length: featureCount }, (_, feature) => {
    const values = new Float32Array(size);
    for (let row = 0; row < size; row++) values[row] = features[row * featureCount + feature]!;
    values.sort();
    const edges: number[] = [];
    for (let bin = 1; bin < BINS; bin++) {
      const at = Math.floor((bin * size) / BINS);
      if (at === 0 || values[at] === values[size - 1]) continue;
      if (edges.length === 0 || values[at]! > edges[edges.length - 1]!) edges.push(values[at]!);
    }
    // The quantiles miss what is rare: the least value deserves a bin of its own.
    if (values[0]! < values[size - 1]! && (edges.length === 0 || edges[0]! > values[0]!)) edges.unshift(values[0]!);
    return Float32Array.from(edges);
  });
}

function binExamples({ size, features, featureCount }: Examples, edges: readonly Float32Array[]): Uint8Array {
  const bins = new Uint8Array(size * featureCount);
  for (let row = 0; row < size; row++) {
    for (let feature = 0; feature < featureCount; feature++) {
      const value = features[row * featureCount + feature]!;
      const thresholds = edges[feature]!;
      let low = 0;
      let high = thresholds.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (value > thresholds[middle]!) low = middle + 1;
        else high = middle;
      }
      bins[row * featureCount + feature] = low;
    }
  }
  return bins;
}

interface Split {
  readonly gain: number;
  readonly feature: number;
  readonly bin: number;
}

/** Sums of the first and second derivatives of a leaf's rows, by feature and bin. */
interface Histogram {
  readonly gradients: Float64Array;
  readonly hessians: Float64Array;
}

interface GrowingLeaf {
  readonly rows: Uint32Array;
  readonly histogram: Histogram;
  readonly gradient: number;
  readonly hessian: number;
  readonly split: Split | undefined;
  below?: GrowingLeaf;
  above?: GrowingLeaf;
}

class TreeGrower {
  readonly #bins: Uint8Array;
  readonly #edges: readonly Float32Array[];
  readonly #featureCount: number;
  readonly #settings: BoostingSettings;
  readonly #gradients: Float64Array;
  readonly #hessians: Float64Array;
  #features: number[] = [];

  constructor(
    bins: Uint8Array,
    edges: readonly Float32Array[],
    gradients: Float64Array,
    hessians: Float64Array,
    settings: BoostingSettings,
  ) {
    this.#bins = bins;
    this.#edges = edges;
    this.#featureCount = edges.length;
    this.#gradients = gradients;
    this.#hessians = hessians;
    this.#settings = settings;
  }

  grow(rows: Uint32Array, features: number[]): TreeNode {
    this.#features = features;
    const root = this.#leaf(rows, this.#histogram(rows));
    const leaves = [root];
    while (leaves.length < this.#settings.leaves) {
      let best = 0;
      for (let i = 1; i < leaves.length; i++)
        if ((leaves[i]!.split?.gain ?? 0) > (leaves[best]!.split?.gain ?? 0)) best = i;
      const leaf = leaves[best]!;
      if (!leaf.split || leaf.split.gain <= 0) break;
      const { feature, bin } = leaf.split;
      const isBelow = (row: number) => this.#bins[row * this.#featureCount + feature]! <= bin;
      const below = leaf.rows.filter(isBelow);
      const above = leaf.rows.filter((row) => !isBelow(row));
      // Only the smaller part is counted; the other is what is left.
      const isSmallBelow = below.length <= above.length;
      const small = this.#histogram(isSmallBelow ? below : above);
      const large = difference(leaf.histogram, small);
      leaf.below = this.#leaf(below, isSmallBelow ? small : large);
      leaf.above = this.#leaf(above, isSmallBelow ? large : small);
      leaves.splice(best, 1, leaf.below, leaf.above);
    }
    return this.#finish(root);
  }

  #finish({ split, below, above, gradient, hessian }: GrowingLeaf): TreeNode {
    if (!split || !below || !above) {
      const value = (-gradient / (hessian + this.#settings.lambda)) * this.#settings.learningRate;
      return { feature: -1, value };
    }
    const value = this.#edges[split.feature]![split.bin]!;
    return { feature: split.feature, value, below: this.#finish(below), above: this.#finish(above) };
  }

  #histogram(rows: Uint32Array): Histogram {
    const features = Uint16Array.from(this.#features);
    const gradients = new Float64Array(features.length * STRIDE);
    const hessians = new Float64Array(features.length * STRIDE);
    for (const row of rows) {
      const gradient = this.#gradients[row]!;
      const hessian = this.#hessians[row]!;
      const from = row * this.#featureCount;
      for (let k = 0; k < features.length; k++) {
        const cell = k * STRIDE + this.#bins[from + features[k]!]!;
        gradients[cell]! += gradient;
        hessians[cell]! += hessian;
      }
    }
    return { gradients, hessians };
  }

  #leaf(rows: Uint32Array, histogram: Histogram): GrowingLeaf {
    let gradient = 0;
    let hessian = 0;
    for (const row of rows) {
      gradient += this.#gradients[row]!;
      hessian += this.#hessians[row]!;
    }
    return { rows, histogram, gradient, hessian, split: this.#bestSplit(histogram, gradient, hessian) };
  }

  #bestSplit({ gradients, hessians }: Histogram, gradient: number, hessian: number): Split | undefined {
    const { lambda, minimumWeight } = this.#settings;
    if (hessian < 2 * minimumWeight) return undefined;
    const parent = gradient ** 2 / (hessian + lambda);
    let best: Split | undefined;
    this.#features.forEach((feature, k) => {
      let below = 0;
      let belowWeight = 0;
      for (let bin = 0; bin < this.#edges[feature]!.length; bin++) {
        below += gradients[k * STRIDE + bin]!;
        belowWeight += hessians[k * STRIDE + bin]!;
        if (belowWeight < minimumWeight || hessian - belowWeight < minimumWeight) continue;
        const aboveGradient = gradient - below;
        const gain =
          below ** 2 / (belowWeight + lambda) + aboveGradient ** 2 / (hessian - belowWeight + lambda) - parent;
        if (gain > (best?.gain ?? 0)) best = { gain, feature, bin };
      }
    });
    return best;
  }
}

const difference = (all: Histogram, part: Histogram): Histogram => ({
  gradients: all.gradients.map((sum, i) => sum - part.gradients[i]!),
  hessians: all.hessians.map((sum, i) => sum - part.hessians[i]!),
});

const leafValue = (root: TreeNode, features: Float32Array, offset: number): number => {
  let node = root;
  while (node.below && node.above) node = features[offset + node.feature]! > node.value ? node.above : node.below;
  return node.value;
};

export function trainEnsemble(examples: Examples, settings: BoostingSettings): Ensemble {
  const { size, features, featureCount, labels, weights } = examples;
  const edges = binEdges(examples);
  const bins = binExamples(examples, edges);
  const gradients = new Float64Array(size);
  const hessians = new Float64Array(size);
  const grower = new TreeGrower(bins, edges, gradients, hessians, settings);
  const random = randomSource(20260101);
  let positive = 0;
  let total = 0;
  for (let row = 0; row < size; row++) {
    positive += labels[row]! * weights[row]!;
    total += weights[row]!;
  }
  const bias = Math.log(positive / (total - positive));
  const sums = new Float64Array(size).fill(bias);
  const trees: TreeNode[] = [];
  for (let t = 0; t < settings.trees; t++) {
    for (let row = 0; row < size; row++) {
      const probability = 1 / (1 + Math.exp(-sums[row]!));
      gradients[row] = (probability - labels[row]!) * weights[row]!;
      hessians[row] = Math.max(1e-6, probability * (1 - probability)) * weights[row]!;
    }
    const rows = new Uint32Array(size).map((_, row) => row).filter(() => random() < settings.subsample);
    const chosen = Array.from({ length: featureCount }, (_, i) => i).filter(() => random() < settings.featureShare);
    const tree = grower.grow(rows, chosen);
    trees.push(tree);
    for (let row = 0; row < size; row++) sums[row]! += leafValue(tree, features, row * featureCount);
  }
  return { bias, trees };
}

export function predict({ bias, trees }: Ensemble, features: Float32Array, offset = 0): number {
  let sum = bias;
  for (const tree of trees) sum += leafValue(tree, features, offset);
  return 1 / (1 + Math.exp(-sum));
}

/**
 * The ensemble in the form that lib/language/trees.ts reads: each tree's nodes in preorder.
 * @param names of the features
 */
export function packTrees({ bias, trees }: Ensemble, names: readonly string[], provenance: Provenance): Uint8Array {
  const roots: number[] = [];
  const feature: number[] = [];
  const value: number[] = [];
  const above: number[] = [];
  const write = (node: TreeNode, root: number) => {
    const at = feature.length;
    feature.push(node.below ? node.feature : LEAF);
    value.push(node.value);
    above.push(0);
    if (!node.below || !node.above) return;
    write(node.below, root);
    above[at] = feature.length - root;
    write(node.above, root);
  };
  for (const tree of trees) {
    roots.push(feature.length);
    write(tree, feature.length);
  }
  return packContainer(
    TREES.kind,
    TREES.version,
    { ...provenance, features: names },
    {
      bias: Float32Array.of(bias),
      roots: Uint32Array.from(roots),
      feature: Uint8Array.from(feature),
      value: Float32Array.from(value),
      above: Uint16Array.from(above),
    },
  );
}
