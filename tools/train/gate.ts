/** Trains the trees that say where a look at candidates is worth its time. */

import { BOUNDARY } from '../../lib/language/alphabet.ts';
import type { CharacterModel } from '../../lib/language/character-model.ts';
import { describePlace, isCharacter, meanScore, PLACE_FEATURES } from '../../lib/language/places.ts';
import { readText } from '../../lib/language/reading.ts';
import {
  type BoostingSettings,
  type Ensemble,
  type Examples,
  packExamples,
  randomSource,
  trainEnsemble,
} from './boosting.ts';
import type { Pair } from './planting.ts';

const GATE: BoostingSettings = {
  trees: 40,
  leaves: 12,
  learningRate: 0.2,
  lambda: 2,
  minimumWeight: 5,
  subsample: 0.7,
  featureShare: 0.6,
};
/** So many of the places without a mistake are learned from, each for as many as it stands for. */
const CLEAN_SHARE = 0.15;

function gateExamples(pairs: readonly Pair[], model: CharacterModel): Examples {
  const random = randomSource(11);
  const rows: Float32Array[] = [];
  const labels: number[] = [];
  for (const { wrong, right } of pairs) {
    if (wrong.length !== right.length) continue;
    const reading = readText(wrong, model);
    const { symbols, offsets, length } = reading;
    for (let start = 1, end = 1; end < length; end++) {
      if (symbols[end] !== BOUNDARY) continue;
      const mean = meanScore(reading, start, end);
      for (let place = start; place < end; place++) {
        if (!isCharacter(symbols[place]!)) continue;
        const isWrong = wrong[offsets[place]!] !== right[offsets[place]!];
        if (!isWrong && random() >= CLEAN_SHARE) continue;
        const features = new Float32Array(PLACE_FEATURES.length);
        describePlace(reading, place, start, end, mean, model, features);
        rows.push(features);
        labels.push(isWrong ? 1 : 0);
      }
      start = end + 1;
    }
  }
  const weights = labels.map((label) => (label ? 1 : 1 / CLEAN_SHARE));
  return packExamples(rows, labels, weights);
}

export const trainGate = (pairs: readonly Pair[], model: CharacterModel): Ensemble =>
  trainEnsemble(gateExamples(pairs, model), GATE);
