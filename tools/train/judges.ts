/**
 * The three sets of decision trees in their order: the gate says where to look, and what is found there teaches the judges
 * of corrections and of slips.
 */
import { join } from 'node:path';
import { CharacterModel } from '../../lib/language/character-model.ts';
import { loadSources, MODEL_FILES, type ModelBuffers } from '../../lib/language/corrector.ts';
import { readBuffer } from '../lexicon/buffers.ts';
import { packTrees } from './boosting.ts';
import { trainGate } from './gate.ts';
import { HALVES, type Half, halfOf, modelWithout } from './halves.ts';
import { plantedPairs, readPairs, trainJudge, weighPairs } from './judge.ts';
import { confusionsOf, type Pair } from './planting.ts';
import { trainSlips } from './slips.ts';

export interface TrainingFolders {
  /** Text that the character model was counted on; its lines that were held out get errors planted. */
  readonly corpus: string;
  /** Sentence pairs and clean sentences. */
  readonly dev: string;
  /** Candidate tables that do not know one half of the pairs. */
  readonly halves: string;
  /** The models that are there already. */
  readonly models: string;
}

export type Judges = Record<'gate' | 'judge' | 'slips', Uint8Array>;

export const readModel = (folder: string, name: keyof ModelBuffers) => readBuffer(join(folder, MODEL_FILES[name]));

/** All models but the judges, as they are shipped. */
export function readModels(folder: string): Omit<ModelBuffers, keyof Judges> {
  const read = (name: keyof ModelBuffers) => readModel(folder, name);
  return {
    characters: read('characters'),
    words: read('words'),
    candidates: read('candidates'),
    lexicon: read('lexicon'),
    topics: read('topics'),
    tagger: read('tagger'),
    particles: read('particles'),
    doublings: read('doublings'),
  };
}

/** The same, those in their place that were made without one half of the collected sentences. */
export const readModelsWithout = (half: Half, { models, halves }: TrainingFolders) => ({
  ...readModels(models),
  characters: readBuffer(join(halves, modelWithout('characters', half))),
  candidates: readBuffer(join(halves, modelWithout('candidates', half))),
});

/** @param isLearned which of the collected sentences to learn from */
export function trainJudges(folders: TrainingFolders, isLearned: (pair: Pair) => boolean = () => true): Judges {
  const shipped = readModels(folders.models);
  const withoutHalf = HALVES.map((half) => readModelsWithout(half, folders));
  const collected = readPairs(folders.dev).filter(isLearned);
  const models = withoutHalf.map(({ characters }) => new CharacterModel(characters));
  const gate = packTrees(
    trainGate(collected, ({ right }) => models[halfOf(right)]!),
    { sentences: collected.length },
  );
  const load = (buffers: typeof shipped) => loadSources({ ...buffers, gate: gate.buffer as ArrayBuffer });
  const whole = load(shipped);
  const halves = withoutHalf.map(load);
  const planted = plantedPairs(folders.corpus, confusionsOf(whole.candidates, whole.lexicon));
  const pairs = weighPairs(collected, planted, halves, whole);
  const provenance = {
    characters: whole.characters.container.checksum,
    words: whole.words.container.checksum,
    topics: whole.topics.container.checksum,
    sentences: pairs.length,
  };
  const judge = trainJudge(pairs, provenance);
  return { gate, judge, slips: trainSlips(pairs, provenance) };
}
