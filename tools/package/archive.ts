/** Folders as zip files that are the same, byte for byte, whenever and wherever they are made of the same contents. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { unzipSync, type Zippable, zipSync } from 'fflate';

/** Zip keeps local time without a zone, from 1980 on. */
const EPOCH = new Date(1980, 0, 1);

export type Files = ReadonlyMap<string, Uint8Array>;

/** Contents of files by their paths below the root, with '/', in order. Folders are read to their ends. */
export function readFiles(root: string, paths: readonly string[]): Files {
  const files = new Map<string, Uint8Array>();
  const visit = (path: string) => {
    if (statSync(path).isDirectory()) for (const name of readdirSync(path)) visit(join(path, name));
    else files.set(relative(root, path).split(sep).join('/'), readFileSync(path));
  };
  for (const path of paths) visit(join(root, path));
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function archive(files: Files): Uint8Array {
  const entries: Zippable = {};
  for (const [name, bytes] of files) entries[name] = [bytes, { mtime: EPOCH, level: 9 }];
  return zipSync(entries);
}

export const unarchive = (bytes: Uint8Array): Files => new Map(Object.entries(unzipSync(bytes)));

/** Names of the files that are not the same in both, or in one of them only. */
export function differences(a: Files, b: Files): string[] {
  const names = new Set([...a.keys(), ...b.keys()]);
  return [...names].filter((name) => {
    const [one, other] = [a.get(name), b.get(name)];
    return !one || !other || Buffer.compare(one, other) !== 0;
  });
}
