/**
 * Counts tagged text: how often each word has each tag, and which tag follows which. Words that the dictionary does not
 * have are cut into words that it has, numbers into numbers and what they count.
 */
import { KIND, kindOf, numeralOf } from '../../lib/language/words/symbols.ts';
import { TAG, TAGS, type TagName } from '../../lib/language/words/tags.ts';
import { type Entry, particleTag } from './dictionary.ts';

export interface Counts {
  /** By word, how often each tag. */
  readonly words: Map<string, Float64Array>;
  /** previous × TAGS.length + tag. */
  readonly transitions: Float64Array;
  /** Names that no dictionary has. */
  readonly people: Map<string, number>;
  readonly places: Map<string, number>;
}

/** LAC's tags that are named otherwise here. */
const LAC: Readonly<Record<string, TagName>> = {
  nw: 'nz',
  xc: 'y',
  PER: 'nr',
  LOC: 'ns',
  ORG: 'nt',
  TIME: 't',
  O: 'n',
};

export function countTagged(lines: Iterable<string>, dictionary: ReadonlyMap<string, Entry>): Counts {
  const counts: Counts = {
    words: new Map(),
    transitions: new Float64Array(TAGS.length * TAGS.length),
    people: new Map(),
    places: new Map(),
  };
  for (const line of lines) {
    let previous: number | undefined = TAG.w;
    const follow = (tag: number | undefined) => {
      if (previous !== undefined && tag !== undefined) counts.transitions[previous * TAGS.length + tag]!++;
      previous = tag;
    };
    for (const token of line.split(' ')) {
      const slash = token.lastIndexOf('/');
      const text = token.slice(0, slash);
      const name = token.slice(slash + 1);
      for (const [word, tag] of wordsOf(text, LAC[name] ?? (name as TagName), dictionary, counts)) {
        if (word !== '' && tag !== undefined && dictionary.has(word)) addTo(counts.words, word, tag);
        follow(tag);
      }
    }
    follow(TAG.w);
  }
  return counts;
}

function addTo(words: Map<string, Float64Array>, word: string, tag: number): void {
  let tags = words.get(word);
  if (!tags) {
    tags = new Float64Array(TAGS.length);
    words.set(word, tags);
  }
  tags[tag]!++;
}

const increment = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
const isNumeral = (text: string, at: number) =>
  kindOf[text.charCodeAt(at)] === KIND.digit || '.．%％'.includes(text[at]!) || numeralOf[text.charCodeAt(at)]! > 0;
const PLACE = /^[\u4e00-\u9fff]{2,3}[省市县区州盟旗镇乡村街路道寨]$/;
const DATE =
  /^(?:[0-9〇零一二三四五六七八九]{4}年|[0-9一二三四五六七八九十]{1,2}月|[0-9一二三四五六七八九十]{1,3}[日号])/;

/** A token as words with tags; '' stands for a word made by rule, undefined for a tag that nobody knows. */
function wordsOf(
  text: string,
  name: TagName,
  dictionary: ReadonlyMap<string, Entry>,
  counts: Counts,
): [word: string, tag: number | undefined][] {
  if (name === 'w' || kindOf[text.charCodeAt(0)]! >= KIND.blank) return [['', TAG.w]];
  if (dictionary.has(text)) return [[text, tagOf(text, name, dictionary.get(text)!)]];
  if (/^[A-Za-z][A-Za-z0-9]*$/.test(text)) return [['', TAG.x]];
  if (name === 'nr' && /^[\u4e00-\u9fff]{2,3}$/.test(text)) {
    increment(counts.people, text);
    return [['', TAG.nr]];
  }
  if (name === 'ns' && PLACE.test(text)) {
    increment(counts.places, text);
    return [['', TAG.ns]];
  }
  const words: [string, number | undefined][] = [];
  for (let at = 0; at < text.length; ) {
    const date = name === 't' ? DATE.exec(text.slice(at))?.[0] : undefined;
    if (date) {
      words.push(['', TAG.t]);
      at += date.length;
      continue;
    }
    const isOrdinal = text[at] === '第' && at + 1 < text.length && isNumeral(text, at + 1);
    let end = isOrdinal ? at + 1 : at;
    while (end < text.length && isNumeral(text, end)) end++;
    let length = Math.min(8, text.length - at);
    while (length > 1 && !dictionary.has(text.slice(at, at + length))) length--;
    if (end > at && end - at >= length) {
      words.push(['', isOrdinal ? TAG.mo : TAG.m]);
      at = end;
      continue;
    }
    const word = text.slice(at, at + length);
    const tags = dictionary.get(word)?.tags ?? [];
    const isWhole = length === text.length;
    const behindNumber = words.at(-1)?.[1] === TAG.m && tags.includes(TAG.q);
    words.push([word, behindNumber ? TAG.q : isWhole ? TAG[name] : tags.length === 1 ? tags[0] : undefined]);
    at += length;
  }
  return words;
}

/** Verbs of a kind that LAC does not tell apart. */
const KINDS_OF_VERBS = new Map<string, number>([
  ['是', TAG.vshi],
  ...['有', '没有', '具有', '拥有'].map((word) => [word, TAG.vyou] as const),
  ...[
    '进行',
    '加以',
    '予以',
    '给予',
    '给以',
    '作出',
    '做出',
    '开展',
    '展开',
    '从事',
    '得到',
    '受到',
    '遭到',
    '实现',
    '获得',
    '提供',
    '缺乏',
  ].map((word) => [word, TAG.vx] as const),
  ...[
    ...'要能会可应须需敢肯愿得想',
    '可以',
    '能够',
    '应该',
    '应当',
    '可能',
    '必须',
    '需要',
    '愿意',
    '不能',
    '不得',
    '不会',
    '不要',
    '不可',
    '不宜',
    '不应',
    '不必',
    '不敢',
    '不想',
    '不愿',
    '将会',
    '只能',
    '只要',
    '要求',
    '准备',
    '打算',
    '希望',
    '继续',
    '开始',
    '力争',
    '确保',
    '务必',
    '无法',
    '难以',
    '足以',
    '得以',
    '有待',
    '便于',
    '用于',
    '来',
    '去',
    '着力',
    '致力于',
    '有利于',
    '有助于',
  ].map((word) => [word, TAG.vu] as const),
]);

/** What LAC does not tell apart, the dictionary does. */
function tagOf(text: string, name: TagName, { tags }: Entry): number {
  if (name === 'v') return KINDS_OF_VERBS.get(text) ?? TAG.v;
  if (name === 'u') return particleTag(text);
  if (tags.includes(TAG.i) && text.length === 4) return TAG.i;
  if (name === 'y') return tags.includes(TAG.o) && !tags.includes(TAG.y) ? TAG.o : TAG.y;
  if (name === 'a' && tags[0] === TAG.b) return TAG.b;
  if (name === 'a' && tags[0] === TAG.z) return TAG.z;
  return TAG[name];
}
