/**
 * The container of the compiled lexicons: a header of JSON that says what each section is and where the data came from,
 * then the sections, each at a multiple of eight bytes, so that they are read as typed arrays over the file's own buffer
 * without copying or parsing.
 *
 * Layout, little endian: magic (4 bytes), format version (u32), checksum of all that follows (u32, FNV-1a), length of the
 * header in bytes (u32), header (UTF-8 JSON), padding, sections.
 */
import { fnv1a } from './integrity.ts';

const ARRAYS = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array } as const;
type ElementType = keyof typeof ARRAYS;
type SectionArray = Uint8Array | Uint16Array | Uint32Array;

interface SectionEntry {
  readonly name: string;
  readonly type: ElementType;
  readonly length: number;
  /** From the start of the file, in bytes. */
  readonly offset: number;
}

interface Header {
  /** Where the data came from, for people. */
  readonly provenance: readonly string[];
  /** Small tables that are strings by nature. */
  readonly tables: Readonly<Record<string, readonly string[]>>;
  readonly sections: readonly SectionEntry[];
}

const VERSION = 1;
const PREFIX_BYTES = 16;
const aligned = (offset: number): number => (offset + 7) & ~7;

export class LexiconFile {
  readonly #buffer: ArrayBuffer;
  readonly #header: Header;
  readonly checksum: number;

  /** @throws Error where the buffer is not a lexicon of the given magic and of this version. */
  constructor(buffer: ArrayBuffer, magic: string) {
    const view = new DataView(buffer);
    const found = buffer.byteLength < PREFIX_BYTES ? '' : String.fromCharCode(...new Uint8Array(buffer, 0, 4));
    if (found !== magic) throw new Error(`Not a ${magic} lexicon`);
    if (view.getUint32(4, true) !== VERSION) throw new Error(`${magic} lexicon of another version`);
    this.checksum = view.getUint32(8, true);
    const header = new Uint8Array(buffer, PREFIX_BYTES, view.getUint32(12, true));
    this.#header = JSON.parse(new TextDecoder().decode(header)) as Header;
    this.#buffer = buffer;
  }

  get provenance(): readonly string[] {
    return this.#header.provenance;
  }

  /** @throws Error where there is no such table. */
  table(name: string): readonly string[] {
    const table = this.#header.tables[name];
    if (!table) throw new Error(`No table ${name} in the lexicon`);
    return table;
  }

  u8 = (name: string): Uint8Array => this.#section(name, 'u8') as Uint8Array;
  u16 = (name: string): Uint16Array => this.#section(name, 'u16') as Uint16Array;
  u32 = (name: string): Uint32Array => this.#section(name, 'u32') as Uint32Array;

  #section(name: string, type: ElementType): SectionArray {
    const entry = this.#header.sections.find((section) => section.name === name && section.type === type);
    if (!entry) throw new Error(`No ${type} section ${name} in the lexicon`);
    return new ARRAYS[type](this.#buffer, entry.offset, entry.length);
  }
}

/** The bytes of a lexicon file: the same input gives the same bytes. */
export function packLexicon(
  magic: string,
  provenance: readonly string[],
  tables: Readonly<Record<string, readonly string[]>>,
  sections: Readonly<Record<string, SectionArray>>,
): Uint8Array {
  // Offsets stand in the header and depend on its length: reserve room for the widest numbers by padding with blanks.
  const layOut = (start: number): Header => {
    let offset = start;
    const entries = Object.entries(sections).map(([name, array]) => {
      const type: ElementType = array instanceof Uint8Array ? 'u8' : array instanceof Uint16Array ? 'u16' : 'u32';
      const entry = { name, type, length: array.length, offset };
      offset = aligned(offset + array.byteLength);
      return entry;
    });
    return { provenance, tables, sections: entries };
  };
  const encode = (header: Header): Uint8Array => new TextEncoder().encode(JSON.stringify(header));
  const start = aligned(PREFIX_BYTES + encode(layOut(0)).length + 16 * Object.keys(sections).length);
  const header = layOut(start);
  const last = header.sections.at(-1);
  const size = last ? aligned(last.offset + sections[last.name]!.byteLength) : start;
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < 4; i++) bytes[i] = magic.charCodeAt(i);
  const encoded = encode(header);
  bytes.fill(0x20, PREFIX_BYTES, start);
  bytes.set(encoded, PREFIX_BYTES);
  for (const entry of header.sections) {
    const array = sections[entry.name]!;
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), entry.offset);
  }
  view.setUint32(4, VERSION, true);
  view.setUint32(12, encoded.length, true);
  view.setUint32(8, fnv1a(bytes.subarray(12)), true);
  return bytes;
}
