/** Trains the judge: proposals for sentences whose errors are known, each right or wrong. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Provenance } from '../../lib/language/container.ts';
import type { LanguageSources } from '../../lib/language/corrector.ts';
import { featuresOf } from '../../lib/language/features.ts';
import {
  type BoostingSettings,
  type Examples,
  packExamples,
  packTrees,
  randomSource,
  trainEnsemble,
} from './boosting.ts';
import { corpusLines, readCorpus } from './corpus.ts';
import { halfOf } from './halves.ts';
import { type Confusions, type Pair, plantErrors, withOneError } from './planting.ts';
import { progress } from './progress.ts';

export interface WeightedPair extends Pair {
  readonly weight: number;
  /** The sources to read it with. */
  readonly sources: LanguageSources;
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

/** Clean texts stand for the many that are clean. Sentences with one of their several errors left count less, since they come in addition; planted errors are invented. */
const WEIGHT = { clean: 2, collected: 1, oneLeft: 0.5, planted: 0.4 };
const PLANTED_LENGTH = { least: 8, most: 200 };

export interface CollectedPair extends Pair {
  /** From a list of clean sentences. */
  readonly isClean: boolean;
}

/** `wrong TAB right` of each .tsv, and the lines of each .txt as they are. */
export function readPairs(folder: string): CollectedPair[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name): CollectedPair[] => {
      const lines = readFileSync(join(folder, name), 'utf8')
        .split(/\r?\n/)
        .filter((line) => line !== '');
      if (name.endsWith('.txt')) return lines.map((line) => ({ wrong: line, right: line, isClean: true }));
      if (!name.endsWith('.tsv')) return [];
      return lines
        .map((line) => line.split('\t'))
        .flatMap(([wrong, right]) => (wrong && right ? [{ wrong, right, isClean: false }] : []));
    });
}

/** Sentences of the corpus that were not counted, half of them with planted errors; the same for the same corpus. */
export function plantedPairs(folder: string, confusions: Confusions): Pair[] {
  const random = randomSource(7);
  const pairs: Pair[] = [];
  for (const { text } of readCorpus(folder)) {
    for (const line of corpusLines(text, true)) {
      for (const sentence of line.match(/[^。！？]+[。！？]?/g) ?? []) {
        const isUsable = sentence.length >= PLANTED_LENGTH.least && sentence.length <= PLANTED_LENGTH.most;
        if (isUsable) pairs.push(plantErrors(sentence, confusions, random));
      }
    }
  }
  return pairs;
}

/**
 * @param halves sources whose candidate table was made without that half of the collected sentences
 * @param whole sources as they are shipped
 */
export function weighPairs(
  collected: readonly CollectedPair[],
  planted: readonly Pair[],
  halves: readonly LanguageSources[],
  whole: LanguageSources,
): WeightedPair[] {
  const withoutIt = ({ right }: Pair) => halves[halfOf(right)]!;
  return [
    ...collected.map((pair) => ({
      ...pair,
      weight: pair.isClean ? WEIGHT.clean : WEIGHT.collected,
      sources: withoutIt(pair),
    })),
    ...collected.flatMap(withOneError).map((pair) => ({ ...pair, weight: WEIGHT.oneLeft, sources: withoutIt(pair) })),
    ...planted.map((pair) => ({ ...pair, weight: WEIGHT.planted, sources: whole })),
  ];
}

/** One example for each alternative of each proposal. */
export function collectExamples(pairs: readonly WeightedPair[]): Examples {
  const rows: Float32Array[] = [];
  const labels: number[] = [];
  const weights: number[] = [];
  for (const { wrong, right, weight, sources } of pairs) {
    if (wrong.length !== right.length) continue;
    const proposals = sources.proposer.propose(sources.doubt(wrong));
    rows.push(...featuresOf(wrong, proposals, sources).flat());
    for (const { start, end, alternatives } of proposals) {
      for (const { text } of alternatives) {
        labels.push(text === right.slice(start, end) ? 1 : 0);
        weights.push(weight);
      }
    }
  }
  return packExamples(rows, labels, weights);
}

export function trainJudge(pairs: readonly WeightedPair[], provenance: Provenance): Uint8Array {
  const examples = collectExamples(pairs);
  progress(`${examples.size} alternatives in ${pairs.length} sentences`);
  return packTrees(trainEnsemble(examples, BOOSTING), { ...provenance, alternatives: examples.size });
}
