/** The text of a Rich Text Format file, version 1.9.1. Automatic numbers are read where the file spells them out. */

/** Groups whose content is no text of the document. */
const SKIPPED: ReadonlySet<string> = new Set(
  (
    'fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf ' +
    'listtable listoverridetable rsidtbl generator themedata colorschememapping latentstyles datastore xmlnstbl fldinst ' +
    'filetbl revtbl template annotation atnid atnauthor pgptbl listtext bkmkstart bkmkend nonshppict shpinst objdata'
  ).split(' '),
);

/** Groups that begin with “ignore what you do not know” and are text all the same. */
const KNOWN: ReadonlySet<string> = new Set(['shptxt', 'shpinst', 'footnote', 'pntext', 'listtext', 'shppict']);

const SIGNS: Readonly<Record<string, string>> = {
  par: '\n',
  row: '\n',
  cell: '\n',
  nestcell: '\n',
  sect: '\n',
  page: '\f',
  line: '\v',
  tab: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
};

/** Decoders by the code page or the character set of a font that names them. */
function encodingOf(rtf: string): string {
  const page = /\\ansicpg(\d{3,5})/.exec(rtf)?.[1];
  if (page === '936' || page === '54936' || /\\fcharset134\b/.test(rtf)) return 'gb18030';
  if (page === '950' || /\\fcharset136\b/.test(rtf)) return 'big5';
  return 'windows-1252';
}

interface Group {
  readonly isSkipped: boolean;
  readonly isHidden: boolean;
  /** How many characters stand for a Unicode one in old programs, and are passed over. */
  readonly fallback: number;
}

const TOKEN = /\\(?:([a-zA-Z]{1,32})(-?\d{1,10})? ?|'([0-9a-fA-F]{2})|([^a-zA-Z]))|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\/g;

class RtfReader {
  readonly #decoder: TextDecoder;
  #bytes: number[] = [];
  #text = '';
  #group: Group = { isSkipped: false, isHidden: false, fallback: 1 };
  readonly #outer: Group[] = [];
  /** Whether the group has just begun: the first word says what it is. */
  #isFirst = false;
  #isIgnorable = false;
  #toSkip = 0;

  constructor(encoding: string) {
    this.#decoder = new TextDecoder(encoding);
  }

  read(rtf: string): string {
    for (const [token, word, value, hex, symbol, brace, plain] of rtf.matchAll(TOKEN)) {
      if (brace !== undefined) this.#brace(brace);
      else if (word !== undefined) this.#word(word, value);
      else if (hex !== undefined) this.#byte(Number.parseInt(hex, 16));
      else if (symbol !== undefined) this.#symbol(symbol);
      else if (plain !== undefined) this.#plain(plain);
      if (token !== '\\*' && brace !== '{') this.#isFirst = false;
    }
    this.#flush();
    return this.#text.replace(/\n$/, '');
  }

  #brace(brace: string): void {
    this.#flush();
    this.#toSkip = 0;
    if (brace === '{') {
      this.#outer.push(this.#group);
      this.#isFirst = true;
      this.#isIgnorable = false;
    } else this.#group = this.#outer.pop() ?? this.#group;
  }

  #word(word: string, value: string | undefined): void {
    if (this.#isFirst && (SKIPPED.has(word) || (this.#isIgnorable && !KNOWN.has(word)))) {
      this.#group = { ...this.#group, isSkipped: true };
    }
    if (word === 'u') {
      this.#unicode(Number(value ?? 0));
      return;
    }
    this.#flush();
    if (word === 'uc') this.#group = { ...this.#group, fallback: Math.min(Number(value ?? 1), 8) };
    else if (word === 'v' || word === 'deleted') this.#group = { ...this.#group, isHidden: value !== '0' };
    else if (word === 'plain') this.#group = { ...this.#group, isHidden: false };
    else if (word === 'bin') this.#toSkip = Number(value ?? 0);
    else this.#put(SIGNS[word] ?? '');
  }

  #symbol(symbol: string): void {
    if (symbol === '*') {
      this.#isIgnorable = true;
      return;
    }
    const signs: Readonly<Record<string, string>> = { '~': '\u00a0', _: '\u2011', '\n': '\n', '\r': '\n' };
    if ('\\{}'.includes(symbol)) this.#plain(symbol);
    else this.#put(signs[symbol] ?? '');
  }

  #unicode(code: number): void {
    this.#flush();
    this.#put(String.fromCharCode(code & 0xffff));
    this.#toSkip = this.#group.fallback;
  }

  #byte(byte: number): void {
    if (this.#toSkip > 0) this.#toSkip--;
    else this.#bytes.push(byte);
  }

  /** Characters as they stand; a second byte of a Chinese character may be one of them. */
  #plain(text: string): void {
    const shown = text.slice(Math.min(this.#toSkip, text.length));
    this.#toSkip -= text.length - shown.length;
    if (this.#group.isSkipped) return;
    for (const character of shown) this.#bytes.push(character.charCodeAt(0));
  }

  #flush(): void {
    const bytes = Uint8Array.from(this.#bytes);
    this.#bytes = [];
    this.#put(this.#decoder.decode(bytes));
  }

  #put(text: string): void {
    if (text === '') return;
    this.#flush();
    if (!this.#group.isSkipped && !this.#group.isHidden) this.#text += text;
  }
}

export const isRtf = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 6)).startsWith('{\\rtf');

/** The text of an RTF file. Linear in its length; whatever it does not know it passes over. */
export function readRtf(bytes: Uint8Array): string {
  const rtf = new TextDecoder('latin1').decode(bytes);
  return new RtfReader(encodingOf(rtf)).read(rtf);
}
