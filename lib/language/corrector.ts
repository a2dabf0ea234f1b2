/**
 * Corrections of a paragraph: proposals, judged. An edit that is sure lets its neighbours be seen better, so sentences
 * with sure edits are read again as if these were made.
 */
import type { Range } from '../document/types.ts';
import { BOUNDARY } from './alphabet.ts';
import type { CandidateSource } from './candidates.ts';
import { loadCandidates } from './candidates.ts';
import { loadWordCandidates } from './candidates-words.ts';
import { CharacterModel } from './character-model.ts';
import { DOUBLING_FEATURES, type Doubling, DoublingFinder } from './doublings.ts';
import { type Doubts, findDoubts } from './doubts.ts';
import { featuresOf, judgeFeatures, type Sources } from './features.ts';
import { type Lexicon, LONGEST_WORD, loadLexicon, WORD_KIND } from './lexicon.ts';
import { LikelihoodReader } from './likelihood.ts';
import type { ModelBuffers } from './model-files.ts';
import { nameFinder } from './names.ts';
import { ParticleReader, type Particles } from './particles.ts';
import { PLACE_FEATURES, PlaceFinder } from './places.ts';
import { type Alternative, type Proposal, Proposer } from './proposals.ts';
import { remembering } from './remember.ts';
import { SCREEN_FEATURES, screened } from './screen.ts';
import { Segmenter } from './segmentation.ts';
import { SLIP_FEATURES, slipFeatures } from './slip-features.ts';
import { type Slip, SlipFinder } from './slips.ts';
import { TopicModel } from './topic-model.ts';
import { type Classifier, DecisionTrees } from './trees.ts';
import type { Correction, Language } from './types.ts';
import { WordModel } from './word-model.ts';
import { TagModel } from './words/tag-model.ts';
import { Tagger } from './words/tagger.ts';
import type { Words } from './words/words.ts';

/** Below this probability nothing is said. */
const WORTH_TELLING = 0.3;
/** From this probability on, an edit counts as made when the rest of its sentence is read again. */
const SURE = 0.7;
const MOST_READINGS = 3;
/** Of one character and its end mark nothing can be said. */
const SHORTEST_SENTENCE = 3;
/** Sentences whose corrections are remembered. */
const MOST_KNOWN = 4096;
/** Characters no farther apart than this look alike to whoever sees both. */
const ALIKE = 0.28;
/** An alternative this much less probable than the best is not offered beside it. */
const WORTH_OFFERING = 0.1;

/** A proposal's place with its judged alternatives, likeliest first. */
export interface Verdict {
  readonly start: number;
  readonly end: number;
  readonly judged: readonly { readonly alternative: Alternative; readonly probability: number }[];
}

/** All that proposing and judging need but the judges. */
export interface LanguageSources extends Sources {
  readonly proposer: Proposer;
  readonly slipFinder: SlipFinder;
  readonly doubt: (text: string) => Doubts;
  /** What may have been meant instead, so far as it is worth judging. */
  readonly propose: (doubts: Doubts) => Proposal[];
}

/**
 * @param buffers without `screen` all alternatives are judged
 * @throws if a buffer is not what it should be
 */
export function loadSources(
  buffers: Omit<ModelBuffers, 'judge' | 'slips' | 'screen' | 'tagger' | 'particles' | 'doublings'> & {
    screen?: ArrayBuffer;
  },
): LanguageSources {
  const characters = new CharacterModel(buffers.characters);
  const words = new WordModel(buffers.words);
  const candidates: CandidateSource = loadCandidates(buffers.candidates);
  const lexicon = loadLexicon(buffers.lexicon);
  const places = new PlaceFinder(characters, new DecisionTrees(buffers.gate, PLACE_FEATURES));
  const screen = buffers.screen && new DecisionTrees(buffers.screen, SCREEN_FEATURES);
  const proposer = new Proposer(characters, candidates, loadWordCandidates(candidates, lexicon));
  return {
    characters,
    words,
    candidates,
    lexicon,
    segmenter: new Segmenter(lexicon),
    topics: new TopicModel(buffers.topics, lexicon),
    proposer,
    slipFinder: new SlipFinder(characters, lexicon),
    doubt: (text) => findDoubts(text, characters, places),
    propose: (doubts) => {
      const proposals = proposer.propose(doubts);
      return screen ? screened(proposals, screen) : proposals;
    },
    findNames: nameFinder(lexicon, candidates),
  };
}

/** @throws if a buffer is not what it should be, or the judge was trained with another topic model */
export function loadLanguage(buffers: ModelBuffers): Language {
  const sources = loadSources(buffers);
  const judge = new DecisionTrees(buffers.judge, judgeFeatures(sources.topics.registers));
  if (judge.container.provenance.topics !== sources.topics.container.checksum) {
    throw new Error('the judge was trained with another topic model');
  }
  const tagger = new Tagger(new TagModel(buffers.tagger));
  const particles = new ParticleReader(buffers.particles, sources.lexicon, sources.segmenter);
  const doublings = new DoublingFinder(
    { model: sources.characters, wordModel: sources.words, tagger },
    new DecisionTrees(buffers.doublings, DOUBLING_FEATURES),
  );
  return new Corrector(sources, judge, new DecisionTrees(buffers.slips, SLIP_FEATURES), tagger, particles, doublings);
}

export class Corrector implements Language {
  readonly #sources: LanguageSources;
  readonly #judge: Classifier;
  readonly #slipJudge: Classifier;
  readonly #tagger: Tagger;
  readonly #particles: ParticleReader;
  readonly #doublings: DoublingFinder;
  readonly #likelihood: LikelihoodReader;
  /** The same sentence comes again with each edit of its paragraph. */
  readonly #ofSentence = remembering(MOST_KNOWN, (sentence) => this.#correct(sentence));

  constructor(
    sources: LanguageSources,
    judge: Classifier,
    slipJudge: Classifier,
    tagger: Tagger,
    particles: ParticleReader,
    doublings: DoublingFinder,
  ) {
    this.#sources = sources;
    this.#judge = judge;
    this.#slipJudge = slipJudge;
    this.#tagger = tagger;
    this.#particles = particles;
    this.#doublings = doublings;
    this.#likelihood = new LikelihoodReader(sources.characters);
  }

  particles(text: string): Particles {
    return this.#particles.read(text);
  }

  doublings(text: string): readonly Doubling[] {
    return this.#doublings.find(text);
  }

  words(text: string): Words {
    return this.#tagger.tag(text);
  }

  gain(text: string, range: Range, replacement: string): number {
    return this.#likelihood.gain(text, range, replacement);
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

  #correct(sentence: string): readonly Correction[] {
    if (sentence.length < SHORTEST_SENTENCE) return [];
    const doubts = this.#sources.doubt(sentence);
    const proposals = this.#sources.propose(doubts);
    const verdicts = this.#verdicts(sentence, proposals).map((verdict) => this.#toCorrection(sentence, verdict));
    return withSlips(verdicts, this.#slips(sentence, doubts, proposals));
  }

  /** Slips of the hand, likeliest first. */
  #slips(text: string, doubts: Doubts, proposals: readonly Proposal[]): Correction[] {
    const slips = this.#sources.slipFinder.find(doubts);
    const features = slipFeatures(text, slips, proposals, this.#sources);
    return slips
      .map((slip, i) => ({ slip, probability: this.#slipJudge.probability(features[i]!) }))
      .filter(({ probability }) => probability >= WORTH_TELLING)
      .sort((a, b) => b.probability - a.probability)
      .map(({ slip, probability }) => this.#slipCorrection(text, slip, probability));
  }

  #verdicts(text: string, proposals: readonly Proposal[]): Verdict[] {
    const first = this.#judgeAll(text, proposals);
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
      const again = this.#judgeAll(edited, this.#sources.propose(this.#sources.doubt(edited))).filter(
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

  #toCorrection(text: string, { start, end, judged }: Verdict): Correction {
    const { alternative, probability } = judged[0]!;
    return {
      range: [start, end],
      kind: this.#isSeenAlike(text.slice(start, end), alternative) ? alternative.kind : 'context',
      word: wordOf(text, [start, end], alternative.text, this.#sources.lexicon),
      writtenWords: writtenWords(text, [start, end], this.#sources.lexicon),
      makesPlace: makesPlace(text, [start, end], alternative.text, this.#sources.lexicon),
      probability,
      replacements: judged
        .filter((other) => other.probability >= WORTH_OFFERING || other.probability === probability)
        .map((other) => ({ text: other.alternative.text, probability: other.probability })),
    };
  }

  /** False for what shares a part at most, and was found by it. */
  #isSeenAlike(written: string, { kind, text }: Alternative): boolean {
    if (kind !== 'shape') return true;
    const { candidates } = this.#sources;
    return [...text].every(
      (character, i) => candidates.shapeDistance(written.charCodeAt(i), character.charCodeAt(0)) <= ALIKE,
    );
  }

  /** What is left out is shown by the character before it, or the one behind it. */
  #slipCorrection(text: string, { start, end, text: instead, kind }: Slip, probability: number): Correction {
    const range: Range = start < end ? [start, end] : start > 0 ? [start - 1, start] : [0, 1];
    const replacement = text.slice(range[0], start) + instead + text.slice(end, range[1]);
    const { lexicon } = this.#sources;
    return {
      range,
      kind,
      word: wordOf(text, range, replacement, lexicon),
      writtenWords: writtenWords(text, range, lexicon),
      makesPlace: makesPlace(text, range, replacement, lexicon),
      probability,
      replacements: [{ text: replacement, probability }],
    };
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

/** The likelier of what meets is kept. */
function withSlips(corrections: readonly Correction[], slips: readonly Correction[]): readonly Correction[] {
  if (slips.length === 0) return corrections;
  const kept: Correction[] = [];
  const all = [...corrections, ...slips].sort((a, b) => b.probability - a.probability);
  for (const one of all) {
    const isFree = kept.every(({ range }) => range[1] <= one.range[0] || one.range[1] <= range[0]);
    if (isFree) kept.push(one);
  }
  return kept.sort((a, b) => a.range[0] - b.range[0]);
}

/** Lengths, and kinds, of words in the order in which they explain an edit best: longer ones are mostly two words together. */
const TELLING_WORDS: readonly (readonly [length: number, kind?: number])[] = [
  [4, WORD_KIND.idiom],
  ...[3, 2, 4, 5, 6, 7, 8].map((length) => [length] as const),
];

/** The word with the edit in it that the edited text holds, as it is written now and as it should be. */
function wordOf(text: string, [start, end]: Range, replacement: string, lexicon: Lexicon): Correction['word'] {
  const longer = replacement.length - (end - start);
  // A sentence may be endless: what no word can reach is left out.
  const from = Math.max(0, start - LONGEST_WORD);
  const written = text.slice(from, end + LONGEST_WORD);
  const edited = written.slice(0, start - from) + replacement + written.slice(end - from);
  for (const [length, kind] of TELLING_WORDS) {
    let best = Number.NEGATIVE_INFINITY;
    let word: Correction['word'] | undefined;
    const first = Math.max(0, end - from + longer - length);
    for (let at = first; at <= start - from && at + length <= edited.length; at++) {
      const logFrequency = lexicon.wordLogFrequency(edited, at, at + length);
      if (logFrequency <= best || (kind && !(lexicon.wordKind(edited, at, at + length) & kind))) continue;
      best = logFrequency;
      word = { wrong: written.slice(at, at + length - longer), right: edited.slice(at, at + length) };
    }
    if (word) return word;
  }
  return { wrong: text.slice(start, end), right: replacement };
}

/** What the names of places end with, and names for what is no certain place. */
const PLACE_ENDING = /^[省市县区州盟旗镇乡村]$/;
const ANY_PLACE = /^(?:自治|直辖|行政)/;
const PLACE_LENGTHS = { least: 2, most: 5 };

/** A place's name that holds the edit and ends with what it is, or has that behind it. */
function makesPlace(text: string, [start, end]: Range, replacement: string, lexicon: Lexicon): boolean {
  const from = Math.max(0, start - PLACE_LENGTHS.most);
  const edited = text.slice(from, start) + replacement + text.slice(end, end + PLACE_LENGTHS.most);
  const first = start - from;
  const last = first + replacement.length;
  for (let at = Math.max(0, last - PLACE_LENGTHS.most); at <= first; at++) {
    for (let to = Math.max(last, at + PLACE_LENGTHS.least); to <= at + PLACE_LENGTHS.most; to++) {
      if ((lexicon.wordKind(edited, at, to) & WORD_KIND.place) === 0) continue;
      const isNamed = PLACE_ENDING.test(edited[to - 1]!) || PLACE_ENDING.test(edited[to] ?? '');
      if (isNamed && !ANY_PLACE.test(edited.slice(at, to))) return true;
    }
  }
  return false;
}

/** Words among the range and the range with one neighbour. */
function writtenWords(text: string, [start, end]: Range, lexicon: Lexicon): string[] {
  const stretches = [
    [start, end],
    [Math.max(0, start - 1), end],
    [start, Math.min(text.length, end + 1)],
  ] as const;
  return stretches
    .filter(([from, to]) => lexicon.wordLogFrequency(text, from, to) > Number.NEGATIVE_INFINITY)
    .map(([from, to]) => text.slice(from, to));
}
