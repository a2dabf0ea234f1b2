/** What the judge of slips sees of one. */
import { coveringWord, hanRun, type Sources } from './features.ts';
import { NO_WORD } from './lexicon.ts';
import type { Proposal } from './proposals.ts';
import { SLIP_KINDS, type Slip, type StretchScore } from './slips.ts';

/** How far off, in UTF-16 code units, another slip still competes. */
const NEAR = 2;
const NO_RIVAL = -10;
/** The edited text is looked at so far on either side. */
const AROUND = 16;
/** Doubtful places that say something of the sentence; more say only that it is long. */
const MOST_DOUBTFUL = 3;

/** What is told of a slip, in this order. Scores and gains in nats, words and code units counted. */
export const SLIP_FEATURES = [
  ...[
    'kind',
    'gain',
    'meanBefore',
    'meanAfter',
    'meanGain',
    'lowestBefore',
    'lowestAfter',
    'knownBefore',
    'knownAfter',
  ],
  ...['sentenceMean', 'doubtful', 'doubtfulShare'],
  ...['wordGain', 'moreWords', 'moreSingles', 'wordScoreAfter'],
  ...['wordLengthBefore', 'wordLengthAfter', 'wordFrequencyAfter', 'wordFrequencyGain', 'exchangedFrequency'],
  ...['characterFrequency', 'roomBefore', 'roomBehind', 'gainOverRival', 'gainOverProposal', 'nameSureness'],
] as const;

/** Feature vectors of slips found in a text, in their order. */
export function slipFeatures(
  text: string,
  slips: readonly Slip[],
  proposals: readonly Proposal[],
  sources: Sources,
): Float32Array[] {
  if (slips.length === 0) return [];
  const namesNear = nearby(sources.findNames(text));
  const slipsNear = nearby(slips);
  const proposalsNear = nearby(proposals);
  return slips.map((slip) => {
    const { start, end } = slip;
    const names = namesNear(start, end).filter((range) => range.start < end + 1 && range.end > start - 1);
    return Float32Array.from([
      ...ownFeatures(text, slip, sources),
      rivalGain(slip, slipsNear(start, end)),
      proposalGain(slip, proposalsNear(start, end)),
      Math.max(0, ...names.map(({ confidence }) => confidence)),
    ]);
  });
}

/** Code units of text whose places are kept together. */
const STRETCH = 64;

/** Finds places about a range without going through all: those of the stretches that it lies in or up to `NEAR` units from. */
function nearby<T extends { readonly start: number; readonly end: number }>(places: readonly T[]) {
  const stretches: T[][] = [];
  for (const place of places) {
    const last = Math.floor(place.end / STRETCH);
    for (let stretch = Math.floor(place.start / STRETCH); stretch <= last; stretch++) {
      stretches[stretch] ??= [];
      stretches[stretch]!.push(place);
    }
  }
  return (start: number, end: number): readonly T[] => {
    const first = Math.floor(Math.max(0, start - NEAR) / STRETCH);
    const last = Math.floor((end + NEAR) / STRETCH);
    return stretches.slice(first, last + 1).flatMap((some) => some ?? []);
  };
}

const mean = ({ sum, symbols }: StretchScore) => sum / symbols;
const known = ({ matched, symbols }: StretchScore) => matched / symbols;

function ownFeatures(text: string, slip: Slip, { words, lexicon, characters }: Sources): number[] {
  const { kind, start, end, text: instead, gain, before, after } = slip;
  const from = Math.max(0, start - AROUND);
  const shift = start - from;
  const edited = text.slice(from, start) + instead + text.slice(end, end + AROUND);
  const [runStart, runEnd] = hanRun(text, start, end);
  const wordsBefore = words.segment(text, runStart, runEnd);
  const editedEnd = shift + instead.length + (runEnd - end);
  const wordsAfter = words.segment(edited, shift - (start - runStart), editedEnd);
  const coverBefore = coveringWord(text, Math.max(0, start - 1), Math.min(text.length, end + 1), lexicon);
  const coverAfter = coveringWord(
    edited,
    Math.max(0, shift - 1),
    Math.min(edited.length, shift + instead.length + 1),
    lexicon,
  );
  const changed = instead === '' ? text[start]! : instead;
  return [
    SLIP_KINDS.indexOf(kind),
    gain,
    mean(before),
    mean(after),
    mean(after) - mean(before),
    before.lowest,
    after.lowest,
    known(before),
    known(after),
    slip.mean,
    Math.min(MOST_DOUBTFUL, slip.doubtful),
    slip.doubtful / slip.symbols,
    wordsAfter.score - wordsBefore.score,
    wordsAfter.words - wordsBefore.words,
    wordsAfter.singles - wordsBefore.singles,
    wordsAfter.score / Math.max(1, editedEnd),
    coverBefore.length,
    coverAfter.length,
    coverAfter.logFrequency,
    coverAfter.logFrequency - coverBefore.logFrequency,
    // A rare word that might be a common one with its characters exchanged.
    kind === 'exchanged' ? Math.max(NO_WORD, lexicon.wordLogFrequency(text, start, end)) : NO_WORD,
    characters.symbolLogProbability(characters.symbolOf(changed.charCodeAt(0))),
    start - runStart,
    runEnd - end,
  ];
}

/** What another slip near by would gain. */
function rivalGain(slip: Slip, slips: readonly Slip[]): number {
  let best = NO_RIVAL;
  for (const other of slips) {
    if (other === slip || other.start > slip.end + NEAR || slip.start > other.end + NEAR) continue;
    if (other.kind === slip.kind) best = Math.max(best, other.gain);
  }
  return slip.gain - best;
}

/** What another character in the place would gain. */
function proposalGain({ start, end, gain }: Slip, proposals: readonly Proposal[]): number {
  let best = NO_RIVAL;
  for (const proposal of proposals) {
    if (proposal.start > end + 1 || start > proposal.end + 1) continue;
    for (const alternative of proposal.alternatives) best = Math.max(best, alternative.gain);
  }
  return gain - best;
}
