/**
 * Trains the models that the extension ships, into a folder:
 *
 *   npm run train -- --corpus DIR --out DIR                characters.bin
 *   npm run train -- --arpa FILE --out DIR                 words.bin, from an ARPA file or a .tar.xz that holds one
 *   npm run train -- --corpus DIR --dev DIR --halves DIR --out DIR
 *                                                          gate.bin, judge.bin and slips.bin, with the other
 *                                                          models from the same folder
 *
 * The same input gives the same bytes.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadWordCandidates } from '../../lib/language/candidates-words.ts';
import { CharacterModel } from '../../lib/language/character-model.ts';
import { loadSources, MODEL_FILES } from '../../lib/language/corrector.ts';
import { readBuffer } from '../lexicon/buffers.ts';
import { packTrees } from './boosting.ts';
import { type CharacterModelSettings, trainCharacterModel } from './character-model.ts';
import { corpusLines, readCorpus } from './corpus.ts';
import { trainGate } from './gate.ts';
import { candidatesWithout, HALVES } from './halves.ts';
import { plantedPairs, readPairs, trainJudge, weighPairs } from './judge.ts';
import { progress } from './progress.ts';
import { trainSlips } from './slips.ts';
import { trainWordModel, type WordModelSettings } from './word-model.ts';

const CHARACTERS: CharacterModelSettings = {
  minimumCharacterCount: 5,
  minimumCounts: [0, 0, 1, 2, 2, 2],
  entries: 4_000_000,
};
const WORDS: WordModelSettings = { words: 65_535, pairs: 800_000 };

function charactersFrom(corpus: string): Uint8Array {
  const sources: string[] = [];
  const texts: string[] = [];
  for (const { name, text } of readCorpus(corpus)) {
    sources.push(name);
    texts.push(corpusLines(text, false).join('\n'));
  }
  return trainCharacterModel(texts, CHARACTERS, { sources });
}

function wordsFrom(path: string): Uint8Array {
  const bytes = path.endsWith('.tar.xz')
    ? execFileSync('tar', ['-xJOf', path], { maxBuffer: 2 ** 30 })
    : readFileSync(path);
  const source = `${basename(path)} of libime, LGPL-2.1-or-later`;
  return trainWordModel(bytes.toString('utf8'), WORDS, { source });
}

function gateFrom(dev: string, models: string): Uint8Array {
  const characters = new CharacterModel(readBuffer(join(models, MODEL_FILES.characters)));
  const pairs = readPairs(dev);
  return packTrees(trainGate(pairs, characters), {
    characters: characters.container.checksum,
    sentences: pairs.length,
  });
}

/** Judges of corrections and of slips, from the same sentences. */
function judgesFrom(
  corpus: string,
  dev: string,
  halves: string,
  models: string,
): Record<'judge' | 'slips', Uint8Array> {
  const read = (name: keyof typeof MODEL_FILES) => readBuffer(join(models, MODEL_FILES[name]));
  const load = (candidates: string) =>
    loadSources({
      characters: read('characters'),
      words: read('words'),
      candidates: readBuffer(candidates),
      lexicon: read('lexicon'),
      gate: read('gate'),
    });
  const whole = load(join(models, MODEL_FILES.candidates));
  const withoutHalf = HALVES.map((half) => load(join(halves, candidatesWithout(half))));
  const { candidates, lexicon } = whole;
  const confusions = { candidates, lexicon, words: loadWordCandidates(candidates, lexicon) };
  const collected = readPairs(dev);
  const planted = plantedPairs(corpus, confusions);
  const pairs = weighPairs(collected, planted, withoutHalf, whole);
  const clean = [...planted, ...collected.filter(({ isClean }) => isClean)].map(({ right }) => right);
  const provenance = {
    characters: whole.characters.container.checksum,
    words: whole.words.container.checksum,
    sentences: pairs.length,
  };
  return { judge: trainJudge(pairs, provenance), slips: trainSlips(pairs, [...new Set(clean)], whole, provenance) };
}

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    arpa: { type: 'string' },
    dev: { type: 'string' },
    halves: { type: 'string' },
    out: { type: 'string', default: 'assets/models' },
  },
});
const { corpus, arpa, dev, halves, out } = values;
const write = (name: keyof typeof MODEL_FILES, bytes: Uint8Array) => {
  writeFileSync(join(out, MODEL_FILES[name]), bytes);
  progress(`${MODEL_FILES[name]}: ${bytes.length} bytes`);
};
if (corpus && dev && halves) {
  write('gate', gateFrom(dev, out));
  const { judge, slips } = judgesFrom(corpus, dev, halves, out);
  write('judge', judge);
  write('slips', slips);
} else if (corpus) write('characters', charactersFrom(corpus));
else if (arpa) write('words', wordsFrom(arpa));
else throw new Error('npm run train -- --corpus DIR | --arpa FILE | --corpus DIR --dev DIR --halves DIR   [--out DIR]');
