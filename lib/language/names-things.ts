/** Names of places and organisations: known ones, and characters that make no word before an ending such as 镇 or 公司. */
import { type Lexicon, WORD_KIND } from './lexicon.ts';
import { endingKinds, LONGEST_ENDING, ROLE, roles } from './names-tables.ts';
import type { ReportName } from './names-types.ts';
import { isHan, type Words } from './names-words.ts';

const KNOWN = 0.75;
/** By how many characters that make no word stand before the ending. */
const COINED = [0, 0.35, 0.7, 0.8, 0.6];
const MOST_COINED = 4;
/** Characters that join words and stand in no name of a place. */
const FUNCTION_CHARACTERS = new Set(
  '的了和与及或在是有为被把对向从到由以于等各每该本全我你他她它这那某其个两一二三四五六七八九十百千万多少几第县市省乡镇村区',
);

export function findNamedThings(text: string, { lengths }: Words, lexicon: Lexicon, report: ReportName): void {
  let coined = 0;
  for (let i = 0; i < text.length; i += lengths[i]!) {
    const length = lengths[i]!;
    const kind = length > 1 ? lexicon.wordKind(text, i, i + length) : 0;
    if (kind & (WORD_KIND.place | WORD_KIND.organisation) && !(kind & EVERYDAY_KINDS)) {
      report(i, i + length, kind & WORD_KIND.place ? 'place' : 'organisation', KNOWN);
    }
    const ending = coined > 0 && roles[text.charCodeAt(i)]! & ROLE.ending ? endingAt(text, i, length) : 0;
    if (ending > 0) {
      const endingKind = endingKinds.get(text.slice(i, i + ending))!;
      const start = i - Math.min(coined, MOST_COINED);
      report(start, i + ending, endingKind, COINED[Math.min(coined, MOST_COINED)]!);
    }
    const makesNoWord = length === 1 && isHan(text.charCodeAt(i)) && !FUNCTION_CHARACTERS.has(text[i]!);
    coined = makesNoWord ? coined + 1 : 0;
  }
}

const EVERYDAY_KINDS = WORD_KIND.verb | WORD_KIND.adjective | WORD_KIND.adverb;

/** Length of the ending with which the word at the index starts; 0 where it is none. */
function endingAt(text: string, index: number, wordLength: number): number {
  for (let length = Math.min(LONGEST_ENDING, wordLength); length > 0; length--) {
    if (endingKinds.has(text.slice(index, index + length))) return length;
  }
  return 0;
}
