/** Word's markup as it is written into a part, under the prefix that the part has for it. */
import { prefixOf } from './namespaces.ts';
import { escapeXml, type Scope } from './xml.ts';

/** Who changes the file, and when. */
export interface Byline {
  readonly author: string;
  readonly date: Date;
}

/** Word writes whole seconds. */
const dateTime = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;

/** Numbers for revisions and comments, none of which the file has. */
export class Ids {
  readonly #used: ReadonlySet<number>;
  #last: number;

  constructor(xmls: Iterable<string>) {
    const used = new Set<number>();
    for (const xml of xmls) {
      for (const [, id] of xml.matchAll(/[\s:]id\s*=\s*["'](\d{1,10})["']/g)) used.add(Number(id));
    }
    this.#used = used;
    const highest = [...used].reduce((most, id) => Math.max(most, id), 0);
    // Word refuses numbers beyond 31 bits.
    this.#last = highest < 0x7fff_0000 ? highest : 0;
  }

  next(): number {
    do this.#last++;
    while (this.#used.has(this.#last));
    return this.#last;
  }
}

export class Markup {
  readonly #prefix: string;
  /** Declares the prefix where the part has only a default namespace, which attributes cannot use. */
  readonly #declaration: string;
  readonly #byline: Byline;

  constructor(scope: Scope, byline: Byline) {
    const known = [...scope.uris].filter(([, uri]) => prefixOf(uri) === 'w');
    const named = known.find(([prefix]) => prefix !== '');
    this.#prefix = named?.[0] ?? 'w';
    this.#declaration = named || !known[0] ? '' : ` xmlns:w="${known[0][1]}"`;
    this.#byline = byline;
  }

  /** An element; values of attributes are escaped here, the content is markup. */
  element(local: string, attributes: Readonly<Record<string, string | number>>, content = ''): string {
    const name = `${this.#prefix}:${local}`;
    const written = Object.entries(attributes).map(
      ([attribute, value]) => ` ${this.#prefix}:${attribute}="${escapeXml(String(value))}"`,
    );
    const tag = `${name}${this.#declaration}${written.join('')}`;
    return content === '' ? `<${tag}/>` : `<${tag}>${content}</${name}>`;
  }

  /** An element that says who made it and when. */
  signed(local: string, id: number, content: string, more: Readonly<Record<string, string>> = {}): string {
    const { author, date } = this.#byline;
    return this.element(local, { id, author, date: dateTime(date), ...more }, content);
  }

  /** The text of a run, as `w:t` or `w:delText`. */
  text(text: string, local: 't' | 'delText' = 't'): string {
    if (text === '') return '';
    const name = `${this.#prefix}:${local}`;
    const space = /^[ \t\n]|[ \t\n]$/.test(text) ? ' xml:space="preserve"' : '';
    return `<${name}${this.#declaration}${space}>${escapeXml(text)}</${name}>`;
  }

  /** New text of a run: tabs and line breaks are elements. */
  typed(text: string): string {
    return text
      .split(/([\t\v])/)
      .map((piece) => {
        if (piece === '\t') return this.element('tab', {});
        return piece === '\v' ? this.element('br', {}) : this.text(piece);
      })
      .join('');
  }

  /** A run of new text. */
  run(content: string): string {
    return this.element('r', {}, content);
  }
}
