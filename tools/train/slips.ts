/** Trains the judge of slips, on sentences in which some were planted. */
import { applyFixes } from '../../lib/engine/fix.ts';
import type { LanguageSources } from '../../lib/language/corrector.ts';
import { slipFeatures } from '../../lib/language/slip-features.ts';
import { SLIP_KINDS } from '../../lib/language/slips.ts';
import { type BoostingSettings, packExamples, randomSource } from './boosting.ts';
import { foldOf } from './halves.ts';
import type { FoldedExamples, WeightedPair } from './judge.ts';
import { isHan, type Pair } from './planting.ts';

export const SLIPS: BoostingSettings = {
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
const CLEAN_WEIGHT = 1;
/** One in so many sentences teaches enough. */
const SHARE = 2;

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
export function slipExamples(pairs: readonly WeightedPair[], sources: LanguageSources): FoldedExamples {
  const random = randomSource(23);
  const rows: Float32Array[] = [];
  const labels: number[] = [];
  const weights: number[] = [];
  const folds: number[] = [];
  /** @param fold that of the sentence as it was meant */
  const learn = (wrong: string, right: string | undefined, fold: number) => {
    const doubts = sources.doubt(wrong);
    const slips = sources.slipFinder.find(doubts);
    if (slips.length === 0) return;
    rows.push(...slipFeatures(wrong, slips, sources.propose(doubts), sources));
    for (const { start, end, text } of slips) {
      const isRight = right !== undefined && applyFixes(wrong, [{ range: [start, end], text }]) === right;
      labels.push(isRight ? 1 : 0);
      weights.push(isRight ? SLIP_WEIGHT : CLEAN_WEIGHT);
      folds.push(fold);
    }
  };
  const some = pairs.filter((_, number) => number % SHARE === 0);
  for (const { wrong, right } of some) if (wrong.length === right.length) learn(wrong, undefined, foldOf(right));
  for (const right of new Set(some.map((pair) => pair.right))) {
    const planted = right.length > 4 ? plantSlip(right, random) : undefined;
    if (planted) learn(planted.wrong, planted.right, foldOf(right));
  }
  return { ...packExamples(rows, labels, weights), folds: Uint8Array.from(folds) };
}
