import { isCode } from './code.ts';
import { findEnumeration } from './enumeration.ts';
import { findMarker } from './marker.ts';
import { findQuotations } from './quotations.ts';
import { splitSentences } from './sentences.ts';
import type { Heading, Marker, NumberStyle, Paragraph, Range, Sentence } from './types.ts';

const LEVELS: Readonly<Record<NumberStyle, number>> = {
  part: 1,
  chapter: 2,
  section: 3,
  article: 0,
  chinese: 4,
  'chinese-parenthesis': 5,
  arabic: 6,
  'arabic-parenthesis': 7,
  circled: 8,
  decimal: 7,
};

/** Longest heading on a line of its own, and longest one that its text runs on from (UTF-16 units). */
const LONGEST_HEADING = 50;
const LONGEST_RUN_IN = 40;
const LONGEST_UNNUMBERED = 24;

/** Blanks that indent or trail: space, tab, NBSP, U+3000 and its kin, zero-width characters, BOM. */
const BLANK = /[\s\u200b-\u200f\u2060\ufeff]/;

function contentRange(text: string): Range {
  let start = 0;
  let end = text.length;
  while (start < end && BLANK.test(text[start]!)) start++;
  while (end > start && BLANK.test(text[end - 1]!)) end--;
  return [start, end];
}

function trimStart(text: string, start: number, end: number): number {
  while (start < end && BLANK.test(text[start]!)) start++;
  return start;
}

/** A numbered line is a heading if it ends without a mark, or if a short first sentence names what follows. */
function numberedHeading(text: string, content: Range, sentences: readonly Sentence[], marker: Marker) {
  if (marker.style === 'article') return undefined;
  const level = LEVELS[marker.style];
  const start = trimStart(text, marker.range[1], content[1]);
  const first = sentences.find((sentence) => sentence.range[1] > start)!;
  if (first === undefined || start === content[1])
    return { level, marker, title: [start, start], runIn: false } as Heading;
  const words = text.slice(start, Math.min(first.range[1], content[1]));
  if (first.end === '') {
    const isHeading = words.length <= LONGEST_HEADING && !/[；;，,：:、]$/.test(words);
    return isHeading ? ({ level, marker, title: [start, content[1]], runIn: false } as Heading) : undefined;
  }
  const title = words.slice(0, words.lastIndexOf(first.end));
  const named = first.end === '。' && title.length <= LONGEST_RUN_IN && !/[；;：:]/.test(title);
  return named ? ({ level, marker, title: [start, start + title.length], runIn: true } as Heading) : undefined;
}

/** A short line of Chinese without any end mark. Whether it is a title or signature, the document decides. */
function unnumberedHeading(text: string, [start, end]: Range): Heading | undefined {
  const words = text.slice(start, end);
  const isHeading =
    words.length >= 2 &&
    words.length <= LONGEST_UNNUMBERED &&
    /\p{Script=Han}/u.test(words) &&
    !/^[（(【[]|[。！？；，、：:,;!?…—]$/.test(words);
  return isHeading ? { level: 0, title: [start, end], runIn: false } : undefined;
}

/** Reads one paragraph; `text` holds no line break. Linear in its length. */
export function parseParagraph(text: string): Paragraph {
  const content = contentRange(text);
  const sentences = splitSentences(text);
  const marker = findMarker(text, content[0]);
  const heading = marker ? numberedHeading(text, content, sentences, marker) : unnumberedHeading(text, content);
  return {
    text,
    content,
    sentences,
    ...(marker && { marker }),
    ...(heading && { heading }),
    enumeration: findEnumeration(text),
    quotations: findQuotations(text),
    isCode: isCode(text, content),
    memory: [],
  };
}
