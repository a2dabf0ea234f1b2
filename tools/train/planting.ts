/** Plants errors in clean text as people make them: by sound, by shape, and whole words at a time. */
import type { Candidate, CandidateKind, CandidateSource } from '../../lib/language/candidates.ts';
import {
  loadWordCandidates,
  type WordCandidate,
  type WordCandidateSource,
} from '../../lib/language/candidates-words.ts';
import { easilyWrittenFor } from '../../lib/language/function-characters.ts';
import type { Lexicon } from '../../lib/language/lexicon.ts';

/** A text with errors beside the text that was meant; of equal length. */
export interface Pair {
  readonly wrong: string;
  readonly right: string;
}

export interface Confusions {
  readonly candidates: CandidateSource;
  readonly words: WordCandidateSource;
  readonly lexicon: Lexicon;
}

export const confusionsOf = (candidates: CandidateSource, lexicon: Lexicon): Confusions => ({
  candidates,
  lexicon,
  words: loadWordCandidates(candidates, lexicon),
});

/** Share of sentences that get errors, and of these the share with one, two… errors. */
const FAULTY = 0.5;
const ERRORS = [0.7, 0.22, 0.08];
/**
 * Share of errors that confuse function characters, that take a whole word as input methods offer it, and how the others,
 * which take a single character, are made.
 */
const FUNCTION_CHARACTER = 0.12;
const WHOLE_WORD = 0.2;
const KINDS: readonly (readonly [CandidateKind, number])[] = [
  ['same-sound', 0.65],
  ['near-sound', 0.13],
  ['shape', 0.22],
];
/** How fast a confusion becomes rarer with distance, and how much likelier with the frequency of what is written instead. */
const DISTANCE_DECAY = 4;
const FREQUENCY_POWER = 0.5;
const LONGEST_WORD = 4;

export const isHan = (text: string, index: number) => {
  const code = text.charCodeAt(index);
  return code >= 0x4e00 && code <= 0x9fff;
};

function draw<T>(items: readonly T[], weight: (item: T) => number, random: () => number): T | undefined {
  const total = items.reduce((sum, item) => sum + weight(item), 0);
  let rest = random() * total;
  for (const item of items) {
    rest -= weight(item);
    if (rest < 0) return item;
  }
  return undefined;
}

function mistakenCharacter(
  text: string,
  index: number,
  { candidates }: Confusions,
  random: () => number,
): string | undefined {
  const [kind] = draw(KINDS, ([, share]) => share, random)!;
  const list = candidates.forCharacter(text.charCodeAt(index)).filter((candidate) => candidate.kind === kind);
  const share = ({ code, distance }: Candidate) =>
    Math.exp(FREQUENCY_POWER * candidates.logFrequency(code) - DISTANCE_DECAY * distance);
  return draw(list, share, random)?.text;
}

/** Another word of the same sound, or characters of the same sound that are no word. */
function mistakenWord(text: string, start: number, length: number, confusions: Confusions, random: () => number) {
  const homophones = confusions.words
    .wordsSoundingLike(text, start, length)
    .filter(({ text: word }) => word.length === length);
  if (homophones.length > 0 && random() < 0.8) {
    const share = ({ logFrequency, distance }: WordCandidate) =>
      Math.exp(FREQUENCY_POWER * logFrequency - DISTANCE_DECAY * distance);
    return draw(homophones, share, random)?.text;
  }
  let word = '';
  for (let i = start; i < start + length; i++) {
    const list = confusions.candidates.forCharacter(text.charCodeAt(i)).filter(({ kind }) => kind === 'same-sound');
    word += draw(list, ({ distance }) => Math.exp(-DISTANCE_DECAY * distance), random)?.text ?? text[i]!;
  }
  return word;
}

function plantOne(text: string, confusions: Confusions, random: () => number): string {
  if (random() < FUNCTION_CHARACTER) {
    const places = Array.from({ length: text.length }, (_, i) => i).filter(
      (i) => easilyWrittenFor(text.charCodeAt(i)).length > 0,
    );
    const index = places[Math.floor(random() * places.length)];
    if (index === undefined) return text;
    const others = easilyWrittenFor(text.charCodeAt(index));
    const other = String.fromCharCode(others[Math.floor(random() * others.length)]!);
    return text.slice(0, index) + other + text.slice(index + 1);
  }
  const index = Math.floor(random() * text.length);
  if (!isHan(text, index)) return text;
  if (random() < WHOLE_WORD) {
    const length = confusions.lexicon.longestWordAt(text, index);
    if (length < 2 || length > LONGEST_WORD) return text;
    const word = mistakenWord(text, index, length, confusions, random);
    return word === undefined ? text : text.slice(0, index) + word + text.slice(index + length);
  }
  const character = mistakenCharacter(text, index, confusions, random);
  return character === undefined ? text : text.slice(0, index) + character + text.slice(index + 1);
}

/** The sentence as it might have been mistyped, or as it is. */
export function plantErrors(right: string, confusions: Confusions, random: () => number): Pair {
  if (random() >= FAULTY) return { wrong: right, right };
  const wanted = 1 + (draw([0, 1, 2], (i) => ERRORS[i]!, random) ?? 0);
  let wrong = right;
  for (let tries = 0, planted = 0; tries < 20 && planted < wanted; tries++) {
    const next = plantOne(wrong, confusions, random);
    if (next !== wrong) planted++;
    wrong = next;
  }
  return { wrong, right };
}

/** Of a pair with several errors, those with one error left: what is seen when the others have been found. */
export function withOneError({ wrong, right }: Pair): Pair[] {
  const runs: (readonly [number, number])[] = [];
  for (let i = 0; i < wrong.length; i++) {
    if (wrong[i] === right[i]) continue;
    let end = i + 1;
    while (end < wrong.length && wrong[end] !== right[end]) end++;
    runs.push([i, end]);
    i = end;
  }
  if (wrong.length !== right.length || runs.length < 2) return [];
  return runs.map(([start, end]) => ({
    wrong: right.slice(0, start) + wrong.slice(start, end) + right.slice(end),
    right,
  }));
}
