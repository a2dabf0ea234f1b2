/**
 * `npm run bench`: speed and memory of the engine beside its peers, and of the extension in a browser. Writes
 * tools/bench/results.json and, from it, docs/benchmarks.md.
 * `npm run bench -- --texts FOLDER`: also how fast the .txt files of the folder are checked for the first time.
 * `npm run bench -- --check`: compares ratios of times with those written down; fails where one has grown by over a quarter.
 * `npm run bench -- --soak [--minutes 10]`: writes in ten editors for so long; fails where what is held grows.
 * `npm run bench -- --rules`: what each rule costs; writes nothing.
 * `npm run bench -- --pages`: what the extension costs pages with many fields; writes nothing.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { fillIn } from '../../lib/engine/issue.ts';
import { rules } from '../../rules/index.ts';
import { textsIn } from '../../rules/texts.ts';
import { measureBrowser } from './browser.ts';
import { costOfRules, measureEngine, SUBJECTS } from './engine.ts';
import { benchmarksPage, type Results } from './page.ts';
import { measurePages } from './pages.ts';
import { ratiosOf, regressions } from './regression.ts';
import { grown, soak } from './soak.ts';
import words from './zh-CN.json' with { type: 'json' };

const LENGTHS = [1000, 5000, 50_000, 500_000, 1_000_000];
/** Long enough to tell, short enough for each change. */
const LENGTHS_TO_COMPARE = [20_000, 100_000];

const results = new URL('results.json', import.meta.url);
const page = new URL('../../docs/benchmarks.md', import.meta.url);

const read = (): Results => (existsSync(results) ? (JSON.parse(readFileSync(results, 'utf8')) as Results) : {});

function write(part: Partial<Results>): void {
  const all = { ...read(), ...part };
  writeFileSync(results, `${JSON.stringify(all, undefined, 2)}\n`);
  const text = benchmarksPage(all);
  writeFileSync(page, text);
  process.stdout.write(text);
}

const say = (line: string) => process.stdout.write(`${line}\n`);
const round = (value: number) => value.toPrecision(3);

const measureRatios = async () => ratiosOf(await measureEngine(['rules', 'model', 'zhlint'], LENGTHS_TO_COMPARE));

async function compare(): Promise<void> {
  const { ratios } = read();
  if (!ratios) throw new Error(words.nothingToCompare);
  const slower = regressions(ratios, await measureRatios());
  for (const { name, before, now } of slower)
    say(fillIn(words.regression, { name, before: round(before), now: round(now) }));
  if (slower.length > 0) process.exitCode = 1;
  else say(words.fine);
}

async function measureSoak(minutes: number): Promise<void> {
  const figures = await soak(minutes);
  write({ soak: figures });
  for (const name of grown(figures)) {
    const [before, now] = [round(figures.start[name]), round(figures.end[name])];
    say(fillIn(words.grown, { name: words.holdings[name], before, now }));
    process.exitCode = 1;
  }
}

async function measureAll(folder: string | undefined): Promise<void> {
  const machine = {
    date: new Date().toISOString().slice(0, 10),
    cpu: `${cpus().length} × ${cpus()[0]?.model.trim() ?? ''}`,
    node: process.versions.node,
  };
  const engine = await measureEngine(SUBJECTS, LENGTHS, folder);
  write({ machine, engine, ratios: await measureRatios(), browser: await measureBrowser() });
}

const { values: options } = parseArgs({
  options: {
    rules: { type: 'boolean' },
    pages: { type: 'boolean' },
    check: { type: 'boolean' },
    soak: { type: 'boolean' },
    minutes: { type: 'string', default: '10' },
    texts: { type: 'string' },
  },
});

if (options.rules) {
  for (const [id, cost] of costOfRules(rules, textsIn('zh-CN'))) say(`${cost.toFixed(3).padStart(7)} ms  ${id}`);
} else if (options.pages) {
  for (const { fields, opening, frame } of await measurePages()) {
    const cost = `${opening.toFixed(0).padStart(6)} ms to open, ${frame.toFixed(2).padStart(6)} ms a scrolled frame`;
    say(`${String(fields).padStart(4)} fields: ${cost}`);
  }
} else if (options.check) await compare();
else if (options.soak) await measureSoak(Number(options.minutes));
else await measureAll(options.texts);
