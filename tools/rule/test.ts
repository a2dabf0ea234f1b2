/** `npm run test:rule -- category/name` holds one rule to its examples, in seconds. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { fillIn } from '../../lib/engine/issue.ts';
import { rules } from '../../rules/index.ts';
import words from './zh-CN.json' with { type: 'json' };

const id = process.argv[2];
if (id === undefined || !rules.some((rule) => rule.id === id)) {
  const near = rules.map((rule) => rule.id).filter((known) => id && known.includes(id.replace(/^.*\//, '')));
  const lines = id === undefined ? [words.testUsage] : [fillIn(words.unknown, { id })];
  if (near.length > 0) lines.push(fillIn(words.near, { ids: near.join('、') }));
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = 2;
} else {
  const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));
  const args = ['run', '--project', 'unit', 'tests/unit/rules/rules.test.ts', '--testNamePattern', `^${id} `];
  process.exitCode = spawnSync(process.execPath, [vitest, ...args], { stdio: 'inherit' }).status ?? 1;
}
