/**
 * Trains the models that the extension ships, into a folder:
 *
 *   npm run train -- --arpa FILE --out DIR     words.bin, from an ARPA file or a .tar.xz that holds one
 *   npm run train -- --corpus DIR --dev DIR --halves DIR --out DIR
 *                                              characters.bin, in 4 GB; topics.bin; the judges, which need all the
 *                                              other models: gate.bin, screen.bin, judge.bin, slips.bin
 *   … --part NAME                              one of characters, topics, judges alone
 *   npm run train -- --corpus DIR --particles FILE   records from which tools/train/neural/particles.py makes
 *                                              particles.bin
 *   npm run train -- --corpus DIR --doublings --out DIR    doublings.bin, with the other models from the same folder; it
 *                                                          learns from lines that characters.bin has not counted
 *
 * The same input gives the same bytes.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadCandidates } from '../../lib/language/candidates.ts';
import { CharacterModel } from '../../lib/language/character-model.ts';
import { loadLexicon } from '../../lib/language/lexicon.ts';
import { MODEL_FILES } from '../../lib/language/model-files.ts';
import { WordModel } from '../../lib/language/word-model.ts';
import { TagModel } from '../../lib/language/words/tag-model.ts';
import { Tagger } from '../../lib/language/words/tagger.ts';
import { type CharacterModelSettings, trainCharacterModel } from './character-model.ts';
import { type CorpusFile, corpusLines, readCorpus, sourceOf } from './corpus.ts';
import { DOUBLING_CHARACTERS, trainDoublings, unseenLines } from './doublings.ts';
import { FOLDS, isCounted, judgeWithout } from './halves.ts';
import { readPairs } from './judge.ts';
import { readModel, type TrainingFolders, trainJudges } from './judges.ts';
import { writeParticleWindows } from './particle-windows.ts';
import { confusionsOf } from './planting.ts';
import { progress } from './progress.ts';
import { type TopicSettings, trainTopicModel } from './topic-model.ts';
import { trainWordModel, type WordModelSettings } from './word-model.ts';

const CHARACTERS: CharacterModelSettings = {
  minimumCharacterCount: 20,
  minimumOccurrences: [0, 0, 1, 2, 2, 2],
  minimumCounts: [0, 0, 1, 2, 2, 2],
  entries: 10_000_000,
};
const WORDS: WordModelSettings = { words: 65_535, pairs: 500_000 };
const TOPICS: TopicSettings = { size: 32, minimumCount: 25, epochs: 3, noiseNegatives: 5, hardNegatives: 4 };

/** How much the right collected sentences count. */
const COLLECTED_WEIGHT = 10;

/** The files of a corpus without the lines that are held out. */
const readCounted = (folder: string): readonly CorpusFile[] =>
  readCorpus(folder).map(({ name, read }) => ({ name, read: () => corpusLines(read(), false).join('\n') }));

/** @param collected sentences to count besides the corpus */
function charactersFrom(corpus: readonly CorpusFile[], collected: readonly string[]): Uint8Array {
  const texts = corpus.map(({ name, read }) => ({ weight: sourceOf(name).weight, read }));
  const sources = corpus.map(({ name }) => name);
  return trainCharacterModel([...texts, { weight: COLLECTED_WEIGHT, read: () => collected.join('\n') }], CHARACTERS, {
    sources,
    collected: collected.length,
  });
}

function trainCharacters(corpus: readonly CorpusFile[], dev: string): Uint8Array {
  const collected = [...new Set(readPairs(dev).map(({ right }) => right))];
  return charactersFrom(corpus, collected.filter(isCounted));
}

async function writeJudges(folders: TrainingFolders): Promise<void> {
  const { shipped, without } = await trainJudges(folders);
  for (const name of ['gate', 'screen', 'judge', 'slips'] as const) write(name, shipped[name]);
  for (const fold of FOLDS) {
    for (const name of ['judge', 'slips'] as const) {
      writeFileSync(join(folders.halves, judgeWithout(name, fold)), without[fold]![name]);
    }
  }
}

function topicsFrom(corpus: readonly CorpusFile[], models: string): Uint8Array {
  const texts = corpus.map(({ name, read }) => ({ register: sourceOf(name).register, read }));
  const lexicon = loadLexicon(readModel(models, 'lexicon'));
  const candidates = loadCandidates(readModel(models, 'candidates'));
  return trainTopicModel(texts, confusionsOf(candidates, lexicon), TOPICS);
}

function doublingsFrom(corpus: string, folder: string): Uint8Array {
  const model = new CharacterModel(readModel(folder, 'characters'));
  const models = {
    model,
    wordModel: new WordModel(readModel(folder, 'words')),
    tagger: new Tagger(new TagModel(readModel(folder, 'tagger'))),
  };
  return trainDoublings(unseenLines(readCorpus(corpus), model, DOUBLING_CHARACTERS), models, {
    characters: model.container.checksum,
  });
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
    part: { type: 'string' },
    particles: { type: 'string' },
    doublings: { type: 'boolean', default: false },
    out: { type: 'string', default: 'assets/models' },
  },
});
const { corpus, arpa, dev, halves, part, out } = values;
const write = (name: keyof typeof MODEL_FILES, bytes: Uint8Array) => {
  writeFileSync(join(out, MODEL_FILES[name]), bytes);
  progress(`${MODEL_FILES[name]}: ${bytes.length} bytes`);
};
if (corpus && values.particles) {
  writeParticleWindows(readCorpus(corpus), loadLexicon(readModel(out, 'lexicon')), values.particles);
} else if (corpus && values.doublings) write('doublings', doublingsFrom(corpus, out));
else if (corpus && dev && halves) {
  const counted = readCounted(corpus);
  const parts: Record<string, () => void | Promise<void>> = {
    characters: () => write('characters', trainCharacters(counted, dev)),
    topics: () => write('topics', topicsFrom(counted, out)),
    judges: () => writeJudges({ corpus, dev, halves, models: out }),
  };
  if (part && !parts[part]) throw new Error(`--part is one of ${Object.keys(parts).join(', ')}`);
  for (const name of part ? [part] : Object.keys(parts)) await parts[name]!();
} else if (arpa) write('words', wordsFrom(arpa));
else
  throw new Error(
    'npm run train -- --arpa FILE | --corpus DIR --particles FILE | --corpus DIR --doublings | --corpus DIR --dev DIR --halves DIR [--part NAME]   [--out DIR]',
  );
