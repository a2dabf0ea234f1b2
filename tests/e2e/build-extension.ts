/** Vitest's global set-up: both extensions are built once before the first test, and not at all when nothing changed. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SOURCES = [
  'entrypoints',
  'lib',
  'rules',
  'assets',
  'public',
  'tools/bundle',
  'tools/page-texts.mjs',
  'tools/text-assets.mjs',
  'wxt.config.ts',
  'package.json',
  'package-lock.json',
];
const STAMP = join(ROOT, '.output', 'sources.sha256');

/** Folders of the built extensions. */
export const EXTENSION_PATHS = {
  chrome: join(ROOT, '.output', 'chrome-mv3'),
  firefox: join(ROOT, '.output', 'firefox-mv3'),
} as const;

function* filesUnder(path: string): Generator<string> {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) yield* filesUnder(join(path, name));
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of filesUnder(join(ROOT, source))) {
      hash.update(relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

/** Builds what the sources say, in about ten seconds a browser. Throws with wxt's own words when the build fails. */
export function buildExtension(): void {
  const now = fingerprint();
  const built = Object.values(EXTENSION_PATHS).every((path) => existsSync(join(path, 'manifest.json')));
  if (built && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === now) return;
  const wxt = join(ROOT, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  for (const browser of ['chrome', 'firefox']) {
    execFileSync(process.execPath, [wxt, 'build', '-b', browser, '--mv3'], {
      cwd: ROOT,
      // What it says is in the error that is thrown when it fails.
      stdio: ['ignore', 'ignore', 'pipe'],
      // Vitest sets NODE_ENV=test, which would make a development build of it.
      env: { ...process.env, NODE_ENV: 'production' },
    });
  }
  mkdirSync(join(ROOT, '.output'), { recursive: true });
  writeFileSync(STAMP, now);
}

export default buildExtension;
