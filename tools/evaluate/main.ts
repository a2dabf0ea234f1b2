/**
 * Measures the checker: `npm run evaluate -- --data DIR` on sentences with known corrections (with `--corpus DIR
 * --halves DIR` by judges that did not learn from them, and on the held-out lines of the corpus beside them), `npm run
 * evaluate -- --rules --documents PATH… --lines PATH…` on clean text, rule by rule, `npm run evaluate -- --planted PATH…
 * --lexicon DIR` on mistakes planted in clean documents, `npm run evaluate -- --words DIR` on the treebanks (.conllu,
 * .conllu.xz) of a folder. Each writes its own part of docs/evaluation.md.
 * Exit status 1 where a rule exceeds its limit, 2 where it could not run.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadCandidates } from '../../lib/language/candidates.ts';
import { NEAREST_SYLLABLE } from '../../lib/language/candidates-sound.ts';
import { rules } from '../../rules/index.ts';
import { nodeChecker } from '../check/node-checker.ts';
import { nodeLanguage } from '../check/node-language.ts';
import { corpusLines, type Register, readCorpus, readText, sourceOf } from '../train/corpus.ts';
import { isCounted } from '../train/halves.ts';
import { crossValidated } from './cross-validation.ts';
import { readJudgements } from './judgements.ts';
import {
  crossValidationSection,
  type Provenance,
  plantedSection,
  replaceSection,
  rulesSection,
  type Section,
  scoresSection,
  wordsSection,
} from './page.ts';
import { scorePlanted, trialLine } from './planted.ts';
import { KINDS } from './planting/index.ts';
import { readClean } from './planting/mistake.ts';
import { Vocabulary } from './planting/vocabulary.ts';
import { countAlarms, isExceeding, type RuleAlarms, rowsOf, type Source } from './rule-alarms.ts';
import { type DescribeError, type SentencePair, scoreSentences } from './sentences.ts';
import { readTreebank, scoreWords, systemsWith } from './words.ts';
import zh from './zh-CN.json' with { type: 'json' };

const MODELS = fileURLToPath(new URL('../../assets/models/', import.meta.url));
const PAGE = fileURLToPath(new URL('../../docs/evaluation.md', import.meta.url));

/** Something the person at the command line can put right. */
class UsageError extends Error {}

function readOptions(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: 'string' },
      corpus: { type: 'string' },
      halves: { type: 'string' },
      rules: { type: 'boolean', default: false },
      documents: { type: 'string', multiple: true, default: [] },
      lines: { type: 'string', multiple: true, default: [] },
      characters: { type: 'string', default: 'Infinity' },
      planted: { type: 'string', multiple: true, default: [] },
      lexicon: { type: 'string' },
      words: { type: 'string' },
      places: { type: 'string', default: '20' },
      seed: { type: 'string', default: '1' },
      list: { type: 'string' },
      page: { type: 'string', default: PAGE },
    },
  });
  const characters = Number(values.characters);
  const places = Number(values.places);
  const seed = Number(values.seed);
  const isComplete =
    values.planted.length > 0
      ? values.lexicon !== undefined
      : values.rules
        ? values.documents.length + values.lines.length > 0
        : values.data !== undefined || values.words !== undefined;
  if (!isComplete || !(characters > 0) || !(places > 0) || !Number.isInteger(seed)) throw new UsageError(zh.usage);
  return { ...values, characters, places, seed };
}

const readWithoutMark = (path: string): string => readText(path).replace(/^\uFEFF/, '');

/** Lines that are not blank. */
const linesOf = (path: string): string[] =>
  readWithoutMark(path)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');

const TEXT_FILE = /\.txt(?:\.xz)?$/;

function textFiles(path: string): string[] {
  if (!existsSync(path)) throw new UsageError(zh.empty.replace('{folder}', path));
  return statSync(path).isDirectory() ? filesIn(path, TEXT_FILE).map((name) => join(path, name)) : [path];
}

/** As many lines as hold so many characters, from all parts of the file. */
function sample(lines: readonly string[], characters: number): string[] {
  const length = lines.reduce((sum, line) => sum + line.length, 0);
  const step = Math.max(1, Math.ceil(length / characters));
  return lines.filter((_, place) => place % step === 0);
}

const nameOf = (path: string) => basename(path).replace(TEXT_FILE, '');

const sourcesOf = (options: ReturnType<typeof readOptions>): Source[] => [
  ...options.documents.map((path) => ({ name: nameOf(path), texts: textFiles(path).map(readWithoutMark) })),
  ...options.lines.flatMap(textFiles).map((path) => ({
    name: nameOf(path),
    texts: sample(linesOf(path), options.characters),
  })),
];

const asList = ({ alarms }: RuleAlarms): string =>
  alarms
    .map(({ ruleId, severity, source, excerpt }) => `${ruleId}\t${severity}\t${source}\t${excerpt}\n`)
    .sort()
    .join('');

function filesIn(folder: string, extension: RegExp): string[] {
  if (!existsSync(folder)) throw new UsageError(zh.empty.replace('{folder}', folder));
  const names = readdirSync(folder).filter((name) => extension.test(name));
  if (names.length === 0) throw new UsageError(zh.empty.replace('{folder}', folder));
  return names.sort();
}

/** Pairs of a .tsv; the lines of a .txt are right as they are. */
function readPairs(path: string): SentencePair[] {
  return linesOf(path).map((line) => {
    const [wrong = '', right = wrong] = path.endsWith('.tsv') ? line.split('\t') : [line];
    return { wrong, right };
  });
}

/** One checksum over all model files, by name. */
function provenance(): Provenance {
  const hash = createHash('sha256');
  const names = existsSync(MODELS) ? readdirSync(MODELS).sort() : [];
  for (const name of names) hash.update(`${name}\0`).update(readFileSync(join(MODELS, name)));
  return { date: new Date().toISOString().slice(0, 10), model: hash.digest('hex').slice(0, 16) };
}

function errorDescriber(): DescribeError {
  const bytes = readFileSync(join(MODELS, 'candidates.bin'));
  const candidates = loadCandidates(new Uint8Array(bytes).buffer);
  return (wrong, right) => {
    const sound = candidates.soundDistance(wrong, right);
    const shape = candidates.shapeDistance(wrong, right);
    if (sound === 1 && shape === 1) return 'other';
    if (sound > shape) return 'shape';
    return sound < NEAREST_SYLLABLE ? 'same-sound' : 'near-sound';
  };
}

function writeSection(page: string, section: Section, text: string): void {
  writeFileSync(page, replaceSection(existsSync(page) ? readFileSync(page, 'utf8') : '', section, text));
  process.stdout.write(`${text}\n`);
}

const TREEBANK = /\.conllu(?:\.xz)?$/;

function scoreTreebanks(folder: string, page: string): void {
  const language = nodeLanguage();
  if (!language) throw new UsageError(zh.empty.replace('{folder}', MODELS));
  const systems = systemsWith((text) => language.words(text));
  const scores = filesIn(folder, TREEBANK).flatMap((name) => {
    const sentences = readTreebank(readText(join(folder, name)));
    return systems.map((system) => ({
      treebank: name.replace(TREEBANK, ''),
      system: system.name,
      scores: scoreWords(sentences, system.cut),
    }));
  });
  writeSection(page, 'words', wordsSection(scores, provenance()));
}

/** Lines that no model has counted, as right sentences: one set for each kind of text that writers check most. */
function heldOutSets(corpus: string): [string, SentencePair[]][] {
  return HELD_OUT_REGISTERS.map((register) => {
    const files = readCorpus(corpus).filter(({ name }) => sourceOf(name).register === register);
    const lines = files.flatMap(({ read }) => corpusLines(read(), true)).filter((line) => line.trim() !== '');
    return [`${zh.heldOut}${register}`, lines.map((line) => ({ wrong: line, right: line }))];
  });
}
const HELD_OUT_REGISTERS: readonly Register[] = ['official', 'unit', 'news', 'law'];

function readVocabulary(folder: string): Vocabulary {
  const path = ['jieba_dict.txt', 'jieba_dict.txt.xz'].map((name) => join(folder, name)).find(existsSync);
  if (!path) throw new UsageError(zh.noLexicon.replace('{folder}', folder));
  return new Vocabulary(readText(path));
}

async function scorePlantedMistakes(options: ReturnType<typeof readOptions>): Promise<void> {
  const vocabulary = readVocabulary(options.lexicon!);
  const documents = options.planted.flatMap(textFiles).map((path) => readClean(readWithoutMark(path), vocabulary));
  const lines: string[] = [];
  const scores = scorePlanted(KINDS, documents, await nodeChecker('zh-CN'), options, (trial, outcome) =>
    lines.push(trialLine(trial, outcome)),
  );
  writeSection(options.page, 'planted', plantedSection(scores, provenance()));
  if (options.list) writeFileSync(options.list, lines.sort().join(''));
}

async function main(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (options.planted.length > 0) {
    await scorePlantedMistakes(options);
    return 0;
  }
  if (options.words !== undefined) {
    scoreTreebanks(options.words, options.page);
    return 0;
  }
  if (!options.rules) {
    const folder = options.data!;
    const describe = errorDescriber();
    const { corpus, halves } = options;
    const isValidation = corpus !== undefined && halves !== undefined;
    const isWanted = ({ right }: SentencePair) => !isValidation || !isCounted(right);
    const sets = filesIn(folder, /\.(tsv|txt)$/).map(
      (name) => [name, readPairs(join(folder, name)).filter(isWanted)] as const,
    );
    if (isValidation) sets.push(...heldOutSets(corpus));
    const shipped = await nodeChecker('zh-CN');
    const checkerOf = isValidation ? crossValidated(MODELS, halves) : () => shipped;
    const scores = sets.map(([name, pairs]) => [name, scoreSentences(pairs, checkerOf, describe)] as const);
    if (isValidation) writeSection(options.page, 'cross-validation', crossValidationSection(scores, provenance()));
    else writeSection(options.page, 'scores', scoresSection(scores, provenance()));
    return 0;
  }
  const alarms = countAlarms(sourcesOf(options), await nodeChecker('zh-CN'));
  const judgements = readJudgements();
  writeSection(options.page, 'rules', rulesSection(alarms, judgements, rules.length, provenance()));
  if (options.list) writeFileSync(options.list, asList(alarms));
  const above = rowsOf(alarms, judgements).filter(isExceeding);
  for (const { ruleId, severity } of above) process.stderr.write(`${zh.exceeding}${ruleId} ${zh.severity[severity]}\n`);
  return above.length > 0 ? 1 : 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof UsageError ? error.message : (error as Error).stack}\n`);
  process.exitCode = 2;
}
