import { allMatches } from '../../lib/document/matches.ts';
import type { Range } from '../../lib/document/types.ts';
import { ADJECTIVES, NOUNS, NUMBERS, TAG, tagSet, VERBS } from '../../lib/language/words/tags.ts';
import type { Words } from '../../lib/language/words/words.ts';
import { measureWords } from '../../lib/vocabulary/measure-words.ts';

/** Measure words that end no noun and stand for no noun themselves: behind another word alone, their figure is gone. */
const SURE = new Set([
  ...'个起次辆台例盏吨',
  ...['公里', '公顷', '平方米', '立方米', '批次', '场次', '户次', '台次', '人次', '平方公里'],
]);
/** Measure words that make nouns of any verb: 搬迁户, 养殖场, 采购员. */
const NOUN_MAKERS = new Set('户场处员件所位期');
/** What a measure word may follow without a figure: 按户, 分批, 到人, 成片, 整本, 半天. */
const NO_FIGURE_NEEDED =
  /^(?:[按以论分成到入进逐跨同带包整半单双每各几这那某首第上下本该前后另哪多数全为是做当叫称像如从由对把被和与及或的地得了着过之]|为了|作为|等|.*[多少几数限成于满到])$/;
/** Behind these the measure word stands for one: 有个, 开了个. */
const SCOPE = /^(?:全.{1,3}|共|共计|合计|总计|辖区|境内|所辖|下[辖设]|共有|现有|共辖|覆盖|涉及|涵盖|辐射|辖)$/;
/** “完成手术余台”. */
const SOME_MORE = /^余[万亿]?(.{1,2})$/;
/** Adverbs of figures. */
const ABOUT = /^(?:共|约|近|达|逾|共计|合计|累计|总计|大约|将近|达到|超过?)$/;
/** “超亿元”, “过万人”: more than the magnitude itself. */
const MORE_THAN = /^(?:超过?|过|近|接近|将近|上|逾|破|突破|达|数|成|几|好几|高达)$/;
const CLOSERS = /^[，。；、）)：]/;
/** “游客人次、花费”: behind 、 a unit may be a thing in a list. */
const ENDS = /^[，。；）)]/;
/** How many words before it a figure's adverb is looked for. */
const ADVERB_REACH = 3;

/** Measure words that are no nouns, nor end any that a verb takes. */
const BARE = new Set([
  ...'份名篇条场亩元册台辆株盏吨枚幅艘架座栋',
  ...['公里', '公顷', '平方米', '公斤', '人次', '户次', '家次', '台次', '场次', '批次'],
]);
/** Most words of an object, and of a clause up to a measure word. */
const LONGEST_OBJECT = 3;
const LONGEST_CLAUSE = 8;
const MARKS = tagSet('w');
const MEASURE_TAGS = tagSet('q', 'm');
const THINGS = tagSet('n', 'nz', 'vn', 'an', 'a', 'b');

const isClosed = (words: Words, index: number) => index === words.length - 1 || CLOSERS.test(words.text(index + 1));

const isEnd = (words: Words, index: number) => index === words.length - 1 || ENDS.test(words.text(index + 1));

/** Whether a neighbouring item of a list has the same measure word with its figure: “良好13个” beside “优秀个”. */
function hasSibling(text: string, measure: string, [start, end]: Range): boolean {
  const behind = /^[、，][^，。；、\d]{0,8}\d{1,6}(.{1,2})/.exec(text.slice(end, end + 20));
  if (behind?.[1]?.startsWith(measure)) return true;
  const before = /\d{1,6}(\p{Script=Han}{1,2})[、，][^，。；、\d]{1,8}$/u.exec(
    text.slice(Math.max(0, start - 20), start),
  );
  return before?.[1] === measure;
}

/** Whether a word of counting stands shortly before. */
function isCounted(words: Words, index: number): boolean {
  for (let near = index - 1; near >= index - ADVERB_REACH; near--) if (ABOUT.test(words.text(near))) return true;
  return false;
}

/**
 * Whether the clause up to the measure word is a verb and what it was done to, with nothing behind: “全年发放宣传资料份”. The noun has
 * no need of a measure word; one stands there because a figure did.
 */
function isDoneTo(words: Words, index: number): boolean {
  let at = index - 1;
  if (!words.is(at, NOUNS)) return false;
  while (words.is(at, THINGS) || words.is(at, NOUNS)) at--;
  return index - 1 - at <= LONGEST_OBJECT && words.is(at, VERBS) && words.text(at).length > 1;
}

/** Whether “累计”, “全年共” stands in the clause before the measure word. */
function isTotalled(words: Words, index: number): boolean {
  for (let at = index - 1; at >= 0 && index - at <= LONGEST_CLAUSE && !words.is(at, MARKS); at--)
    if (/^(?:共|共计|合计|累计|总计|共有|现有)$/.test(words.text(at))) return true;
  return false;
}

/** What a paragraph counts with elsewhere: the one and two characters behind its digits. */
const COUNTED = /\d(\p{Script=Han}{1,2})/gu;
const countedWith = (text: string): ReadonlySet<string> =>
  new Set(allMatches(text, COUNTED).flatMap(([, behind]) => [behind!, behind![0]!]));

/** Where the figure's words begin, if the measure word at `index` lacks its figure. */
function beginsAt(text: string, words: Words, index: number): number | undefined {
  const word = words.text(index);
  const measure = word[0] === '余' ? (SOME_MORE.exec(word)?.[1] ?? word) : word;
  const kind = measureWords.get(measure);
  if (!kind || kind === 'percent' || kind === 'multiple' || kind === 'score' || measure === '克' || index === 0)
    return undefined;
  const before = index - 1;
  const neighbour = words.text(before);
  const isNumber = words.is(before, NUMBERS);
  const isThing = words.is(before, THINGS) || words.is(before, NOUNS);
  const isVerb = words.is(before, VERBS) && neighbour.length > 1;
  if (NO_FIGURE_NEEDED.test(neighbour)) return undefined;
  if (measure !== word)
    return !isNumber && (isThing || isVerb) && isClosed(words, index) ? words.start(index) : undefined;
  // “约万元”, “投资亿元”: a magnitude with nothing before it.
  if (/^[万亿]$/.test(neighbour)) {
    const first = before - 1;
    if (/[一二三四五六七八九十百千两几数多余来]$/.test(words.text(first))) return undefined;
    const isTold = (words.is(first, NOUNS) || words.is(first, VERBS) || ABOUT.test(words.text(first))) && first >= 0;
    const isUnit = (kind !== 'count' && kind !== 'time') || /^(?:人|人次|户|株)$/.test(measure);
    return isTold && isUnit && !MORE_THAN.test(words.text(first)) && isClosed(words, index)
      ? words.start(before)
      : undefined;
  }
  // “15万标箱”: the figure counts with a word that no lexicon has.
  if (isNumber || words.tag(before) === TAG.r || words.is(before - 1, NUMBERS)) return undefined;
  const isScope = SCOPE.test(neighbour) || (words.text(before - 1) === '全' && isThing);
  if (isScope && measure === '个' && words.is(index + 1, NOUNS)) return words.start(index);
  if (!isClosed(words, index) || words.tag(before) === TAG.t) return undefined;
  if (hasSibling(text, measure, [words.start(index), words.end(index)]) && (isThing || words.is(before, ADJECTIVES)))
    return words.start(index);
  if (BARE.has(measure) && isEnd(words, index)) {
    const isMeasure = words.is(index, MEASURE_TAGS);
    if ((isMeasure && isDoneTo(words, index)) || ((isMeasure || measure.length > 1) && isTotalled(words, index)))
      return words.start(index);
  }
  if (!words.is(index, MEASURE_TAGS) || (!isVerb && !isThing && !ABOUT.test(neighbour))) return undefined;
  if (SURE.has(measure)) return isEnd(words, index) ? words.start(index) : undefined;
  if (isThing && NOUN_MAKERS.has(measure)) return undefined;
  return isEnd(words, index) && (isCounted(words, index) || countedWith(text).has(measure))
    ? words.start(index)
    : undefined;
}

/** Measure words of a paragraph that lack their figure: “共走访户”, “优秀个、良好13个”, “约万元”. Linear. */
export function missingFigures(text: string, words: Words): Range[] {
  const ranges: Range[] = [];
  for (let index = 0; index < words.length; index++) {
    const start = beginsAt(text, words, index);
    if (start !== undefined) ranges.push([start, words.end(index)]);
  }
  return ranges;
}
