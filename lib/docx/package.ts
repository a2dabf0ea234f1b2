/** A Word file as parts that refer to each other: Open Packaging Conventions, transitional and strict. */
import { Container } from './container.ts';
import { UnreadableFile } from './types.ts';
import { attribute, parseXml, type XmlPart } from './xml.ts';

export interface Part extends XmlPart {
  readonly name: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
}

export interface Relationship {
  readonly id: string;
  /** The last word of its type: 'header', 'comments', 'vbaProject'. */
  readonly type: string;
  /** Name of the part that it leads to; undefined for places outside the package. */
  readonly target: string | undefined;
}

export const CONTENT_TYPES = '[Content_Types].xml';

/** The folder of a part, with its slash; '' for one at the top. */
export const folderOf = (name: string): string => name.slice(0, name.lastIndexOf('/') + 1);

/** Name of the part that holds a part's relationships; of the package itself for ''. */
export const relationshipsOf = (name: string): string => {
  const folder = folderOf(name);
  return `${folder}_rels/${name.slice(folder.length)}.rels`;
};

function encodingOf(bytes: Uint8Array): Part['encoding'] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

function decode(name: string, bytes: Uint8Array): Pick<Part, 'xml' | 'encoding'> {
  const encoding = encodingOf(bytes);
  try {
    // The byte order mark stays in the text, so that it is written again.
    return { xml: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes), encoding };
  } catch {
    throw new UnreadableFile('damaged', `${name} is no ${encoding}`);
  }
}

/** The bytes of a part's text, in the encoding in which it was read. */
export function encodePart(xml: string, encoding: Part['encoding']): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(xml);
  const bytes = new Uint8Array(xml.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < xml.length; index++) {
    view.setUint16(index * 2, xml.charCodeAt(index), encoding === 'utf-16le');
  }
  return bytes;
}

/** The part that a relationship's target names, seen from the part that holds it. */
export function resolveTarget(from: string, target: string): string {
  const path = target.startsWith('/') ? target : folderOf(from) + target;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

export class WordPackage {
  readonly container: Container;
  readonly main: Part;
  readonly #parts = new Map<string, Part>();

  /** Throws `UnreadableFile` for what is no Word file, and for one that is damaged, encrypted or too large. */
  constructor(bytes: Uint8Array) {
    this.container = new Container(bytes);
    if (!this.container.has(CONTENT_TYPES)) throw new UnreadableFile('not-word', 'no content types');
    const target = this.relationships('').find(({ type }) => type === 'officeDocument')?.target;
    const main = target === undefined ? undefined : this.part(target);
    if (!main) throw new UnreadableFile('damaged', 'no main part');
    if (main.root.name !== 'w:document') throw new UnreadableFile('not-word', `main part is ${main.root.qualified}`);
    this.main = main;
  }

  /** A part as XML, undefined where the package has none of that name. */
  part(name: string): Part | undefined {
    const known = this.#parts.get(name);
    if (known) return known;
    const bytes = this.container.read(name);
    if (!bytes) return undefined;
    const text = decode(name, bytes);
    const part = { name, ...text, ...parseXml(text.xml) };
    this.#parts.set(name, part);
    return part;
  }

  /** The parts that have been read. */
  parsed(): Part[] {
    return [...this.#parts.values()];
  }

  /** What a part refers to, in the order in which it is written; the package itself for ''. */
  relationships(from: string): Relationship[] {
    const part = this.part(relationshipsOf(from));
    if (!part) return [];
    return part.root.children
      .filter(({ name }) => name === 'rel:Relationship')
      .map((element) => {
        const target = attribute(part, element, 'Target') ?? '';
        const isExternal = attribute(part, element, 'TargetMode') === 'External';
        const type = attribute(part, element, 'Type') ?? '';
        return {
          id: attribute(part, element, 'Id') ?? '',
          type: type.slice(type.lastIndexOf('/') + 1),
          target: isExternal ? undefined : resolveTarget(from, target),
        };
      });
  }

  /** The one part of a kind that the main part refers to: its styles, settings, notes. */
  related(type: string): Part | undefined {
    const target = this.relationships(this.main.name).find((relationship) => relationship.type === type)?.target;
    return target === undefined ? undefined : this.part(target);
  }
}
