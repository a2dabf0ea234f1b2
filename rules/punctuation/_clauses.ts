import { type TagSet, tagSet } from '../../lib/language/words/tags.ts';
import type { Words } from '../../lib/language/words/words.ts';

const MARK = /^[，。；：！？、,;:!?…\n]/;
/** What a noun phrase is made of before its noun, outside of an attribute with 的. */
const NOMINAL = tagSet(
  'n',
  'nr',
  'ns',
  'nt',
  'nz',
  's',
  'an',
  'vn',
  'b',
  'a',
  'z',
  'm',
  'mo',
  'q',
  'uj',
  'x',
  'f',
  'i',
  'd',
);
/** What an attribute with 的 may have besides: 取得的, 依法办理的. */
const ATTRIBUTIVE = tagSet('v', 'vx', 'vd', 'ad', 'p', 'c', 'r', 't', 'u', 'uv');
const HEAD = tagSet('n', 'nr', 'ns', 'nt', 'nz', 'an', 'vn');
/** Who or when: with these a new clause begins. */
const SUBJECT = tagSet('r', 't');
const AND = /^(?:和|与|及|以及|等)$/;

/** @returns index of the first mark of punctuation from the word `from` on, or the number of words */
export function clauseEnd(words: Words, from: number): number {
  let end = from;
  while (end < words.length && !MARK.test(words.text(end))) end++;
  return end;
}

/** @returns index of the first word behind the mark of punctuation before the word `at` */
export function clauseStart(words: Words, at: number): number {
  let start = at;
  while (start > 0 && !MARK.test(words.text(start - 1))) start--;
  return start;
}

/** Whether the words from `from` up to the next mark are a noun with its attributes and nothing else. */
export function isNounPhrase(words: Words, from: number): boolean {
  const end = clauseEnd(words, from);
  if (end === from || !words.is(end - 1, HEAD) || words.is(from, SUBJECT)) return false;
  let attributes = end - 1;
  while (attributes > from && words.text(attributes) !== '的') attributes--;
  for (let index = from; index < end; index++) {
    if (words.is(index, NOMINAL) || AND.test(words.text(index))) continue;
    if (index > attributes || !words.is(index, ATTRIBUTIVE)) return false;
  }
  return true;
}

/** Whether one of the words from `from` to before `to` has one of the tags. */
export function has(words: Words, from: number, to: number, tags: TagSet): boolean {
  for (let index = from; index < to; index++) if (words.is(index, tags)) return true;
  return false;
}
