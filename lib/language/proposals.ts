/**
 * Where the character model is surprised, what the writer may have meant: an edit of one place with its alternatives.
 * The text is scored once; candidates are looked up only in doubtful places, and those of neighbouring places are
 * decoded together by a beam search, so the time is linear in the text.
 */
import { BOUNDARY, FIRST_CHARACTER, UNKNOWN } from './alphabet.ts';
import type { CandidateList, CandidateSource } from './candidates.ts';
import type { WordCandidateSource } from './candidates-words.ts';
import { type CharacterModel, HISTORIES, type HistoryArray } from './character-model.ts';
import type { DoubtfulSentence, Doubts } from './doubts.ts';
import { isCharacter } from './places.ts';
import { BEYOND_PAIRS, hasProspect, type Reading, windowSum } from './reading.ts';
import type { EditKind } from './types.ts';

/** One thing that may stand at a place instead. */
export interface Alternative {
  readonly text: string;
  readonly kind: EditKind;
  /** True if it came as a whole word of more than one character. */
  readonly isWord: boolean;
  readonly distance: number;
  /** Log-likelihood that the sentence gains in nats, the other edits of the best reading being made. */
  readonly gain: number;
  /** The same with no other edit made. */
  readonly gainAlone: number;
  /** Log-probabilities of the symbols of the place, and of the four behind it, after the edit. */
  readonly after: WindowScore;
}

/** How the model takes a place and the four symbols behind it. */
export interface WindowScore {
  /** Log-probability of the symbols of the place. */
  readonly left: number;
  /** Of the symbols behind it. */
  readonly right: number;
  readonly lowest: number;
  /** Symbols of history that the model knew, summed over the place, and over the symbols behind it. */
  readonly leftMatched: number;
  readonly rightMatched: number;
}

export interface Proposal {
  /** UTF-16 range in the text. */
  readonly start: number;
  readonly end: number;
  /** Best first by gain. */
  readonly alternatives: readonly Alternative[];
  readonly before: WindowScore;
  readonly sentence: SentenceScore;
  /** Places of the same sentence for which there is a proposal. */
  readonly neighbours: number;
}

export interface SentenceScore {
  /** UTF-16 range in the text, without the end mark. */
  readonly start: number;
  readonly end: number;
  readonly symbols: number;
  readonly logProbability: number;
  readonly unknown: number;
}

/** The most that the log-probabilities of a symbol and the next may sum to in a part of a word mistaken as a whole. */
const DOUBTFUL_PAIR = -6;
/** The most that those of such a word and the symbol behind it may sum to. */
const DOUBTFUL_WORD = -14;
/** What a candidate must bring by itself, in nats, to enter the beam; next to another surprising place, less. */
const LEAST_GAIN = 1;
const LEAST_GAIN_BESIDE = -1;
const MOST_CANDIDATES = 6;
/** Candidates nearer than this are easily mistaken. */
const EASILY_MISTAKEN = 0.25;
/** A candidate so many nats worse than the best one of its place is not worth decoding. */
const CANDIDATE_MARGIN = 8;
/** A symbol and its four followers less likely than this, even with the best candidate, call for any character. */
const INEXPLICABLE_WINDOW = 22;
/** What a character must bring that what stands before it makes expected. */
const LEAST_GAIN_EXPECTED = 6;
const MOST_EXPECTED = 3;
const BEAM_WIDTH = 6;
/** What an edit must bring in the beam: a fixed part for each edit, one for each character, and one by distance. */
const EDIT_PENALTY = 3;
const CONTEXT_PENALTY = 8;
const CHARACTER_PENALTY = 1.5;
const DISTANCE_PENALTY = 3;
/** Alternatives this much worse than the best are not worth judging. */
const ALTERNATIVE_MARGIN = 7;
const MOST_ALTERNATIVES = 4;
/** The same for places that the best reading leaves as they are. */
const MOST_UNCHOSEN = 2;
const LONGEST_EDIT = 4;
/** Edits on either side that may touch the window of one. */
const FELT = 2 * HISTORIES;

/** A reading of `length` symbols from `start` that differs from the text. */
interface Edge {
  readonly start: number;
  readonly length: number;
  readonly text: string;
  readonly symbols: readonly number[];
  readonly kind: EditKind;
  readonly isWord: boolean;
  readonly distance: number;
  readonly gainAlone: number;
}

interface KnownCandidates {
  readonly list: CandidateList;
  /** Of each candidate its symbol, which may be UNKNOWN. */
  readonly symbols: Uint16Array;
}

interface Hypothesis {
  readonly score: number;
  /** Where its history stands among those of the search. */
  readonly history: number;
  readonly edge?: Edge | undefined;
  readonly previous?: Hypothesis | undefined;
}

export class Proposer {
  readonly #model: CharacterModel;
  readonly #candidates: CandidateSource;
  readonly #words: WordCandidateSource;
  readonly #known = new Map<number, KnownCandidates>();
  readonly #scratch = new Int32Array(2 * HISTORIES);
  /** The histories of one beam search, one behind the other. */
  #histories: HistoryArray = new Int32Array(1024 * HISTORIES);
  #used = 0;

  constructor(model: CharacterModel, candidates: CandidateSource, words: WordCandidateSource) {
    this.#model = model;
    this.#candidates = candidates;
    this.#words = words;
  }

  propose({ reading, sentences, facts }: Doubts): Proposal[] {
    const proposals: Proposal[] = [];
    for (const sentence of sentences) this.#proposeSentence(reading, sentence, facts, proposals);
    return proposals;
  }

  #proposeSentence(
    reading: Reading,
    { start, end, places }: DoubtfulSentence,
    facts: Uint8Array,
    proposals: Proposal[],
  ): void {
    if (places.length === 0) return;
    const edges = this.#edges(reading, places, end, facts);
    if (edges.length === 0) return;
    const sentence = scoreSentence(reading, start, end);
    const first = proposals.length;
    for (const cluster of clusters(edges)) {
      for (const proposal of this.#decode(reading, cluster, end))
        proposals.push({ ...proposal, sentence, neighbours: 0 });
    }
    const neighbours = proposals.length - first;
    for (let i = first; i < proposals.length; i++) proposals[i] = { ...proposals[i]!, neighbours };
  }

  #edges(reading: Reading, places: readonly number[], end: number, facts: Uint8Array): Edge[] {
    const edges: Edge[] = [];
    const isPlace = new Set(places);
    for (const place of places) {
      edges.push(...this.#characterEdges(reading, place, end, isPlace.has(place - 1), isPlace.has(place + 1)));
    }
    for (const edge of this.#wordEdges(reading, places, end)) {
      const offset = reading.offsets[edge.start]!;
      if (!facts.subarray(offset, offset + edge.length).includes(1)) edges.push(edge);
    }
    return edges.sort((a, b) => a.start - b.start || a.length - b.length);
  }

  #characterEdges(
    reading: Reading,
    place: number,
    end: number,
    isPreviousPlace: boolean,
    isNextPlace: boolean,
  ): Edge[] {
    let least = isPreviousPlace || isNextPlace ? LEAST_GAIN_BESIDE : LEAST_GAIN;
    const model = this.#model;
    const { offsets, symbols, histories } = reading;
    const written = reading.scores[place]! + reading.scores[place + 1]!;
    const previous = symbols[place - 1]!;
    const next = symbols[place + 1]!;
    const edges: Edge[] = [];
    const { list, symbols: candidateSymbols } = this.#candidatesFor(reading.text.charCodeAt(offsets[place]!));
    for (let i = 0; i < candidateSymbols.length; i++) {
      const symbol = candidateSymbols[i]!;
      if (symbol < FIRST_CHARACTER) continue;
      // Of what is easily mistaken it is enough that one neighbour was seen beside it, or is itself in doubt.
      const isKnownBefore = model.hasPair(previous, symbol);
      const isKnownBehind = model.hasPairBefore(next, symbol);
      if (!isKnownBefore && !isKnownBehind) continue;
      const isLikely = (isKnownBefore || isPreviousPlace) && (isKnownBehind || isNextPlace);
      if (!isLikely && list.distances[i]! > EASILY_MISTAKEN) continue;
      const pairs = model.pairLogProbability(previous, symbol) + model.pairLogProbability(symbol, next);
      if (pairs - written < least - BEYOND_PAIRS) continue;
      const left = model.extend(histories, (place - 1) * HISTORIES, symbol, this.#scratch, 0);
      const gainAlone = this.#follow(reading, place + 1, end, left - reading.scores[place]!, least);
      if (gainAlone < least) continue;
      const { kind, distance, text } = list.at(i);
      const edge = { start: place, length: 1, text, symbols: [symbol], kind, isWord: false, distance, gainAlone };
      least = Math.max(least, keepBest(edges, edge, MOST_CANDIDATES), edges[0]!.gainAlone - CANDIDATE_MARGIN);
    }
    const window = windowSum(reading.scores, place, end);
    const isExplained = edges.length > 0 && window + edges[0]!.gainAlone > -INEXPLICABLE_WINDOW;
    return isExplained || window > -INEXPLICABLE_WINDOW
      ? edges
      : [...edges, ...this.#expected(reading, place, end, edges)];
  }

  /** Whatever both sides predict, where no candidate explains the place. */
  #expected(reading: Reading, place: number, end: number, known: readonly Edge[]): Edge[] {
    const model = this.#model;
    const { symbols, histories, scores } = reading;
    const before = (place - 1) * HISTORIES;
    const next = symbols[place + 1]!;
    const written = scores[place]!;
    const edges: Edge[] = [];
    let least = LEAST_GAIN_EXPECTED;
    for (const symbol of model.expectedSymbols(histories, before)) {
      if (symbol < FIRST_CHARACTER || !model.hasPairBefore(next, symbol)) continue;
      const left = model.extend(histories, before, symbol, this.#scratch, 0);
      const gainAlone = this.#follow(reading, place + 1, end, left - written, least);
      if (gainAlone < least) continue;
      const code = model.characters[symbol - FIRST_CHARACTER]!;
      if (code < 0x3400 || known.some((edge) => edge.symbols[0] === symbol)) continue;
      const text = String.fromCharCode(code);
      const edge = { start: place, length: 1, text, symbols: [symbol], gainAlone };
      least = Math.max(least, keepBest(edges, { ...edge, kind: 'context', isWord: false, distance: 1 }, MOST_EXPECTED));
    }
    return edges;
  }

  /** Candidates with their symbols; kept, since the same characters come again. */
  #candidatesFor(code: number): KnownCandidates {
    let known = this.#known.get(code);
    if (!known) {
      const { alphabet } = this.#model;
      const list = this.#candidates.listFor(code);
      known = { list, symbols: list.codes.map((candidate) => alphabet[candidate]!) };
      this.#known.set(code, known);
    }
    return known;
  }

  /**
   * Adds to `gain` what up to four symbols of the text from `from`, behind the history in the first scratch slot, gain or
   * lose; less than `least` as soon as there is no prospect of that.
   */
  #follow({ symbols, scores }: Reading, from: number, end: number, gain: number, least: number): number {
    let sum = gain;
    let slot = 0;
    for (let i = from; i <= end && i < from + HISTORIES; i++) {
      if (!hasProspect(sum, least, i - from)) return Number.NEGATIVE_INFINITY;
      sum += this.#model.extend(this.#scratch, slot, symbols[i]!, this.#scratch, HISTORIES - slot) - scores[i]!;
      slot = HISTORIES - slot;
    }
    return sum;
  }

  #wordEdges(reading: Reading, places: readonly number[], end: number): Edge[] {
    const { offsets, text, symbols } = reading;
    const tried = new Set<number>();
    const edges: Edge[] = [];
    for (const place of places) {
      for (let length = 2; length <= LONGEST_EDIT; length++) {
        for (let start = Math.max(1, place - length + 1); start <= place && start + length <= end; start++) {
          const key = start * 8 + length;
          if (tried.has(key) || offsets[start + length - 1]! - offsets[start]! !== length - 1) continue;
          tried.add(key);
          if (!areCharacters(symbols, start, length) || !maySeveralBeWrong(reading.scores, start, length)) continue;
          for (const word of this.#words.wordsSoundingLike(text, offsets[start]!, length)) {
            const edge = this.#wordEdge(reading, start, length, end, word);
            if (edge) edges.push(edge);
          }
        }
      }
    }
    return edges;
  }

  #wordEdge(
    reading: Reading,
    start: number,
    length: number,
    end: number,
    word: { text: string; kind: EditKind; distance: number },
  ): Edge | undefined {
    const offset = reading.offsets[start]!;
    const { text } = reading;
    let first = 0;
    while (first < length && word.text.charCodeAt(first) === text.charCodeAt(offset + first)) first++;
    let last = length;
    while (last > first && word.text.charCodeAt(last - 1) === text.charCodeAt(offset + last - 1)) last--;
    const symbols: number[] = [];
    for (let i = first; i < last; i++) {
      const symbol = this.#model.alphabet[word.text.charCodeAt(i)]!;
      if (symbol < FIRST_CHARACTER) return undefined;
      symbols.push(symbol);
    }
    const edge = { start: start + first, length: last - first, symbols };
    const gainAlone = this.#gainOf(reading, edge, end);
    if (gainAlone < LEAST_GAIN) return undefined;
    const { kind, distance } = word;
    return { ...edge, text: word.text.slice(first, last), kind, isWord: edge.length > 1, distance, gainAlone };
  }

  #gainOf(reading: Reading, edge: { start: number; length: number; symbols: readonly number[] }, end: number): number {
    let gain = 0;
    for (let i = edge.start; i < edge.start + edge.length; i++) gain -= reading.scores[i]!;
    let slot = HISTORIES;
    this.#scratch.set(reading.histories.subarray((edge.start - 1) * HISTORIES, edge.start * HISTORIES), slot);
    for (const symbol of edge.symbols) {
      gain += this.#model.extend(this.#scratch, slot, symbol, this.#scratch, HISTORIES - slot);
      slot = HISTORIES - slot;
      if (!hasProspect(gain, LEAST_GAIN, 0)) return Number.NEGATIVE_INFINITY;
    }
    if (slot !== 0) this.#scratch.copyWithin(0, HISTORIES, 2 * HISTORIES);
    return this.#follow(reading, edge.start + edge.length, end, gain, LEAST_GAIN);
  }

  #decode(reading: Reading, edges: readonly Edge[], end: number): Omit<Proposal, 'sentence' | 'neighbours'>[] {
    const best = this.#search(reading, edges, end);
    const chosen: Edge[] = [];
    for (let at: Hypothesis | undefined = best; at; at = at.previous) if (at.edge) chosen.unshift(at.edge);
    const rivals = new Map<number, Edge[]>();
    for (const edge of edges) {
      const key = edge.start * 8 + edge.length;
      const known = rivals.get(key);
      if (known) known.push(edge);
      else rivals.set(key, [edge]);
    }
    // An edit farther off than a history and a window cannot be felt.
    const near = (edge: Edge) => chosen.filter((other) => other !== edge && Math.abs(other.start - edge.start) <= FELT);
    const at = (edge: Edge) => rivals.get(edge.start * 8 + edge.length)!;
    return [
      ...chosen.map((edge) => this.#propose(reading, at(edge), near(edge), edge, end)),
      ...unchosen(edges, chosen).map((edge) => {
        const best = at(edge).slice().sort(byGain).slice(0, MOST_UNCHOSEN);
        return this.#propose(reading, best, near(edge), edge, end);
      }),
    ];
  }

  /** The best reading of the stretch that the edges span, and of the four symbols behind it. */
  #search(reading: Reading, edges: readonly Edge[], end: number): Hypothesis {
    const from = edges[0]!.start;
    const to = Math.min(end, edges.reduce((last, edge) => Math.max(last, edge.start + edge.length), 0) + HISTORIES - 1);
    const beams: Hypothesis[][] = Array.from({ length: to - from + 2 }, () => []);
    this.#histories.set(reading.histories.subarray((from - 1) * HISTORIES, from * HISTORIES));
    this.#used = HISTORIES;
    beams[0]!.push({ score: 0, history: 0 });
    let nextEdge = 0;
    for (let i = from; i <= to; i++) {
      const beam = prune(beams[i - from]!);
      const here: Edge[] = [];
      while (nextEdge < edges.length && edges[nextEdge]!.start === i) here.push(edges[nextEdge++]!);
      for (const hypothesis of beam) {
        beams[i - from + 1]!.push(this.#step(hypothesis, [reading.symbols[i]!]));
        for (const edge of here) beams[i - from + edge.length]!.push(this.#step(hypothesis, edge.symbols, edge));
      }
    }
    return prune(beams[to - from + 1]!)[0]!;
  }

  #step(from: Hypothesis, symbols: readonly number[], edge?: Edge): Hypothesis {
    let score = from.score - (edge ? penalty(edge) : 0);
    let history = from.history;
    for (const symbol of symbols) {
      const next = this.#used;
      if (next + HISTORIES > this.#histories.length) this.#lengthenHistories();
      score += this.#model.extend(this.#histories, history, symbol, this.#histories, next);
      this.#used += HISTORIES;
      history = next;
    }
    return { score, history, edge, previous: edge ? from : from.edge ? from : from.previous };
  }

  #lengthenHistories(): void {
    const longer = new Int32Array(2 * this.#histories.length);
    longer.set(this.#histories);
    this.#histories = longer;
  }

  /** One place of the best reading with what else might stand there. */
  #propose(reading: Reading, rivals: readonly Edge[], others: readonly Edge[], edge: Edge, end: number) {
    const before = this.#scoreWindow(reading, others, edge.start, edge.length, undefined, end);
    const seen = new Set<string>();
    const alternatives: Alternative[] = [];
    for (const { text, symbols, kind, isWord, distance, gainAlone } of rivals) {
      if (seen.has(text)) continue;
      seen.add(text);
      const after = this.#scoreWindow(reading, others, edge.start, edge.length, symbols, end);
      const gain = after.left + after.right - before.left - before.right;
      alternatives.push({ text, kind, isWord, distance, gain, gainAlone, after });
    }
    alternatives.sort((a, b) => b.gain - a.gain || (a.text < b.text ? -1 : 1));
    const top = alternatives[0]!.gain;
    const { offsets } = reading;
    return {
      start: offsets[edge.start]!,
      end: offsets[edge.start + edge.length - 1]! + 1,
      before,
      alternatives: alternatives.slice(0, MOST_ALTERNATIVES).filter(({ gain }) => gain >= top - ALTERNATIVE_MARGIN),
    };
  }

  /** Scores a place and the four symbols behind it, with `symbols` put there and the other edits made. */
  #scoreWindow(
    reading: Reading,
    others: readonly Edge[],
    start: number,
    length: number,
    symbols: readonly number[] | undefined,
    end: number,
  ): WindowScore {
    const at = (i: number): number => {
      if (symbols && i >= start && i < start + length) return symbols[i - start]!;
      const other = others.find((edge) => i >= edge.start && i < edge.start + edge.length);
      return other ? other.symbols[i - other.start]! : reading.symbols[i]!;
    };
    const isTouched = (first: number, last: number) =>
      others.some((edge) => edge.start <= last && edge.start + edge.length > first);
    const score = { left: 0, right: 0, lowest: 0, leftMatched: 0, rightMatched: 0 };
    const last = Math.min(end, start + length + HISTORIES - 1);
    const add = (i: number, value: number, matched: number) => {
      score.lowest = Math.min(score.lowest, value);
      if (i < start + length) {
        score.left += value;
        score.leftMatched += matched;
      } else {
        score.right += value;
        score.rightMatched += matched;
      }
    };
    if (!symbols && !isTouched(start - HISTORIES, last)) {
      for (let i = start; i <= last; i++) add(i, reading.scores[i]!, reading.matched[i]!);
      return score;
    }
    // Four symbols before the place make the history whole, where one of them was edited.
    let from = start - 1;
    if (isTouched(start - HISTORIES, start - 1)) {
      while (from > 0 && from > start - HISTORIES && reading.symbols[from] !== BOUNDARY) from--;
    }
    this.#scratch.set(reading.histories.subarray(from * HISTORIES, (from + 1) * HISTORIES));
    if (isTouched(from - HISTORIES + 1, from)) {
      this.#scratch.fill(-1, 0, HISTORIES);
      this.#scratch[0] = at(from);
    }
    let slot = 0;
    for (let i = from + 1; i <= last; i++) {
      const value = this.#model.extend(this.#scratch, slot, at(i), this.#scratch, HISTORIES - slot);
      slot = HISTORIES - slot;
      if (i >= start) add(i, value, this.#model.matched);
    }
    return score;
  }
}

const byGain = (a: Edge, b: Edge) =>
  b.gainAlone - a.gainAlone || a.start - b.start || a.length - b.length || (a.text < b.text ? -1 : 1);

/**
 * The best edge of each place that the best reading leaves as it is: it may still be wrong, in the eyes of the judge, who
 * sees more than this model.
 */
function unchosen(edges: readonly Edge[], chosen: readonly Edge[]): Edge[] {
  const isTaken = new Set<number>();
  const take = ({ start, length }: Edge) => {
    for (let i = start; i < start + length; i++) isTaken.add(i);
  };
  chosen.forEach(take);
  const found: Edge[] = [];
  for (const edge of edges.filter(({ gainAlone }) => gainAlone >= LEAST_GAIN).sort(byGain)) {
    let isFree = true;
    for (let i = edge.start; i < edge.start + edge.length; i++) if (isTaken.has(i)) isFree = false;
    if (!isFree) continue;
    take(edge);
    found.push(edge);
  }
  return found.sort((a, b) => a.start - b.start);
}

/**
 * Puts an edge in its place among the best so far, at most `most` of them.
 * @returns the gain that a further edge must reach
 */
function keepBest(edges: Edge[], edge: Edge, most: number): number {
  let at = edges.length;
  while (at > 0 && edges[at - 1]!.gainAlone < edge.gainAlone) at--;
  edges.splice(at, 0, edge);
  if (edges.length > most) edges.pop();
  return edges.length < most ? Number.NEGATIVE_INFINITY : edges[most - 1]!.gainAlone;
}

const penalty = ({ length, distance, kind }: Edge) =>
  (kind === 'context' ? CONTEXT_PENALTY : EDIT_PENALTY) +
  CHARACTER_PENALTY * (length - 1) +
  DISTANCE_PENALTY * distance;

function areCharacters(symbols: Uint16Array, start: number, length: number): boolean {
  for (let i = start; i < start + length; i++) if (!isCharacter(symbols[i]!)) return false;
  return true;
}

/** Words are for stretches with several mistakes; a single one is found by its character. */
function maySeveralBeWrong(scores: Float32Array, start: number, length: number): boolean {
  let doubtful = 0;
  let sum = scores[start + length]!;
  for (let i = start; i < start + length; i++) {
    if (scores[i]! + scores[i + 1]! < DOUBTFUL_PAIR) doubtful++;
    sum += scores[i]!;
  }
  return doubtful >= 2 && sum < DOUBTFUL_WORD;
}

function scoreSentence({ symbols, scores, offsets }: Reading, start: number, end: number): SentenceScore {
  let logProbability = 0;
  let unknown = 0;
  for (let i = start; i <= end; i++) {
    logProbability += scores[i]!;
    if (symbols[i] === UNKNOWN) unknown++;
  }
  return { start: offsets[start]!, end: offsets[end]!, symbols: end - start + 1, logProbability, unknown };
}

/** Edges so near each other that one decides about the next. */
function* clusters(edges: readonly Edge[]): Generator<Edge[]> {
  let cluster: Edge[] = [];
  let reach = 0;
  for (const edge of edges) {
    if (cluster.length > 0 && edge.start > reach + HISTORIES) {
      yield cluster;
      cluster = [];
      reach = 0;
    }
    cluster.push(edge);
    reach = Math.max(reach, edge.start + edge.length - 1);
  }
  yield cluster;
}

function prune(beam: Hypothesis[]): Hypothesis[] {
  beam.sort((a, b) => b.score - a.score);
  return beam.slice(0, BEAM_WIDTH);
}
