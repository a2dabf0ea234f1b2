/** `npm run new-rule -- category/name` writes a rule that fails its own examples until it is filled in. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CATEGORIES } from '../lib/engine/types.ts';
import { LOCALES } from '../rules/texts.ts';

const folder = new URL('../rules/', import.meta.url);

const camelCase = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const ruleFile = (id: string) => `import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';

const PATTERN = /写下要找的样子/g;

export default defineRule({
  id: '${id}',
  messages: { found: 'hint' },
  scope: 'paragraph',
  examples: [
    { wrong: '这里写一个⟦错例⟧。', right: '这里写一个正例。' },
    { right: '这里写一个看上去错、其实对的例子。' },
  ],
  check({ text }, context) {
    for (const { 0: found, index } of allMatches(text, PATTERN)) {
      context.report({ range: [index, index + found.length], message: 'found', data: { found } });
    }
  },
});
`;

/** Adds import and entry to the category's list, in alphabetical order. */
function register(category: string, name: string): void {
  const path = new URL(`${category}/index.ts`, folder);
  const source = readFileSync(path, 'utf8');
  const names = [...source.matchAll(/^import (\w+) from '\.\/([\w-]+)\.ts';$/gm)].map(([, , file]) => file!);
  const all = [...names, name].sort();
  const imports = all.map((file) => `import ${camelCase(file)} from './${file}.ts';`);
  const list = source
    .match(/\[([^\]]*)\]/)![1]!
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
  const entries = [...list, camelCase(name)];
  writeFileSync(
    path,
    `import type { Rule } from '../../lib/engine/types.ts';\n${imports.join('\n')}\n\nexport default [${entries.join(', ')}] satisfies Rule[];\n`,
  );
}

function addTexts(category: string, name: string): void {
  for (const locale of LOCALES) {
    const path = new URL(`${category}/${locale}.json`, folder);
    const texts = JSON.parse(readFileSync(path, 'utf8'));
    texts[name] = { title: name, description: name, messages: { found: '{found}' } };
    writeFileSync(path, `${JSON.stringify(texts, null, 2)}\n`);
  }
}

/** As `npm run format` would. */
function format(...paths: string[]): void {
  const biome = fileURLToPath(import.meta.resolve('@biomejs/biome/bin/biome'));
  execFileSync(
    process.execPath,
    [biome, 'check', '--write', ...paths.map((path) => fileURLToPath(new URL(path, folder)))],
    {
      stdio: 'ignore',
    },
  );
}

const id = process.argv[2] ?? '';
const [category, name] = id.split('/');
if (!CATEGORIES.some((known) => known === category) || !/^[a-z][a-z0-9-]*$/.test(name ?? '')) {
  process.stderr.write(`用法：npm run new-rule -- 类别/名称\n类别：${CATEGORIES.join('、')}\n`);
  process.exitCode = 2;
} else if (existsSync(new URL(`${id}.ts`, folder))) {
  process.stderr.write(`rules/${id}.ts 已经有了。\n`);
  process.exitCode = 2;
} else {
  writeFileSync(new URL(`${id}.ts`, folder), ruleFile(id));
  register(category!, name!);
  addTexts(category!, name!);
  format(`${id}.ts`, `${category}/index.ts`);
  process.stdout.write(
    `写好了 rules/${id}.ts。接着：补上例子、说明和检查，用 npx vitest run --project unit tests/unit/rules/rules.test.ts -t ${id} 试，再运行 npm run docs。\n`,
  );
}
