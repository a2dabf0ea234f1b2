import { encodePart, type Part } from './package.ts';

interface PartSplice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The parts whose text changes, each with what is put where. */
export class Splices {
  readonly #byPart = new Map<Part, PartSplice[]>();

  /** Puts `text` in place of a stretch of the part's XML. Stretches do not overlap; of insertions at one place the first comes first. */
  replace(part: Part, start: number, end: number, text: string): void {
    const splices = this.#byPart.get(part) ?? [];
    this.#byPart.set(part, splices);
    splices.push({ start, end, text });
  }

  insert(part: Part, at: number, text: string): void {
    this.replace(part, at, at, text);
  }

  /** The changed parts by their names, encoded as they were. */
  contents(): Map<string, Uint8Array> {
    const contents = new Map<string, Uint8Array>();
    for (const [part, splices] of this.#byPart) {
      // The sort is stable, and an insertion stands before the stretch that begins where it is made.
      splices.sort((a, b) => a.start - b.start || a.end - b.end);
      let xml = '';
      let at = 0;
      for (const { start, end, text } of splices) {
        if (start < at) throw new RangeError(`splices overlap at ${start} of ${part.name}`);
        xml += part.xml.slice(at, start) + text;
        at = end;
      }
      contents.set(part.name, encodePart(xml + part.xml.slice(at), part.encoding));
    }
    return contents;
  }
}
