/** Packs the word list as a trie in breadth-first order. */
import { LEAST_LOG_FREQUENCY, LEXICON_MAGIC, LOG_FREQUENCY_STEP } from '../../lib/language/lexicon.ts';
import { packLexicon } from '../../lib/language/lexicon-sections.ts';
import type { Word } from './word-list.ts';

interface Node {
  readonly code: number;
  readonly children: Map<number, Node>;
  /** Votes of the words through this node for the reading of its character, weighed by their frequency. */
  readonly readings: number[];
  word?: Word;
}

/** @param syllables readings of a character, in the order of the candidate file. */
export function packWords(words: Iterable<Word>, syllables: (code: number) => readonly string[]): Uint8Array {
  const root: Node = { code: 0, children: new Map(), readings: [] };
  for (const word of words) insert(root, word, syllables);
  const nodes: Node[] = [root];
  // The list grows while it is read: that is what makes the order breadth-first.
  for (const node of nodes) nodes.push(...[...node.children.values()].sort((a, b) => a.code - b.code));
  return packLexicon(
    LEXICON_MAGIC,
    [
      'words and general frequencies: libime 1.0.16, dictionary and language model of 2022-08-10 (LGPL-2.1-or-later)',
      'terms: THUOCL (MIT); words and parts of speech: segmentit 2.0.3 (MIT)',
      'frequencies in official prose: counted on laws, reports and news',
    ],
    {},
    {
      characters: Uint16Array.from(nodes, (node) => node.code),
      childCounts: Uint16Array.from(nodes, (node) => node.children.size),
      weights: Uint8Array.from(nodes, (node) => (node.word ? weight(node.word.logFrequency) : 0)),
      readings: Uint8Array.from(nodes, (node) => node.readings.indexOf(Math.max(...node.readings)) & 0xff),
      kinds: Uint8Array.from(nodes, (node) => node.word?.kinds ?? 0),
    },
  );
}

function insert(root: Node, word: Word, syllables: (code: number) => readonly string[]): void {
  const spoken = word.syllables ?? [];
  let node = root;
  for (let i = 0; i < word.text.length; i++) {
    const code = word.text.charCodeAt(i);
    let child = node.children.get(code);
    if (!child) {
      child = { code, children: new Map(), readings: [0] };
      node.children.set(code, child);
    }
    node = child;
    const reading = Math.max(0, syllables(code).indexOf(spoken[i] ?? ''));
    while (node.readings.length <= reading) node.readings.push(0);
    node.readings[reading]! += Math.exp(word.logFrequency);
  }
  node.word = word;
}

const weight = (logFrequency: number): number =>
  Math.max(1, Math.min(255, 1 + Math.round((logFrequency - LEAST_LOG_FREQUENCY) / LOG_FREQUENCY_STEP)));
