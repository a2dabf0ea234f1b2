/** Corrected files, written so that nothing of what was handed in is ever written over unasked. */
import { lstatSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { saveWordFile } from '../../lib/docx/save.ts';
import { encodeText } from './encode.ts';
import type { Review } from './review.ts';
import type { Source } from './source.ts';

/** Why a file is not written. */
export type Refusal = 'inPlace' | 'original' | 'link' | 'folder' | 'twice' | 'readOnly' | 'encoding';

export class UnwritableFile extends Error {
  constructor(
    readonly path: string,
    readonly reason: Refusal,
  ) {
    super(path);
  }
}

/** Who is shown as the author of tracked changes and comments. */
const AUTHOR = '清样';

export interface CopyOptions {
  readonly tracked: boolean;
  readonly comments: boolean;
  /** Of tracked changes and comments. */
  readonly date: Date;
}

/** The bytes of a corrected text in its own encoding. @throws UnwritableFile where it cannot hold what was there */
function textBytes(source: Source & { format: 'text' }, text: string): Uint8Array {
  // What is read and written again must be the same bytes, or characters that nobody has touched would change.
  if (Buffer.compare(encodeText(source.text, source.decoded), source.bytes) !== 0) {
    throw new UnwritableFile(source.path, 'encoding');
  }
  return encodeText(text, source.decoded);
}

/** The bytes of the corrected file. @throws UnwritableFile where nothing can be written into its format */
export function correctedBytes(source: Source, { result, edits, remarks }: Review, options: CopyOptions): Uint8Array {
  if (source.format === 'text') return result.text === source.text ? source.bytes : textBytes(source, result.text);
  if (source.format !== 'docx') throw new UnwritableFile(source.path, 'readOnly');
  const { tracked, comments, date } = options;
  return saveWordFile(source.bytes, {
    edits,
    remarks: comments ? remarks : [],
    as: tracked ? 'tracked' : 'applied',
    author: AUTHOR,
    date,
  }).bytes;
}

/** What identifies a file however it is called: by other links, in another case. */
const identityOf = (path: string): string | undefined => {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats && `${stats.dev}:${stats.ino}`;
};

/** Puts files into a folder under names of their own. */
export class OutputFolder {
  readonly #originals: ReadonlySet<string | undefined>;
  readonly #written = new Set<string>();

  /** @param originals files that must stay as they are */
  constructor(
    private readonly folder: string,
    originals: readonly string[],
  ) {
    mkdirSync(folder, { recursive: true });
    this.#originals = new Set(originals.map(identityOf));
  }

  /**
   * Writes the whole file or nothing. What was written there by an earlier run is replaced.
   * @throws UnwritableFile where the name belongs to an original, a link, a folder, or was given already
   */
  write(name: string, bytes: Uint8Array): void {
    const path = join(this.folder, basename(name));
    const there = lstatSync(path, { throwIfNoEntry: false });
    if (there?.isSymbolicLink()) throw new UnwritableFile(path, 'link');
    if (there?.isDirectory()) throw new UnwritableFile(path, 'folder');
    const identity = identityOf(path);
    if (identity && this.#originals.has(identity)) throw new UnwritableFile(path, 'original');
    if (this.#written.has(path) || (identity && this.#written.has(identity))) throw new UnwritableFile(path, 'twice');
    writeWhole(path, bytes);
    this.#written.add(path).add(identityOf(path)!);
  }
}

/** Writes beside the file and puts it in its place in one step, so that no half of it is ever there. */
function writeWhole(path: string, bytes: Uint8Array): void {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, bytes, { flag: 'wx' });
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
