import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rulePages } from '../../../tools/docs/rule-pages.ts';

const folder = new URL('../../../docs/rules/', import.meta.url);

it('docs/rules are what the rules say; if not, run npm run docs', () => {
  const written = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.md'));
  const pages = rulePages();
  expect(written.sort()).toEqual([...pages.keys()].sort());
  for (const [path, page] of pages) expect(readFileSync(new URL(path, folder), 'utf8'), path).toBe(page);
});
