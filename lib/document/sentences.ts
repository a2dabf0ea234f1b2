import { allMatches } from './matches.ts';
import type { Sentence } from './types.ts';

const END = /[。！？!?]+[”’」』）)》〉】\]]*[\s\u3000\u00a0]*/g;

/** `!` and `?` end a sentence only in Chinese text, not in “Yahoo!” or a query string. */
const isEnd = (text: string, at: number) => !/[!?]/.test(text[at]!) || /[\u3400-\u9fff”’》）]/.test(text[at - 1] ?? '');

/** Sentences of a paragraph, with their end marks, closing marks and following blanks: they tile the text. Linear. */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const match of allMatches(text, END)) {
    if (!isEnd(text, match.index)) continue;
    const end = match.index + match[0].length;
    sentences.push({ range: [start, end], end: /^[。！？!?]+/.exec(match[0])![0] });
    start = end;
  }
  if (start < text.length) sentences.push({ range: [start, text.length], end: '' });
  return sentences;
}
