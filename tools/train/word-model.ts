/** A word bigram model out of an ARPA file: the most frequent words, the pairs that matter most, one binary. */

import { type Provenance, packContainer } from '../../lib/language/container.ts';
import { LONGEST_WORD, WORD_MODEL, WORD_STEP } from '../../lib/language/word-model.ts';
import { progress } from './progress.ts';

export interface WordModelSettings {
  /** Words to keep, at most 65,535. */
  readonly words: number;
  /** Pairs of words to keep. */
  readonly pairs: number;
}

interface Word {
  readonly text: string;
  /** Natural logarithms. */
  readonly probability: number;
  readonly backoff: number;
}

interface Pair {
  readonly first: number;
  readonly second: number;
  readonly probability: number;
  /** What dropping the pair costs, in nats a word of text. */
  readonly loss: number;
}

const isHan = /^[\u3400-\u9fff]+$/;
const quantise = (logProbability: number) => Math.min(255, Math.max(0, Math.round(-logProbability / WORD_STEP)));

/** The lines of one section: log-probability, words, log backoff. */
function* section(arpa: string, order: number): Generator<readonly string[]> {
  const head = `\\${order}-grams:\n`;
  let at = arpa.indexOf(head);
  if (at < 0) throw new Error(`no ${order}-grams in the ARPA file`);
  at += head.length;
  for (;;) {
    const end = arpa.indexOf('\n', at);
    if (end <= at) return;
    yield arpa.slice(at, end).split('\t');
    at = end + 1;
  }
}

/** Number 0 is the unknown word. */
function frequentWords(arpa: string, limit: number): Word[] {
  const words: Word[] = [];
  for (const [probability, text, backoff] of section(arpa, 1)) {
    if (!isHan.test(text!) || text!.length > LONGEST_WORD) continue;
    words.push({
      text: text!,
      probability: Number(probability) * Math.LN10,
      backoff: Number(backoff ?? 0) * Math.LN10,
    });
  }
  const isSingle = ({ text }: Word) => (text.length === 1 ? 1 : 0);
  words.sort((a, b) => isSingle(b) - isSingle(a) || b.probability - a.probability || (a.text < b.text ? -1 : 1));
  return [{ text: '', probability: 0, backoff: 0 }, ...words.slice(0, limit - 1)];
}

function pairsThatMatter(arpa: string, words: readonly Word[], limit: number): Pair[] {
  const numberOf = new Map(words.map(({ text }, index) => [text, index]));
  const pairs: Pair[] = [];
  for (const [log10, text] of section(arpa, 2)) {
    const blank = text!.indexOf(' ');
    const first = numberOf.get(text!.slice(0, blank));
    const second = numberOf.get(text!.slice(blank + 1));
    if (first === undefined || second === undefined) continue;
    const probability = Number(log10) * Math.LN10;
    const history = words[first]!;
    const gain = probability - history.backoff - words[second]!.probability;
    pairs.push({ first, second, probability, loss: Math.exp(history.probability + probability) * gain });
  }
  pairs.sort((a, b) => b.loss - a.loss || a.first - b.first || a.second - b.second);
  return pairs.slice(0, limit).sort((a, b) => a.first - b.first || a.second - b.second);
}

/** Backoff weights under which the probabilities behind each word sum to what they summed to before the cuts. */
function backoffs(words: readonly Word[], pairs: readonly Pair[]): Float64Array {
  const seen = new Float64Array(words.length);
  const lower = new Float64Array(words.length);
  for (const { first, second, probability } of pairs) {
    seen[first]! += Math.exp(probability);
    lower[first]! += Math.exp(words[second]!.probability);
  }
  return seen.map((mass, word) => Math.log(Math.max(1e-6, 1 - mass) / Math.max(1e-6, 1 - lower[word]!)));
}

interface TrieNode {
  readonly code: number;
  word: number;
  readonly children: Map<number, TrieNode>;
}

/** All nodes level by level, the children of each sorted and together. Node 0 is the root. */
function trieInOrder(words: readonly Word[]): TrieNode[] {
  const root: TrieNode = { code: 0, word: 0, children: new Map() };
  words.forEach(({ text }, index) => {
    let node = root;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      let child = node.children.get(code);
      if (!child) {
        child = { code, word: 0, children: new Map() };
        node.children.set(code, child);
      }
      node = child;
    }
    node.word = index;
  });
  const nodes = [root];
  for (let i = 0; i < nodes.length; i++) {
    nodes.push(...[...nodes[i]!.children.values()].sort((a, b) => a.code - b.code));
  }
  return nodes;
}

/** @param arpa text of the ARPA file */
export function trainWordModel(arpa: string, settings: WordModelSettings, provenance: Provenance): Uint8Array {
  const words = frequentWords(arpa, settings.words);
  const pairs = pairsThatMatter(arpa, words, settings.pairs);
  progress(`${words.length} words, ${pairs.length} pairs`);
  const nodes = trieInOrder(words);
  const firstChild = new Uint32Array(nodes.length + 1);
  firstChild[0] = 1;
  nodes.forEach((node, i) => {
    firstChild[i + 1] = firstChild[i]! + node.children.size;
  });
  const roots = new Uint32Array(65536);
  for (let node = 1; node < firstChild[1]!; node++) roots[nodes[node]!.code] = node;
  const firstSuccessor = new Uint32Array(words.length + 1);
  for (const { first } of pairs) firstSuccessor[first + 1]!++;
  for (let word = 0; word < words.length; word++) firstSuccessor[word + 1]! += firstSuccessor[word]!;
  return packContainer(
    WORD_MODEL.kind,
    WORD_MODEL.version,
    { ...provenance, words: words.length, pairs: pairs.length },
    {
      roots,
      characters: Uint16Array.from(nodes, ({ code }) => code),
      'first-child': firstChild,
      word: Uint16Array.from(nodes, ({ word }) => word),
      probability: Uint8Array.from(words, ({ probability }) => quantise(probability)),
      backoff: Uint8Array.from(backoffs(words, pairs), quantise),
      'first-successor': firstSuccessor,
      successor: Uint16Array.from(pairs, ({ second }) => second),
      'pair-probability': Uint8Array.from(pairs, ({ probability }) => quantise(probability)),
    },
  );
}
