import { describe, expect, it } from 'vitest';
import { DecisionTrees } from '../../../lib/language/trees.ts';
import { type Examples, packTrees, predict, randomSource, trainEnsemble } from '../../../tools/train/boosting.ts';

const SETTINGS = {
  trees: 60,
  leaves: 6,
  learningRate: 0.2,
  lambda: 1,
  minimumWeight: 1,
  subsample: 0.8,
  featureShare: 1,
};

/** Right where exactly one of two values is high: no single feature tells. The third is noise. */
function exclusiveOr(size: number): Examples {
  const random = randomSource(3);
  const features = Float32Array.from({ length: size * 3 }, random);
  const labels = Uint8Array.from({ length: size }, (_, row) =>
    features[row * 3]! > 0.5 !== features[row * 3 + 1]! > 0.5 ? 1 : 0,
  );
  return { size, features, featureCount: 3, labels, weights: new Float32Array(size).fill(1) };
}

const NAMES = ['first', 'second', 'third'];

describe('boosting', () => {
  const examples = exclusiveOr(2000);
  const ensemble = trainEnsemble(examples, SETTINGS);

  it('learns what only two features together tell', () => {
    const fresh = exclusiveOr(500);
    let right = 0;
    for (let row = 0; row < fresh.size; row++) {
      if (predict(ensemble, fresh.features, row * 3) > 0.5 === (fresh.labels[row] === 1)) right++;
    }
    expect(right / fresh.size).toBeGreaterThan(0.95);
  });

  it('is packed without loss, the same to the byte each time', () => {
    const file = packTrees(ensemble, NAMES, {});
    const judge = new DecisionTrees(file.buffer as ArrayBuffer, NAMES);
    for (let row = 0; row < 50; row++) {
      const features = examples.features.slice(row * 3, row * 3 + 3);
      expect(judge.probability(features)).toBeCloseTo(predict(ensemble, features), 5);
    }
    expect(() => new DecisionTrees(file.buffer as ArrayBuffer, [...NAMES].reverse())).toThrow(/other features/);
    expect(Buffer.compare(packTrees(trainEnsemble(examples, SETTINGS), NAMES, {}), file)).toBe(0);
  });
});
