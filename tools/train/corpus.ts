/** The text that models are counted on: every .txt and .txt.xz of a folder, in the order of their names. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface CorpusFile {
  readonly name: string;
  /** Reads the text anew each time, so that only one file need be in memory. @throws if `xz` is needed and missing */
  read(): string;
}

const MAX_UNPACKED = 2 ** 30;

/** The text of a file, unpacked where it is packed. @throws if `xz` is needed and missing */
export function readText(path: string): string {
  const bytes = path.endsWith('.xz')
    ? execFileSync('xz', ['-dc', path], { maxBuffer: MAX_UNPACKED })
    : readFileSync(path);
  return bytes.toString('utf8');
}

/** @throws if there is no corpus file */
export function readCorpus(folder: string): CorpusFile[] {
  const names = readdirSync(folder)
    .filter((name) => /\.txt(\.xz)?$/.test(name))
    .sort();
  if (names.length === 0) throw new Error(`no .txt or .txt.xz file in ${folder}`);
  return names.map((name) => ({ name, read: () => readText(join(folder, name)) }));
}

export type Register = 'official' | 'law' | 'discipline' | 'news' | 'unit' | 'science' | 'technology' | 'prose';

interface Source {
  readonly register: Register;
  /** How much an occurrence counts: what is like the texts to be checked more, what is scanned or far from them less. */
  readonly weight: number;
}

/** By the first word of a file's name, as in gov_reports.txt.xz. */
const SOURCES: Readonly<Record<string, Source>> = {
  gov: { register: 'official', weight: 3 },
  provincial: { register: 'official', weight: 3 },
  laws: { register: 'law', weight: 1 },
  jiwei: { register: 'discipline', weight: 1.5 },
  xwlb: { register: 'news', weight: 1 },
  peoples: { register: 'news', weight: 1 },
  news: { register: 'news', weight: 1 },
  business: { register: 'news', weight: 1 },
  finance: { register: 'news', weight: 0.5 },
  univ: { register: 'unit', weight: 1 },
  hospital: { register: 'unit', weight: 1 },
  chinaxiv: { register: 'science', weight: 0.5 },
  csl: { register: 'science', weight: 1 },
  medical: { register: 'science', weight: 1 },
  cosx: { register: 'technology', weight: 0.5 },
  tech: { register: 'technology', weight: 0.5 },
  wechat: { register: 'prose', weight: 1 },
  bedtimenews: { register: 'prose', weight: 1 },
  essays: { register: 'prose', weight: 1 },
  reading: { register: 'prose', weight: 1 },
  books: { register: 'prose', weight: 0.5 },
  literature: { register: 'prose', weight: 0.5 },
  gushiwen: { register: 'prose', weight: 0.5 },
};

/** @throws if the file's kind of text is not known */
export function sourceOf(name: string): Source {
  const source = SOURCES[/^[^_.]*/.exec(name)![0]];
  if (!source) throw new Error(`${name} begins with no kind of text that is known: ${Object.keys(SOURCES).join(', ')}`);
  return source;
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
