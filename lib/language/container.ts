/**
 * The binary that models are shipped in: a short header, then typed arrays that are used where they lie, so that
 * loading costs no parsing.
 *
 *   0  'QYM1'   4  header length   8  checksum (FNV-1a of everything behind the header)   12  file length
 *   16 header: UTF-8 JSON, filled with blanks up to a multiple of 8, then the arrays, each at a multiple of 8
 */
import { fnv1a } from './integrity.ts';

const MAGIC = 0x314d5951; // 'QYM1', little-endian
const PREAMBLE = 16;

const ARRAY_TYPES = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, f32: Float32Array } as const;
type TypeName = keyof typeof ARRAY_TYPES;
export type ModelArray = Uint8Array | Uint16Array | Uint32Array | Float32Array;

interface Section {
  readonly name: string;
  readonly type: TypeName;
  /** Bytes from the first array. */
  readonly offset: number;
  readonly length: number;
}

interface Header {
  readonly kind: string;
  readonly version: number;
  readonly provenance: Provenance;
  readonly sections: readonly Section[];
}

/** Where a model comes from: sources, counts, settings. */
export type Provenance = Readonly<Record<string, string | number | readonly string[]>>;

const align = (length: number) => (length + 7) & ~7;

const typeName = (array: ModelArray) =>
  (Object.keys(ARRAY_TYPES) as TypeName[]).find((name) => array instanceof ARRAY_TYPES[name])!;

export function packContainer(
  kind: string,
  version: number,
  provenance: Provenance,
  arrays: Readonly<Record<string, ModelArray>>,
): Uint8Array {
  let end = 0;
  const sections = Object.entries(arrays).map(([name, array]) => {
    const section: Section = { name, type: typeName(array), offset: end, length: array.length };
    end = align(end + array.byteLength);
    return section;
  });
  const json = new TextEncoder().encode(JSON.stringify({ kind, version, provenance, sections } satisfies Header));
  const start = align(PREAMBLE + json.length);
  const file = new Uint8Array(start + end).fill(0x20, PREAMBLE, start);
  file.set(json, PREAMBLE);
  for (const { name, offset } of sections) {
    const array = arrays[name]!;
    file.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), start + offset);
  }
  const view = new DataView(file.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, start - PREAMBLE, true);
  view.setUint32(8, fnv1a(file.subarray(start)), true);
  view.setUint32(12, file.length, true);
  return file;
}

/** A model file in memory. */
export class Container {
  readonly provenance: Provenance;
  /** FNV-1a of the arrays, as the header has it. */
  readonly checksum: number;
  readonly #buffer: ArrayBuffer;
  readonly #start: number;
  readonly #sections: ReadonlyMap<string, Section>;

  /** @throws if the buffer is not a whole file of that kind and version */
  constructor(buffer: ArrayBuffer, kind: string, version: number) {
    const view = new DataView(buffer);
    if (buffer.byteLength < PREAMBLE || view.getUint32(0, true) !== MAGIC) throw new Error(`${kind}: not a model file`);
    if (view.getUint32(12, true) !== buffer.byteLength) throw new Error(`${kind}: the model file is cut short`);
    this.#start = PREAMBLE + view.getUint32(4, true);
    const json = new TextDecoder().decode(new Uint8Array(buffer, PREAMBLE, this.#start - PREAMBLE));
    const header = JSON.parse(json) as Header;
    if (header.kind !== kind || header.version !== version) {
      throw new Error(`expected ${kind} ${version}, the model file is ${header.kind} ${header.version}`);
    }
    this.provenance = header.provenance;
    this.checksum = view.getUint32(8, true);
    this.#buffer = buffer;
    this.#sections = new Map(header.sections.map((section) => [section.name, section]));
  }

  u8 = (name: string) => this.#array(name, Uint8Array);
  u16 = (name: string) => this.#array(name, Uint16Array);
  u32 = (name: string) => this.#array(name, Uint32Array);
  f32 = (name: string) => this.#array(name, Float32Array);

  #array<T extends ModelArray>(name: string, Type: new (buffer: ArrayBuffer, offset: number, length: number) => T): T {
    const section = this.#sections.get(name);
    if (!section || Type !== (ARRAY_TYPES[section.type] as unknown))
      throw new Error(`no array ${name} in the model file`);
    return new Type(this.#buffer, this.#start + section.offset, section.length);
  }
}
