/** Reads the data folder: corpora and dictionaries as they were published, compressed or not. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export function readText(dataFolder: string, path: string): string {
  return readFileSync(join(dataFolder, path), 'utf8').replace(/^\uFEFF/, '');
}

export function readJson<T>(dataFolder: string, path: string): T {
  return JSON.parse(readText(dataFolder, path)) as T;
}

/** The text of one file in an xz-compressed tar. Needs `tar` and `xz` on the path. */
export function readFromArchive(dataFolder: string, archive: string, file: string): string {
  const result = spawnSync('tar', ['-xJOf', join(dataFolder, archive), file], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30 - 1,
  });
  if (result.status !== 0) throw new Error(`Cannot read ${file} in ${archive}: ${result.stderr || result.error}`);
  return result.stdout;
}

/** Wrong and right sentences of equal length from every .tsv of the folder dev/, where there is one. */
export function readSentencePairs(dataFolder: string): [wrong: string, right: string][] {
  const folder = join(dataFolder, 'dev');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.tsv'));
  return files.sort().flatMap((name) =>
    readText(folder, name)
      .split(/\r?\n/)
      .map((line) => line.split('\t') as [string, string])
      .filter(([wrong, right]) => right !== undefined && wrong.length === right.length && wrong !== right),
  );
}

/** The lines of every corpus file in order of their names: .txt as it is, .txt.xz through `xz`. */
export async function* corpusLines(dataFolder: string): AsyncGenerator<string> {
  const folder = join(dataFolder, 'corpus');
  for (const name of readdirSync(folder).sort()) {
    if (!/\.txt(\.xz)?$/.test(name)) continue;
    const path = join(folder, name);
    const reader = spawn(name.endsWith('.xz') ? 'xz' : 'cat', name.endsWith('.xz') ? ['-dc', path] : [path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise<number | null>((resolve, reject) => reader.on('close', resolve).on('error', reject));
    yield* createInterface({ input: reader.stdout, crlfDelay: Number.POSITIVE_INFINITY });
    const code = await ended;
    if (code !== 0) throw new Error(`Reading ${name} ended with ${code}`);
  }
}
