/**
 * How well text is cut into words, and how well these are tagged, on a treebank in CoNLL-U: beside jieba and segmentit on
 * the same sentences.
 */
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import segmentitPackage from 'segmentit';
import type { Words } from '../../lib/language/words/words.ts';
import type { Share } from './sentences.ts';
import zh from './zh-CN.json' with { type: 'json' };

const { Segment, useDefault: withDictionaries } = segmentitPackage;

/** What a tag says, coarsely: schemes agree on no more than this. */
type WordClass = 'noun' | 'verb' | 'adjective' | 'adverb' | 'number' | 'pronoun' | 'function' | 'mark' | 'other';

interface TaggedWord {
  readonly text: string;
  readonly wordClass: WordClass;
}

export type Sentence = readonly TaggedWord[];

/** Cuts a sentence; the words together are the sentence. */
export interface System {
  readonly name: string;
  readonly cut: (text: string) => Sentence;
}

const UPOS: Readonly<Record<string, WordClass>> = {
  NOUN: 'noun',
  PROPN: 'noun',
  VERB: 'verb',
  AUX: 'verb',
  ADJ: 'adjective',
  ADV: 'adverb',
  NUM: 'number',
  PRON: 'pronoun',
  DET: 'pronoun',
  ADP: 'function',
  CCONJ: 'function',
  SCONJ: 'function',
  PART: 'function',
  PUNCT: 'mark',
  SYM: 'mark',
};

/** By the first letter of a tag of Peking University's set; a few longer ones differ. */
const LETTER: Readonly<Record<string, WordClass>> = {
  n: 'noun',
  t: 'noun',
  s: 'noun',
  f: 'noun',
  j: 'noun',
  l: 'noun',
  i: 'noun',
  q: 'noun',
  v: 'verb',
  a: 'adjective',
  b: 'adjective',
  z: 'adjective',
  d: 'adverb',
  m: 'number',
  r: 'pronoun',
  p: 'function',
  c: 'function',
  u: 'function',
  y: 'function',
  k: 'function',
  w: 'mark',
};
const LONGER: Readonly<Record<string, WordClass>> = { vn: 'noun', an: 'noun', ad: 'adverb', vd: 'adverb' };

export const classOfTag = (tag: string): WordClass => LONGER[tag] ?? LETTER[tag[0] ?? ''] ?? 'other';

const CONTENT: ReadonlySet<WordClass> = new Set(['noun', 'verb', 'adjective', 'adverb']);

const MARK = /^[^\p{L}\p{N}]+$/u;
const tagged = (text: string, tag: string): TaggedWord => ({
  text,
  wordClass: MARK.test(text) ? 'mark' : classOfTag(tag),
});

/** segmentit's bits, the first that a word has. */
const SEGMENTIT: readonly (readonly [bit: number, tag: string])[] = [
  [0x1000, 'v'],
  [0x100000, 'n'],
  [0x80, 'nr'],
  [0x40, 'ns'],
  [0x20, 'nt'],
  [0x8, 'nz'],
  [0x10, 'nz'],
  [0x40000000, 'a'],
  [0x20000000, 'b'],
  [0x10000000, 'c'],
  [0x8000000, 'd'],
  [0x2000000, 'f'],
  [0x1000000, 'i'],
  [0x800000, 'l'],
  [0x400000, 'm'],
  [0x200000, 'm'],
  [0x40000, 'p'],
  [0x20000, 'q'],
  [0x10000, 'r'],
  [0x8000, 's'],
  [0x4000, 't'],
  [0x2000, 'u'],
  [0x800, 'w'],
  [0x200, 'y'],
  [0x100, 'z'],
];

/** Ours, jieba's and segmentit's. */
export function systemsWith(words: (text: string) => Words): readonly System[] {
  const jieba = Jieba.withDict(dict);
  const segmentit = withDictionaries(new Segment());
  return [
    { name: zh.ours, cut: (text) => [...words(text)].map((word) => tagged(word.text, word.tag)) },
    { name: '@node-rs/jieba', cut: (text) => jieba.tag(text).map(({ word, tag }) => tagged(word, tag)) },
    {
      name: 'segmentit',
      cut: (text) =>
        segmentit.doSegment(text).map(({ w, p = 0 }) => tagged(w, SEGMENTIT.find(([bit]) => p & bit)?.[1] ?? '')),
    },
  ];
}

/** Sentences of a treebank. */
export function readTreebank(conllu: string): Sentence[] {
  return conllu
    .split(/(?:\r?\n){2}/)
    .map((block) =>
      block
        .split(/\r?\n/)
        .map((line) => line.split('\t'))
        .filter(([id = '']) => /^\d+$/.test(id))
        .map(([, text = '', , upos = '']) => ({ text, wordClass: UPOS[upos] ?? ('other' as const) })),
    )
    .filter(({ length }) => length > 0);
}

export interface WordScores {
  readonly precision: Share;
  readonly recall: Share;
  /** Words that overlap one of the treebank without either holding the other. */
  readonly crossing: Share;
  /** Of the words cut as in the treebank, but for marks, those of the same class. */
  readonly sameClass: Share;
  /** The same of nouns, verbs, adjectives and adverbs that stand behind 的, 地 or 得. */
  readonly behindParticle: Share;
}

interface Count {
  hits: number;
  of: number;
}

export function scoreWords(sentences: readonly Sentence[], cut: System['cut']): WordScores {
  const count = (): Count => ({ hits: 0, of: 0 });
  const scores = {
    precision: count(),
    recall: count(),
    crossing: count(),
    sameClass: count(),
    behindParticle: count(),
  };
  for (const gold of sentences) {
    const text = gold.map((word) => word.text).join('');
    const found = cut(text);
    const goldEnds = endsOf(gold);
    const foundEnds = endsOf(found);
    const place = new Map(goldEnds.map((end, i) => [end, i]));
    scores.precision.of += found.length;
    scores.recall.of += gold.length;
    found.forEach((word, i) => {
      const start = i === 0 ? 0 : foundEnds[i - 1]!;
      const end = foundEnds[i]!;
      const same = place.get(end);
      scores.crossing.of++;
      if (isCrossing(start, end, goldEnds)) scores.crossing.hits++;
      if (same === undefined || gold[same]!.text.length !== end - start) return;
      scores.precision.hits++;
      scores.recall.hits++;
      if (gold[same]!.wordClass === 'mark') return;
      const isSame = Number(gold[same]!.wordClass === word.wordClass);
      scores.sameClass.of++;
      scores.sameClass.hits += isSame;
      if (!/^[的地得]$/.test(gold[same - 1]?.text ?? '') || !CONTENT.has(gold[same]!.wordClass)) return;
      scores.behindParticle.of++;
      scores.behindParticle.hits += isSame;
    });
  }
  return scores;
}

function endsOf(sentence: Sentence): number[] {
  let end = 0;
  return sentence.map(({ text }) => (end += text.length));
}

function isCrossing(start: number, end: number, gold: readonly number[]): boolean {
  return gold.some((last, i) => {
    const first = i === 0 ? 0 : gold[i - 1]!;
    return (first < start && start < last && last < end) || (start < first && first < end && end < last);
  });
}
