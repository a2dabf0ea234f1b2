import { perCharacter } from '../document/characters.ts';

export interface PhraseMatch<T> {
  readonly start: number;
  readonly end: number;
  readonly entry: T;
}

interface Phrase<T> {
  readonly words: string;
  /** Matched at the first character of the words; sees what stands before and behind. */
  readonly condition: RegExp | undefined;
  readonly entry: T;
}

/** A number below 65,536 for two neighbouring code units. */
const hashOf = (first: number, second: number) => (Math.imul(first, 0x9e37) ^ second) & 0xffff;

/**
 * Finds many phrases in one pass. Each may have a condition: a regular expression that must match where the phrase
 * starts and may look behind and ahead, such as `(?<!完)毕竞(?!争)`.
 * @returns a search that gives matches from left to right, the longest at each place, none within another
 */
export function phraseSearch<T>(
  phrases: Iterable<{ words: string; condition?: string | undefined; entry: T }>,
): (text: string) => PhraseMatch<T>[] {
  const byHead = new Map<number, Phrase<T>[]>();
  for (const { words, condition, entry } of phrases) {
    const head = words.charCodeAt(0);
    const list = byHead.get(head) ?? [];
    list.push({ words, condition: condition ? new RegExp(condition, 'uy') : undefined, entry });
    byHead.set(head, list);
  }
  for (const list of byHead.values()) list.sort((a, b) => b.words.length - a.words.length);
  // The first two code units rule out nearly every place at the cost of one look; a phrase of one goes with any second.
  const mayBegin = new Uint8Array(0x10000);
  for (const [head, list] of byHead) {
    for (const { words } of list) {
      if (words.length > 1) mayBegin[hashOf(head, words.charCodeAt(1))] = 1;
    }
  }
  const isPhrase = perCharacter((character) => byHead.get(character.charCodeAt(0))?.at(-1)?.words.length === 1);

  function matchAt(text: string, start: number): Phrase<T> | undefined {
    const head = text.charCodeAt(start);
    if (mayBegin[hashOf(head, text.charCodeAt(start + 1))] === 0 && !isPhrase(head)) return undefined;
    return byHead.get(head)?.find(({ words, condition }) => {
      if (!text.startsWith(words, start)) return false;
      if (!condition) return true;
      condition.lastIndex = start;
      return condition.test(text);
    });
  }

  return (text) => {
    const matches: PhraseMatch<T>[] = [];
    for (let start = 0; start < text.length; start++) {
      const phrase = matchAt(text, start);
      if (!phrase) continue;
      const end = start + phrase.words.length;
      matches.push({ start, end, entry: phrase.entry });
      start = end - 1;
    }
    return matches;
  };
}
