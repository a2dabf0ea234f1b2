/** From text to a character model: alphabet, counts, smoothing, pruning, binary. */
import {
  buildAlphabet,
  canonicalCode,
  FIRST_CHARACTER,
  MAX_SYMBOLS,
  readSymbols,
  UNKNOWN,
} from '../../lib/language/alphabet.ts';
import type { Provenance } from '../../lib/language/container.ts';
import { packCharacterModel } from './character-binary.ts';
import { KneserNey } from './kneser-ney.ts';
import { countNgrams, PARTS, WeightedText } from './ngram-counts.ts';
import { progress } from './progress.ts';

export interface CharacterModelSettings {
  /** A rarer character is one of the unknown. */
  readonly minimumCharacterCount: number;
  /** By order, how often an n-gram must be seen to be counted at all; may not fall with the order. */
  readonly minimumOccurrences: readonly number[];
  /** By order, Kneser–Ney's count below which an n-gram is dropped before pruning. */
  readonly minimumCounts: readonly number[];
  /** N-grams of order 2 and up to keep. */
  readonly entries: number;
}

/** A part of the corpus. It is read twice, and only while it is counted. */
export interface CountedText {
  /** How much an occurrence in it counts; of the texts of one model at most MOST_WEIGHTS different ones. */
  readonly weight: number;
  read(): string;
}

/** The characters worth a symbol, the most frequent first. */
export function frequentCharacters(texts: readonly CountedText[], minimum: number): number[] {
  const counts = new Float64Array(65536);
  for (const { read } of texts) {
    const text = read();
    for (let i = 0; i < text.length; i++) counts[text.charCodeAt(i)]!++;
  }
  const canonical = new Map<number, number>();
  const bare = buildAlphabet([]);
  for (let code = 0; code < 65536; code++) {
    const isSurrogate = code >= 0xd800 && code <= 0xdfff;
    if (counts[code] === 0 || bare[code] !== UNKNOWN || isSurrogate) continue;
    canonical.set(canonicalCode(code), (canonical.get(canonicalCode(code)) ?? 0) + counts[code]!);
  }
  return [...canonical]
    .filter(([, count]) => count >= minimum)
    .sort(([a, countA], [b, countB]) => countB - countA || a - b)
    .slice(0, MAX_SYMBOLS - FIRST_CHARACTER)
    .map(([code]) => code);
}

/** All texts as one run of sentences. */
export function readTexts(texts: readonly CountedText[], alphabet: Uint16Array): WeightedText {
  const weights = [...new Set(texts.map(({ weight }) => weight))].sort((a, b) => a - b);
  const all = new WeightedText(weights.map((weight) => Math.round(weight * PARTS)));
  for (const { weight, read } of texts) {
    const { symbols, length } = readSymbols(read(), alphabet);
    all.append(symbols.subarray(0, length), weights.indexOf(weight));
  }
  return all;
}

/** @returns the model file; the same for the same texts and settings, to the byte */
export function trainCharacterModel(
  texts: readonly CountedText[],
  { minimumCharacterCount, minimumOccurrences, minimumCounts, entries }: CharacterModelSettings,
  provenance: Provenance,
): Uint8Array {
  const characters = frequentCharacters(texts, minimumCharacterCount);
  const alphabet = buildAlphabet(characters);
  const text = readTexts(texts, alphabet);
  progress(`${text.length} symbols, ${characters.length} characters`);
  const counts = countNgrams(text, FIRST_CHARACTER + characters.length, minimumOccurrences);
  const model = new KneserNey(counts, minimumCounts);
  model.prune(entries);
  return packCharacterModel(model, alphabet, characters, { ...provenance, symbols: text.length, entries });
}
