/** The text that models are counted on: every .txt and .txt.xz of a folder, in the order of their names. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface CorpusFile {
  readonly name: string;
  readonly text: string;
}

/** What kind of text a file holds: the first word of its name, as in gov_reports.txt.xz. @throws if there is none */
export function registerOf(name: string): string {
  const register = /^[^_.]+/.exec(name)?.[0];
  if (!register) throw new Error(`the name of the corpus file ${name} must begin with its kind of text`);
  return register;
}

const MAX_UNPACKED = 2 ** 30;

/** The text of a file, unpacked where it is packed. @throws if `xz` is needed and missing */
export function readText(path: string): string {
  const bytes = path.endsWith('.xz')
    ? execFileSync('xz', ['-dc', path], { maxBuffer: MAX_UNPACKED })
    : readFileSync(path);
  return bytes.toString('utf8');
}

/** @throws if there is no corpus file or `xz` is needed and missing */
export function* readCorpus(folder: string): Generator<CorpusFile> {
  const names = readdirSync(folder)
    .filter((name) => /\.txt(\.xz)?$/.test(name))
    .sort();
  if (names.length === 0) throw new Error(`no .txt or .txt.xz file in ${folder}`);
  for (const name of names) {
    yield { name, text: readText(join(folder, name)) };
  }
}

/** One line in so many is kept out of the counts, to plant errors in for the judge. Decided by the line alone. */
const HELD_OUT_SHARE = 200;

export function isHeldOut(line: string): boolean {
  let hash = 0x811c9dc5;
  for (let i = 0; i < line.length; i++) hash = Math.imul(hash ^ line.charCodeAt(i), 0x01000193);
  // The low bits of FNV-1a are its weakest.
  return (hash >>> 8) % HELD_OUT_SHARE === 0;
}

/** @returns the lines that are counted (`held` false) or held out of the counts (`held` true) */
export const corpusLines = (text: string, held: boolean) => text.split('\n').filter((line) => isHeldOut(line) === held);
