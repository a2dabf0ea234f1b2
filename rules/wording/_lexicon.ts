/** Rows of a tab-separated lexicon with a header line; empty and comment lines (#) are passed over. */
export function readRows<Column extends string>(text: string): Readonly<Record<Column, string>>[] {
  const [header = '', ...lines] = text.split(/\r?\n/);
  const columns = header.split('\t') as Column[];
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const cells = line.split('\t');
      return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])) as Record<Column, string>;
    });
}

/** Finds many words in one pass: at each place the longest one that begins there. Linear in the text for words of bounded length. */
export class WordFinder<Entry> {
  readonly #byStart = new Map<string, { word: string; entry: Entry }[]>();

  constructor(entries: Iterable<readonly [word: string, entry: Entry]>) {
    for (const [word, entry] of entries) {
      const start = word.slice(0, 2);
      const sameStart = this.#byStart.get(start) ?? [];
      sameStart.push({ word, entry });
      this.#byStart.set(start, sameStart);
    }
    for (const sameStart of this.#byStart.values()) sameStart.sort((a, b) => b.word.length - a.word.length);
  }

  /** Occurrences from left to right, without overlaps. */
  *find(text: string): Generator<{ at: number; word: string; entry: Entry }> {
    for (let at = 0; at < text.length - 1; at++) {
      const candidates = this.#byStart.get(text[at]! + text[at + 1]!);
      const found = candidates?.find(({ word }) => text.startsWith(word, at));
      if (!found) continue;
      yield { at, ...found };
      at += found.word.length - 1;
    }
  }
}
