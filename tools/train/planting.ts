/** Plants errors in clean text as people make them: by sound, by shape, and whole words at a time. */
import type { CandidateKind, CandidateSource } from '../../lib/language/candidates.ts';
import { loadWordCandidates, type WordCandidateSource } from '../../lib/language/candidates-words.ts';
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
const ERRORS = [0.62, 0.26, 0.12];
/** Share of errors that take a whole word, and how the others are made. */
const WHOLE_WORD = 0.2;
const KINDS: readonly (readonly [CandidateKind, number])[] = [
  ['same-sound', 0.5],
  ['near-sound', 0.15],
  ['shape', 0.35],
];
/** How fast a confusion becomes rarer with distance. */
const DISTANCE_DECAY = 4;
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
  return draw(list, ({ distance }) => Math.exp(-DISTANCE_DECAY * distance), random)?.text;
}

/** Another word of the same sound, or characters of the same sound that are no word. */
function mistakenWord(text: string, start: number, length: number, confusions: Confusions, random: () => number) {
  const homophones = confusions.words
    .wordsSoundingLike(text, start, length)
    .filter(({ text: word }) => word.length === length);
  if (homophones.length > 0 && random() < 0.5) {
    return draw(homophones, ({ distance }) => Math.exp(-DISTANCE_DECAY * distance), random)?.text;
  }
  let word = '';
  for (let i = start; i < start + length; i++) {
    const list = confusions.candidates.forCharacter(text.charCodeAt(i)).filter(({ kind }) => kind === 'same-sound');
    word += draw(list, ({ distance }) => Math.exp(-DISTANCE_DECAY * distance), random)?.text ?? text[i]!;
  }
  return word;
}

function plantOne(text: string, confusions: Confusions, random: () => number): string {
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
