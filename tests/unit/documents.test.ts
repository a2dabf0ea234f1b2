/** The documents for people, held against what they speak of. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const { scripts, version } = JSON.parse(read('package.json'));
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .map((name) => join('docs', name))
    .filter((name) => name.endsWith('.md') && !name.startsWith(join('docs', 'rules'))),
];

describe.each(pages)('%s', (page) => {
  const text = read(page);

  it('names commands that there are', () => {
    const named = [...text.matchAll(/\bnpm (?:run (?:--silent )?([\w:-]+)|(start|test)\b)/g)].map(
      ([, run, own]) => run ?? own,
    );
    expect(named.filter((name) => !(name! in scripts))).toEqual([]);
  });

  it('links to files that there are', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)].map(([, target]) => target!);
    expect(links.filter((target) => !existsSync(join(root, dirname(page), decodeURI(target))))).toEqual([]);
  });

  it('names folders and files of the sources that there are', () => {
    const named = [...text.matchAll(/`((?:lib|rules|assets|tools|tests|entrypoints|public|docs)\/[\w./-]+)`/g)].map(
      ([, path]) => path!,
    );
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

describe.each([
  ['zh-CN', 'zh_CN'],
  ['en', 'en'],
])('the stores’ texts in %s', (locale, folder) => {
  const text = read(`docs/store/${locale}.md`);
  const messages = JSON.parse(read(`public/_locales/${folder}/messages.json`));

  it('call the extension and describe it as its manifest does', () => {
    expect(text).toContain(`\n${messages.extensionName.message}\n`);
    expect(text).toContain(`\n> ${messages.extensionDescription.message}\n`);
  });

  it('keep to the stores’ limits', () => {
    expect(messages.extensionName.message.length).toBeLessThanOrEqual(75);
    expect(messages.extensionDescription.message.length).toBeLessThanOrEqual(132);
  });
});

it('the change log has the version of package.json', () => expect(read('CHANGELOG.md')).toContain(`\n## ${version}`));
