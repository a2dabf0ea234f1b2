/** Trains the trees that say which alternatives are worth judging. */
import type { LanguageSources } from '../../lib/language/corrector.ts';
import { screenFeatures } from '../../lib/language/screen.ts';
import { type BoostingSettings, type Ensemble, packExamples, trainEnsemble } from './boosting.ts';
import type { WeightedPair } from './judge.ts';

const SCREEN: BoostingSettings = {
  trees: 40,
  leaves: 16,
  learningRate: 0.2,
  lambda: 2,
  minimumWeight: 5,
  subsample: 0.7,
  featureShare: 0.6,
};
/** One in so many sentences teaches enough. */
const SHARE = 4;

export function trainScreen(pairs: readonly WeightedPair[], sources: LanguageSources): Ensemble {
  const rows: Float32Array[] = [];
  const labels: number[] = [];
  const weights: number[] = [];
  pairs.forEach(({ wrong, right, weight }, number) => {
    if (number % SHARE !== 0 || wrong.length !== right.length) return;
    for (const proposal of sources.proposer.propose(sources.doubt(wrong))) {
      proposal.alternatives.forEach((alternative, rank) => {
        rows.push(screenFeatures(proposal, alternative, rank));
        labels.push(alternative.text === right.slice(proposal.start, proposal.end) ? 1 : 0);
        weights.push(weight);
      });
    }
  });
  return trainEnsemble(packExamples(rows, labels, weights), SCREEN);
}
