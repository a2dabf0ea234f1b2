/**
 * Whole words of the same or a near sound: for a stretch of text in which several characters at once may be mistaken,
 * as input methods offer words, not characters.
 */
import type { CandidateSource } from './candidates.ts';
import { soundClass } from './candidates-sound.ts';
import { LEAST_LOG_FREQUENCY, type Lexicon, LOG_FREQUENCY_STEP, logFrequencyOf } from './lexicon.ts';
import { remembering } from './remember.ts';

const SHORTEST = 2;
const LONGEST = 4;

export interface WordCandidate {
  readonly text: string;
  readonly kind: 'same-sound' | 'near-sound' | 'confusion';
  /** Mean distance by sound of the characters that differ, 0…1. */
  readonly distance: number;
  /** Log probability in nats of the word among words. */
  readonly logFrequency: number;
}

export interface WordCandidateSource {
  /**
   * Words of `length` (2…4) code units that sound like the text from `start`, or that collections of misspellings give
   * for it; without the text itself. Most useful first. The first call takes some tens of milliseconds.
   */
  wordsSoundingLike(text: string, start: number, length: number): readonly WordCandidate[];
}

const EMPTY: readonly WordCandidate[] = Object.freeze([]);
/** A misspelling that was collected, of another sound. */
const COLLECTED = 0.4;
/** Sounds farther apart than this are no near sound. */
const FARTHEST = 0.6;
const NEAR = 0.2;
/** Rarer words, in nats, are seldom what a writer meant. */
const LEAST_LOG = -15.5;
/** Later ones are rare words of a far sound. */
const LONGEST_LIST = 12;
/** How many nats of frequency a whole distance is worth in the order of the list. */
const DISTANCE_WEIGHT = 8;
/** Strings whose words are remembered. */
const MOST_KNOWN = 8192;

export function loadWordCandidates(characters: CandidateSource, lexicon: Lexicon): WordCandidateSource {
  return new SoundingWords(characters, lexicon);
}

class SoundingWords implements WordCandidateSource {
  readonly #characters: CandidateSource;
  readonly #lexicon: Lexicon;
  #index: SoundIndex | undefined;
  /** The same strings come again, most of all when a sentence is read once more. */
  readonly #soundingLike = remembering(MOST_KNOWN, (original) => this.#seek(original));

  constructor(characters: CandidateSource, lexicon: Lexicon) {
    this.#characters = characters;
    this.#lexicon = lexicon;
  }

  wordsSoundingLike(text: string, start: number, length: number): readonly WordCandidate[] {
    if (length < SHORTEST || length > LONGEST || start + length > text.length) return EMPTY;
    this.#index ??= new SoundIndex(this.#lexicon, this.#characters);
    const end = start + length;
    const isKnown =
      this.#isSound(this.#index, text, start, end, SoundIndex.EMPTY_KEY) ||
      this.#characters.collectedCorrection(text, start, end) !== undefined;
    return isKnown ? this.#soundingLike(text.slice(start, end)) : EMPTY;
  }

  /** Whether any way to read the text is the sound of a word: mostly not, and then nothing need be remembered. */
  #isSound(index: SoundIndex, text: string, at: number, end: number, key: number): boolean {
    if (at === end) return index.has(key);
    const code = text.charCodeAt(at);
    for (let reading = this.#characters.readingCount(code) - 1; reading >= 0; reading--) {
      if (this.#isSound(index, text, at + 1, end, index.extend(key, code, reading))) return true;
    }
    return false;
  }

  #seek(original: string): readonly WordCandidate[] {
    const found: WordCandidate[] = [];
    this.#search(original, 0, SoundIndex.EMPTY_KEY, found);
    this.#addCollected(original, found);
    if (found.length === 0) return EMPTY;
    const usefulness = (word: WordCandidate): number => word.logFrequency - DISTANCE_WEIGHT * word.distance;
    return found.sort((a, b) => usefulness(b) - usefulness(a)).slice(0, LONGEST_LIST);
  }

  /** Every way to read the text: few characters have readings of several classes. */
  #search(original: string, depth: number, key: number, found: WordCandidate[]): void {
    if (depth === original.length) {
      this.#index!.forEachWord(key, original.length, (text, weight) => {
        if (found.some((other) => other.text === text)) return;
        const candidate = this.#describe(original, text, weight);
        if (candidate) found.push(candidate);
      });
      return;
    }
    const code = original.charCodeAt(depth);
    const keys = new Set<number>();
    for (let reading = 0; reading < this.#characters.readingCount(code); reading++) {
      keys.add(this.#index!.extend(key, code, reading));
    }
    for (const longer of keys) this.#search(original, depth + 1, longer, found);
  }

  #describe(original: string, text: string, weight: number): WordCandidate | undefined {
    if (text === original) return undefined;
    let sum = 0;
    let changed = 0;
    for (let i = 0; i < text.length; i++) {
      if (text[i] === original[i]) continue;
      const distance = this.#characters.soundDistance(original.charCodeAt(i), text.charCodeAt(i));
      if (distance > FARTHEST) return undefined;
      sum += distance;
      changed++;
    }
    const distance = sum / changed;
    return {
      text,
      kind: distance <= NEAR ? 'same-sound' : 'near-sound',
      distance,
      logFrequency: logFrequencyOf(weight),
    };
  }

  #addCollected(original: string, found: WordCandidate[]): void {
    const text = this.#characters.collectedCorrection(original, 0, original.length);
    if (text === undefined || found.some((candidate) => candidate.text === text)) return;
    const logFrequency = this.#lexicon.wordLogFrequency(text, 0, text.length);
    found.push({ text, kind: 'confusion', distance: COLLECTED, logFrequency });
  }
}

/** The words in buckets by a hash of their sound classes. Unlike words of one hash are told apart by their sounds later. */
class SoundIndex {
  static readonly EMPTY_KEY = 1;
  readonly #lexicon: Lexicon;
  readonly #characters: CandidateSource;
  /** Class of each syllable, numbered as they turn up. */
  readonly #classOf: Uint16Array;
  readonly #parents: Uint32Array;
  readonly #depths: Uint8Array;
  /** Of each node, from the classes of its characters; 0 where one has none. */
  readonly #keys: Uint32Array;
  readonly #bucketStart = new Uint32Array(BUCKETS + 1);
  readonly #nodes: Uint32Array;
  /** The keys of these nodes: read one after the other, most of them in vain. */
  readonly #keysInOrder: Uint32Array;

  constructor(lexicon: Lexicon, characters: CandidateSource) {
    this.#lexicon = lexicon;
    this.#characters = characters;
    const numbers = new Map<string, number>();
    const numberOf = (name: string) => numbers.get(name) ?? numbers.set(name, numbers.size + 1).size;
    this.#classOf = Uint16Array.from(characters.syllables, (syllable) => numberOf(soundClass(syllable)));
    const count = lexicon.trie.characters.length;
    this.#parents = new Uint32Array(count);
    this.#depths = new Uint8Array(count);
    this.#keys = new Uint32Array(count);
    this.#computeKeys();
    this.#nodes = this.#fillBuckets();
    this.#keysInOrder = this.#nodes.map((node) => this.#keys[node]!);
  }

  /** The key of a string with one more character, read in one of its ways. Never 0. */
  extend(key: number, code: number, reading: number): number {
    const soundClass = this.#classOf[this.#characters.syllableOf(code, reading)]!;
    return (Math.imul(key, 0x9e3779b1) + soundClass) >>> 0 || 1;
  }

  has(key: number): boolean {
    const bucket = bucketOf(key);
    const end = this.#bucketStart[bucket + 1]!;
    for (let i = this.#bucketStart[bucket]!; i < end; i++) if (this.#keysInOrder[i] === key) return true;
    return false;
  }

  forEachWord(key: number, length: number, visit: (text: string, weight: number) => void): void {
    const bucket = bucketOf(key);
    for (let i = this.#bucketStart[bucket]!; i < this.#bucketStart[bucket + 1]!; i++) {
      if (this.#keysInOrder[i] !== key) continue;
      const node = this.#nodes[i]!;
      if (this.#depths[node] !== length) continue;
      visit(this.#textOf(node), this.#lexicon.trie.weights[node]!);
    }
  }

  #computeKeys(): void {
    const { characters, readings: readingOf, firstChild } = this.#lexicon.trie;
    this.#keys[0] = SoundIndex.EMPTY_KEY;
    for (let parent = 0; parent < characters.length && this.#depths[parent]! < LONGEST; parent++) {
      const key = this.#keys[parent]!;
      const depth = this.#depths[parent]! + 1;
      for (let node = firstChild[parent]!; node < firstChild[parent + 1]!; node++) {
        this.#parents[node] = parent;
        this.#depths[node] = depth;
        const code = characters[node]!;
        const isRead = key !== 0 && readingOf[node]! < this.#characters.readingCount(code);
        if (isRead) this.#keys[node] = this.extend(key, code, readingOf[node]!);
      }
    }
  }

  /** Counting sort of the nodes whose words are listed. */
  #fillBuckets(): Uint32Array {
    const { weights } = this.#lexicon.trie;
    const least = Math.ceil((LEAST_LOG - LEAST_LOG_FREQUENCY) / LOG_FREQUENCY_STEP) + 1;
    const isListed = (node: number): boolean =>
      weights[node]! >= least && this.#depths[node]! >= SHORTEST && this.#keys[node] !== 0;
    for (let node = 1; node < weights.length; node++) {
      if (isListed(node)) this.#bucketStart[bucketOf(this.#keys[node]!) + 1]!++;
    }
    for (let bucket = 0; bucket < BUCKETS; bucket++) this.#bucketStart[bucket + 1]! += this.#bucketStart[bucket]!;
    const next = this.#bucketStart.slice();
    const nodes = new Uint32Array(this.#bucketStart[BUCKETS]!);
    for (let node = 1; node < weights.length; node++) {
      if (isListed(node)) nodes[next[bucketOf(this.#keys[node]!)]!++] = node;
    }
    return nodes;
  }

  #textOf(node: number): string {
    let text = '';
    for (let at = node; at > 0; at = this.#parents[at]!) {
      text = String.fromCharCode(this.#lexicon.trie.characters[at]!) + text;
    }
    return text;
  }
}

const BUCKETS = 2 ** 17;
/** A key ends with the class of the last character, which its upper bits hardly show. */
const bucketOf = (key: number): number => Math.imul(key, 0x85ebca6b) >>> 15;
