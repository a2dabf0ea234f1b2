/**
 * Trains the models that the extension ships, into a folder:
 *
 *   npm run train -- --corpus DIR --out DIR                characters.bin, from the corpus alone
 *   npm run train -- --arpa FILE --out DIR                 words.bin, from an ARPA file or a .tar.xz that holds one
 *   npm run train -- --corpus DIR --dev DIR --halves DIR --out DIR
 *                                                          characters.bin, which has counted the collected sentences
 *                                                          too, topics.bin, then gate.bin, judge.bin and slips.bin,
 *                                                          with the other models from the same folder
 *   … --topics                                             topics.bin alone, without --dev and --halves; the
 *                                                          judges know its bytes and must be trained after it
 *   … --judges                                             the last three alone
 *   npm run train -- --corpus DIR --particles --out DIR    particles.bin, with lexicon.bin from the same folder
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
import { MODEL_FILES } from '../../lib/language/corrector.ts';
import { loadLexicon } from '../../lib/language/lexicon.ts';
import { WordModel } from '../../lib/language/word-model.ts';
import { TagModel } from '../../lib/language/words/tag-model.ts';
import { Tagger } from '../../lib/language/words/tagger.ts';
import { type CharacterModelSettings, trainCharacterModel } from './character-model.ts';
import { type CorpusFile, corpusLines, readCorpus, registerOf } from './corpus.ts';
import { DOUBLING_CHARACTERS, trainDoublings, unseenLines } from './doublings.ts';
import { HALVES, halfOf, modelWithout } from './halves.ts';
import { readPairs } from './judge.ts';
import { readModel, trainJudges } from './judges.ts';
import { type ParticleSettings, trainParticles } from './particles.ts';
import { confusionsOf } from './planting.ts';
import { progress } from './progress.ts';
import { type TopicSettings, trainTopicModel } from './topic-model.ts';
import { trainWordModel, type WordModelSettings } from './word-model.ts';

const CHARACTERS: CharacterModelSettings = {
  minimumCharacterCount: 5,
  minimumCounts: [0, 0, 1, 2, 2, 2],
  entries: 4_000_000,
};
const WORDS: WordModelSettings = { words: 65_535, pairs: 500_000 };
const PARTICLES: ParticleSettings = {
  unitsPerFile: 8_000_000,
  epochs: 2,
  rate: 0.1,
  minimumCount: 3,
  slots: 250_000,
  mistaken: 2.5,
};
const TOPICS: TopicSettings = { size: 32, minimumCount: 25, epochs: 3, noiseNegatives: 5, hardNegatives: 4 };

/** How many times what the models are for is counted: official documents, and the right collected sentences. */
const TIMES = { official: 3, collected: 10 };
const OFFICIAL_REGISTER = 'gov';

/** The files of a corpus without the lines that are held out. */
function readCounted(folder: string): readonly CorpusFile[] {
  return [...readCorpus(folder)].map(({ name, text }) => ({ name, text: corpusLines(text, false).join('\n') }));
}

const times = (count: number, text: string) => Array.from({ length: count }, () => text);

/** @param collected sentences to count besides the corpus */
function charactersFrom(corpus: readonly CorpusFile[], collected: readonly string[]): Uint8Array {
  const texts = corpus.flatMap(({ name, text }) =>
    times(registerOf(name) === OFFICIAL_REGISTER ? TIMES.official : 1, text),
  );
  const sources = corpus.map(({ name }) => name);
  return trainCharacterModel([...texts, ...times(TIMES.collected, collected.join('\n'))], CHARACTERS, {
    sources,
    collected: collected.length,
  });
}

function trainCharacters(corpus: readonly CorpusFile[], dev: string, halves: string): void {
  const collected = [...new Set(readPairs(dev).map(({ right }) => right))];
  for (const half of HALVES) {
    const others = collected.filter((right) => halfOf(right) !== half);
    writeFileSync(join(halves, modelWithout('characters', half)), charactersFrom(corpus, others));
  }
  write('characters', charactersFrom(corpus, collected));
}

function topicsFrom(corpus: readonly CorpusFile[], models: string): Uint8Array {
  const texts = corpus.map(({ name, text }) => ({ register: registerOf(name), text }));
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
    topics: { type: 'boolean', default: false },
    judges: { type: 'boolean', default: false },
    particles: { type: 'boolean', default: false },
    doublings: { type: 'boolean', default: false },
    out: { type: 'string', default: 'assets/models' },
  },
});
const { corpus, arpa, dev, halves, out } = values;
const write = (name: keyof typeof MODEL_FILES, bytes: Uint8Array) => {
  writeFileSync(join(out, MODEL_FILES[name]), bytes);
  progress(`${MODEL_FILES[name]}: ${bytes.length} bytes`);
};
if (corpus && values.particles) {
  const lexicon = loadLexicon(readModel(out, 'lexicon'));
  write('particles', trainParticles([...readCorpus(corpus)], lexicon, PARTICLES));
} else if (corpus && values.doublings) write('doublings', doublingsFrom(corpus, out));
else if (corpus && values.topics) write('topics', topicsFrom(readCounted(corpus), out));
else if (corpus && dev && halves) {
  if (!values.judges) {
    const counted = readCounted(corpus);
    trainCharacters(counted, dev, halves);
    write('topics', topicsFrom(counted, out));
  }
  const { gate, judge, slips } = trainJudges({ corpus, dev, halves, models: out });
  write('gate', gate);
  write('judge', judge);
  write('slips', slips);
} else if (corpus) write('characters', charactersFrom(readCounted(corpus), []));
else if (arpa) write('words', wordsFrom(arpa));
else
  throw new Error(
    'npm run train -- --corpus DIR | --arpa FILE | --corpus DIR --topics | --corpus DIR --particles | --corpus DIR --doublings | --corpus DIR --dev DIR --halves DIR [--judges]   [--out DIR]',
  );
