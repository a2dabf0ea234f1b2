/** Names of people: a surname, one or two characters, and what stands around them. */
import { type Lexicon, WORD_KIND } from './lexicon.ts';
import {
  ANY_SURNAME,
  compoundSurnames,
  LONGEST_TITLE,
  ROLE,
  roles,
  titlesAfter,
  titlesBefore,
} from './names-tables.ts';
import type { ReportName } from './names-types.ts';
import { isHan } from './names-words.ts';

/** Weights of the evidence, in nats of odds. */
const WEIGHT = {
  start: -2.1,
  commonSurname: 1.2,
  wordSurname: -0.6,
  compoundSurname: 2.4,
  given: 0.9,
  unusualGiven: -0.5,
  titleBefore: 2.6,
  titleAfter: 2.2,
  inList: 1,
  atEdge: 0.4,
  knownPerson: 3,
  /** No word of any kind starts in the name. */
  noWord: 0.9,
  /** The characters, in part or whole, are an everyday word, or one crosses the name's edge. */
  everydayWord: -2.2,
  /** Given names are often words: 建国, 文明. */
  everydayGiven: -0.6,
  crossingWord: -1.6,
} as const;

const SURE = 0.97;
/** Words commoner than this, in nats, are everyday words. */
const EVERYDAY = -12.5;
const LIST_MARKS = '、，,；;：:（(）)。“”\n\t\u3000 ';
const 某 = 0x67d0;

export function findPeople(text: string, lexicon: Lexicon, report: ReportName): void {
  for (let i = 0; i + 1 < text.length; i++) {
    const surname = surnameLength(text, i);
    if (surname === 0) continue;
    const anonymous = anonymousEnd(text, i + surname);
    if (anonymous > 0) {
      report(i, anonymous, 'person', SURE);
      continue;
    }
    let best = Number.NEGATIVE_INFINITY;
    let bestEnd = 0;
    for (let given = 1; given <= 2; given++) {
      const end = i + surname + given;
      if (end > text.length || !isHan(text.charCodeAt(end - 1))) break;
      const odds = oddsOf(text, i, surname, end, lexicon);
      if (odds >= best) {
        best = odds;
        bestEnd = end;
      }
    }
    if (bestEnd > 0) report(i, bestEnd, 'person', 1 / (1 + Math.exp(-best)));
  }
}

function surnameLength(text: string, index: number): number {
  const role = roles[text.charCodeAt(index)]!;
  if (role & ROLE.compound && compoundSurnames.has(text.slice(index, index + 2))) return 2;
  return role & ANY_SURNAME ? 1 : 0;
}

/** End of 某, 某某, 某甲 from the index; 0 where there is none. */
function anonymousEnd(text: string, index: number): number {
  if (text.charCodeAt(index) !== 某) return 0;
  return text.charCodeAt(index + 1) === 某 || '甲乙丙丁'.includes(text[index + 1] ?? '?') ? index + 2 : index + 1;
}

function oddsOf(text: string, start: number, surname: number, end: number, lexicon: Lexicon): number {
  let odds = WEIGHT.start + ofSurname(text, start, surname) + ofGivenName(text, start + surname, end);
  if (endsWithTitle(text, start)) odds += WEIGHT.titleBefore;
  if (startsWithTitle(text, end)) odds += WEIGHT.titleAfter;
  const before = start === 0 || LIST_MARKS.includes(text[start - 1]!);
  const after = end === text.length || LIST_MARKS.includes(text[end]!);
  if (before && after) odds += WEIGHT.inList;
  else if (before || after) odds += WEIGHT.atEdge;
  // A word list of what people write has names too: a whole one made of the characters of names is no everyday word.
  const looksGiven = ofGivenName(text, start + surname, end) >= 2 * WEIGHT.given;
  const cutsWord = crosses(text, end, lexicon);
  if (cutsWord) odds += WEIGHT.crossingWord;
  if (!cutsWord && lexicon.wordKind(text, start, end) & WORD_KIND.person) odds += WEIGHT.knownPerson;
  else if (startsEverydayWord(text, start, looksGiven ? end - 1 : end, lexicon)) odds += WEIGHT.everydayWord;
  else if (startsEverydayWord(text, start + surname, end, lexicon)) odds += WEIGHT.everydayGiven;
  if (startsNoWord(text, start, end, lexicon)) odds += WEIGHT.noWord;
  return odds;
}

function ofSurname(text: string, start: number, length: number): number {
  if (length === 2) return WEIGHT.compoundSurname;
  const role = roles[text.charCodeAt(start)]!;
  return role & ROLE.commonSurname ? WEIGHT.commonSurname : role & ROLE.wordSurname ? WEIGHT.wordSurname : 0;
}

function ofGivenName(text: string, start: number, end: number): number {
  if (end - start === 1) return roles[text.charCodeAt(start)]! & ROLE.single ? WEIGHT.given : WEIGHT.unusualGiven;
  const first = roles[text.charCodeAt(start)]! & ROLE.first ? WEIGHT.given : WEIGHT.unusualGiven;
  const last = roles[text.charCodeAt(start + 1)]! & ROLE.last ? WEIGHT.given : WEIGHT.unusualGiven;
  return first + last;
}

function startsEverydayWord(text: string, start: number, end: number, lexicon: Lexicon): boolean {
  for (let to = start + 2; to <= end; to++) {
    const isPerson = lexicon.wordKind(text, start, to) & WORD_KIND.person;
    if (!isPerson && lexicon.wordLogFrequency(text, start, to) > EVERYDAY) return true;
  }
  return false;
}

function startsNoWord(text: string, start: number, end: number, lexicon: Lexicon): boolean {
  for (let i = start; i < end; i++) if (lexicon.longestWordAt(text, i) > 1) return false;
  return true;
}

/** Whether an everyday word starts inside the name's last character and goes on behind it. */
function crosses(text: string, end: number, lexicon: Lexicon): boolean {
  const length = lexicon.longestWordAt(text, end - 1);
  return length > 1 && lexicon.wordLogFrequency(text, end - 1, end - 1 + length) > EVERYDAY;
}

function endsWithTitle(text: string, end: number): boolean {
  if (end === 0 || !(roles[text.charCodeAt(end - 1)]! & ROLE.titleBefore)) return false;
  for (let length = 2; length <= LONGEST_TITLE && length <= end; length++) {
    if (titlesBefore.has(text.slice(end - length, end))) return true;
  }
  return false;
}

function startsWithTitle(text: string, start: number): boolean {
  if (start === text.length || !(roles[text.charCodeAt(start)]! & ROLE.titleAfter)) return false;
  for (let length = 1; length <= LONGEST_TITLE; length++) {
    if (titlesAfter.has(text.slice(start, start + length))) return true;
  }
  return false;
}
