/**
 * The zip file that a Word file is. What is not replaced is copied as it stands, headers and all, so that a corrected file
 * differs from its original only in the parts that were corrected. Sizes are counted while inflating, never believed.
 * Layout after PKWARE's APPNOTE.TXT 6.3.
 */
import { deflateSync, Inflate } from 'fflate';
import { UnreadableFile } from './types.ts';

/** More than these, in bytes and entries, no honest document has. */
export const LIMITS = { part: 64 << 20, all: 256 << 20, entries: 10_000 } as const;

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_RECORD = 0x06054b50;
const LOCAL_SIZE = 30;
const CENTRAL_SIZE = 46;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED_FLAG = 1;
const DESCRIPTOR_FLAG = 1 << 3;
const UTF8_FLAG = 1 << 11;
/** Version of the format that knows deflation, and the first moment a zip file can tell: 1 January 1980. */
const VERSION = 20;
const FIRST_DATE = (1 << 5) | 1;
/** So many compressed bytes are inflated at a time: at most a thousandfold of it comes out before it is counted. */
const SLICE = 16 << 10;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let index = 0; index < bytes.length; index++) crc = (crc >>> 8) ^ CRC_TABLE[(crc ^ bytes[index]!) & 0xff]!;
  return (crc ^ 0xffffffff) >>> 0;
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  /** Where its compressed data stand. */
  readonly data: readonly [start: number, end: number];
  /** Where its local record stands, header to data descriptor, with what may follow it. */
  readonly record: readonly [start: number, end: number];
  /** Where its record in the central directory stands. */
  readonly central: readonly [start: number, end: number];
}

const damaged = (detail: string) => new UnreadableFile('damaged', detail);

/** Where the end record stands: the last one whose comment ends the file. */
function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= first; at--) {
    if (view.getUint32(at, true) !== END_RECORD) continue;
    if (at + END_SIZE + view.getUint16(at + 20, true) <= view.byteLength) return at;
  }
  throw damaged('no end of central directory');
}

/** A part's name as relationships write it: no slash in front, forward slashes within. */
const partName = (bytes: Uint8Array, isUtf8: boolean) =>
  new TextDecoder(isUtf8 ? 'utf-8' : 'latin1').decode(bytes).replaceAll('\\', '/').replace(/^\//, '');

/** Part names are compared without regard to case. */
const keyOf = (name: string) => name.toLowerCase();

interface Directory {
  readonly entries: readonly Entry[];
  /** Where the central directory begins. */
  readonly start: number;
  /** Where the end record stands. */
  readonly end: number;
}

function readDirectory(bytes: Uint8Array): Directory {
  const view = viewOf(bytes);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count > LIMITS.entries) throw new UnreadableFile('too-large', `${count} entries`);
  if (start + view.getUint32(end + 12, true) > end) throw damaged('central directory runs into its end record');
  const found: (Omit<Entry, 'record'> & { readonly offset: number })[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + CENTRAL_SIZE > end || view.getUint32(at, true) !== CENTRAL_HEADER) throw damaged('central directory');
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const size = view.getUint32(at + 20, true);
    const nameEnd = at + CENTRAL_SIZE + view.getUint16(at + 28, true);
    const next = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const offset = view.getUint32(at + 42, true);
    if (flags & ENCRYPTED_FLAG) throw new UnreadableFile('encrypted');
    if (next > end || offset + LOCAL_SIZE > start || view.getUint32(offset, true) !== LOCAL_HEADER) {
      throw damaged('an entry lies outside the file');
    }
    const dataStart = offset + LOCAL_SIZE + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    found.push({
      name: partName(bytes.subarray(at + CENTRAL_SIZE, nameEnd), (flags & UTF8_FLAG) !== 0),
      method,
      crc: view.getUint32(at + 16, true),
      data: [dataStart, dataStart + size],
      central: [at, next],
      offset,
    });
    at = next;
  }
  found.sort((a, b) => a.offset - b.offset);
  const entries = found.map(({ offset, ...entry }, index): Entry => {
    const recordEnd = found[index + 1]?.offset ?? start;
    if (entry.data[1] > recordEnd) throw damaged('entries overlap');
    return { ...entry, record: [offset, recordEnd] };
  });
  return { entries, start, end };
}

/** Grows a byte array at its end. */
class Writer {
  readonly #chunks: Uint8Array[] = [];
  length = 0;

  add(chunk: Uint8Array): void {
    this.#chunks.push(chunk);
    this.length += chunk.length;
  }

  bytes(): Uint8Array {
    const all = new Uint8Array(this.length);
    let at = 0;
    for (const chunk of this.#chunks) {
      all.set(chunk, at);
      at += chunk.length;
    }
    return all;
  }
}

/** The fields that describe an entry's data, which both headers have in the same order, 16 bytes before the name's length. */
function describe(header: Uint8Array, flagsAt: number, content: Uint8Array, packed: Uint8Array): void {
  const view = viewOf(header);
  const version = flagsAt - 2;
  view.setUint16(version, Math.max(view.getUint16(version, true), VERSION), true);
  view.setUint16(flagsAt, view.getUint16(flagsAt, true) & ~DESCRIPTOR_FLAG, true);
  view.setUint16(flagsAt + 2, DEFLATED, true);
  view.setUint32(flagsAt + 8, crc32(content), true);
  view.setUint32(flagsAt + 12, packed.length, true);
  view.setUint32(flagsAt + 16, content.length, true);
}

/** Headers of an entry that the file did not have. */
function newHeaders(name: string): { local: Uint8Array; central: Uint8Array } {
  const encoded = new TextEncoder().encode(name);
  const header = (size: number, signature: number, flagsAt: number) => {
    const bytes = new Uint8Array(size + encoded.length);
    const view = viewOf(bytes);
    view.setUint32(0, signature, true);
    view.setUint16(flagsAt, UTF8_FLAG, true);
    view.setUint16(flagsAt + 6, FIRST_DATE, true);
    view.setUint16(flagsAt + 20, encoded.length, true);
    bytes.set(encoded, size);
    return bytes;
  };
  const central = header(CENTRAL_SIZE, CENTRAL_HEADER, 8);
  viewOf(central).setUint16(4, VERSION, true);
  return { local: header(LOCAL_SIZE, LOCAL_HEADER, 6), central };
}

export class Container {
  readonly #bytes: Uint8Array;
  readonly #directory: Directory;
  readonly #byName = new Map<string, Entry>();
  #inflated = 0;

  /** Reads the directory. Throws `UnreadableFile`: 'damaged', 'encrypted' or 'too-large'. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#directory = readDirectory(bytes);
    for (const entry of this.#directory.entries) {
      const key = keyOf(entry.name);
      if (this.#byName.has(key)) throw damaged(`two entries named ${entry.name}`);
      this.#byName.set(key, entry);
    }
  }

  /** Names of all entries, in the order in which they stand in the file. */
  get names(): string[] {
    return this.#directory.entries.map(({ name }) => name);
  }

  has(name: string): boolean {
    return this.#byName.has(keyOf(name));
  }

  /** The content of an entry, undefined where there is none. Throws `UnreadableFile`: 'damaged' or 'too-large'. */
  read(name: string): Uint8Array | undefined {
    const entry = this.#byName.get(keyOf(name));
    if (!entry) return undefined;
    const packed = this.#bytes.subarray(...entry.data);
    const content = this.#unpack(packed, entry);
    if (crc32(content) !== entry.crc) throw damaged(`checksum of ${name}`);
    return content;
  }

  #count(length: number, sizeOfPart: number): void {
    this.#inflated += length;
    if (sizeOfPart > LIMITS.part || this.#inflated > LIMITS.all) throw new UnreadableFile('too-large');
  }

  #unpack(packed: Uint8Array, { name, method }: Entry): Uint8Array {
    if (method === STORED) {
      this.#count(packed.length, packed.length);
      return packed;
    }
    if (method !== DEFLATED) throw damaged(`${name} is packed by method ${method}`);
    const content = new Writer();
    const inflate = new Inflate((chunk) => {
      this.#count(chunk.length, content.length + chunk.length);
      content.add(chunk);
    });
    try {
      for (let at = 0; at < packed.length; at += SLICE) {
        inflate.push(packed.subarray(at, at + SLICE), at + SLICE >= packed.length);
      }
    } catch (error) {
      if (error instanceof UnreadableFile) throw error;
      throw damaged(`${name}: ${(error as Error).message}`);
    }
    return content.bytes();
  }

  /**
   * The file with some entries replaced and others, of names that it does not have, added at its end. Everything else is
   * copied byte for byte.
   */
  write(changes: ReadonlyMap<string, Uint8Array>): Uint8Array {
    if (changes.size === 0) return this.#bytes;
    const byKey = new Map([...changes].map(([name, content]) => [keyOf(name), content]));
    const { entries, start, end } = this.#directory;
    const out = new Writer();
    out.add(this.#bytes.subarray(0, entries[0]?.record[0] ?? start));
    const centrals = new Map<Entry, Uint8Array>();
    for (const entry of entries) {
      const central = this.#bytes.slice(...entry.central);
      viewOf(central).setUint32(42, out.length, true);
      centrals.set(entry, central);
      const content = byKey.get(keyOf(entry.name));
      if (!content) {
        out.add(this.#bytes.subarray(...entry.record));
        continue;
      }
      const local = this.#bytes.slice(entry.record[0], entry.data[0]);
      const packed = deflateSync(content);
      describe(local, 6, content, packed);
      describe(central, 8, content, packed);
      out.add(local);
      out.add(packed);
    }
    const added: Uint8Array[] = [];
    for (const [name, content] of changes) {
      if (this.has(name)) continue;
      const { local, central } = newHeaders(name);
      const packed = deflateSync(content);
      describe(local, 6, content, packed);
      describe(central, 8, content, packed);
      viewOf(central).setUint32(42, out.length, true);
      out.add(local);
      out.add(packed);
      added.push(central);
    }
    const directoryStart = out.length;
    const inOrder = [...entries].sort((a, b) => a.central[0] - b.central[0]);
    for (const entry of inOrder) out.add(centrals.get(entry)!);
    for (const central of added) out.add(central);
    const endRecord = this.#bytes.slice(end);
    const view = viewOf(endRecord);
    view.setUint16(8, entries.length + added.length, true);
    view.setUint16(10, entries.length + added.length, true);
    view.setUint32(12, out.length - directoryStart, true);
    view.setUint32(16, directoryStart, true);
    out.add(endRecord);
    return out.bytes();
  }
}
