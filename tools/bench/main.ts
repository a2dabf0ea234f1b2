/**
 * `npm run bench`: speed of the engine beside a peer, and of the way from key press to highlight. Writes docs/benchmarks.md.
 * `npm run bench -- --texts FOLDER`: also how fast the .txt files of the folder are checked for the first time.
 * `npm run bench -- --rules`: what each rule costs; writes nothing.
 * `npm run bench -- --pages`: what the extension costs pages with many fields; writes nothing.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { createChecker } from '../../lib/engine/checker.ts';
import { fillIn } from '../../lib/engine/issue.ts';
import { rules } from '../../rules/index.ts';
import { textsIn } from '../../rules/texts.ts';
import { nodeChecker } from '../check/node-checker.ts';
import { loadNodeLanguage } from '../check/node-language.ts';
import { readCorpus } from '../train/corpus.ts';
import { measureLatency } from './browser.ts';
import { costOfRules, measureEngine, measureFirstCheck } from './engine.ts';
import { measurePages } from './pages.ts';
import words from './zh-CN.json' with { type: 'json' };

const milliseconds = (value: number) => fillIn(words.milliseconds, { value: value.toFixed(value < 10 ? 2 : 0) });
const speed = (value: number) =>
  fillIn(words.charactersPerSecond, { value: Math.round(value).toLocaleString('en-US') });

const { values: options } = parseArgs({
  options: { rules: { type: 'boolean' }, pages: { type: 'boolean' }, texts: { type: 'string' } },
});

if (options.rules) {
  for (const [id, cost] of await costOfRules(rules, textsIn('zh-CN'))) {
    process.stdout.write(`${cost.toFixed(3).padStart(7)} ms  ${id}\n`);
  }
  process.exit();
}

if (options.pages) {
  for (const { fields, opening, frame } of await measurePages()) {
    const cost = `${opening.toFixed(0).padStart(6)} ms to open, ${frame.toFixed(2).padStart(6)} ms a scrolled frame`;
    process.stdout.write(`${String(fields).padStart(4)} fields: ${cost}\n`);
  }
  process.exit();
}

const ofRules = await measureEngine(createChecker({ rules, texts: textsIn('zh-CN') }));
const withModel = await measureEngine(await nodeChecker('zh-CN'));
const first =
  options.texts === undefined
    ? undefined
    : measureFirstCheck(
        readCorpus(options.texts).map(({ read }) => read()),
        () => [
          createChecker({ rules, texts: textsIn('zh-CN') }),
          createChecker({ rules, texts: textsIn('zh-CN'), language: loadNodeLanguage() }),
        ],
      );
const latency = await measureLatency();
const rows = [
  ...(first
    ? [
        [
          fillIn(words.first, { texts: first.texts, characters: first.characters }),
          speed(first.rules),
          speed(first.withModel),
          words.goalOfFirst,
        ],
        [words.firstZhlint, speed(first.zhlint), speed(first.zhlint), ''],
      ]
    : []),
  [words.speed, speed(ofRules.charactersPerSecond.qingyang), speed(withModel.charactersPerSecond.qingyang), ''],
  [words.zhlint, speed(ofRules.charactersPerSecond.zhlint), speed(withModel.charactersPerSecond.zhlint), ''],
  ...ofRules.fullCheck.map(({ length, milliseconds: time }, index) => [
    fillIn(words.full, { length }),
    milliseconds(time),
    milliseconds(withModel.fullCheck[index]!.milliseconds),
    index === 0 ? words.goalOfFull : '',
  ]),
  ...ofRules.oneCharacterEdit.map(({ length, milliseconds: time }, index) => [
    fillIn(words.edit, { length }),
    milliseconds(time),
    milliseconds(withModel.oneCharacterEdit[index]!.milliseconds),
    words.goalsOfEdit[index]!,
  ]),
  [
    fillIn(words.latency, { pause: latency.typingPause }),
    '',
    `${milliseconds(latency.median)} / ${milliseconds(latency.p95)}`,
    words.goalOfLatency,
  ],
];
const table = [
  `| ${words.figure} | ${words.rules} | ${words.model} | ${words.goal} |`,
  '|---|---|---|---|',
  ...rows.map((row) => `| ${row.join(' | ')} |`),
].join('\n');
const machine = fillIn(words.machine, {
  date: new Date().toISOString().slice(0, 10),
  cpu: `${cpus().length} × ${cpus()[0]?.model.trim() ?? ''}`,
  node: process.versions.node,
});
writeFileSync(
  new URL('../../docs/benchmarks.md', import.meta.url),
  `${words.generated}\n# ${words.title}\n\n${machine}${words.memory}\n\n${table}\n`,
);
process.stdout.write(`${table}\n`);
