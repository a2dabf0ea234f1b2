/** `npm run docs` writes docs/rules anew from the rules; a test fails when they differ. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rulePages } from './rule-pages.ts';

const folder = fileURLToPath(new URL('../../docs/rules/', import.meta.url));
rmSync(folder, { recursive: true, force: true });
for (const [path, page] of rulePages()) {
  mkdirSync(dirname(folder + path), { recursive: true });
  writeFileSync(folder + path, page);
}
