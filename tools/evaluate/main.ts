/**
 * Measures the checker: `npm run evaluate -- --data DIR` on sentences with known corrections, `npm run evaluate --
 * --rules --clean DIR…` on clean text, rule by rule. Writes the results to docs/evaluation.md. Exit status 1 where a
 * rule exceeds its limit, 2 where it could not run.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadCandidates } from '../../lib/language/candidates.ts';
import { NEAREST_SYLLABLE } from '../../lib/language/candidates-sound.ts';
import { nodeChecker } from '../check/node-checker.ts';
import { type Provenance, replaceSection, rulesSection, type Section, scoresSection } from './page.ts';
import { countAlarms, exceeding } from './rule-alarms.ts';
import { type DescribeError, type SentencePair, scoreSentences } from './sentences.ts';
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
      rules: { type: 'boolean', default: false },
      clean: { type: 'string', multiple: true, default: [] },
      page: { type: 'string', default: PAGE },
    },
  });
  if (values.rules ? values.clean.length === 0 : values.data === undefined) throw new UsageError(zh.usage);
  return values;
}

/** Lines that are not blank. */
const linesOf = (path: string): string[] =>
  readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');

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

async function main(args: string[]): Promise<number> {
  const options = readOptions(args);
  const checker = await nodeChecker('zh-CN');
  if (!options.rules) {
    const folder = options.data!;
    const describe = errorDescriber();
    const scores = filesIn(folder, /\.(tsv|txt)$/).map(
      (name) => [name, scoreSentences(readPairs(join(folder, name)), checker, describe)] as const,
    );
    writeSection(options.page, 'scores', scoresSection(scores, provenance()));
    return 0;
  }
  const texts = options.clean.flatMap((folder) =>
    filesIn(folder, /\.txt$/).flatMap((name) => linesOf(join(folder, name))),
  );
  const alarms = countAlarms(texts, checker);
  writeSection(options.page, 'rules', rulesSection(alarms, provenance()));
  const above = exceeding(alarms);
  if (above.length > 0) process.stderr.write(`${zh.exceeding}\n${above.join('\n')}\n`);
  return above.length > 0 ? 1 : 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof UsageError ? error.message : (error as Error).stack}\n`);
  process.exitCode = 2;
}
