/** The words that the tagger knows, with the tags that dictionaries give them. */

import { join } from 'node:path';
import segmentit from 'segmentit';
import { numeralOf } from '../../lib/language/words/symbols.ts';
import { TAG, type TagName } from '../../lib/language/words/tags.ts';
import { readText as readPacked } from '../train/corpus.ts';

export interface Entry {
  /** As jieba counted it; 0 where it does not have the word. */
  frequency: number;
  /** Tags by the dictionaries, the first of them jieba's where it has one. */
  readonly tags: number[];
}

const HAN = /^[\u3400-\u9fff〇々]{1,8}$/;

/** jieba's tags that are named otherwise here. Tags of morphemes go with those of words. */
const JIEBA: Readonly<Record<string, TagName>> = {
  ng: 'n',
  vg: 'v',
  ag: 'a',
  tg: 't',
  dg: 'd',
  rg: 'r',
  mg: 'm',
  rr: 'r',
  rz: 'r',
  vi: 'v',
  vq: 'v',
  df: 'd',
  nrt: 'nr',
  nrfg: 'nr',
  j: 'n',
  l: 'n',
  g: 'n',
  h: 'n',
  k: 'n',
  mq: 'm',
  e: 'y',
  zg: 'n',
};

/** segmentit's bits. */
const SEGMENTIT: readonly (readonly [number, TagName])[] = [
  [0x40000000, 'a'],
  [0x20000000, 'b'],
  [0x10000000, 'c'],
  [0x8000000, 'd'],
  [0x4000000, 'y'],
  [0x2000000, 'f'],
  [0x1000000, 'i'],
  [0x400000, 'm'],
  [0x200000, 'm'],
  [0x100000, 'n'],
  [0x80000, 'o'],
  [0x40000, 'p'],
  [0x20000, 'q'],
  [0x10000, 'r'],
  [0x8000, 's'],
  [0x4000, 't'],
  [0x1000, 'v'],
  [0x200, 'y'],
  [0x100, 'z'],
  [0x80, 'nr'],
  [0x40, 'ns'],
  [0x20, 'nt'],
  [0x8, 'nz'],
];

const PARTICLE: Readonly<Record<string, TagName>> = { 的: 'uj', 地: 'uv', 得: 'ud', 了: 'ul', 着: 'uz', 过: 'ug' };
/** The tag of a particle by the character that it is. */
export const particleTag = (word: string): number => TAG[PARTICLE[word] ?? 'u'];

export function readDictionary(data: string): Map<string, Entry> {
  const words = new Map<string, Entry>();
  const add = (text: string, tag: TagName | undefined, frequency: number) => {
    if (!HAN.test(text) || isNumber(text)) return;
    let entry = words.get(text);
    if (!entry) {
      entry = { frequency: 0, tags: [] };
      words.set(text, entry);
    }
    entry.frequency += frequency;
    if (tag !== undefined && !entry.tags.includes(TAG[tag])) entry.tags.push(TAG[tag]);
  };
  for (const line of readPacked(join(data, 'lexicon/jieba_dict.txt.xz')).split('\n')) {
    const [text = '', frequency, tag = ''] = line.split(' ');
    const name = tag in TAG ? (tag as TagName) : JIEBA[tag];
    add(text, name === 'u' || tag === 'zg' ? undefined : name, Number(frequency));
  }
  for (const line of [segmentit.pangu, segmentit.panguExtend1, segmentit.panguExtend2].join('\n').split('\n')) {
    const [text = '', bits] = line.replace(/^\uFEFF/, '').split('|');
    const names = SEGMENTIT.filter(([bit]) => Number(bits) & bit);
    for (const [, name] of names) add(text, name, 0);
    if (names.length === 0) add(text, undefined, 0);
  }
  for (const [text, entry] of words) if (isCompound(text, entry, words)) words.delete(text);
  return words;
}

/** A word is a part where jieba counted it so often. */
const PART_FREQUENCY = 100;
const WHOLE_TAGS: readonly number[] = [TAG.i, TAG.nr, TAG.ns, TAG.nt, TAG.nz];

/** 人民群众, 为人民服务: two words of two characters or more, and no name. Rules look for the parts. */
function isCompound(text: string, { tags }: Entry, words: ReadonlyMap<string, Entry>): boolean {
  if (text.length < 4 || WHOLE_TAGS.includes(tags[0]!)) return false;
  for (let cut = 2; cut <= text.length - 2; cut++) {
    const parts = [text.slice(0, cut), text.slice(cut)].map((part) => words.get(part)?.frequency ?? 0);
    if (parts.every((frequency) => frequency >= PART_FREQUENCY)) return true;
  }
  return false;
}

/** What only goes behind a number and is no number itself: 一个, 三项 are two words. */
const COUNTED =
  '个次项名条种位件天年月日元部家批套张份人点岁户里吨米倍成度层级届届期周分秒时号楼处片块支只双对组代步场';

/** Numbers, ordinals, and numbers with a measure word are made by rule. */
function isNumber(text: string): boolean {
  const rest = text.startsWith('第') ? text.slice(1) : text;
  let end = 0;
  while (end < rest.length && numeralOf[rest.charCodeAt(end)]) end++;
  if (text.length === 1 || end === 0) return false;
  if (end === rest.length) return !KEPT.has(text);
  return end + 1 === rest.length && COUNTED.includes(rest[end]!) && !KEPT.has(text);
}
/** Words though they look like numbers. */
const KEPT = new Set(
  '万一 千万 万千 一一 十分 万分 一时 一度 一点 一块 一对 几乎 千里 万里 五一 七一 八一 一成 几时 一步 一代 一片 一级 数码 三农 一家 一部 一层'.split(
    ' ',
  ),
);
