/** From text to a character model: alphabet, counts, smoothing, pruning, binary. */
import {
  buildAlphabet,
  canonicalCode,
  FIRST_CHARACTER,
  MAX_SYMBOLS,
  readSymbols,
  type SymbolText,
  UNKNOWN,
} from '../../lib/language/alphabet.ts';
import type { Provenance } from '../../lib/language/container.ts';
import { packCharacterModel } from './character-binary.ts';
import { KneserNey } from './kneser-ney.ts';
import { countNgrams } from './ngram-counts.ts';
import { progress } from './progress.ts';

export interface CharacterModelSettings {
  /** A rarer character is one of the unknown. */
  readonly minimumCharacterCount: number;
  /** By order, the count below which an n-gram is dropped before pruning. */
  readonly minimumCounts: readonly number[];
  /** N-grams of order 2 and up to keep. */
  readonly entries: number;
}

/** The characters worth a symbol, the most frequent first. */
export function frequentCharacters(texts: readonly string[], minimum: number): number[] {
  const counts = new Float64Array(65536);
  for (const text of texts) for (let i = 0; i < text.length; i++) counts[text.charCodeAt(i)]!++;
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
function joinSymbols(texts: readonly string[], alphabet: Uint16Array): SymbolText {
  const capacity = texts.reduce((sum, text) => sum + text.length + 2, 0);
  const symbols = new Uint16Array(capacity);
  let length = 0;
  for (const text of texts) {
    const read = readSymbols(text, alphabet);
    // The boundary that opens a text is the one that closed the text before.
    symbols.set(read.symbols.subarray(0, read.length), Math.max(0, length - 1));
    length = Math.max(0, length - 1) + read.length;
  }
  return { symbols, offsets: new Uint32Array(0), length };
}

/** @returns the model file; the same for the same texts and settings, to the byte */
export function trainCharacterModel(
  texts: readonly string[],
  { minimumCharacterCount, minimumCounts, entries }: CharacterModelSettings,
  provenance: Provenance,
): Uint8Array {
  const characters = frequentCharacters(texts, minimumCharacterCount);
  const alphabet = buildAlphabet(characters);
  const text = joinSymbols(texts, alphabet);
  progress(`${text.length} symbols, ${characters.length} characters`);
  const counts = countNgrams(text, FIRST_CHARACTER + characters.length);
  const model = new KneserNey(counts, minimumCounts);
  model.prune(entries);
  return packCharacterModel(model, alphabet, characters, { ...provenance, symbols: text.length, entries });
}
