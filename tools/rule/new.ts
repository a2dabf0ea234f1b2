/** `npm run new-rule -- category/name` writes a rule that works and passes every test, to be made into the one that is wanted. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fillIn } from '../../lib/engine/issue.ts';
import { CATEGORIES, type RuleText } from '../../lib/engine/types.ts';
import { LOCALES, type Locale } from '../../rules/texts.ts';
import words from './zh-CN.json' with { type: 'json' };

const folder = new URL('../../rules/', import.meta.url);

const camelCase = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const ruleFile = (id: string) => `import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';

const PATTERN = /要找的样子/g;

export default defineRule({
  id: '${id}',
  messages: { found: 'hint' },
  scope: 'paragraph',
  examples: [
    { wrong: '这里写出⟦要找的样子⟧。', right: '这里写出改好的样子。' },
    { right: '这里写一句看上去错、其实对的话。' },
  ],
  check({ text }, context) {
    for (const { 0: found, index } of allMatches(text, PATTERN)) {
      context.report({
        range: [index, index + found.length],
        message: 'found',
        data: { found },
        suggestions: ['改好的样子'],
      });
    }
  },
});
`;

/** What the rule is called and says until its author has put it better. */
const DRAFTS: Readonly<Record<Locale, RuleText>> = {
  'zh-CN': {
    title: '（给规则起个名字）',
    description: '（用一两句话说明它查什么、为什么。）',
    messages: { found: '“{found}”：请写明哪里不对、怎样改。' },
  },
  en: {
    title: '(name of the rule)',
    description: '(What it looks for and why, in a sentence or two.)',
    messages: { found: '“{found}”: say what is wrong and how to mend it.' },
  },
};

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
    texts[name] = DRAFTS[locale];
    writeFileSync(path, `${JSON.stringify(texts, null, 2)}\n`);
  }
}

/** As `npm run format` would. */
function format(...paths: string[]): void {
  const biome = fileURLToPath(import.meta.resolve('@biomejs/biome/bin/biome'));
  const files = paths.map((path) => fileURLToPath(new URL(path, folder)));
  execFileSync(process.execPath, [biome, 'check', '--write', ...files], { stdio: 'ignore' });
}

/** As `npm run docs` would, in a process that sees the new rule. */
const writePages = () =>
  execFileSync(process.execPath, ['--import', './tools/node-loader.mjs', 'tools/docs/main.ts'], {
    cwd: fileURLToPath(new URL('..', folder)),
    stdio: 'ignore',
  });

const id = process.argv[2] ?? '';
const [category, name] = id.split('/');
if (!CATEGORIES.some((known) => known === category) || !/^[a-z][a-z0-9-]*$/.test(name ?? '')) {
  process.stderr.write(`${fillIn(words.usage, { categories: CATEGORIES.join('、') })}\n`);
  process.exitCode = 2;
} else if (existsSync(new URL(`${id}.ts`, folder))) {
  process.stderr.write(`${fillIn(words.exists, { id })}\n`);
  process.exitCode = 2;
} else {
  writeFileSync(new URL(`${id}.ts`, folder), ruleFile(id));
  register(category!, name!);
  addTexts(category!, name!);
  format(`${id}.ts`, `${category}/index.ts`, ...LOCALES.map((locale) => `${category}/${locale}.json`));
  writePages();
  process.stdout.write(`${fillIn(words.next.join('\n'), { id, category: category! })}\n`);
}
