/**
 * The sets of decision trees in their order: the gate says where to look, the screen what is worth judging, and what comes
 * through teaches the judges of corrections and of slips.
 */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadCandidates } from '../../lib/language/candidates.ts';
import { CharacterModel } from '../../lib/language/character-model.ts';
import type { Provenance } from '../../lib/language/container.ts';
import { loadSources } from '../../lib/language/corrector.ts';
import { judgeFeatures } from '../../lib/language/features.ts';
import { loadLexicon } from '../../lib/language/lexicon.ts';
import { MODEL_FILES, type ModelBuffers } from '../../lib/language/model-files.ts';
import { PLACE_FEATURES } from '../../lib/language/places.ts';
import { SCREEN_FEATURES } from '../../lib/language/screen.ts';
import { SLIP_FEATURES } from '../../lib/language/slip-features.ts';
import { DecisionTrees } from '../../lib/language/trees.ts';
import { readBuffer } from '../lexicon/buffers.ts';
import { type BoostingSettings, examplesWhere, joinExamples, packTrees } from './boosting.ts';
import { trainGate } from './gate.ts';
import { CANDIDATES_OF_HALF, FOLDS, type Fold, isCounted } from './halves.ts';
import { BOOSTING, type FoldedExamples, plantedPairs, readPairs, type WeightedPair, weighPairs } from './judge.ts';
import { confusionsOf } from './planting.ts';
import { progress } from './progress.ts';
import { trainScreen } from './screen.ts';
import { SLIPS } from './slips.ts';

export interface TrainingFolders {
  /** Text that the character model was counted on; its lines that were held out get errors planted. */
  readonly corpus: string;
  /** Sentence pairs and clean sentences. */
  readonly dev: string;
  /** The candidate table that knows one half of the pairs only. */
  readonly halves: string;
  /** The models that are there already. */
  readonly models: string;
}

export type Judges = Record<'gate' | 'screen' | 'judge' | 'slips', Uint8Array>;

export const readModel = (folder: string, name: keyof ModelBuffers) => readBuffer(join(folder, MODEL_FILES[name]));

/** All models but the judges, with the candidate table that has not met the sentences that the judges learn from. */
export const readModelsOfHalf = ({ models, halves }: Pick<TrainingFolders, 'models' | 'halves'>) => ({
  characters: readModel(models, 'characters'),
  words: readModel(models, 'words'),
  lexicon: readModel(models, 'lexicon'),
  topics: readModel(models, 'topics'),
  candidates: readBuffer(join(halves, CANDIDATES_OF_HALF)),
  tagger: readModel(models, 'tagger'),
  particles: readModel(models, 'particles'),
  doublings: readModel(models, 'doublings'),
});

/** Trained files by name: those that are shipped, and for each fold those that did not learn from it. */
export interface TrainedJudges {
  readonly shipped: Judges;
  readonly without: readonly Record<'judge' | 'slips', Uint8Array>[];
}

/** Each sentence is read once, and learned from by all judges that may. */
export async function trainJudges(folders: TrainingFolders): Promise<TrainedJudges> {
  const models = readModelsOfHalf(folders);
  const collected = readPairs(folders.dev).filter(({ right }) => !isCounted(right));
  const confusions = confusionsOf(loadCandidates(models.candidates), loadLexicon(models.lexicon));
  const planted = plantedPairs(folders.corpus, confusions);
  progress(`${collected.length} collected sentences, ${planted.length} of the corpus`);
  // Gate and screen only filter, and see numbers: one serves all.
  const gate = packTrees(
    trainGate([...collected, ...planted], new CharacterModel(models.characters)),
    PLACE_FEATURES,
    {},
  );
  progress('gate trained');
  const pairs = weighPairs(collected, planted);
  const sources = loadSources({ ...models, gate: gate.buffer as ArrayBuffer });
  const screen = packTrees(trainScreen(pairs, sources), SCREEN_FEATURES, {});
  progress('screen trained');
  const { corrections, slips } = await collectInParts(pairs, { folders, gate, screen });
  progress(`${corrections.size} corrections, ${slips.size} slips in ${pairs.length} sentences`);
  const provenance = {
    characters: sources.characters.container.checksum,
    words: sources.words.container.checksum,
    topics: sources.topics.container.checksum,
    sentences: pairs.length,
  };
  const train = async (examples: FoldedExamples, { settings, names }: TreesKind, unseen?: Fold) =>
    inOwnProcess<Uint8Array>({ examples, settings, names, provenance, unseen });
  const eachFold = (examples: FoldedExamples, kind: TreesKind) =>
    Promise.all(FOLDS.map((fold) => train(examples, kind, fold)));
  const ofJudge: TreesKind = { settings: BOOSTING, names: judgeFeatures(sources.topics.registers) };
  const ofSlips: TreesKind = { settings: SLIPS, names: SLIP_FEATURES };
  const cleaned = withoutOverlooked(corrections, await eachFold(corrections, ofJudge), ofJudge.names);
  progress(`${corrections.size - cleaned.size} alternatives left out that are right, though nobody had said so`);
  const [judge, slipJudge, judges, slipJudges] = await Promise.all([
    train(cleaned, ofJudge),
    train(slips, ofSlips),
    eachFold(cleaned, ofJudge),
    eachFold(slips, ofSlips),
  ]);
  return {
    shipped: { gate, screen, judge, slips: slipJudge },
    without: FOLDS.map((fold) => ({ judge: judges[fold]!, slips: slipJudges[fold]! })),
  };
}

/**
 * Above this probability an alternative that is held to be wrong is in truth a mistake that was overlooked: of forty such in
 * “error-free” sentences of `dev` and the corpus thirty-one were.
 */
const OVERLOOKED = 0.9;

/** @param judges for each fold one that has not learned from it */
function withoutOverlooked(
  examples: FoldedExamples,
  judges: readonly Uint8Array[],
  names: readonly string[],
): FoldedExamples {
  const { features, featureCount, labels, folds } = examples;
  const trees = judges.map((bytes) => new DecisionTrees(new Uint8Array(bytes).buffer, names));
  const isKept = (row: number) =>
    labels[row] === 1 ||
    trees[folds[row]!]!.probability(features.subarray(row * featureCount, (row + 1) * featureCount)) < OVERLOOKED;
  return { ...examplesWhere(examples, isKept), folds: folds.filter((_, row) => isKept(row)) };
}

/** Sentences to be read, and with what. */
export interface ExampleOrder {
  readonly folders: TrainingFolders;
  readonly gate: Uint8Array;
  readonly screen: Uint8Array;
  readonly pairs: readonly WeightedPair[];
}

/** How trees are grown, and from which features. */
interface TreesKind {
  readonly settings: BoostingSettings;
  readonly names: readonly string[];
}

/** Trees to be trained. */
export interface TreesOrder extends TreesKind {
  readonly examples: FoldedExamples;
  readonly provenance: Provenance;
  readonly unseen: Fold | undefined;
}

/** So many processes read sentences side by side; what they find does not depend on the number. */
const READERS = 4;
const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url));

async function collectInParts(pairs: readonly WeightedPair[], order: Omit<ExampleOrder, 'pairs'>) {
  const length = Math.ceil(pairs.length / READERS);
  const found = await Promise.all(
    Array.from({ length: READERS }, (_, part) =>
      inOwnProcess<Record<'corrections' | 'slips', FoldedExamples>>({
        ...order,
        pairs: pairs.slice(part * length, (part + 1) * length),
      }),
    ),
  );
  return {
    corrections: joinFolded(found.map(({ corrections }) => corrections)),
    slips: joinFolded(found.map(({ slips }) => slips)),
  };
}

function inOwnProcess<Answer>(order: ExampleOrder | TreesOrder): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const worker = fork(WORKER, { serialization: 'advanced' });
    worker.on('message', (answer: Answer) => {
      resolve(answer);
      worker.disconnect();
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      if (code) reject(new Error(`a process of the training ended with ${code}`));
    });
    worker.send(order);
  });
}

const joinFolded = (parts: readonly FoldedExamples[]): FoldedExamples => ({
  ...joinExamples(parts),
  folds: Uint8Array.from(parts.flatMap(({ folds }) => [...folds])),
});
