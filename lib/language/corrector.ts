/**
 * Corrections of a paragraph: proposals, judged. An edit that is sure lets its neighbours be seen better, so sentences
 * with sure edits are read again as if these were made.
 */
import { BOUNDARY } from './alphabet.ts';
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
/** Of one character and its end mark nothing can be said. */
const SHORTEST_SENTENCE = 3;
/** Sentences whose corrections are remembered. */
const MOST_KNOWN = 4096;
/** An alternative this much less probable than the best is not offered beside it. */
const WORTH_OFFERING = 0.1;

/** A proposal's place with its judged alternatives, likeliest first. */
export interface Verdict {
  readonly start: number;
  readonly end: number;
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
  readonly #known = new Map<string, readonly Correction[]>();
  readonly #judge: Pick<Judge, 'probability'>;

  constructor({ proposer, ...sources }: Sources & { readonly proposer: Proposer }, judge: Pick<Judge, 'probability'>) {
    this.#sources = sources;
    this.#proposer = proposer;
    this.#judge = judge;
  }

  corrections(text: string): readonly Correction[] {
    const { alphabet } = this.#sources.characters;
    const found: Correction[] = [];
    let start = 0;
    for (let i = 0; i < text.length; i++) {
      if (alphabet[text.charCodeAt(i)] !== BOUNDARY && i + 1 < text.length) continue;
      for (const correction of this.#ofSentence(text.slice(start, i + 1))) found.push(moved(correction, start));
      start = i + 1;
    }
    return found;
  }

  /** The same sentence comes again with each edit of its paragraph. */
  #ofSentence(sentence: string): readonly Correction[] {
    let corrections = this.#known.get(sentence);
    if (!corrections) {
      corrections = sentence.length < SHORTEST_SENTENCE ? [] : this.#verdicts(sentence).map(toCorrection);
      if (this.#known.size >= MOST_KNOWN) this.#known.clear();
      this.#known.set(sentence, corrections);
    }
    return corrections;
  }

  #verdicts(text: string): Verdict[] {
    const first = this.#judgeAll(text, this.#proposer.propose(text));
    const sure = first.filter(isSure);
    let unsure = first.filter((verdict) => !isSure(verdict));
    let edited = text;
    let fresh: readonly Verdict[] = sure;
    const isEdited = new Uint8Array(text.length);
    for (let reading = 1; reading < MOST_READINGS && fresh.length > 0; reading++) {
      for (const verdict of fresh) {
        edited = applied(edited, verdict);
        isEdited.fill(1, verdict.start, verdict.end);
      }
      const again = this.#judgeAll(edited, this.#proposer.propose(edited)).filter(
        ({ start, end }) => !isEdited.subarray(start, end).includes(1),
      );
      fresh = again.filter(isSure);
      unsure = again.filter((verdict) => !isSure(verdict));
      sure.push(...fresh);
    }
    return [...sure, ...unsure]
      .filter(({ judged }) => judged[0]!.probability >= WORTH_TELLING)
      .sort((a, b) => a.start - b.start);
  }

  #judgeAll(text: string, proposals: readonly Proposal[]): Verdict[] {
    const features = featuresOf(text, proposals, this.#sources);
    return proposals.map((proposal, p) => {
      const judged = proposal.alternatives.map((alternative, i) => ({
        alternative,
        probability: this.#judge.probability(features[p]![i]!),
      }));
      judged.sort((a, b) => b.probability - a.probability);
      return { start: proposal.start, end: proposal.end, judged };
    });
  }
}

const isSure = ({ judged }: Verdict) => judged[0]!.probability >= SURE;

/** Edits keep the length, so offsets stay true. */
const applied = (text: string, { start, end, judged }: Verdict) =>
  text.slice(0, start) + judged[0]!.alternative.text + text.slice(end);

const moved = (correction: Correction, by: number): Correction => ({
  ...correction,
  range: [correction.range[0] + by, correction.range[1] + by],
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
