/**
 * What the judge sees of an alternative: how both models take the place before and after, how the edit looks and sounds,
 * which words it makes and breaks, and what kind of text it stands in.
 */
import type { CandidateSource } from './candidates.ts';
import type { CharacterModel } from './character-model.ts';
import { easilyWrittenFor } from './function-characters.ts';
import { type Lexicon, NO_WORD, WORD_KIND } from './lexicon.ts';
import type { NameKind, NameRange } from './names.ts';
import { isHan } from './names-words.ts';
import type { Alternative, Proposal } from './proposals.ts';
import { type SentenceTopic, TOPIC_FEATURES, type TopicSources, topicFeatures, topicOf } from './topic-features.ts';
import type { WordModel } from './word-model.ts';

export interface Sources extends TopicSources {
  readonly characters: CharacterModel;
  readonly words: WordModel;
  readonly candidates: CandidateSource;
  readonly lexicon: Lexicon;
  readonly findNames: (text: string) => readonly NameRange[];
}

/**
 * Counts that grow with the sentence are cut off. The sentences to learn from have about one mistake each, however long
 * they are: a judge that saw the length would learn that long sentences are right, and reports are full of them.
 */
const MOST_NEIGHBOURS = 2;
/** The word model reads so many characters on either side of a place. */
const WORD_CONTEXT = 7;
const NAME_KINDS: readonly NameKind[] = ['person', 'place', 'organisation', 'transliteration', 'term', 'rare-writing'];
const KINDS = ['same-sound', 'near-sound', 'shape', 'confusion', 'context'] as const;
/** What the judge is told of a place, whatever might stand there, in this order. Log-probabilities in nats. */
const PLACE_FEATURES = [
  ...[
    'beforeLeft',
    'beforeRight',
    'beforeLowest',
    'beforeLeftMatched',
    'beforeRightMatched',
    'restMean',
    'unknownShare',
  ],
  ...['doubtfulNeighbours', 'doubtfulShare', 'length', 'rarestBefore', 'hanBefore', 'hanBehind'],
  ...['pairBefore', 'pairBehind', 'surnameNear', 'transliterations', 'enclosed'],
  ...['wordLengthBefore', 'wordFrequencyBefore', 'isPlaceBefore', 'isPersonBefore'],
] as const;
const ALTERNATIVE_FEATURES = [
  ...['gain', 'gainAlone', 'gainOverRival', 'rank', 'alternatives', 'kind', 'isWord', 'distance', 'sound', 'shape'],
  ...['afterLeft', 'afterRight', 'afterLowest', 'afterLeftMatched', 'afterRightMatched'],
  ...['leftGain', 'rightGain', 'sideRatio', 'rarestAfter', 'rarestGain'],
  ...['wordGain', 'wordScoreBefore', 'wordScoreAfter', 'moreWords', 'moreSingles', 'singlesShare'],
  ...['wordLengthAfter', 'wordFrequencyAfter', 'isPlaceAfter', 'isPersonAfter', 'isIdiomAfter'],
  ...['pairBeforeAfter', 'pairBehindAfter', 'isCollected', 'isGrammatical'],
] as const;
const WORD_GAIN = ALTERNATIVE_FEATURES.indexOf('wordGain');

/**
 * What the judge is told of an alternative, in this order.
 * @param registers that the topic model tells apart
 */
export const judgeFeatures = (registers: readonly string[]): readonly string[] => [
  ...PLACE_FEATURES,
  ...NAME_KINDS.map((kind) => `name:${kind}`),
  ...ALTERNATIVE_FEATURES,
  ...['wordGainOverRival', 'distanceOverRival', 'gainOverSimilar'],
  ...TOPIC_FEATURES,
  ...registers.map((register) => `register:${register}`),
];

const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝',
);
const TRANSLITERATION = new Set(
  '阿埃艾爱巴贝比布查茨达德丹迪杜多厄恩尔法菲费夫弗福盖戈格古哈海赫霍基吉加贾杰卡凯科克库拉莱兰朗劳勒雷里利莉丽林卢鲁伦罗洛马玛迈曼梅蒙米密莫姆穆纳娜南内尼诺努欧帕佩皮普奇乔切琼萨塞桑瑟沙莎舍什施史舒斯苏索塔泰坦汤特滕提图托瓦万威韦维温沃乌西希辛休雅亚耶伊因尤约扎泽詹珍朱茲兹佐娅妮',
);
const GRAMMATICAL = new Set([
  '的地',
  '地的',
  '的得',
  '得的',
  '地得',
  '得地',
  '做作',
  '作做',
  '他她',
  '她他',
  '他它',
  '它他',
  '在再',
  '再在',
  '和与',
  '象像',
  '哪那',
  '那哪',
]);
const isGrammatical = (written: string, instead: string): boolean =>
  GRAMMATICAL.has(written + instead) ||
  (written.length === 1 && easilyWrittenFor(written.charCodeAt(0)).includes(instead.charCodeAt(0)));
const OPENING = '“‘《「（(〈"';
const CLOSING = '”’》」）)〉"';

/** Feature vectors of the alternatives of each proposal, in their order. Proposals of one sentence stand together. */
export function featuresOf(text: string, proposals: readonly Proposal[], sources: Sources): Float32Array[][] {
  let sentence = -1;
  let names: readonly NameRange[] = [];
  let topic: SentenceTopic | undefined;
  return proposals.map((proposal) => {
    const { start, end } = proposal.sentence;
    if (!topic || start !== sentence) {
      sentence = start;
      names = sources.findNames(text.slice(start, end));
      topic = topicOf(text, start, end, sources);
    }
    return proposalFeatures(text, proposal, names, topic, sources);
  });
}

function proposalFeatures(
  text: string,
  proposal: Proposal,
  names: readonly NameRange[],
  topic: SentenceTopic,
  sources: Sources,
) {
  const shared = [...placeFeatures(text, proposal, sources), ...nameFeatures(proposal, names)];
  const own = proposal.alternatives.map((alternative, rank) =>
    alternativeFeatures(text, proposal, alternative, rank, sources),
  );
  const ofTopic = topicFeatures(text, proposal, topic, sources);
  return own.map((features, i) =>
    Float32Array.from([...shared, ...features, ...rivalFeatures(proposal, own, i), ...ofTopic[i]!]),
  );
}

/** How sure it is that the place belongs to a name, by kind. */
function nameFeatures({ start, end, sentence }: Proposal, names: readonly NameRange[]): number[] {
  const sureness = NAME_KINDS.map(() => 0);
  for (const name of names) {
    if (name.start + sentence.start >= end || name.end + sentence.start <= start) continue;
    const kind = NAME_KINDS.indexOf(name.kind);
    sureness[kind] = Math.max(sureness[kind]!, name.confidence);
  }
  return sureness;
}

/** How an alternative stands among the others, in the eyes of the word model and by its likeness to the text. */
function rivalFeatures({ alternatives }: Proposal, own: readonly (readonly number[])[], i: number): number[] {
  let wordGain = -20;
  let distance = 2;
  let similarGain = -20;
  alternatives.forEach((other, k) => {
    if (k === i) return;
    wordGain = Math.max(wordGain, own[k]![WORD_GAIN]!);
    distance = Math.min(distance, other.distance);
    if (other.distance <= alternatives[i]!.distance + 0.1) similarGain = Math.max(similarGain, other.gain);
  });
  return [own[i]![WORD_GAIN]! - wordGain, alternatives[i]!.distance - distance, alternatives[i]!.gain - similarGain];
}

function placeFeatures(text: string, proposal: Proposal, { characters, lexicon }: Sources): number[] {
  const { start, end, before, sentence, neighbours } = proposal;
  const rest = sentence.logProbability - before.left - before.right;
  const previous = start > 0 ? text.charCodeAt(start - 1) : 0;
  const next = end < text.length ? text.charCodeAt(end) : 0;
  const word = coveringWord(text, start, end, lexicon);
  return [
    before.left,
    before.right,
    before.lowest,
    before.leftMatched,
    before.rightMatched,
    rest / Math.max(1, sentence.symbols - 4 - (end - start)),
    sentence.unknown / sentence.symbols,
    Math.min(MOST_NEIGHBOURS, neighbours),
    neighbours / sentence.symbols,
    end - start,
    rarest(text.slice(start, end), characters),
    isHan(previous) ? 1 : 0,
    isHan(next) ? 1 : 0,
    hasPair(characters, previous, text.charCodeAt(start)),
    hasPair(characters, text.charCodeAt(end - 1), next),
    surnameNear(text, start),
    transliterations(text, start, end),
    enclosed(text, start, end),
    word.length,
    word.logFrequency,
    word.kind & WORD_KIND.place ? 1 : 0,
    word.kind & WORD_KIND.person ? 1 : 0,
  ];
}

function alternativeFeatures(
  text: string,
  proposal: Proposal,
  alternative: Alternative,
  rank: number,
  { characters, words, candidates, lexicon }: Sources,
): number[] {
  const { start, end, before, alternatives } = proposal;
  const { after, gain, gainAlone } = alternative;
  const original = text.slice(start, end);
  const edited = text.slice(Math.max(0, start - 16), start) + alternative.text + text.slice(end, end + 16);
  const shift = start - Math.max(0, start - 16);
  const rival = alternatives[rank === 0 ? 1 : 0];
  const word = coveringWord(edited, shift, shift + alternative.text.length, lexicon);
  const [from, to] = hanRun(text, start, end);
  const wordsBefore = words.segment(text, from, to);
  const wordsAfter = words.segment(edited, shift - (start - from), shift + alternative.text.length + (to - end));
  const similarity = soundAndShape(original, alternative.text, candidates);
  const previous = start > 0 ? text.charCodeAt(start - 1) : 0;
  const next = end < text.length ? text.charCodeAt(end) : 0;
  return [
    gain,
    gainAlone,
    gain - (rival?.gain ?? -5),
    rank,
    alternatives.length,
    KINDS.indexOf(alternative.kind),
    alternative.isWord ? 1 : 0,
    alternative.distance,
    similarity.sound,
    similarity.shape,
    after.left,
    after.right,
    after.lowest,
    after.leftMatched,
    after.rightMatched,
    after.left - before.left,
    after.right - before.right,
    (after.left + after.right) / (before.left + before.right),
    rarest(alternative.text, characters),
    rarest(alternative.text, characters) - rarest(original, characters),
    wordsAfter.score - wordsBefore.score,
    wordsBefore.score / (to - from),
    wordsAfter.score / (to - from),
    wordsAfter.words - wordsBefore.words,
    wordsAfter.singles - wordsBefore.singles,
    wordsAfter.singles / wordsAfter.words,
    word.length,
    word.logFrequency,
    word.kind & WORD_KIND.place ? 1 : 0,
    word.kind & WORD_KIND.person ? 1 : 0,
    word.kind & WORD_KIND.idiom ? 1 : 0,
    hasPair(characters, previous, alternative.text.charCodeAt(0)),
    hasPair(characters, alternative.text.charCodeAt(alternative.text.length - 1), next),
    isCollected(text, start, end, alternative.text, candidates),
    isGrammatical(original, alternative.text) ? 1 : 0,
  ];
}

function hasPair(characters: CharacterModel, first: number, second: number): number {
  return first !== 0 && second !== 0 && characters.hasPair(characters.symbolOf(first), characters.symbolOf(second))
    ? 1
    : 0;
}

function rarest(text: string, characters: CharacterModel): number {
  let least = 0;
  for (let i = 0; i < text.length; i++) {
    least = Math.min(least, characters.symbolLogProbability(characters.symbolOf(text.charCodeAt(i))));
  }
  return least;
}

/** How near before the place a surname stands: 2 beside it, 1 one character off, 0 none; 3 where it is one itself. */
function surnameNear(text: string, start: number): number {
  if (start >= 1 && SURNAMES.has(text[start - 1]!)) return 2;
  if (start >= 2 && SURNAMES.has(text[start - 2]!)) return 1;
  return SURNAMES.has(text[start]!) ? 3 : 0;
}

/** Share of characters used in foreign names among the two on either side of a place and those of the place. */
function transliterations(text: string, start: number, end: number): number {
  let count = 0;
  let all = 0;
  for (let i = Math.max(0, start - 2); i < Math.min(text.length, end + 2); i++) {
    all++;
    if (TRANSLITERATION.has(text[i]!) || text[i] === '·') count++;
  }
  return count / all;
}

/** 1 where an opening mark stands within eight characters before the place and its closing mark within eight behind. */
function enclosed(text: string, start: number, end: number): number {
  let opened = false;
  for (let i = start - 1; i >= Math.max(0, start - 8) && !opened; i--) {
    if (CLOSING.includes(text[i]!)) return 0;
    opened = OPENING.includes(text[i]!);
  }
  if (!opened) return 0;
  for (let i = end; i < Math.min(text.length, end + 8); i++) if (CLOSING.includes(text[i]!)) return 1;
  return 0;
}

export function coveringWord(text: string, start: number, end: number, lexicon: Lexicon) {
  let length = 1;
  let logFrequency = NO_WORD;
  let kind = 0;
  for (let i = start; i < end; i++) {
    const covering = lexicon.longestWordCovering(text, i);
    if (covering < 0 || (covering & 15) <= length) continue;
    length = covering & 15;
    const from = covering >> 4;
    logFrequency = lexicon.wordLogFrequency(text, from, from + length);
    kind = lexicon.wordKind(text, from, from + length);
  }
  return { length, logFrequency, kind };
}

/** The stretch of Chinese characters around a place that the word model reads. */
export function hanRun(text: string, start: number, end: number): readonly [number, number] {
  let from = start;
  while (from > 0 && start - from < WORD_CONTEXT && isHan(text.charCodeAt(from - 1))) from--;
  let to = end;
  while (to < text.length && to - end < WORD_CONTEXT && isHan(text.charCodeAt(to))) to++;
  return [from, to];
}

function soundAndShape(original: string, replacement: string, candidates: CandidateSource) {
  let sound = 0;
  let shape = 0;
  for (let i = 0; i < original.length; i++) {
    sound += candidates.soundDistance(original.charCodeAt(i), replacement.charCodeAt(i));
    shape += candidates.shapeDistance(original.charCodeAt(i), replacement.charCodeAt(i));
  }
  return { sound: sound / original.length, shape: shape / original.length };
}

/** 1 if the edit is what the collections of misspellings give for a string around the place. */
function isCollected(
  text: string,
  start: number,
  end: number,
  replacement: string,
  candidates: CandidateSource,
): number {
  for (let from = Math.max(0, start - 3); from <= start; from++) {
    for (let to = Math.max(end, from + 2); to <= Math.min(text.length, end + 3); to++) {
      const right = candidates.collectedCorrection(text, from, to);
      if (right !== undefined && right === text.slice(from, start) + replacement + text.slice(end, to)) return 1;
    }
  }
  return 0;
}
