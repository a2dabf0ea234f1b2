/**
 * Trains the models that the extension ships, into a folder:
 *
 *   npm run train -- --corpus DIR --out DIR                characters.bin, from the corpus alone
 *   npm run train -- --arpa FILE --out DIR                 words.bin, from an ARPA file or a .tar.xz that holds one
 *   npm run train -- --corpus DIR --dev DIR --halves DIR --out DIR
 *                                                          characters.bin, which has counted the collected sentences
 *                                                          too, then gate.bin, judge.bin and slips.bin, with the other
 *                                                          models from the same folder
 *   … --judges                                             the last three alone
 *
 * The same input gives the same bytes.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { MODEL_FILES } from '../../lib/language/corrector.ts';
import { type CharacterModelSettings, trainCharacterModel } from './character-model.ts';
import { corpusLines, readCorpus } from './corpus.ts';
import { HALVES, halfOf, modelWithout } from './halves.ts';
import { readPairs } from './judge.ts';
import { trainJudges } from './judges.ts';
import { progress } from './progress.ts';
import { trainWordModel, type WordModelSettings } from './word-model.ts';

const CHARACTERS: CharacterModelSettings = {
  minimumCharacterCount: 5,
  minimumCounts: [0, 0, 1, 2, 2, 2],
  entries: 4_000_000,
};
const WORDS: WordModelSettings = { words: 65_535, pairs: 800_000 };

/** How many times what the models are for is counted: official documents, and the right collected sentences. */
const TIMES = { official: 3, collected: 10 };
const isOfficial = (name: string) => name.startsWith('gov_');

interface CountedCorpus {
  readonly sources: readonly string[];
  /** Each as often as it counts. */
  readonly texts: readonly string[];
}

const times = (count: number, text: string) => Array.from({ length: count }, () => text);

function readCounted(folder: string): CountedCorpus {
  const files = [...readCorpus(folder)];
  return {
    sources: files.map(({ name }) => name),
    texts: files.flatMap(({ name, text }) =>
      times(isOfficial(name) ? TIMES.official : 1, corpusLines(text, false).join('\n')),
    ),
  };
}

/** @param collected sentences to count besides the corpus */
function charactersFrom({ sources, texts }: CountedCorpus, collected: readonly string[]): Uint8Array {
  const all = [...texts, ...times(TIMES.collected, collected.join('\n'))];
  return trainCharacterModel(all, CHARACTERS, { sources, collected: collected.length });
}

function trainCharacters(folder: string, dev: string, halves: string): void {
  const corpus = readCounted(folder);
  const collected = [...new Set(readPairs(dev).map(({ right }) => right))];
  for (const half of HALVES) {
    const others = collected.filter((right) => halfOf(right) !== half);
    writeFileSync(join(halves, modelWithout('characters', half)), charactersFrom(corpus, others));
  }
  write('characters', charactersFrom(corpus, collected));
}

function wordsFrom(path: string): Uint8Array {
  const bytes = path.endsWith('.tar.xz')
    ? execFileSync('tar', ['-xJOf', path], { maxBuffer: 2 ** 30 })
    : readFileSync(path);
  const source = `${basename(path)} of libime, LGPL-2.1-or-later`;
  return trainWordModel(bytes.toString('utf8'), WORDS, { source });
}

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    arpa: { type: 'string' },
    dev: { type: 'string' },
    halves: { type: 'string' },
    judges: { type: 'boolean', default: false },
    out: { type: 'string', default: 'assets/models' },
  },
});
const { corpus, arpa, dev, halves, out } = values;
const write = (name: keyof typeof MODEL_FILES, bytes: Uint8Array) => {
  writeFileSync(join(out, MODEL_FILES[name]), bytes);
  progress(`${MODEL_FILES[name]}: ${bytes.length} bytes`);
};
if (corpus && dev && halves) {
  if (!values.judges) trainCharacters(corpus, dev, halves);
  const { gate, judge, slips } = trainJudges({ corpus, dev, halves, models: out });
  write('gate', gate);
  write('judge', judge);
  write('slips', slips);
} else if (corpus) write('characters', charactersFrom(readCounted(corpus), []));
else if (arpa) write('words', wordsFrom(arpa));
else
  throw new Error(
    'npm run train -- --corpus DIR | --arpa FILE | --corpus DIR --dev DIR --halves DIR [--judges]   [--out DIR]',
  );
