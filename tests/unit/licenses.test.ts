import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const assets = new URL('../../assets/', import.meta.url);
const page = readFileSync(new URL('LICENSES.md', assets), 'utf8');

describe('assets/LICENSES.md', () => {
  const headings = page.match(/^## .*$/gm)!.join('\n');
  const shipped = ['models', 'lexicons'].flatMap((folder) => readdirSync(new URL(folder, assets)));

  it.each(shipped)('tells where %s comes from', (file) => expect(headings).toContain(file));

  it('tells of no file that is not there', () => {
    expect(headings.match(/[\w-]+\.(?:tsv|bin)/g)!.filter((file) => !shipped.includes(file))).toEqual([]);
  });

  it('names licences whose text is shipped', () => {
    const texts = readdirSync(new URL('licenses', assets)).map((file) => file.replace('.txt', ''));
    const named = new Set(page.match(/Apache-2\.0|LGPL-[\d.]+(?=-or-later)|MIT|MPL-2\.0|GPL-3/g));
    expect([...named].sort()).toEqual(texts.sort());
  });
});
