/**
 * Trains the judge of doublings: on those that clean text has, which were meant, and on those that are planted in it.
 */

import type { CharacterModel } from '../../lib/language/character-model.ts';
import type { Provenance } from '../../lib/language/container.ts';
import {
  DOUBLING_FEATURES,
  type DoublingModels,
  describeRepetition,
  findRepetitions,
} from '../../lib/language/doublings.ts';
import type { Tagger } from '../../lib/language/words/tagger.ts';
import { TAG } from '../../lib/language/words/tags.ts';
import {
  type BoostingSettings,
  type Ensemble,
  packExamples,
  packTrees,
  predict,
  randomSource,
  trainEnsemble,
} from './boosting.ts';
import { type CorpusFile, isHeldOut } from './corpus.ts';
import { isHan } from './planting.ts';
import { progress } from './progress.ts';

const DOUBLINGS: BoostingSettings = {
  trees: 200,
  leaves: 16,
  learningRate: 0.08,
  lambda: 2,
  minimumWeight: 3,
  subsample: 0.7,
  featureShare: 0.5,
};
/** So many meant doublings stand in text for each that was not. */
const MEANT_FOR_EACH = 20;
/** Characters that are read of each file, and one line in so many gets a doubling. */
export const DOUBLING_CHARACTERS = 5_000_000;
const PLANTED_IN = 3;
/** From this probability on, a doubling in the text is left out. */
const MISTAKEN = 0.7;
/** How doublings come about: a character, a stretch of some characters, a word, or some words twice. */
const KINDS = { character: 0.55, stretch: 0.65, word: 0.85 } as const;
const MOST_WORDS = 4;
const LONGEST_STRETCH = 4;

export interface Planted {
  readonly text: string;
  readonly right: string;
}

/** The text with a stretch of it typed twice; undefined where chance fell on no Chinese character. */
export function plantDoubling(right: string, tagger: Tagger, random: () => number): Planted | undefined {
  const kind = random();
  const at = Math.floor(random() * right.length);
  if (kind < KINDS.character) {
    if (!isHan(right, at)) return undefined;
    return { text: right.slice(0, at) + right[at] + right.slice(at), right };
  }
  if (kind < KINDS.stretch) {
    const end = at + 2 + Math.floor(random() * (LONGEST_STRETCH - 1));
    for (let i = at; i < end; i++) if (!isHan(right, i)) return undefined;
    return { text: right.slice(0, end) + right.slice(at), right };
  }
  const words = tagger.tag(right);
  const first = words.indexAt(at);
  const last = first + (kind < KINDS.word ? 0 : 1 + Math.floor(random() * (MOST_WORDS - 1)));
  for (let i = first; i <= last; i++)
    if (i >= words.length || words.tag(i) === TAG.w || words.tag(i) === TAG.m) return undefined;
  const [start, end] = [words.start(first), words.end(last)];
  if (end - start > 16) return undefined;
  return { text: right.slice(0, end) + right.slice(start), right };
}

/** @returns whether the text with one copy less is the right one */
export const isPlanted = ({ text, right }: Planted, start: number, size: number): boolean =>
  text.length - size === right.length && text.slice(0, start) + text.slice(start + size) === right;

/** Lines that the character model has not counted. */
export function* unseenLines(
  corpus: Iterable<CorpusFile>,
  model: CharacterModel,
  characters: number,
): Generator<string> {
  const counted = model.container.provenance.sources as readonly string[];
  for (const { name, read } of corpus) {
    const lines = read()
      .split('\n')
      .filter((line) => !counted.includes(name) || isHeldOut(line));
    const length = lines.reduce((sum, line) => sum + line.length, 0);
    const step = Math.max(1, Math.floor(length / characters));
    for (let i = 0; i < lines.length; i += step) yield lines[i]!;
  }
}

/** @param lines clean text that the models have not counted */
export function trainDoublings(lines: Iterable<string>, models: DoublingModels, provenance: Provenance): Uint8Array {
  const random = randomSource(41);
  const rows: Float32Array[] = [];
  const labels: number[] = [];
  let planted = 0;
  for (const line of lines) {
    for (const repetition of findRepetitions(line)) {
      rows.push(describeRepetition(line, repetition, models));
      labels.push(0);
    }
    const slip = random() * PLANTED_IN < 1 && line.length > 0 ? plantDoubling(line, models.tagger, random) : undefined;
    if (!slip) continue;
    for (const repetition of findRepetitions(slip.text)) {
      if (!isPlanted(slip, repetition.start, repetition.size)) continue;
      rows.push(describeRepetition(slip.text, repetition, models));
      labels.push(1);
      planted++;
      break;
    }
  }
  progress(`${planted} doublings planted, ${labels.length - planted} in the text`);
  const meant = withoutMistakes(rows, labels);
  const ensemble = judgeOf(
    rows.filter((_, i) => meant[i]),
    labels.filter((_, i) => meant[i]),
  );
  return packTrees(ensemble, DOUBLING_FEATURES, {
    ...provenance,
    planted,
    meant: meant.filter(Boolean).length - planted,
  });
}

function judgeOf(rows: readonly Float32Array[], labels: readonly number[]): Ensemble {
  const planted = labels.filter((label) => label === 1).length;
  const weight = (labels.length - planted) / MEANT_FOR_EACH / planted;
  return trainEnsemble(
    packExamples(
      rows,
      labels,
      labels.map((label) => (label === 1 ? weight : 1)),
    ),
    DOUBLINGS,
  );
}

/**
 * Clean text has mistakes too. What a judge that was trained on the other half takes for a mistake, mostly is one, and
 * is not learned from.
 */
function withoutMistakes(rows: readonly Float32Array[], labels: readonly number[]): boolean[] {
  const judges = [0, 1].map((half) =>
    judgeOf(
      rows.filter((_, i) => i % 2 === half),
      labels.filter((_, i) => i % 2 === half),
    ),
  );
  return rows.map((row, i) => labels[i] === 1 || predict(judges[1 - (i % 2)]!, row) < MISTAKEN);
}
