/** The name lexicons as bits by code unit and small sets, read once. */

import givenNames from '../../assets/lexicons/given-names.tsv';
import characters from '../../assets/lexicons/name-characters.tsv';
import endings from '../../assets/lexicons/name-endings.tsv';
import titles from '../../assets/lexicons/person-titles.tsv';
import surnames from '../../assets/lexicons/surnames.tsv';
import { readTable } from '../vocabulary/table.ts';

/** What a character may be in a name; bits. */
export const ROLE = {
  commonSurname: 1,
  wordSurname: 2,
  rareSurname: 4,
  first: 8,
  last: 16,
  single: 32,
  transliteration: 64,
  strongTransliteration: 128,
  term: 256,
  classical: 512,
  /** First of a surname of two characters. */
  compound: 1024,
  /** First of an ending of a name. */
  ending: 2048,
  /** Last of a title that stands before a name. */
  titleBefore: 4096,
  /** First of a title that stands behind a name. */
  titleAfter: 8192,
} as const;
export const ANY_SURNAME = ROLE.commonSurname | ROLE.wordSurname | ROLE.rareSurname;

export const roles = new Uint16Array(0x10000);
/** Surnames of two characters. */
export const compoundSurnames = new Set<string>();
export const titlesBefore = new Set<string>();
export const titlesAfter = new Set<string>();
/** By their length, for looking up what a text ends or goes on with. */
export const LONGEST_TITLE = 6;

export type EndingKind = 'place' | 'organisation' | 'term';
export const endingKinds = new Map<string, EndingKind>();
export const LONGEST_ENDING = 4;

const give = (text: string, role: number): void => {
  for (let i = 0; i < text.length; i++) roles[text.charCodeAt(i)]! |= role;
};

const SURNAME_ROLES: Readonly<Record<string, number>> = {
  common: ROLE.commonSurname,
  word: ROLE.wordSurname,
  rare: ROLE.rareSurname,
};
for (const { surname = '', kind = '' } of readTable(surnames)) {
  if (kind === 'compound') {
    compoundSurnames.add(surname);
    give(surname[0]!, ROLE.compound);
  } else give(surname, SURNAME_ROLES[kind]!);
}
const GIVEN_ROLES: Readonly<Record<string, number>> = { first: ROLE.first, last: ROLE.last, single: ROLE.single };
for (const row of readTable(givenNames)) give(row.characters!, GIVEN_ROLES[row.place!]!);
const CHARACTER_ROLES: Readonly<Record<string, number>> = {
  transliteration: ROLE.transliteration,
  'transliteration-strong': ROLE.transliteration | ROLE.strongTransliteration,
  term: ROLE.term,
  classical: ROLE.classical,
};
for (const row of readTable(characters)) give(row.characters!, CHARACTER_ROLES[row.kind!]!);
for (const { title = '', place } of readTable(titles)) {
  (place === 'before' ? titlesBefore : titlesAfter).add(title);
  if (place === 'before') give(title.at(-1)!, ROLE.titleBefore);
  else give(title[0]!, ROLE.titleAfter);
}
for (const { ending = '', kind = '' } of readTable(endings)) {
  endingKinds.set(ending, kind as EndingKind);
  give(ending[0]!, ROLE.ending);
}
