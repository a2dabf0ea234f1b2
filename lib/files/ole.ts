/**
 * The container of old Office files, [MS-CFB]: a small file system of streams. Chains are followed no further than the file
 * has sectors, so that no file can keep the reader running.
 */
import { UnreadableFile } from '../docx/types.ts';

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const HEADER_SIZE = 512;
const ENTRY_SIZE = 128;
/** The last numbers are marks: end of a chain, free, and sectors of the table itself. */
const LARGEST_SECTOR = 0xfffffff9;
/** Sectors of the allocation table that the header names. */
const IN_HEADER = 109;

const STORAGE_ROOT = 5;
const STREAM = 2;

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

const damaged = (detail: string) => new UnreadableFile('damaged', detail);

export const isOle = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, index) => bytes[index] === byte);

class OleFile {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #sectorSize: number;
  readonly #table: number[] = [];
  readonly #entries: Entry[] = [];

  constructor(bytes: Uint8Array) {
    if (bytes.length < HEADER_SIZE) throw damaged('shorter than its header');
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const shift = this.#view.getUint16(30, true);
    if (shift !== 9 && shift !== 12) throw damaged('sector size');
    this.#sectorSize = 1 << shift;
    this.#readTable();
    this.#readDirectory();
  }

  /** Streams that stand at the top, by their names. */
  streams(): Map<string, () => Uint8Array> {
    const streams = new Map<string, () => Uint8Array>();
    const seen = new Set<number>();
    const waiting = [this.#entries[0]?.child ?? -1];
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
      const entry = this.#entries[index];
      if (!entry || seen.has(index)) continue;
      seen.add(index);
      waiting.push(entry.left, entry.right);
      if (entry.type === STREAM) streams.set(entry.name, () => this.#content(entry));
    }
    return streams;
  }

  #sector(number: number): Uint8Array {
    const start = (number + 1) * this.#sectorSize;
    if (start >= this.#bytes.length) throw damaged(`no sector ${number}`);
    return this.#bytes.subarray(start, start + this.#sectorSize);
  }

  #numbers(sector: Uint8Array): number[] {
    const view = new DataView(sector.buffer, sector.byteOffset, sector.byteLength);
    return Array.from({ length: sector.length >> 2 }, (_, index) => view.getUint32(index * 4, true));
  }

  #readTable(): void {
    const sectors = this.#numbers(this.#bytes.subarray(76, 76 + IN_HEADER * 4));
    const most = this.#bytes.length / this.#sectorSize;
    let next = this.#view.getUint32(68, true);
    for (let count = 0; next <= LARGEST_SECTOR; count++) {
      if (count > most) throw damaged('allocation table runs in a circle');
      const numbers = this.#numbers(this.#sector(next));
      next = numbers.pop() ?? LARGEST_SECTOR + 1;
      sectors.push(...numbers);
    }
    const named = sectors.filter((sector) => sector <= LARGEST_SECTOR);
    if (named.length > most) throw damaged('an allocation table larger than the file');
    for (const sector of named) {
      for (const number of this.#numbers(this.#sector(sector))) this.#table.push(number);
    }
  }

  /** The numbers of a chain in a table. */
  #chain(start: number, table: readonly number[]): number[] {
    const chain: number[] = [];
    for (let sector = start; sector <= LARGEST_SECTOR; sector = table[sector] ?? LARGEST_SECTOR + 1) {
      if (chain.length > table.length) throw damaged('a chain runs in a circle');
      chain.push(sector);
    }
    return chain;
  }

  #join(pieces: readonly Uint8Array[], size: number): Uint8Array {
    const all = new Uint8Array(
      Math.min(
        size,
        pieces.reduce((sum, { length }) => sum + length, 0),
      ),
    );
    let at = 0;
    for (const piece of pieces) {
      if (at >= all.length) break;
      all.set(piece.subarray(0, all.length - at), at);
      at += piece.length;
    }
    return all;
  }

  #stream(start: number, size = Number.POSITIVE_INFINITY): Uint8Array {
    return this.#join(
      this.#chain(start, this.#table).map((sector) => this.#sector(sector)),
      size,
    );
  }

  #readDirectory(): void {
    const bytes = this.#stream(this.#view.getUint32(48, true));
    const view = new DataView(bytes.buffer);
    for (let at = 0; at + ENTRY_SIZE <= bytes.length; at += ENTRY_SIZE) {
      const length = Math.max(0, Math.min(62, view.getUint16(at + 64, true) - 2));
      this.#entries.push({
        name: new TextDecoder('utf-16le').decode(bytes.subarray(at, at + length)),
        type: view.getUint8(at + 66),
        left: view.getUint32(at + 68, true),
        right: view.getUint32(at + 72, true),
        child: view.getUint32(at + 76, true),
        start: view.getUint32(at + 116, true),
        size: view.getUint32(at + 120, true),
      });
    }
    if (this.#entries[0]?.type !== STORAGE_ROOT) throw damaged('no root');
  }

  /** Small streams stand in sectors of their own kind within the root's stream. */
  #content({ start, size }: Entry): Uint8Array {
    if (size >= this.#view.getUint32(56, true)) return this.#stream(start, size);
    const miniSize = 1 << this.#view.getUint16(32, true);
    const mini = this.#stream(this.#entries[0]!.start);
    const table = this.#numbers(this.#stream(this.#view.getUint32(60, true)));
    const pieces = this.#chain(start, table).map((sector) => mini.subarray(sector * miniSize, (sector + 1) * miniSize));
    return this.#join(pieces, size);
  }
}

/** The streams at the top of an OLE file, each read when it is asked for. Throws `UnreadableFile` 'damaged'. */
export const readOle = (bytes: Uint8Array): Map<string, () => Uint8Array> => new OleFile(bytes).streams();
