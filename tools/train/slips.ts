/** Trains the judge of slips, on sentences in which some were planted. */
import { applyFixes } from '../../lib/engine/fix.ts';
import type { Provenance } from '../../lib/language/container.ts';
import type { LanguageSources } from '../../lib/language/corrector.ts';
import { slipFeatures } from '../../lib/language/slip-features.ts';
import { SLIP_KINDS } from '../../lib/language/slips.ts';
import {
  type BoostingSettings,
  type Examples,
  packExamples,
  packTrees,
  randomSource,
  trainEnsemble,
} from './boosting.ts';
import type { WeightedPair } from './judge.ts';
import { isHan, type Pair } from './planting.ts';
import { progress } from './progress.ts';

const SLIPS: BoostingSettings = {
  trees: 150,
  leaves: 16,
  learningRate: 0.08,
  lambda: 2,
  minimumWeight: 3,
  subsample: 0.7,
  featureShare: 0.5,
};
/** Slips are far rarer in text than among the planted: each counts for so much. */
const SLIP_WEIGHT = 0.4;
/** Slips that are planted in each sentence, one at a time. */
const PLANTED = 2;
const CLEAN_WEIGHT = 1;

/** The sentence with one slip; undefined where none fell on Chinese characters. */
function plantSlip(right: string, random: () => number): Pair | undefined {
  const kind = SLIP_KINDS[Math.floor(random() * SLIP_KINDS.length)]!;
  const at = 1 + Math.floor(random() * (right.length - 2));
  if (!isHan(right, at) || !isHan(right, at + 1) || right[at] === right[at + 1]) return undefined;
  const [before, rest] = [right.slice(0, at), right.slice(at + 2)];
  if (kind === 'exchanged') return { wrong: before + right[at + 1] + right[at] + rest, right };
  if (kind === 'missing') return { wrong: before + right.slice(at + 1), right };
  // What slips in is mostly typed near by: a character of the same sentence.
  const other = right[Math.floor(random() * right.length)]!;
  if (!isHan(other, 0) || other === right[at] || other === right[at + 1]) return undefined;
  return { wrong: before + right[at] + other + right[at + 1] + rest, right };
}

/** @param pairs sentences without slips, right or misspelt; slips are planted in the right ones */
function slipExamples(pairs: readonly WeightedPair[]): Examples {
  const random = randomSource(23);
  const rows: Float32Array[] = [];
  const labels: number[] = [];
  const weights: number[] = [];
  const learn = (wrong: string, right: string | undefined, from: LanguageSources) => {
    const doubts = from.doubt(wrong);
    const slips = from.slipFinder.find(doubts);
    if (slips.length === 0) return;
    rows.push(...slipFeatures(wrong, slips, from.proposer.propose(doubts), from));
    for (const { start, end, text } of slips) {
      const isRight = right !== undefined && applyFixes(wrong, [{ range: [start, end], text }]) === right;
      labels.push(isRight ? 1 : 0);
      weights.push(isRight ? SLIP_WEIGHT : CLEAN_WEIGHT);
    }
  };
  for (const pair of pairs) if (pair.wrong.length === pair.right.length) learn(pair.wrong, undefined, pair.sources);
  const right = new Map(pairs.map((pair) => [pair.right, pair.sources]));
  for (let round = 0; round < PLANTED; round++) {
    for (const [sentence, sources] of right) {
      const planted = sentence.length > 4 ? plantSlip(sentence, random) : undefined;
      if (planted) learn(planted.wrong, planted.right, sources);
    }
  }
  return packExamples(rows, labels, weights);
}

export function trainSlips(pairs: readonly WeightedPair[], provenance: Provenance): Uint8Array {
  const examples = slipExamples(pairs);
  progress(`${examples.size} slips`);
  return packTrees(trainEnsemble(examples, SLIPS), { ...provenance, slips: examples.size });
}
