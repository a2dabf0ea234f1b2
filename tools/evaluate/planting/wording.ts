/** Particles, parts of the sentence lost or doubled, frames blended, words that do not go together. */
import type { Range } from '../../../lib/document/types.ts';
import {
  atMatch,
  atOneOf,
  atWord,
  type CleanText,
  isAspect,
  type Mistake,
  mentions,
  type Planter,
  pick,
  type Random,
  rangeOf,
} from './mistake.ts';
import { ADJECTIVE, ADVERB, NOUN, VERB, type Word } from './vocabulary.ts';

const isTwo = ({ text }: Word) => text.length === 2;
const touches = (left: Word | undefined, right: Word | undefined) =>
  left !== undefined && right !== undefined && left.range[1] === right.range[0];

/** A particle between two words that `fits`. */
const particle =
  (written: string, instead: string, fits: (left: Word, right: Word) => boolean): Planter =>
  (clean, random) =>
    atOneOf([...clean.words.keys()], random, (i): Mistake | undefined => {
      const [left, word, right] = [clean.words[i - 1], clean.words[i]!, clean.words[i + 1]];
      if (word.text !== written || !touches(left, word) || !touches(word, right) || !fits(left!, right!))
        return undefined;
      return { range: word.range, text: instead, alsoAt: [[left!.range[0], right!.range[1]]] };
    });
const any = () => true;
const adverbial = (left: Word, right: Word) => (left.tag & (ADJECTIVE | ADVERB)) !== 0 && (right.tag & VERB) !== 0;
const beforeNoun = (_: Word, right: Word) => (right.tag & NOUN) !== 0 && (right.tag & VERB) === 0;

/** 扎实的推进: 的 for 地. */
export const deForAdverbial: Planter = particle('地', '的', adverbial);
/** 认真得学习: 得 for 地. */
export const degreeForAdverbial: Planter = particle('地', '得', adverbial);
/** 重要地意义: 地 for 的. */
export const adverbialForDe: Planter = particle('的', '地', beforeNoun);
/** 重要得意义: 得 for 的. */
export const degreeForDe: Planter = particle('的', '得', beforeNoun);
/** 抓的紧: 的 for 得. */
export const deForDegree: Planter = particle('得', '的', any);
/** 抓地紧: 地 for 得. */
export const adverbialForDegree: Planter = particle('得', '地', any);
/** 扎实推进 → 扎实的推进: a 的 between adverb and verb. */
export const deBetweenAdverbAndVerb: Planter = (clean, random) =>
  atOneOf([...clean.words.keys()], random, (i): Mistake | undefined => {
    const [left, right] = [clean.words[i]!, clean.words[i + 1]];
    if (!touches(left, right) || !isTwo(left) || !isTwo(right!)) return undefined;
    if ((left.tag & (ADJECTIVE | ADVERB)) === 0 || (right!.tag & VERB) === 0 || (right!.tag & NOUN) !== 0)
      return undefined;
    const at = left.range[1];
    return { range: [at, at], text: '的', others: ['地'], alsoAt: [[left.range[0], right!.range[1]]] };
  });

/** 通过…，使干部得到…: the preposition swallows the subject. */
export const subjectSwallowed: Planter = atMatch(
  /(?:通过|经过|随着|在)[^，。；\n]{3,24}，(?=[\u4E00-\u9FFF]{2})(?![使让对根在以把由按从向])/g,
  (match): Mistake | undefined => {
    if (match[0].startsWith('在') && !/[下中]，$/.test(match[0])) return undefined;
    const end = match.index + match[0].length;
    return { range: [end, end], text: '使', alsoAt: [rangeOf(match)] };
  },
);
/** 通过 put before what was a subject: 通过活动的开展提高了能力. */
export const subjectMadeAdverbial: Planter = atMatch(
  /(?<=[。；\n　，])[\u4E00-\u9FFF]{2,10}(?=(?:有效|明显|大大|进一步|有力)?(?:提高|增强|提升|推动|促进|带动)了)/g,
  ({ 0: subject, index }): Mistake => ({
    range: [index, index],
    text: '通过',
    alsoAt: [[index, index + subject.length + 8]],
  }),
);
/** 取得了成绩 → 了成绩: the verb before 了 is gone. */
export const verbBeforeLeGone: Planter = (clean, random) =>
  atOneOf([...clean.words.keys()], random, (i): Mistake | undefined => {
    const [verb, le] = [clean.words[i]!, clean.words[i + 1]];
    if (le?.text !== '了' || !touches(verb, le) || (verb.tag & VERB) === 0 || !isTwo(verb)) return undefined;
    return { range: verb.range, text: '', alsoAt: [[verb.range[0], le.range[1] + 4]] };
  });
/** 对3个单位了约谈, 对问题整改: 进行 is gone. */
export const jinxingGone: Planter = atMatch(
  /(?<=[对与向][^，。\n的中]{2,16})(?:进行|开展)(?=了?[\u4E00-\u9FFF]{2})/g,
  () => '',
);
/** 一定成绩 → 工作了一定成绩: another verb before the object. */
export const verbExchanged: Planter = (clean, random) =>
  atOneOf([...clean.words.keys()], random, (i): Mistake | undefined => {
    const [verb, le] = [clean.words[i]!, clean.words[i + 1]];
    if (le?.text !== '了' || !touches(verb, le) || !isTwo(verb) || (verb.tag & VERB) === 0) return undefined;
    const text = pick(
      ['工作', '具有', '发生', '运行', '前往', '休息'].filter((other) => other !== verb.text),
      random,
    )!;
    return { range: verb.range, text, alsoAt: [[verb.range[0], le.range[1] + 6]] };
  });
/** 取得了明显的。: the object is gone. */
export const objectGone: Planter = atMatch(
  /(?<=[\u4E00-\u9FFF]{3}的)[\u4E00-\u9FFF]{2,4}(?=。)/g,
  ({ 0: object, index }, _, clean): Mistake | undefined => {
    const isWord = clean.vocabulary.has(object) && clean.words.some(({ range }) => range[0] === index);
    return isWord
      ? { range: [index, index + object.length], text: '', alsoAt: [[index - 4, index + object.length + 1]] }
      : undefined;
  },
);
/** 完成了。: all behind the verb is gone. */
export const objectOfLeGone: Planter = atMatch(
  /(?<=[\u4E00-\u9FFF]{2}了)[\u4E00-\u9FFF]{2,10}(?=。)/g,
  (match): Mistake => ({
    range: rangeOf(match),
    text: '',
    alsoAt: [[match.index - 3, match.index + match[0].length + 1]],
  }),
);
/** 在县委领导，: 下 of 在…下 is gone. */
export const localiserGone: Planter = atMatch(
  /(?<![现存所正实内])在[^，。；\n以]{3,20}(?:下|上|中)(?=，)/g,
  (match): Mistake => {
    const end = match.index + match[0].length;
    return { range: [end - 1, end], text: '', alsoAt: [rangeOf(match)] };
  },
);
/** 县委领导下，我们: 在 of 在…下 is gone. */
export const prepositionOfPlaceGone: Planter = atMatch(
  /(?<![现存所正实内])在[^，。；\n以]{3,20}(?:下|中)(?=，)/g,
  (match): Mistake => ({
    range: [match.index, match.index + 1],
    text: '',
    alsoAt: [rangeOf(match)],
  }),
);
/** 坚持项目为抓手: 以 of 以…为 is gone. */
export const yiGone: Planter = atMatch(
  /(?<![可所加予用足难])以(?![上下内外及后前来往])([^，。；\n以]{2,14})(?<!作)为([\u4E00-\u9FFF]{2,4})(?=[，。、；])/g,
  (match): Mistake => ({
    range: [match.index, match.index + 1],
    text: '',
    alsoAt: [rangeOf(match)],
  }),
);
/** 以项目抓手: 为 of 以…为 is gone. */
export const weiGone: Planter = atMatch(
  /(?<![可所加予用足难])以(?![上下内外及后前来往])([^，。；\n以]{2,14})(?<!作)为([\u4E00-\u9FFF]{2,4})(?=[，。、；])/g,
  (match): Mistake => {
    const at = match.index + 1 + match[1]!.length;
    return { range: [at, at + 1], text: '', alsoAt: [rangeOf(match)] };
  },
);
/** 现工作报告如下: 将 is gone. */
export const jiangGone: Planter = atMatch(
  /现将(?=[\u4E00-\u9FFF0-9]{2,30}(?:如下|通知|报告))/g,
  (match): Mistake => ({
    range: [match.index + 1, match.index + 2],
    text: '',
    alsoAt: [[match.index, match.index + 8]],
  }),
);
/** 县局汇报: 向 or 对 or 把 before its noun is gone. */
export const prepositionGone: Planter = atMatch(
  /(?<=[，。；\n　\u4E00-\u9FFF])[把向对](?=[\u4E00-\u9FFF]{2,12}(?:汇报|报告|进行|作为|纳入|反映))/g,
  (match): Mistake => ({
    range: rangeOf(match),
    text: '',
    alsoAt: [[match.index, match.index + 12]],
  }),
);

/** A pattern of which something else was begun and a second frame ended: the words put at the end of a match. */
const blended = (pattern: RegExp, behind: string): Planter =>
  atMatch(pattern, (match): Mistake => {
    const end = match.index + match[0].length;
    return { range: [end, end], text: behind, alsoAt: [rangeOf(match)] };
  });
/** 围绕高质量发展为中心. */
export const blendedCentre: Planter = blended(/围绕[\u4E00-\u9FFF“”]{2,14}(?=[，。])/g, '为中心');
/** 本着…原则为. */
export const blendedPrinciple: Planter = blended(
  /(?:坚持|按照|本着)[\u4E00-\u9FFF“”、]{2,16}(?:原则|要求|思路)(?=[，。])/g,
  '为准则',
);
/** 以…为抓手下 / 为载体的基础上. */
export const blendedFrame: Planter = blended(/以[^，。；\n以]{2,14}为[\u4E00-\u9FFF]{2,4}(?=[，])/g, '下');
/** 根据…要求下. */
export const blendedBasis: Planter = blended(/(?:根据|按照)[^，。；\n]{3,20}(?:要求|部署|精神|安排)(?=，)/g, '下');
/** 原因是因为, 目的是为了. */
export const blendedReason: Planter = atMatch(
  /(原因|目的|目标)是(?!为了|因为)/g,
  ({ 0: frame, 1: noun, index }): Mistake => ({
    range: [index + frame.length, index + frame.length],
    text: noun === '原因' ? '因为' : '为了',
    alsoAt: [[index, index + frame.length]],
  }),
);
/** 截至12月底为止. */
export const untilTwice: Planter = atMatch(
  /截至[^，。\n]{2,10}(?=，)/g,
  ({ 0: until, index }): Mistake => ({
    range: [index + until.length, index + until.length],
    text: '为止',
    alsoAt: [[index, index + until.length]],
  }),
);
/** 比上年相比增长. */
export const comparedTwice: Planter = atMatch(
  /(?<!同)比(?:上年|去年|上年同期|去年同期)(?=(?:增|减|提|下|多|少|上))/g,
  ({ 0: frame, index }): Mistake => ({
    range: [index + frame.length, index + frame.length],
    text: '相比',
    alsoAt: [[index, index + frame.length]],
  }),
);
/** 同比比上年增长. */
export const yearOnYearTwice: Planter = atMatch(
  /同比(?=增长|下降|提高|减少|增加)/g,
  ({ index }): Mistake => ({
    range: [index + 2, index + 2],
    text: '比去年',
    alsoAt: [[index, index + 2]],
  }),
);

/** A word that says again what the word before it says. */
const REDUNDANT: readonly (readonly [word: string, redundant: string])[] = [
  ['涉及', '涉及到'],
  ['来自', '来自于'],
  ['付诸', '付诸于'],
  ['目前', '截至目前为止'],
  ['共计', '总共合计'],
  ['必须', '必须要'],
  ['大约', '大约左右'],
  ['首次', '首次第一次'],
  ['悬殊', '悬殊很大'],
  ['其中', '其中里面'],
  ['全部', '全部所有'],
  ['再次', '再次又'],
  ['免费', '免费不收费'],
  ['超过', '超过多于'],
  ['防止', '防止避免'],
  ['亲自', '亲自自己'],
  ['及时', '及时立即'],
  ['彻底', '彻底完全'],
  ['不断', '不断一直'],
  ['进一步', '进一步更加'],
  ['始终', '始终一直'],
  ['共同', '共同一起'],
  ['逐步', '逐步渐渐地'],
  ['普遍', '普遍大都'],
  ['按照', '按照根据'],
  ['由于', '由于因为'],
  ['因此', '因此所以'],
  ['但是', '但是却'],
  ['同时', '同时并且还'],
  ['能够', '能够可以'],
  ['预计', '预计估计'],
];
/** 涉及到, 进一步更加: a word doubled in sense. */
export const redundantPair: Planter = atWord(
  ({ text }) => REDUNDANT.some(([word]) => word === text),
  ({ text, range }) => ({ range, text: REDUNDANT.find(([word]) => word === text)![1], alsoAt: [range] }),
);
/** 避免不发生: a negation too many. */
export const negationTooMany: Planter = atMatch(
  /(?:防止|避免|杜绝|严禁)(?=[\u4E00-\u9FFF]{2,10}(?:发生|出现|反弹|流入|违规)?)/g,
  (match): Mistake => ({
    range: [match.index + 2, match.index + 2],
    text: '不',
    alsoAt: [[match.index, match.index + 10]],
  }),
);
/** 不仅…但是: the second conjunction is another's. */
export const conjunctionExchanged: Planter = atMatch(
  /(?:不仅|虽然|只有|只要|因为|由于|如果|尽管|不但|既)[^。\n]{2,30}(而且|但是?|才|就|所以|因此|还|也|又)/g,
  (match, random): Mistake => {
    const second = match[1]!;
    const other = pick(
      ['因此', '而且', '但是', '否则'].filter((word) => word !== second && word[0] !== second),
      random,
    )!;
    const end = match.index + match[0].length;
    return { range: [end - second.length, end], text: other, alsoAt: [rangeOf(match)] };
  },
);
/** 不仅… without 而且…. */
export const conjunctionGone: Planter = atMatch(
  /(?:不仅|不但|虽然|既)[^。\n]{2,30}(而且|还|但是?|更|又|也)/g,
  (match): Mistake => {
    const end = match.index + match[0].length;
    return { range: [end - match[1]!.length, end], text: '', alsoAt: [rangeOf(match)] };
  },
);

const MEASURE_OF: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?<=[\d两三四五六七八])名(?=[\u4E00-\u9FFF])/g, ['件', '条', '台']],
  [/(?<=[\d两三四五六七八])件(?=[\u4E00-\u9FFF])/g, ['名', '位', '辆']],
  [/(?<=[\d两三四五六七八])(?:家|所)(?=[\u4E00-\u9FFF])/g, ['条', '位', '本']],
  [/(?<=[\d两三四五六七八])(?:户|份|场|台|篇)(?=[\u4E00-\u9FFF])/g, ['位', '条', '匹']],
];
/** 3件干部: a measure word of other things. */
export const wrongMeasureWord: Planter = (clean, random) =>
  atOneOf(MEASURE_OF, random, ([pattern, others]) =>
    atMatch(
      pattern,
      (match): Mistake => ({
        range: rangeOf(match),
        text: pick(others, random)!,
        alsoAt: [[match.index - 1, match.index + 4]],
      }),
    )(clean, random),
  );
/** 3干部: the measure word is gone. */
export const measureWordGone: Planter = atMatch(
  /(?<=\d)[名家项件](?=[\u4E00-\u9FFF]{2})/g,
  (match): Mistake => ({
    range: rangeOf(match),
    text: '',
    alsoAt: [[match.index - 1, match.index + 4]],
  }),
);
/** 3个名干部: two measure words. */
export const twoMeasureWords: Planter = atMatch(
  /(?<=\d)[名家项件户](?=[\u4E00-\u9FFF]{2})/g,
  ([measure]) => `个${measure}`,
);

/** Verb and object that do not go together, with the verb that does. */
const COLLOCATIONS = [
  '提高 水平 扩大',
  '提升 能力 改善',
  '加强 管理 提升',
  '改善 环境 提高',
  '扩大 范围 提高',
  '完善 制度 提高',
  '履行 职责 实现',
  '发挥 作用 产生',
  '增强 意识 完善',
  '解决 问题 完成',
  '消除 隐患 解决',
  '落实 责任 达到',
  '取得 成效 达成',
  '开展 活动 实行',
  '完成 任务 实现',
  '健全 机制 提高',
  '压实 责任 增加',
  '营造 氛围 建立',
  '采取 措施 实现',
  '强化 监督 提升',
  '夯实 基础 加大',
  '推进 项目 提高',
  '形成 合力 构成',
  '凝聚 力量 提高',
].map((line) => line.split(' '));
/** 扩大水平: a verb that its object does not take. */
export const collocation: Planter = (clean, random) =>
  atOneOf(COLLOCATIONS, random, ([verb, object, wrong]) =>
    atMatch(
      new RegExp(`${verb}(?=了?[^，。；、\\n]{0,8}${object})`, 'g'),
      ({ index }): Mistake => ({
        range: [index, index + verb!.length],
        text: wrong!,
        alsoAt: [[index, index + 12]],
      }),
    )(clean, random),
  );
/** 组织加强领导: two neighbouring words exchanged. */
export const wordsExchanged: Planter = (clean, random) =>
  atOneOf([...clean.words.keys()], random, (i): Mistake | undefined => {
    const [left, right] = [clean.words[i]!, clean.words[i + 1]];
    if (!touches(left, right) || !isTwo(left) || !isTwo(right!)) return undefined;
    if (left.tag !== VERB || right!.tag !== NOUN) return undefined;
    return { range: [left.range[0], right!.range[1]], text: right!.text + left.text };
  });
/** 被荣获, 被取得: a passive of what cannot have one. */
export const strayPassive: Planter = atMatch(
  /(?<!被)(?:荣获|获得|取得|当选|完成|实现)(?=了|全|“|[\u4E00-\u9FFF]{2})/g,
  (match): Mistake => ({
    range: [match.index, match.index],
    text: '被',
    alsoAt: [rangeOf(match)],
  }),
);
/** 完成了过任务: two marks of aspect. */
export const twoAspects: Planter = atWord(isAspect, (_, random) => pick(['了过', '着了', '过了着'], random));
/** 增强了能力的提高: a result put behind an object that had its verb. */
export const resultTwice: Planter = atMatch(
  /(?:增强|提高|提升|促进|推动|改善|加强)了[\u4E00-\u9FFF]{2,10}(?=[，。])/g,
  (match, random): Mistake => {
    const end = match.index + match[0].length;
    return { range: [end, end], text: pick(['的提高', '的加强', '的提升'], random)!, alsoAt: [rangeOf(match)] };
  },
);

/** The names of State and Party, and how they are mistaken. */
const OFFICIAL = [
  '中华人民共和国 中国人民共和国',
  '全国人民代表大会 全国人民代表会议',
  '常务委员会 常委委员会',
  '中国共产党 中华共产党',
  '党中央 党中心',
  '国务院 国务委',
  '政治协商会议 政治协商委员会',
  '人民代表大会 人民代表会议',
  '人民政府 民政府',
  '中国特色社会主义 中国特色主义',
  '习近平新时代 习近平新时期',
  '党的二十大 党的二十次大',
  '人民法院 人民法庭院',
  '人民检察院 人民检查院',
  '三中全会 三中全委',
  '发展和改革 改革和发展',
  '社会主义核心价值观 社会主义价值核心观',
  '高质量发展 高质发展',
  '乡村振兴 农村振兴',
  '全面从严治党 从严全面治党',
  '为人民服务 为人们服务',
].map((pair) => pair.split(' '));
/** 中国人民共和国: an official name or set phrase with a word changed. */
export const officialName: Planter = ({ text }: CleanText, random: Random) =>
  atOneOf(
    OFFICIAL.flatMap(([right, wrong]) => mentions(text, right!).map((range): [Range, string] => [range, wrong!])),
    random,
    ([range, wrong]) => ({ range, text: wrong, alsoAt: [range] }),
  );
