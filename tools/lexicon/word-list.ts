/**
 * Chooses the words and weighs them: how probable each is in general prose, by the published word model, and in
 * official prose, by counting the corpora cut into longest words.
 */
import { pinyin } from 'pinyin-pro';
import segmentit from 'segmentit';
import { WHOLE } from '../../lib/language/candidates.ts';
import { type Lexicon, LONGEST_WORD, WORD_KIND } from '../../lib/language/lexicon.ts';
import { corpusLines, readFromArchive, readText } from './sources.ts';

export interface Word {
  readonly text: string;
  /** Natural log of the probability among words. */
  logFrequency: number;
  kinds: number;
  /** Without tone, ü as v. */
  syllables?: readonly string[];
}

const HAN_WORD = new RegExp(`^[\\u3400-\\u9FFF]{1,${LONGEST_WORD}}$`);
/** Share of official prose in a word's probability. */
const OFFICIAL = 0.6;
/** Listed by the general dictionary alone and in no corpus: too rare to explain a text. */
const LEAST_LOG = -17.2;
const UNSEEN_LOG = -18.5;

export interface WordSources {
  readonly words: Map<string, Word>;
  /** Word → log probability in the general word model. */
  readonly general: ReadonlyMap<string, number>;
  /** Words of term lists, which are kept though rare. */
  readonly listed: ReadonlySet<string>;
  /** Words that a dictionary made by hand has: no misspellings that people type. */
  readonly attested: ReadonlySet<string>;
}

export function collectWords(dataFolder: string): WordSources {
  const words = new Map<string, Word>();
  const listed = new Set<string>();
  const attested = new Set<string>();
  const add = (text: string, kinds = 0): Word | undefined => {
    if (!HAN_WORD.test(text)) return undefined;
    let word = words.get(text);
    if (!word) {
      word = { text, logFrequency: UNSEEN_LOG, kinds: 0 };
      words.set(text, word);
    }
    word.kinds |= kinds;
    return word;
  };
  const general = readGeneralModel(readFromArchive(dataFolder, 'general/lm_sc.arpa-20220810.tar.xz', 'lm_sc.arpa'));
  for (const text of general.keys()) add(text);
  const dictionary = readFromArchive(dataFolder, 'general/dict-20220810.tar.xz', 'dict_sc.txt');
  for (const line of dictionary.split('\n')) {
    const [text, pronunciation] = line.split(/[ \t]/);
    if (!text || !pronunciation) continue;
    const word = add(text);
    if (word) word.syllables ??= pronunciation.split("'");
  }
  for (const [file, kinds] of TERM_LISTS) {
    for (const line of readText(dataFolder, `lexicon/${file}`).split(/[\r\n]+/)) {
      const [text, count] = line.split('\t');
      if (!text || Number(count) < LEAST_TERM_COUNT) continue;
      const ofPlace = file === PLACES && text.length >= SHORTEST_PLACE ? WORD_KIND.place : 0;
      if (add(text.trim(), kinds | ofPlace)) listed.add(text.trim());
    }
  }
  for (const line of [segmentit.pangu, segmentit.panguExtend1, segmentit.panguExtend2].join('\n').split('\n')) {
    const [text, tag] = line.replace(/^\uFEFF/, '').split('|');
    if (text && tag && add(text, kindsOfTag(Number(tag)))) attested.add(text);
  }
  for (const word of words.values()) word.syllables ??= pinyin(word.text, { toneType: 'none', type: 'array', v: true });
  return { words, general, listed, attested };
}

/** The place list opens with ordinary nouns (医院, 学校), so what it says counts for longer words alone. */
const PLACES = 'THUOCL_diming.txt';
const SHORTEST_PLACE = 3;
const TERM_LISTS: readonly (readonly [string, number])[] = [
  ['THUOCL_chengyu.txt', WORD_KIND.idiom],
  ['THUOCL_law.txt', 0],
  ['THUOCL_caijing.txt', 0],
  [PLACES, 0],
  ['THUOCL_lishimingren.txt', WORD_KIND.person],
];
const LEAST_TERM_COUNT = 20;

/** segmentit's part-of-speech bits, see its POSTAG. */
function kindsOfTag(tag: number): number {
  const pairs: readonly (readonly [number, number])[] = [
    [0x40, WORD_KIND.place],
    [0x80, WORD_KIND.person],
    [0x1000000, WORD_KIND.idiom],
    [0x20, WORD_KIND.organisation],
    [0x1000, WORD_KIND.verb],
    [0x40000000, WORD_KIND.adjective],
    [0x100000, WORD_KIND.noun],
    [0x8000000, WORD_KIND.adverb],
  ];
  return pairs.reduce((kinds, [bit, kind]) => (tag & bit ? kinds | kind : kinds), 0);
}

/** Natural-log unigram probabilities of an ARPA model. */
function readGeneralModel(arpa: string): Map<string, number> {
  const general = new Map<string, number>();
  let position = arpa.indexOf('\\1-grams:');
  if (position < 0) throw new Error('No unigrams in the general model');
  const end = arpa.indexOf('\\2-grams:', position);
  position = arpa.indexOf('\n', position) + 1;
  while (position < end) {
    const newline = arpa.indexOf('\n', position);
    const [log10, word] = arpa.slice(position, newline).split('\t');
    if (log10 && word) general.set(word, Number(log10) * Math.LN10);
    position = newline + 1;
  }
  return general;
}

/**
 * Sets each word's log frequency from the general model and from counts of the corpora cut by `segmenter`; returns the
 * frequency of each character in official and general prose together, in WHOLE characters.
 */
export async function weighWords(
  sources: WordSources,
  dataFolder: string,
  segmenter: Lexicon,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  let total = 0;
  for await (const line of corpusLines(dataFolder)) {
    for (let i = 0; i < line.length; ) {
      const length = Math.max(1, segmenter.longestWordAt(line, i));
      const word = line.slice(i, i + length);
      counts.set(word, (counts.get(word) ?? 0) + 1);
      total++;
      i += length;
    }
  }
  for (const word of sources.words.values()) {
    const official = (counts.get(word.text) ?? 0) / total;
    const general = Math.exp(sources.general.get(word.text) ?? Number.NEGATIVE_INFINITY);
    const probability = OFFICIAL * official + (1 - OFFICIAL) * general;
    word.logFrequency = probability > 0 ? Math.max(UNSEEN_LOG, Math.log(probability)) : UNSEEN_LOG;
  }
  return characterFrequencies(counts, sources.general);
}

function characterFrequencies(
  official: ReadonlyMap<string, number>,
  general: ReadonlyMap<string, number>,
): Map<string, number> {
  const frequencies = new Map<string, number>();
  const addShare = (words: Iterable<readonly [string, number]>, share: number): void => {
    const characters = new Map<string, number>();
    let total = 0;
    for (const [word, count] of words) {
      for (const character of word) characters.set(character, (characters.get(character) ?? 0) + count);
      total += word.length * count;
    }
    for (const [character, count] of characters) {
      frequencies.set(character, (frequencies.get(character) ?? 0) + (WHOLE * share * count) / total);
    }
  };
  addShare(official, OFFICIAL);
  addShare(
    [...general].map(([word, log]) => [word, Math.exp(log)] as const),
    1 - OFFICIAL,
  );
  return frequencies;
}

/** The words worth shipping, sorted; `misspellings` are none. */
export function keptWords({ words, listed, attested }: WordSources, misspellings: ReadonlySet<string>): Word[] {
  const frequent = [...words.values()].filter(
    ({ text, logFrequency }) => text.length === 1 || listed.has(text) || logFrequency > LEAST_LOG,
  );
  const twins = misspeltTwins(frequent, (word) => attested.has(word.text) || listed.has(word.text));
  return frequent
    .filter((word) => !misspellings.has(word.text) && !twins.has(word))
    .sort((a, b) => (a.text < b.text ? -1 : 1));
}

/** A word that sounds the same, shares half the characters and is so much commoner, in nats, is what was meant. */
const TWIN_RATIO = 4;

/**
 * The general model was counted on what people type, with their misspellings: 布署 beside 部署. Such a word sounds like
 * a much commoner one, shares characters with it, and stands in no dictionary made by hand.
 */
function misspeltTwins(words: readonly Word[], isAttested: (word: Word) => boolean): Set<Word> {
  const bySound = new Map<string, Word[]>();
  for (const word of words) {
    if (!word.syllables || word.text.length < 2) continue;
    const key = word.syllables.join(' ');
    bySound.set(key, [...(bySound.get(key) ?? []), word]);
  }
  const twins = new Set<Word>();
  for (const group of bySound.values()) {
    for (const word of group) {
      if (isAttested(word)) continue;
      const isTwin = (other: Word): boolean =>
        other.logFrequency - word.logFrequency > TWIN_RATIO &&
        sharedCharacters(word.text, other.text) * 2 >= word.text.length;
      if (group.some(isTwin)) twins.add(word);
    }
  }
  return twins;
}

const sharedCharacters = (a: string, b: string): number => [...a].filter((character, i) => character === b[i]).length;
