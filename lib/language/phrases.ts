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

/** As many numbers as `hashOf` gives, and as many second units as it tells apart. */
const HASHES = 0x10000;
const SECONDS = 0x100;
/** A number for two neighbouring code units. */
const hashOf = (first: number, second: number) => (Math.imul(first, 0x9e37) ^ (second & (SECONDS - 1))) & (HASHES - 1);

/** By hash, whether any of the words begin with two such units; a word of one unit goes with any second. */
function beginnings(words: Iterable<string>): Uint8Array {
  const begins = new Uint8Array(HASHES);
  for (const word of words) {
    const first = word.charCodeAt(0);
    if (word.length > 1) begins[hashOf(first, word.charCodeAt(1))] = 1;
    else for (let second = 0; second < SECONDS; second++) begins[hashOf(first, second)] = 1;
  }
  return begins;
}

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
  const begins = beginnings([...byHead.values()].flatMap((list) => list.map(({ words }) => words)));

  function matchAt(text: string, start: number): Phrase<T> | undefined {
    return byHead.get(text.charCodeAt(start))?.find(({ words, condition }) => {
      if (!text.startsWith(words, start)) return false;
      if (!condition) return true;
      condition.lastIndex = start;
      return condition.test(text);
    });
  }

  return (text) => {
    const matches: PhraseMatch<T>[] = [];
    for (let start = 0; start < text.length; start++) {
      const first = text.charCodeAt(start);
      const second = start + 1 < text.length ? text.charCodeAt(start + 1) : 0;
      if (begins[hashOf(first, second)] === 0) continue; // nearly everywhere
      const phrase = matchAt(text, start);
      if (!phrase) continue;
      const end = start + phrase.words.length;
      matches.push({ start, end, entry: phrase.entry });
      start = end - 1;
    }
    return matches;
  };
}
