/**
 * What stands twice in a row, and whether it was meant to. 委员会会议, 看看, 天天 were; 持续续, 更加更加 were not. Two models are
 * asked whether the text is likelier with one copy fewer: the characters, and the words with their parts of speech. How
 * the words lie over the two copies says the rest. Decision trees, trained on doublings planted in clean text and on
 * those that clean text has, make a probability of that.
 */
import type { CharacterModel } from './character-model.ts';
import { MEAN_COST } from './likelihood.ts';
import { readText } from './reading.ts';
import type { Classifier } from './trees.ts';
import type { WordModel } from './word-model.ts';
import type { Tagger } from './words/tagger.ts';
import { TAG, tagSet, VERBS } from './words/tags.ts';
import type { Words } from './words/words.ts';

export interface Doubling {
  /** UTF-16 range of all copies. */
  readonly start: number;
  readonly end: number;
  /** Code units of one copy. */
  readonly size: number;
  /** Probability in 0…1 that one copy alone was meant. */
  readonly probability: number;
  /** Whether the copies may well be words of their own: 使用|用图形, 105|人|人均, 国有|土地|有|土地. Then only a high probability counts. */
  readonly mayBeMeant: boolean;
}

/** What stands so often in a row. */
export type Repetition = Omit<Doubling, 'probability' | 'mayBeMeant'>;

/** Longest copy that is looked for, in code units; whole sentences are another matter. */
export const LONGEST_COPY = 16;
/** What stands oftener in a row is no slip of the hand. */
const MOST_COPIES = 8;
/** Code units around the copies that are read. */
const CONTEXT = 24;
/** The same for the general word model. */
const GENERAL_CONTEXT = 10;
const MARK = /[。！？；：，、“”‘’（）《》—…\s,.;:!?()"]/;

/** What the trees are told, in this order. */
export const DOUBLING_FEATURES = [
  'characterGain',
  'wordGain',
  'size',
  'copies',
  /** Words of the copies: their number, and whether a boundary lies between the copies. */
  'words',
  'boundary',
  /** How far the first copy's first word begins before it, and the last one's last word goes on behind it. */
  'reachBefore',
  'reachBehind',
  'firstTag',
  'lastTag',
  'tagBefore',
  'tagBehind',
  /** With one copy: length and tag of its first word, how far this begins before it, how far its last one goes on. */
  'onceLength',
  'onceTag',
  'onceReachBefore',
  'onceReachBehind',
  /** Log-probability of the second copy's first character, how much history the model knew; of what stands behind. */
  'secondScore',
  'secondMatched',
  'behindScore',
  'onceBehindScore',
  'lengthBefore',
  'lengthBehind',
  'edgeBefore',
  'edgeBehind',
  'doubledBefore',
  'doubledBehind',
  'characterCost',
  /** What the general word model gains, and how many words of one character it has more. */
  'generalGain',
  'generalSingles',
  /** Log-probability of a copy's first character behind its last, whatever stands before. */
  'pairScore',
  /** Code units behind the copies that go on as another copy would: 上司的上司的上司. */
  'remainder',
  /** How often the same copies stand near by: 米米 is a name. */
  'elsewhere',
  /** Whether a copy is one word of the general word model. */
  'copyIsWord',
  /** Mean log-probability of the clause's symbols with one copy: official prose is what the character model knows best. */
  'onceMean',
] as const;

const HAN = /^[\p{Script=Han}]+$/u;

/** What stands twice or oftener in a row, from left to right, the shortest copies first; linear in the text. */
export function findRepetitions(text: string): Repetition[] {
  const found: Repetition[] = [];
  for (let size = 1; size <= LONGEST_COPY; size++) {
    let same = 0;
    for (let at = 0; at <= text.length - size; at++) {
      if (at + size < text.length && text.charCodeAt(at) === text.charCodeAt(at + size)) {
        same++;
        continue;
      }
      if (same >= size) {
        const copies = Math.floor(same / size) + 1;
        const start = at - same;
        add(found, text, start, size, copies);
      }
      same = 0;
    }
  }
  return found.sort((a, b) => a.start - b.start || a.size - b.size);
}

function add(found: Repetition[], text: string, start: number, size: number, copies: number): void {
  if (copies > MOST_COPIES) return;
  const copy = text.slice(start, start + size);
  if (!HAN.test(copy)) return;
  // 哈哈哈哈 is 哈 four times, not 哈哈 twice.
  for (let part = 1; part <= size / 2; part++) {
    if (size % part === 0 && copy === copy.slice(0, part).repeat(size / part)) return;
  }
  found.push({ start, end: start + size * copies, size });
}

/** The models that are asked. */
export interface DoublingModels {
  readonly model: CharacterModel;
  readonly wordModel: WordModel;
  readonly tagger: Tagger;
}

export class DoublingFinder {
  readonly #models: DoublingModels;
  readonly #trees: Classifier;

  constructor(models: DoublingModels, trees: Classifier) {
    this.#models = models;
    this.#trees = trees;
  }

  /** What stands twice, by place, but for words that meet. Linear in the text. */
  find(text: string): Doubling[] {
    const found: Doubling[] = [];
    for (const repetition of findRepetitions(text)) {
      if (isOrdinal(text, repetition)) {
        found.push({ ...repetition, probability: ORDINAL, mayBeMeant: false });
        continue;
      }
      const features = describeRepetition(text, repetition, this.#models);
      if (areWordsThatMeet(features) || isChain(text, repetition)) continue;
      const probability = this.#trees.probability(features);
      found.push({
        ...repetition,
        probability,
        mayBeMeant: mayBeMeant(features) || isLevel(text, repetition, features),
      });
    }
    return found;
  }
}

const placeOf = (feature: (typeof DOUBLING_FEATURES)[number]) => DOUBLING_FEATURES.indexOf(feature);
const SIZE = placeOf('size');
const BOUNDARY = placeOf('boundary');
const REACH_BEFORE = placeOf('reachBefore');
const REACH_BEHIND = placeOf('reachBehind');
const FIRST_TAG = placeOf('firstTag');
const LAST_TAG = placeOf('lastTag');
const TAG_BEFORE = placeOf('tagBefore');
const EDGE_BEHIND = placeOf('edgeBehind');
const WORDS = placeOf('words');
const LENGTH_BEHIND = placeOf('lengthBehind');
const TAG_BEHIND = placeOf('tagBehind');

/** 党组|组织, 办事处|处处, 大学|大学生: the end of one word and the beginning of another. */
function areWordsThatMeet(features: Float32Array): boolean {
  if (features[BOUNDARY] === 0) return false;
  const [before, behind] = [features[REACH_BEFORE]! > 0, features[REACH_BEHIND]! > 0];
  if (features[SIZE] === 1) return before && features[LENGTH_BEHIND]! > 1;
  return features[SIZE] === 2 ? before || behind : before && behind;
}

/** Words of one character that stand between any two words. */
const SERVING = tagSet('p', 'c', 'd', 'vu', 'vshi', 'vyou', 'f', 'r', 'q');

function mayBeMeant(features: Float32Array): boolean {
  const [before, behind] = [features[REACH_BEFORE]! > 0, features[REACH_BEHIND]! > 0];
  if (features[SIZE] === 1) {
    if (before) return SERVING[features[LAST_TAG]!] === 1;
    // 教|教材: a verb and its object.
    const hasObject = features[FIRST_TAG] === TAG.v && features[LAST_TAG] === TAG.n;
    return behind && (features[TAG_BEFORE] === TAG.m || SERVING[features[FIRST_TAG]!] === 1 || hasObject);
  }
  if (features[SIZE]! > 2) return features[BOUNDARY] === 1 && before;
  // 把问题梳理梳理, 帮衬帮衬我: a verb of two characters is doubled where it is done a little.
  const isAtEnd = features[EDGE_BEHIND] === 1 || features[TAG_BEHIND] === TAG.r || features[TAG_BEHIND] === TAG.y;
  return features[WORDS] === 2 && isAtEnd && VERBS[features[LAST_TAG]!] === 1;
}

/** Levels of administration stand before the name of anything that is theirs: 市|市场监督管理局, 县|县域, 省|省直机关. */
const LEVELS = new Set('省市县区州盟旗乡镇村');

const isLevel = (text: string, { start, size }: Repetition, features: Float32Array) =>
  size === 1 && features[BOUNDARY] === 1 && features[REACH_BEHIND]! > 0 && LEVELS.has(text[start]!);

/** 上司的上司的上司: each belongs to the next. */
const isChain = (text: string, { end, size }: Repetition) =>
  size > 1 && text[end - 1] === '的' && remainderBehind(text, end, size) === size - 1;

/** 第一一: an ordinal is a number with its tens, not digit by digit. */
const isOrdinal = (text: string, { start, end, size }: Repetition) =>
  size === 1 &&
  text[start - 1] === '第' &&
  /[一二三四五六七八九]/.test(text[start]!) &&
  !/[〇零一二三四五六七八九十百千]/.test(text[end] ?? '');
const ORDINAL = 0.8;

/** What the trees are told of a repetition. */
export function describeRepetition(
  text: string,
  { start, end, size }: Repetition,
  { model, wordModel, tagger }: DoublingModels,
): Float32Array {
  const from = clauseStart(text, start);
  const to = clauseEnd(text, end);
  const twice = text.slice(from, to);
  const once = text.slice(from, start) + text.slice(end - size, to);
  const first = start - from;
  const last = end - from;

  const words = tagger.tag(twice);
  const twiceWords = tagger.logProbability;
  const onceWords = tagger.tag(once);
  const wordGain = tagger.logProbability - twiceWords;

  const written = readText(twice, model);
  const edited = readText(once, model);
  const sum = (scores: Float32Array) => scores.reduce((a, b) => a + b, 0);
  const removed = written.length - edited.length;
  const characterGain = sum(edited.scores) - sum(written.scores) - MEAN_COST * removed;
  const symbol = (offset: number, offsets: Uint32Array, length: number) => {
    let i = 1;
    while (i < length - 1 && offsets[i]! < offset) i++;
    return i;
  };
  const second = symbol(first + size, written.offsets, written.length);
  const behind = symbol(last, written.offsets, written.length);
  const onceBehind = symbol(first + size, edited.offsets, edited.length);

  const general = wordModel.segment(
    twice,
    Math.max(0, first - GENERAL_CONTEXT),
    Math.min(twice.length, last + GENERAL_CONTEXT),
  );
  const generalOnce = wordModel.segment(
    once,
    Math.max(0, first - GENERAL_CONTEXT),
    Math.min(once.length, first + size + GENERAL_CONTEXT),
  );
  const firstWord = words.indexAt(first);
  const lastWord = words.indexAt(last - 1);
  const onceFirst = onceWords.indexAt(first);
  const onceLast = onceWords.indexAt(first + size - 1);
  const isDoubled = (at: number) => at > 0 && HAN.test(text.charAt(at)) && text[at] === text[at - 1];
  return Float32Array.of(
    characterGain,
    wordGain,
    size,
    (end - start) / size,
    lastWord - firstWord + 1,
    Number(words.isBoundary(first + size)),
    first - words.start(firstWord),
    words.end(lastWord) - last,
    words.tag(firstWord),
    words.tag(lastWord),
    tagOf(words, firstWord - 1),
    tagOf(words, lastWord + 1),
    onceWords.end(onceFirst) - onceWords.start(onceFirst),
    onceWords.tag(onceFirst),
    first - onceWords.start(onceFirst),
    onceWords.end(onceLast) - (first + size),
    written.scores[second]!,
    written.matched[second]!,
    written.scores[behind]!,
    edited.scores[onceBehind]!,
    words.end(firstWord) - words.start(firstWord),
    words.end(lastWord) - words.start(lastWord),
    Number(first === 0),
    Number(last === twice.length),
    Number(isDoubled(start - 1)),
    Number(isDoubled(end + 1)),
    -model.symbolLogProbability(written.symbols[second]!),
    generalOnce.score - general.score,
    general.singles - generalOnce.singles,
    model.pairLogProbability(written.symbols[second - 1]!, written.symbols[second]!),
    remainderBehind(text, end, size),
    timesElsewhere(text, start, end),
    Number(size > 1 && wordModel.segment(text, start, start + size).words === 1),
    sum(edited.scores) / edited.length,
  );
}

function remainderBehind(text: string, end: number, size: number): number {
  let length = 0;
  while (length < size && text[end + length] === text[end - size + length]) length++;
  return length;
}

/** Code units on either side in which the same copies are looked for, and up to how often. */
const NEAR = 300;
const MOST_ELSEWHERE = 3;

function timesElsewhere(text: string, start: number, end: number): number {
  const copies = text.slice(start, end);
  const near = [text.slice(Math.max(0, start - NEAR), start), text.slice(end, end + NEAR)];
  return Math.min(
    MOST_ELSEWHERE,
    near.reduce((times, part) => times + part.split(copies).length - 1, 0),
  );
}

const tagOf = (words: Words, index: number) => (index >= 0 && index < words.length ? words.tag(index) : TAG.w);

/** Where the clause begins, or CONTEXT before if that is nearer. */
function clauseStart(text: string, place: number): number {
  let start = place;
  while (start > 0 && place - start < CONTEXT && !MARK.test(text[start - 1]!)) start--;
  return start;
}

function clauseEnd(text: string, place: number): number {
  let end = place;
  while (end < text.length && end - place < CONTEXT && !MARK.test(text[end]!)) end++;
  return end;
}
