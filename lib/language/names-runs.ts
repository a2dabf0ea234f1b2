/** Stretches known by their characters: foreign names, terms of medicine and chemistry, classical and traditional text. */
import type { CandidateSource } from './candidates.ts';
import type { Lexicon } from './lexicon.ts';
import { ROLE, roles } from './names-tables.ts';
import type { ReportName } from './names-types.ts';
import { isHan, type Words } from './names-words.ts';

const SHORTEST_TRANSLITERATION = 3;
/** Words commoner than this, in nats, are no part of a foreign name. */
const EVERYDAY = -12;
const MIDDLE_DOTS = '·•・‧';

export function findTransliterations(text: string, lexicon: Lexicon, report: ReportName): void {
  for (let start = 0; start < text.length; ) {
    let end = start;
    let strong = 0;
    let everyday = 0;
    let dots = 0;
    while (end < text.length) {
      const role = roles[text.charCodeAt(end)]!;
      const dot = end > start && MIDDLE_DOTS.includes(text[end]!);
      if (!dot && !(role & ROLE.transliteration)) break;
      if (dot) dots++;
      if (role & ROLE.strongTransliteration) strong++;
      if (lexicon.wordLogFrequency(text, end, end + 2) > EVERYDAY) everyday++;
      end++;
    }
    const length = end - start - dots;
    if (length >= SHORTEST_TRANSLITERATION && strong + 2 * dots > 0) {
      const share = (strong + 2 * dots - everyday) / length;
      report(start, end, 'transliteration', Math.max(0, Math.min(0.95, 0.45 + 0.6 * share + 0.05 * (length - 3))));
    }
    start = Math.max(end, start + 1);
  }
}

const TERM = 0.6;

/** A character of medicine or chemistry with the characters that make no word beside it. */
export function findTerms(text: string, { lengths }: Words, report: ReportName): void {
  let start = -1;
  let terms = 0;
  for (let i = 0; i <= text.length; i += lengths[i] ?? 1) {
    const joins = i < text.length && joinsTerm(text, i, lengths[i]!);
    if (joins) {
      if (start < 0) start = i;
      for (let k = i; k < i + lengths[i]!; k++) if (roles[text.charCodeAt(k)]! & ROLE.term) terms++;
      continue;
    }
    if (start >= 0 && terms > 0 && i - start > 1) report(start, i, 'term', Math.min(0.9, TERM + 0.1 * (terms - 1)));
    start = -1;
    terms = 0;
  }
}

function joinsTerm(text: string, index: number, length: number): boolean {
  for (let i = index; i < index + length; i++) if (roles[text.charCodeAt(i)]! & ROLE.term) return true;
  return length === 1 && isHan(text.charCodeAt(index)) && !'的了和与及或在是有为等、患可需'.includes(text[index]!);
}

/** Rare characters, or classical ones, so near to each other are of one kind of writing. */
const WINDOW = 10;
const SHORTEST_RARE = 2;

/** Where two or more characters that modern prose lacks, or that only classical Chinese has, stand close together. */
export function findRareWriting(text: string, characters: CandidateSource, report: ReportName): void {
  let start = 0;
  let last = -1;
  let count = 0;
  const close = (): void => {
    if (count >= SHORTEST_RARE) report(start, last + 1, 'rare-writing', Math.min(0.95, 0.4 + 0.15 * (count - 1)));
  };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (!isHan(code)) continue;
    if (!isRare(code, characters)) continue;
    if (last < 0 || i - last > WINDOW) {
      close();
      start = i;
      count = 0;
    }
    last = i;
    count++;
  }
  close();
}

function isRare(code: number, characters: CandidateSource): boolean {
  if (roles[code]! & ROLE.classical) return true;
  return characters.logFrequency(code) === Number.NEGATIVE_INFINITY || characters.standardForm(code) !== undefined;
}
