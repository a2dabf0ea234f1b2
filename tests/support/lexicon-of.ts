import { type Lexicon, loadLexicon } from '../../lib/language/lexicon.ts';
import type { Word } from '../../tools/lexicon/word-list.ts';
import { packWords } from '../../tools/lexicon/word-trie.ts';

/** A lexicon of a few words with their log-frequencies in nats. */
export function lexiconOf(
  words: Readonly<Record<string, number>>,
  kinds: Readonly<Record<string, number>> = {},
): Lexicon {
  const list = Object.entries(words).map(
    ([text, logFrequency]): Word => ({
      text,
      logFrequency,
      kinds: kinds[text] ?? 0,
    }),
  );
  return loadLexicon(packWords(list, () => []).buffer as ArrayBuffer);
}
