/**
 * `npm run package`: what is handed in to the stores, in .output/packages: a package for Chrome (and Edge), one for Firefox, and
 * the sources of which Mozilla's reviewers build it again. With --verify, does as they would, and compares.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { fillIn } from '../../lib/engine/issue.ts';
import { buildExtension, EXTENSION_PATHS, ROOT } from '../../tests/e2e/build-extension.ts';
import { BROWSERS, type BrowserName } from '../../tests/e2e/harness/browsers.ts';
import { archive, differences, type Files, readFiles, unarchive } from './archive.ts';
import { lintPackage } from './lint.ts';
import words from './zh-CN.json' with { type: 'json' };

const OUTPUT = join(ROOT, '.output', 'packages');
/** Of a package; the stores take more, but nobody waits for it gladly. */
const LARGEST = 48;
const MEGABYTE = 1_000_000;

/** All that `npm run build` reads, and the words for who builds it. */
const SOURCES = [
  'assets',
  'docs/store/SOURCE_CODE_REVIEW.md',
  'entrypoints',
  'lib',
  'LICENSE',
  'package-lock.json',
  'package.json',
  'public',
  'README.md',
  'rules',
  'tools',
  'tsconfig.json',
  'wxt.config.ts',
];

const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const say = (template: string, data: Record<string, string | number> = {}) =>
  process.stdout.write(`${fillIn(template, data)}\n`);

/** A reason not to hand anything in, in words. */
class Refusal extends Error {}

function write(kind: BrowserName | 'sources', files: Files): string {
  const bytes = archive(files);
  const file = `${name}-${version}-${kind}.zip`;
  if (bytes.length > LARGEST * MEGABYTE) throw new Refusal(fillIn(words.tooLarge, { file, limit: LARGEST }));
  writeFileSync(join(OUTPUT, file), bytes);
  const hash = createHash('sha256').update(bytes).digest('hex');
  say(words.made, { file, size: (bytes.length / MEGABYTE).toFixed(1), hash });
  return join(OUTPUT, file);
}

async function lint(paths: Readonly<Record<BrowserName, string>>): Promise<void> {
  let count = 0;
  for (const browser of BROWSERS) {
    for (const message of await lintPackage(browser, paths[browser])) {
      say(words.complaint, { browser, message });
      count++;
    }
  }
  if (count > 0) throw new Refusal(fillIn(words.complaints, { count }));
}

/** Builds the sources in a folder of their own, by the command that reviewers use. */
function verify(built: Readonly<Record<BrowserName, Files>>, sources: string): void {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  say(words.rebuilding, { folder });
  try {
    for (const [path, bytes] of unarchive(readFileSync(sources))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    execFileSync('npm', ['run', 'build'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
    for (const browser of BROWSERS) {
      const again = readFiles(join(folder, '.output', `${browser}-mv3`), ['.']);
      const different = differences(built[browser], again);
      if (different.length > 0) throw new Refusal(fillIn(words.different, { browser, files: different.join('、') }));
      say(words.same, { browser, count: again.size });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { verify: { type: 'boolean', default: false } } });
  say(words.building);
  buildExtension();
  mkdirSync(OUTPUT, { recursive: true });
  const built = {
    chrome: readFiles(EXTENSION_PATHS.chrome, ['.']),
    firefox: readFiles(EXTENSION_PATHS.firefox, ['.']),
  };
  await lint({ chrome: write('chrome', built.chrome), firefox: write('firefox', built.firefox) });
  const sources = write('sources', readFiles(ROOT, SOURCES));
  if (values.verify) verify(built, sources);
}

try {
  await main();
} catch (error) {
  const isUsage = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  process.stderr.write(
    `${isUsage ? words.usage : error instanceof Refusal ? error.message : (error as Error).stack}\n`,
  );
  process.exitCode = isUsage ? 2 : 1;
}
