/**
 * The three sets of decision trees in their order: the gate says where to look, and what is found there teaches the judges
 * of corrections and of slips.
 */
import { join } from 'node:path';
import { loadWordCandidates } from '../../lib/language/candidates-words.ts';
import { CharacterModel } from '../../lib/language/character-model.ts';
import { loadSources, MODEL_FILES, type ModelBuffers } from '../../lib/language/corrector.ts';
import { readBuffer } from '../lexicon/buffers.ts';
import { packTrees } from './boosting.ts';
import { trainGate } from './gate.ts';
import { candidatesWithout, HALVES } from './halves.ts';
import { plantedPairs, readPairs, trainJudge, weighPairs } from './judge.ts';
import type { Pair } from './planting.ts';
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

/** All models but the judges, as they are shipped. */
export function readModels(folder: string): Omit<ModelBuffers, keyof Judges> {
  const read = (name: keyof ModelBuffers) => readBuffer(join(folder, MODEL_FILES[name]));
  return {
    characters: read('characters'),
    words: read('words'),
    candidates: read('candidates'),
    lexicon: read('lexicon'),
  };
}

/** @param isLearned which of the collected sentences to learn from */
export function trainJudges(
  { corpus, dev, halves, models }: TrainingFolders,
  isLearned: (pair: Pair) => boolean = () => true,
): Judges {
  const buffers = readModels(models);
  const characters = new CharacterModel(buffers.characters);
  const collected = readPairs(dev).filter(isLearned);
  const gate = packTrees(trainGate(collected, characters), {
    characters: characters.container.checksum,
    sentences: collected.length,
  });
  const load = (candidates: ArrayBuffer) => loadSources({ ...buffers, candidates, gate: gate.buffer as ArrayBuffer });
  const whole = load(buffers.candidates);
  const withoutHalf = HALVES.map((half) => load(readBuffer(join(halves, candidatesWithout(half)))));
  const { candidates, lexicon } = whole;
  const planted = plantedPairs(corpus, { candidates, lexicon, words: loadWordCandidates(candidates, lexicon) });
  const pairs = weighPairs(collected, planted, withoutHalf, whole);
  const clean = [...planted, ...collected.filter(({ isClean }) => isClean)].map(({ right }) => right);
  const provenance = {
    characters: characters.container.checksum,
    words: whole.words.container.checksum,
    sentences: pairs.length,
  };
  const judge = trainJudge(pairs, provenance);
  return { gate, judge, slips: trainSlips(pairs, [...new Set(clean)], whole, provenance) };
}
