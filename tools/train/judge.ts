/** Trains the judge: proposals for sentences whose errors are known, each right or wrong. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Provenance } from '../../lib/language/container.ts';
import type { LanguageSources } from '../../lib/language/corrector.ts';
import { featuresOf } from '../../lib/language/features.ts';
import {
  type BoostingSettings,
  type Examples,
  examplesWhere,
  packExamples,
  packTrees,
  randomSource,
  trainEnsemble,
} from './boosting.ts';
import { corpusLines, readCorpus } from './corpus.ts';
import { type Fold, foldOf } from './halves.ts';
import { type Confusions, type Pair, plantErrors, withOneError } from './planting.ts';

export interface WeightedPair extends Pair {
  /** How much it counts among the others. */
  readonly weight: number;
}

/** Examples that know which fold their sentence belongs to, so that one reading serves all judges. */
export interface FoldedExamples extends Examples {
  readonly folds: Uint8Array;
}

export const BOOSTING: BoostingSettings = {
  trees: 200,
  leaves: 22,
  learningRate: 0.075,
  lambda: 2,
  minimumWeight: 3,
  subsample: 0.7,
  featureShare: 0.4,
};

/**
 * Clean texts stand for the many that are clean. Sentences with one of their several errors left count less, since they come
 * in addition; planted errors are invented. Where nearly all sentences of a collection are misspelt, these count less, lest
 * the judge take errors for the rule; but never less than `least`.
 */
const WEIGHT = { clean: 2, collected: 1, oneLeft: 0.5, planted: 0.4, untouched: 1, least: 0.3 };
const PLANTED_LENGTH = { least: 8, most: 200 };

/** `wrong TAB right` of each .tsv with sentences, and the lines of each .txt as they are. */
export function readPairs(folder: string): WeightedPair[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name): WeightedPair[] => {
      const lines = readFileSync(join(folder, name), 'utf8')
        .split(/\r?\n/)
        .filter((line) => line !== '');
      if (name.endsWith('.txt')) return lines.map((line) => ({ wrong: line, right: line, weight: WEIGHT.clean }));
      return name.endsWith('.tsv') ? weighed(lines.map((line) => line.split('\t'))) : [];
    });
}

function weighed(rows: readonly string[][]): WeightedPair[] {
  const pairs = rows.flatMap(([wrong, right]) => (wrong && right ? [{ wrong, right }] : []));
  const faulty = pairs.filter(({ wrong, right }) => wrong !== right).length;
  const ofFaulty = Math.max(WEIGHT.least, Math.min(1, (pairs.length - faulty) / faulty));
  return pairs.map((pair) => ({ ...pair, weight: WEIGHT.collected * (pair.wrong === pair.right ? 1 : ofFaulty) }));
}

/** Sentences of the corpus that were not counted, half of them with planted errors; the same for the same corpus. */
export function plantedPairs(folder: string, confusions: Confusions): Pair[] {
  const random = randomSource(7);
  const pairs: Pair[] = [];
  for (const { read } of readCorpus(folder)) {
    for (const line of corpusLines(read(), true)) {
      for (const sentence of line.match(/[^。！？]+[。！？]?/g) ?? []) {
        const isUsable = sentence.length >= PLANTED_LENGTH.least && sentence.length <= PLANTED_LENGTH.most;
        if (isUsable) pairs.push(plantErrors(sentence, confusions, random));
      }
    }
  }
  return pairs;
}

/** All that the judges learn from. */
export function weighPairs(collected: readonly WeightedPair[], planted: readonly Pair[]): WeightedPair[] {
  const lefts = collected.flatMap((pair) =>
    withOneError(pair).map((left) => ({ ...left, weight: pair.weight * WEIGHT.oneLeft })),
  );
  return [
    ...collected,
    ...lefts,
    ...planted.map((pair) => ({ ...pair, weight: pair.wrong === pair.right ? WEIGHT.untouched : WEIGHT.planted })),
  ];
}

/** One example for each alternative of each proposal. */
export function collectExamples(pairs: readonly WeightedPair[], sources: LanguageSources): FoldedExamples {
  const rows: Float32Array[] = [];
  const labels: number[] = [];
  const weights: number[] = [];
  const folds: number[] = [];
  for (const { wrong, right, weight } of pairs) {
    if (wrong.length !== right.length) continue;
    const proposals = sources.propose(sources.doubt(wrong));
    rows.push(...featuresOf(wrong, proposals, sources).flat());
    for (const { start, end, alternatives } of proposals) {
      for (const { text } of alternatives) {
        labels.push(text === right.slice(start, end) ? 1 : 0);
        weights.push(weight);
        folds.push(foldOf(right));
      }
    }
  }
  return { ...packExamples(rows, labels, weights), folds: Uint8Array.from(folds) };
}

/** @param unseen the fold whose sentences are not learned from */
export function trainTrees(
  examples: FoldedExamples,
  settings: BoostingSettings,
  names: readonly string[],
  provenance: Provenance,
  unseen?: Fold,
): Uint8Array {
  const learned = unseen === undefined ? examples : examplesWhere(examples, (row) => examples.folds[row] !== unseen);
  return packTrees(trainEnsemble(learned, settings), names, { ...provenance, examples: learned.size });
}
