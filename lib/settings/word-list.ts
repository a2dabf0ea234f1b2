/** Own words as a file: one a line, or the first column of a table. */
import { mayBeOwnWord } from '../engine/issue.ts';

export interface WordList {
  /** Each once, in their order. */
  readonly words: readonly string[];
  /** Lines that hold no word which may be an own one: see `mayBeOwnWord`. */
  readonly refused: readonly string[];
}

const HEADING = /^(?:词|词语|我的词语?|word)$/i;

/** Reads lines, or a table separated by commas, semicolons or tabs. Blank lines, a heading and lines that begin with # are passed over. */
export function readWordList(text: string): WordList {
  const words = new Set<string>();
  const refused: string[] = [];
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|[\n\r]/)) {
    const word = (line.split(/[\t,;，；]/)[0] ?? '')
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim();
    if (word === '' || line.startsWith('#') || (words.size === 0 && HEADING.test(word))) continue;
    if (mayBeOwnWord(word)) words.add(word);
    else refused.push(line.trim());
  }
  return { words: [...words], refused };
}

/** The words as a text file that spreadsheets in China read too: with a byte order mark and CRLF. */
export const writeWordList = (words: readonly string[]): string =>
  `\uFEFF${words.map((word) => `${word}\r\n`).join('')}`;
