/** What the packages hold besides the program: licences of all that is in them. Needs the build, and no browser. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NOTICES_FILE } from '../../tools/bundle/licenses.ts';
import { EXTENSION_PATHS, ROOT } from './build-extension.ts';
import { BROWSERS } from './harness/browsers.ts';

const read = (...path: string[]) => readFileSync(join(...path), 'utf8');

const IMPORT = /^(?:import|export) (?!type )(?:[^;]*? from )?'([^'?]+)';$/gm;

/** npm packages that the extension's sources import for more than types, from its entrypoints on. */
function importedPackages(): Set<string> {
  const packages = new Set<string>();
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file) || !/\.tsx?$/.test(file)) return;
    seen.add(file);
    for (const [, target] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
      if (target!.startsWith('.')) visit(join(dirname(file), target!));
      else packages.add(/^(?:@[^/]+\/)?[^/]+/.exec(target!)![0]);
    }
  };
  const entrypoints = join(ROOT, 'entrypoints');
  for (const name of readdirSync(entrypoints, { recursive: true, encoding: 'utf8' })) visit(join(entrypoints, name));
  return packages;
}

/** Heads of the notices: “preact 10.29.8 (MIT)”. */
const noticesOf = (text: string) =>
  [...text.matchAll(/^={80}\n\n(\S+) (\d\S*) \(.+\)$/gm)].map(([, name, version]) => ({
    name: name!,
    version: version!,
  }));

describe.each(BROWSERS)('the package for %s', (browser) => {
  const path = EXTENSION_PATHS[browser];
  const notices = read(path, NOTICES_FILE);
  const listed = noticesOf(notices);

  it('holds its own licence', () => expect(read(path, 'LICENSE')).toBe(read(ROOT, 'LICENSE')));

  it('tells of every program of others that is in it, as installed', () => {
    expect(listed.map(({ name }) => name)).toEqual(expect.arrayContaining([...importedPackages()]));
    for (const { name, version } of listed) {
      expect(JSON.parse(read(ROOT, 'node_modules', name, 'package.json')).version, name).toBe(version);
    }
  });

  it('tells of the data, and has the texts of their licences', () => {
    expect(notices).toContain(read(ROOT, 'assets', 'LICENSES.md'));
    for (const file of readdirSync(join(ROOT, 'assets', 'licenses'))) {
      expect(notices).toContain(read(ROOT, 'assets', 'licenses', file));
    }
  });

  it('turns no text into markup', () => {
    for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.js'),
    )) {
      expect(read(path, name), name).not.toMatch(/\.(?:inner|outer)HTML\s*=[^=]|insertAdjacentHTML/);
    }
  });
});
