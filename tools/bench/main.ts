/** `npm run bench`: speed of the engine beside a peer, and of the way from key press to highlight. Writes docs/benchmarks.md. */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fillIn } from '../../lib/engine/issue.ts';
import { nodeChecker } from '../check/node-checker.ts';
import { measureLatency } from './browser.ts';
import { measureEngine } from './engine.ts';
import words from './zh-CN.json' with { type: 'json' };

const milliseconds = (value: number) => fillIn(words.milliseconds, { value: value.toFixed(value < 10 ? 2 : 0) });
const speed = (value: number) =>
  fillIn(words.charactersPerSecond, { value: Math.round(value).toLocaleString('en-US') });

const engine = await measureEngine(await nodeChecker('zh-CN'));
const latency = await measureLatency();
const rows = [
  [words.speed, speed(engine.charactersPerSecond.qingyang), '≥ 200,000'],
  [words.zhlint, speed(engine.charactersPerSecond.zhlint), ''],
  ...engine.fullCheck.map(({ length, milliseconds: time }, index) => [
    fillIn(words.full, { length }),
    milliseconds(time),
    index === 0 ? '< 15' : '',
  ]),
  [words.edit, milliseconds(engine.oneCharacterEdit), '< 2'],
  [
    fillIn(words.latency, { pause: latency.typingPause }),
    `${milliseconds(latency.median)} / ${milliseconds(latency.p95)}`,
    '< 100',
  ],
];
const table = [
  `| ${words.figure} | ${words.value} | ${words.goal} |`,
  '|---|---|---|',
  ...rows.map((row) => `| ${row.join(' | ')} |`),
].join('\n');
const machine = fillIn(words.machine, {
  date: new Date().toISOString().slice(0, 10),
  cpu: `${cpus().length} × ${cpus()[0]?.model.trim() ?? ''}`,
  node: process.versions.node,
});
writeFileSync(
  new URL('../../docs/benchmarks.md', import.meta.url),
  `${words.generated}\n# ${words.title}\n\n${machine}\n\n${table}\n`,
);
process.stdout.write(`${table}\n`);
