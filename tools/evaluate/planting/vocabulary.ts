/**
 * The words that mistakes are made of: a general dictionary with frequencies, sounded by pinyin-pro. Neither the rules
 * nor the lexicon of the product, lest they be asked only for what they know.
 */
import { pinyin } from 'pinyin-pro';
import type { Range } from '../../../lib/document/types.ts';

/** Parts of speech, as bits. */
export const NOUN = 1;
export const VERB = 2;
export const ADJECTIVE = 4;
export const ADVERB = 8;

export interface Word {
  readonly text: string;
  readonly range: Range;
  /** Bits of its parts of speech; 0 where it has none of these. */
  readonly tag: number;
}

interface Entry {
  readonly tag: number;
  readonly count: number;
}

const HAN_WORD = /^[\u4E00-\u9FFF]{1,6}$/;
const LONGEST = 6;
/** Rarer words are not what an input method offers first. */
const LEAST_COMMON = 100;
/** Nats added to the cost of a character that is no word. */
const UNKNOWN_COST = 2;

/** jieba's tags; names of persons, places and bodies are words of no kind. */
const TAGS: readonly (readonly [RegExp, number])[] = [
  [/^(?:n|ng|s|t|f|an)$/, NOUN],
  [/^vn$/, VERB | NOUN],
  [/^v[dgi]?$/, VERB],
  [/^a[dg]?$/, ADJECTIVE],
  [/^[dz]/, ADVERB],
  [/^[il]$/, ADJECTIVE | ADVERB],
];
const tagOf = (tag: string): number => TAGS.find(([pattern]) => pattern.test(tag))?.[1] ?? 0;

/** How a region confuses two initials or finals, one way. */
export type SoundPair = readonly [RegExp, string];

const syllablesOf = (text: string): string[] => pinyin(text, { toneType: 'none', type: 'array', v: true });

/** Words with their frequencies, sounds and parts of speech. */
export class Vocabulary {
  readonly #entries = new Map<string, Entry>();
  #total = 0;
  /** Common two-character words by their syllables. */
  readonly #bySound = new Map<string, string[]>();
  /** Characters of common words by their syllable, with how common they are. */
  readonly #characters = new Map<string, Map<string, number>>();

  /** @param dictionary lines of jieba's dictionary: word, count, tag, parted by blanks */
  constructor(dictionary: string) {
    for (const line of dictionary.split(/\r?\n/)) {
      const [text = '', count, tag = ''] = line.split(' ');
      if (!HAN_WORD.test(text) || !(Number(count) > 0)) continue;
      this.#entries.set(text, { tag: tagOf(tag), count: Number(count) });
      this.#total += Number(count);
      const isName = /^n[rstz]/.test(tag);
      if (text.length === 2 && Number(count) >= LEAST_COMMON && !isName) this.#sound(text, Number(count));
    }
  }

  #sound(text: string, count: number): void {
    const syllables = syllablesOf(text);
    const key = syllables.join(' ');
    const words = this.#bySound.get(key);
    if (words) words.push(text);
    else this.#bySound.set(key, [text]);
    for (const [i, syllable] of syllables.entries()) {
      const characters = this.#characters.get(syllable) ?? new Map<string, number>();
      characters.set(text[i]!, (characters.get(text[i]!) ?? 0) + count);
      this.#characters.set(syllable, characters);
    }
  }

  has(text: string): boolean {
    return this.#entries.has(text);
  }

  /** How often a word was counted; 0 for what is no word. */
  frequency(text: string): number {
    return this.#entries.get(text)?.count ?? 0;
  }

  /** Other two-character words of the same syllables, whatever their tones. */
  wordsSoundingLike(text: string): string[] {
    return (this.#bySound.get(syllablesOf(text).join(' ')) ?? []).filter((word) => word !== text);
  }

  /** Two-character words in which one syllable differs as `[pattern, replacement]` says. */
  wordsSoundingNear(text: string, [pattern, replacement]: SoundPair): string[] {
    const syllables = syllablesOf(text);
    return syllables.flatMap((syllable, i) => {
      const other = syllable.replace(pattern, replacement);
      if (other === syllable) return [];
      return this.#bySound.get(syllables.with(i, other).join(' ')) ?? [];
    });
  }

  /** The commonest characters of the same syllable as the one at `index`. */
  charactersSoundingLike(text: string, index: number): string[] {
    const syllable = syllablesOf(text)[index] ?? '';
    return [...(this.#characters.get(syllable) ?? [])]
      .sort(([, a], [, b]) => b - a)
      .slice(0, 8)
      .map(([character]) => character)
      .filter((character) => character !== text[index]);
  }

  /** Cuts a text into its most probable words, each taken alone. What is not Han is left out. */
  cut(text: string): Word[] {
    const total = Math.log(this.#total + 1);
    const cost = new Float64Array(text.length + 1);
    const from = new Int32Array(text.length + 1);
    for (let end = 1; end <= text.length; end++) {
      cost[end] = cost[end - 1]! + total + UNKNOWN_COST;
      from[end] = end - 1;
      for (let start = Math.max(0, end - LONGEST); start < end; start++) {
        const entry = this.#entries.get(text.slice(start, end));
        if (!entry) continue;
        const sum = cost[start]! + total - Math.log(entry.count);
        if (sum > cost[end]!) continue;
        cost[end] = sum;
        from[end] = start;
      }
    }
    const words: Word[] = [];
    for (let end = text.length; end > 0; end = from[end]!) {
      const start = from[end]!;
      const word = text.slice(start, end);
      if (HAN_WORD.test(word)) words.push({ text: word, range: [start, end], tag: this.#entries.get(word)?.tag ?? 0 });
    }
    return words.reverse();
  }
}
