/**
 * Corrections of a paragraph: proposals, judged. An edit that is sure lets its neighbours be seen better, so sentences
 * with sure edits are read again as if these were made.
 */
import type { CandidateSource } from './candidates.ts';
import { loadCandidates } from './candidates.ts';
import { loadWordCandidates } from './candidates-words.ts';
import { CharacterModel } from './character-model.ts';
import { featuresOf, type Sources } from './features.ts';
import { Judge } from './judge.ts';
import { loadLexicon } from './lexicon.ts';
import { nameFinder } from './names.ts';
import { type Alternative, type Proposal, Proposer } from './proposals.ts';
import type { Correction, Language } from './types.ts';
import { WordModel } from './word-model.ts';

/** Below this probability nothing is said. */
const WORTH_TELLING = 0.3;
/** From this probability on, an edit counts as made when the rest of its sentence is read again. */
const SURE = 0.7;
const MOST_READINGS = 3;
/** Features look at most so far beyond a sentence. */
const CONTEXT = 16;
/** An alternative this much less probable than the best is not offered beside it. */
const WORTH_OFFERING = 0.1;

/** A proposal's place with its judged alternatives, likeliest first. */
export interface Verdict {
  readonly start: number;
  readonly end: number;
  readonly sentence: readonly [start: number, end: number];
  readonly judged: readonly { readonly alternative: Alternative; readonly probability: number }[];
}

export interface ModelBuffers {
  readonly characters: ArrayBuffer;
  readonly words: ArrayBuffer;
  readonly candidates: ArrayBuffer;
  readonly lexicon: ArrayBuffer;
  readonly judge: ArrayBuffer;
}

/** Names of the files in assets/models. */
export const MODEL_FILES: Readonly<Record<keyof ModelBuffers, string>> = {
  characters: 'characters.bin',
  words: 'words.bin',
  candidates: 'candidates.bin',
  lexicon: 'lexicon.bin',
  judge: 'judge.bin',
};

/** All that proposing and judging need but the judge. */
export function loadSources(buffers: Omit<ModelBuffers, 'judge'>): Sources & { readonly proposer: Proposer } {
  const characters = new CharacterModel(buffers.characters);
  const words = new WordModel(buffers.words);
  const candidates: CandidateSource = loadCandidates(buffers.candidates);
  const lexicon = loadLexicon(buffers.lexicon);
  const proposer = new Proposer(characters, candidates, loadWordCandidates(candidates, lexicon));
  return { characters, words, candidates, lexicon, proposer, findNames: nameFinder(lexicon, candidates) };
}

/** @throws if a buffer is not what it should be */
export function loadLanguage(buffers: ModelBuffers): Language {
  return new Corrector(loadSources(buffers), new Judge(buffers.judge));
}

export class Corrector implements Language {
  readonly #sources: Sources;
  readonly #proposer: Proposer;
  readonly #judge: Pick<Judge, 'probability'>;

  constructor({ proposer, ...sources }: Sources & { readonly proposer: Proposer }, judge: Pick<Judge, 'probability'>) {
    this.#sources = sources;
    this.#proposer = proposer;
    this.#judge = judge;
  }

  corrections(text: string): readonly Correction[] {
    return this.#verdicts(text).map(toCorrection);
  }

  #verdicts(text: string): Verdict[] {
    const bySentence = new Map<number, Verdict[]>();
    for (const verdict of this.#judgeAll(text, this.#proposer.propose(text))) {
      const verdicts = bySentence.get(verdict.sentence[0]);
      if (verdicts) verdicts.push(verdict);
      else bySentence.set(verdict.sentence[0], [verdict]);
    }
    return [...bySentence.values()]
      .flatMap((verdicts) => this.#readAgain(text, verdicts))
      .filter(({ judged }) => judged[0]!.probability >= WORTH_TELLING)
      .sort((a, b) => a.start - b.start);
  }

  /** Judges the rest of a sentence as if its sure edits were made, until there are no more of these. */
  #readAgain(text: string, verdicts: readonly Verdict[]): readonly Verdict[] {
    const [start, end] = verdicts[0]!.sentence;
    const sure = verdicts.filter(isSure);
    let unsure: readonly Verdict[] = verdicts.filter((verdict) => !isSure(verdict));
    // The sentence with as much of its neighbours as features look at.
    const from = Math.max(0, start - CONTEXT);
    let sentence = text.slice(from, end + CONTEXT);
    let fresh: readonly Verdict[] = sure;
    for (let reading = 1; reading < MOST_READINGS && fresh.length > 0; reading++) {
      for (const verdict of fresh) sentence = applied(sentence, verdict, from);
      const isEdited = new Uint8Array(end - start);
      for (const known of sure) isEdited.fill(1, known.start - start, known.end - start);
      const again = this.#judgeAll(sentence, this.#proposer.propose(sentence, start - from, end - from))
        .map((verdict) => shifted(verdict, from))
        .filter((verdict) => !isEdited.subarray(verdict.start - start, verdict.end - start).includes(1));
      fresh = again.filter(isSure);
      unsure = again.filter((verdict) => !isSure(verdict));
      sure.push(...fresh);
    }
    return [...sure, ...unsure];
  }

  #judgeAll(text: string, proposals: readonly Proposal[]): Verdict[] {
    const features = featuresOf(text, proposals, this.#sources);
    return proposals.map((proposal, p) => {
      const judged = proposal.alternatives.map((alternative, i) => ({
        alternative,
        probability: this.#judge.probability(features[p]![i]!),
      }));
      judged.sort((a, b) => b.probability - a.probability);
      const { start, end, sentence } = proposal;
      return { start, end, sentence: [sentence.start, sentence.end] as const, judged };
    });
  }
}

const isSure = ({ judged }: Verdict) => judged[0]!.probability >= SURE;

/** Edits keep the length, so offsets stay true. `from` is where the stretch of text begins. */
const applied = (text: string, { start, end, judged }: Verdict, from: number) =>
  text.slice(0, start - from) + judged[0]!.alternative.text + text.slice(end - from);

const shifted = ({ start, end, sentence, judged }: Verdict, by: number): Verdict => ({
  start: start + by,
  end: end + by,
  sentence: [sentence[0] + by, sentence[1] + by],
  judged,
});

function toCorrection({ start, end, judged }: Verdict): Correction {
  const best = judged[0]!;
  return {
    range: [start, end],
    kind: best.alternative.kind,
    probability: best.probability,
    replacements: judged
      .filter(({ probability }) => probability >= WORTH_OFFERING || probability === best.probability)
      .map(({ alternative, probability }) => ({ text: alternative.text, probability })),
  };
}
