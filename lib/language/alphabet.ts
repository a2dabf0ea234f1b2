/**
 * The symbols that the character model counts: one for each character frequent enough, one for all others, and one
 * for each run of digits and of Latin letters, so that a number or a foreign word never hides the words beside it.
 */
export const PADDING = 0;
/** Begin and end of a sentence: 。！？… and line breaks. */
export const BOUNDARY = 1;
export const UNKNOWN = 2;
/** A run of digits, with its points and separators. */
export const NUMBER = 3;
/** A run of Latin letters. */
export const LATIN = 4;
/** Blanks: skipped, as if they were not written. */
export const SKIPPED = 5;
export const FIRST_CHARACTER = 6;
/** The trainer packs a symbol into 13 bits. */
export const MAX_SYMBOLS = 8192;

/** Writings of one punctuation mark that the model does not tell apart. */
const VARIANTS: readonly (readonly [canonical: string, variants: string])[] = [
  ['，', ','],
  ['：', ':'],
  ['；', ';'],
  ['（', '(〔[【（［'],
  ['）', ')〕]】）］'],
  ['“', '"”“＂「」『』‘’\''],
  ['《', '<〈《＜'],
  ['》', '>〉》＞'],
  ['—', '-－―–—─'],
  ['·', '•・·‧'],
  ['%', '％'],
];
const BOUNDARIES = '。！？!?…｡\n\r\u2028\u2029\f\v';
const BLANKS = ' \t\u3000\u00a0\u200b\u200c\u200d\ufeff*#_`\\';

function fixedSymbol(code: number): number | undefined {
  const isDigit = (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
  if (isDigit) return NUMBER;
  const folded = code >= 0xff21 && code <= 0xff5a ? code - 0xfee0 : code;
  if ((folded >= 0x41 && folded <= 0x5a) || (folded >= 0x61 && folded <= 0x7a)) return LATIN;
  const character = String.fromCharCode(code);
  if (BOUNDARIES.includes(character)) return BOUNDARY;
  if (BLANKS.includes(character) || code < 0x20) return SKIPPED;
  return undefined;
}

/** The character that stands for `code` in the counts. */
export function canonicalCode(code: number): number {
  return CANONICAL.get(code) ?? code;
}
const CANONICAL = new Map<number, number>(
  VARIANTS.flatMap(([canonical, variants]) =>
    [...variants].map((variant) => [variant.charCodeAt(0), canonical.charCodeAt(0)] as const),
  ),
);

/**
 * @param characters the characters that have a symbol of their own, in the order of their symbols
 * @returns for each UTF-16 code unit its symbol
 */
export function buildAlphabet(characters: readonly number[]): Uint16Array {
  const own = new Map(characters.map((code, index) => [code, FIRST_CHARACTER + index]));
  const alphabet = new Uint16Array(65536);
  for (let code = 0; code < 65536; code++) {
    alphabet[code] = fixedSymbol(code) ?? own.get(canonicalCode(code)) ?? UNKNOWN;
  }
  return alphabet;
}

/** A text as the model reads it. Every sentence is enclosed by BOUNDARY symbols; neighbours share theirs. */
export interface SymbolText {
  readonly symbols: Uint16Array;
  /** UTF-16 offset of each symbol in the text; the closing boundary lies at its mark or at the end of the text. */
  readonly offsets: Uint32Array;
  readonly length: number;
}

/** Linear in the text; lone surrogates and control characters are symbols like others. */
export function readSymbols(text: string, alphabet: Uint16Array): SymbolText {
  const symbols = new Uint16Array(text.length + 2);
  const offsets = new Uint32Array(text.length + 2);
  let length = 1;
  let previous = BOUNDARY;
  symbols[0] = BOUNDARY;
  for (let i = 0; i < text.length; i++) {
    const symbol = alphabet[text.charCodeAt(i)]!;
    if (symbol === SKIPPED) continue;
    const continuesRun = symbol === previous && (symbol === BOUNDARY || symbol === NUMBER || symbol === LATIN);
    if (continuesRun) continue;
    symbols[length] = symbol;
    offsets[length++] = i;
    previous = symbol;
  }
  if (previous !== BOUNDARY) {
    symbols[length] = BOUNDARY;
    offsets[length++] = text.length;
  }
  return { symbols, offsets, length };
}
