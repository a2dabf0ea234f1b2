/**
 * Parts of speech, named as Peking University's tag set and jieba name them, with the particles told apart as jieba
 * tells them apart (uj 的, uv 地, ud 得, ul 了, uz 着, ug 过).
 */
export const TAGS = [
  'n', // noun
  'nr', // person
  'ns', // place
  'nt', // organisation
  'nz', // other name
  't', // time, date
  's', // place where: 国内, 基层
  'f', // position: 上, 中, 以来
  'v', // verb
  'vu', // auxiliary verb: 要, 能, 可以
  'vshi', // 是
  'vyou', // 有, 没有
  'vx', // verb that says little and takes another as its object: 进行, 加以, 予以
  'vn', // verb as a noun: 的发展, 进行调查
  'vd', // verb as an adverb: 持续推进
  'a', // adjective
  'an', // adjective as a noun
  'ad', // adjective as an adverb: 认真落实
  'b', // attributive: 大型, 公共
  'z', // descriptive: 绿油油
  'd', // adverb
  'p', // preposition
  'c', // conjunction
  'uj',
  'uv',
  'ud',
  'ul',
  'uz',
  'ug',
  'u', // other particle: 所, 等, 似的
  'm', // number, amount
  'mo', // ordinal: 第三
  'q', // measure word
  'r', // pronoun
  'i', // idiom
  'y', // modal particle, interjection
  'o', // sound
  'x', // Latin letters
  'w', // punctuation, blank
] as const;

export type TagName = (typeof TAGS)[number];
/** Place of a tag in TAGS. */
export type Tag = number;

export const TAG = Object.fromEntries(TAGS.map((name, tag) => [name, tag])) as Readonly<Record<TagName, Tag>>;

/** Some of the tags: 1 at the place of each. */
export type TagSet = Uint8Array;

export function tagSet(...names: readonly TagName[]): TagSet {
  const set = new Uint8Array(TAGS.length);
  for (const name of names) set[TAG[name]] = 1;
  return set;
}

export const NOUNS = tagSet('n', 'nr', 'ns', 'nt', 'nz', 't', 's', 'an', 'vn');
/** Names of people, places, organisations and other things. */
export const NAMES = tagSet('nr', 'ns', 'nt', 'nz');
export const VERBS = tagSet('v', 'vu', 'vshi', 'vyou', 'vx', 'vd', 'vn');
export const ADJECTIVES = tagSet('a', 'an', 'ad', 'b', 'z');
export const ADVERBS = tagSet('d', 'ad', 'vd');
export const NUMBERS = tagSet('m', 'mo');
/** 的、地、得、了、着、过 and the like. */
export const PARTICLES = tagSet('uj', 'uv', 'ud', 'ul', 'uz', 'ug', 'u', 'y');
