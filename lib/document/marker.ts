import { parseNumeral } from './numerals.ts';
import type { Marker, NumberStyle } from './types.ts';

const NUMERAL = '[一二三四五六七八九十百零〇两]{1,5}';
const PART = new RegExp(`^第(${NUMERAL}|[0-9０-９]{1,3})(部分|编|篇|章|节|条)`);
const CHINESE = new RegExp(`^(${NUMERAL})([、.．]|[，,](?![${'一二三四五六七八九十'}]))`);
const PARENTHESIS = new RegExp(`^[（(﹙]\\s*(?:(${NUMERAL})|([0-9０-９]{1,3}))\\s*[）)﹚]([、.．，,]?)`);
/** A year may follow: “2.2016年度考核表”. */
const ARABIC = /^([0-9０-９]{1,3})([.．、，,])(?:(?![0-9０-９])|(?=(?:19|20)\d\d[年—-]))/;
const HALF_PARENTHESIS = /^([0-9０-９]{1,2})([）)])/;
const DECIMAL = /^\d{1,2}(?:[.．]\d{1,2}){1,3}(?=[\s\u3000])/;

const STYLE_OF_UNIT: Readonly<Record<string, NumberStyle>> = {
  部分: 'part',
  编: 'part',
  篇: 'part',
  章: 'chapter',
  节: 'section',
  条: 'article',
};

/** Characters that hold a whole number: ①…⑳, ⑴…⒇, ⒈…⒛, ㈠…㈩. */
const ENCLOSED: readonly { first: number; last: number; style: NumberStyle; suffix: string }[] = [
  { first: 0x2460, last: 0x2473, style: 'circled', suffix: '' },
  { first: 0x2474, last: 0x2487, style: 'arabic-parenthesis', suffix: '）' },
  { first: 0x2488, last: 0x249b, style: 'arabic', suffix: '.' },
  { first: 0x3220, last: 0x3229, style: 'chinese-parenthesis', suffix: '）' },
];

function makeMarker(style: NumberStyle, start: number, mark: string, number: string, suffix: string): Marker {
  const at = start + mark.indexOf(number);
  return {
    style,
    value: parseNumeral(number),
    range: [start, start + mark.length],
    number: [at, at + number.length],
    suffix,
  };
}

function enclosedMarker(text: string, start: number): Marker | undefined {
  const code = text.charCodeAt(start);
  const set = ENCLOSED.find(({ first, last }) => code >= first && code <= last);
  if (!set) return undefined;
  const range = [start, start + 1] as const;
  return { style: set.style, value: code - set.first + 1, range, number: range, suffix: set.suffix };
}

/**
 * The number with which a paragraph starts, or undefined.
 * @param start UTF-16 offset of the paragraph's first character that is no indent
 */
export function findMarker(text: string, start: number): Marker | undefined {
  const head = text.slice(start, start + 16);
  let match = PART.exec(head);
  if (match) return makeMarker(STYLE_OF_UNIT[match[2]!]!, start, match[0], match[1]!, '');
  match = PARENTHESIS.exec(head);
  if (match) {
    const style = match[1] ? 'chinese-parenthesis' : 'arabic-parenthesis';
    return makeMarker(style, start, match[0], (match[1] ?? match[2])!, `）${match[3]}`);
  }
  match = CHINESE.exec(head);
  if (match) return makeMarker('chinese', start, match[0], match[1]!, match[2]!);
  match = DECIMAL.exec(head);
  if (match) {
    const number = /\d{1,2}$/.exec(match[0])![0];
    const at = start + match[0].length - number.length;
    return {
      style: 'decimal',
      value: Number(number),
      range: [start, start + match[0].length],
      number: [at, at + number.length],
      suffix: '',
    };
  }
  match = ARABIC.exec(head);
  if (match) return makeMarker('arabic', start, match[0], match[1]!, match[2]!);
  match = HALF_PARENTHESIS.exec(head);
  if (match) return makeMarker('arabic-parenthesis', start, match[0], match[1]!, match[2]!);
  return enclosedMarker(text, start);
}
