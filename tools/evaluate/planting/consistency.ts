/** One mention that does not agree with another: names, terms, years, weekdays. */
import { allMatches } from '../../../lib/document/matches.ts';
import type { Block, Range } from '../../../lib/document/types.ts';
import { otherFigure } from './figures.ts';
import {
  atMatch,
  atOneOf,
  atWord,
  blockRange,
  type CleanText,
  type Mistake,
  mentions,
  type Planter,
  pick,
  type Random,
  rangeOf,
} from './mistake.ts';
import { ORGANISATION, PERSON } from './names.ts';

const WEEKDAYS = '一二三四五六日';

/** Strings that a pattern finds and that the text has at least twice. */
const repeated = ({ text }: CleanText, pattern: RegExp): string[] =>
  [...new Set(allMatches(text, pattern).map(([found]) => found))].filter((found) => mentions(text, found).length >= 2);

/** Changes one mention of something named at least twice; a message may stand at each mention. */
const oneMention =
  (pattern: RegExp, change: (name: string, random: Random, clean: CleanText) => string | undefined): Planter =>
  (clean, random) =>
    atOneOf(repeated(clean, pattern), random, (name): Mistake | undefined => {
      const places = mentions(clean.text, name);
      const text = change(name, random, clean);
      return text === undefined || text === name ? undefined : { range: pick(places, random)!, text, alsoAt: places };
    });

const soundAlike = (name: string, index: number, random: Random, { vocabulary }: CleanText): string | undefined => {
  const other = pick(vocabulary.charactersSoundingLike(name, index), random);
  return other && name.slice(0, index) + other + name.slice(index + 1);
};

/** One of the first `length` characters replaced, of those that have another of the same sound. */
function soundAlikeWithin(name: string, length: number, random: Random, clean: CleanText): string | undefined {
  const places = [...Array(length).keys()].filter((i) => clean.vocabulary.charactersSoundingLike(name, i).length > 0);
  const at = pick(places, random);
  return at === undefined ? undefined : soundAlike(name, at, random, clean);
}

/** 赵卫东, 赵为东: a given name written two ways. */
export const givenName: Planter = oneMention(PERSON, (name, random, clean) =>
  soundAlike(name, name.length - 1, random, clean),
);
/** 赵卫东, 邵卫东: a surname written two ways. */
export const surname: Planter = oneMention(PERSON, (name, random, clean) => soundAlike(name, 0, random, clean));
/** 赵卫东, 赵东卫. */
export const givenNameTurned: Planter = oneMention(PERSON, (name) =>
  name.length === 3 && name[1] !== name[2] ? name[0]! + name[2]! + name[1]! : undefined,
);
/** An organisation's name with one character of the same sound. */
export const organisationCharacter: Planter = oneMention(ORGANISATION, (name, random, clean) =>
  soundAlikeWithin(name, 3, random, clean),
);
/** An organisation's name that lost a character. */
export const organisationShortened: Planter = oneMention(ORGANISATION, (name, random) => {
  const at = 1 + Math.floor(random() * (name.length - 2));
  return name.slice(0, at) + name.slice(at + 1);
});
/** 农村 and 直辖市 are words, and no places. */
const isPlace = (name: string, { vocabulary }: CleanText): boolean => !vocabulary.has(name);
const PLACE =
  /(?<![\u4E00-\u9FFF])[\u4E00-\u9FFF]{2}(?:县(?![级域])|市(?![场民值])|镇|乡(?![村镇])|区(?![域别分])|村)(?=[\u4E00-\u9FFF])/g;
/** 青石镇, 情石镇: a place with another character of the same sound. */
export const placeName: Planter = oneMention(PLACE, (name, random, clean) =>
  isPlace(name, clean) ? soundAlikeWithin(name, 2, random, clean) : undefined,
);
/** 青石镇, 青石乡. */
export const placeKind: Planter = oneMention(PLACE, (name, random, clean) => {
  const others = [...'县市镇乡区村'].filter((kind) => kind !== name.at(-1));
  return isPlace(name, clean) ? name.slice(0, -1) + pick(others, random)! : undefined;
});
/** 我局 → 我委: what the writer calls his own. */
export const ownOrganisation: Planter = oneMention(
  /[我本该][局委办县镇校院公所站科中乡市区厂队][司心]?/g,
  (name, random) => {
    const others = ['局', '委', '办', '镇', '校', '院', '公司', '中心'].filter((other) => !name.endsWith(other));
    return name[0]! + pick(others, random)!;
  },
);
/** “双岗双责” → “双岗一责”: a quoted term with one character changed. */
export const quotedTerm: Planter = oneMention(/(?<=“)[\u4E00-\u9FFF]{4,10}(?=”)/g, (term, random, clean) =>
  soundAlikeWithin(term, term.length, random, clean),
);
/** “双岗双责” → “双岗一责”: a quoted term with one number or word of it changed. */
export const quotedTermNumber: Planter = oneMention(/(?<=“)[\u4E00-\u9FFF]{2,10}(?=”)/g, (term, random) => {
  const numerals = '一两三四五六七八';
  const at = [...term].findIndex((character) => numerals.includes(character) || character === '双');
  if (at < 0) return undefined;
  return (
    term.slice(0, at) +
    pick(
      [...numerals].filter((numeral) => numeral !== term[at]),
      random,
    )! +
    term.slice(at + 1)
  );
});
/** 《管理办法》, 《管理法》: a title written two ways. */
export const quotedTitle: Planter = oneMention(/(?<=《)[^《》\n]{4,30}(?=》)/g, (title, random) => {
  const at = 1 + Math.floor(random() * (title.length - 2));
  return title.slice(0, at) + title.slice(at + 1);
});
/** 她 for 他 of a person named as 他 elsewhere. */
export const pronoun: Planter = oneMention(/[他她](?!们)/g, (word) => (word === '他' ? '她' : '他'));
/** 你局 for 我局, 贵单位 in one's own report. */
export const foreignOrganisation: Planter = oneMention(
  /我[局委办县镇校院站科]/g,
  (name, random) => `${pick(['你', '贵'], random)}${name[1]}`,
);
/** 网格员 → 网络员: a term of the text with a character of the same sound at one mention. */
export const term: Planter = (clean, random) => {
  const counts = new Map<string, number>();
  for (const { text } of clean.words) counts.set(text, (counts.get(text) ?? 0) + 1);
  return atWord(
    ({ text }) => text.length >= 3 && counts.get(text)! >= 3,
    ({ text, range }, chance): Mistake | undefined => {
      const wrong = soundAlikeWithin(text, text.length, chance, clean);
      return wrong === undefined ? undefined : { range, text: wrong, alsoAt: mentions(clean.text, text) };
    },
  )(clean, random);
};

/** 3月5日（星期三）: the wrong day of the week. */
export const weekday: Planter = atMatch(
  /(?:\d{4}年)?\d{1,2}月\d{1,2}日[（(](?:星期|周)([一二三四五六日天])/g,
  (match, random): Mistake => {
    const end = match.index + match[0].length;
    const other = pick(
      [...WEEKDAYS].filter((day) => day !== match[1]),
      random,
    )!;
    return { range: [end - 1, end], text: other, alsoAt: [[match.index, end + 1]] };
  },
);
/** The day of a date beside its weekday slipped by a digit. */
export const dayBesideWeekday: Planter = atMatch(
  /(\d{1,2})日[（(](?:星期|周)[一二三四五六日天]/g,
  (match, random): Mistake | undefined => {
    const day = Number(match[1]);
    const other = pick(
      [day - 1, day + 1, day + 2].filter((value) => value >= 1 && value <= 28),
      random,
    );
    if (other === undefined) return undefined;
    return {
      range: [match.index, match.index + match[1]!.length],
      text: String(other),
      alsoAt: [[match.index - 8, match.index + match[0].length + 1]],
    };
  },
);

const yearsOf = (text: string): Range[] => allMatches(text, /(?<!\d)20\d\d(?=年)/g).map(rangeOf);
const shifted = (text: string, [start, end]: Range, by: number) => String(Number(text.slice(start, end)) + by);

/** Years of the text that it has at least three times. */
const usualYears = ({ text }: CleanText): Range[] =>
  yearsOf(text).filter(([start, end]) => mentions(text, `${text.slice(start, end)}年`).length >= 3);
const within = ([start]: Range, block: Block | undefined) =>
  block !== undefined && start >= block.start && start < blockRange(block)[1];

/** The year of the title is another than the text's. */
export const titleYear: Planter = (clean, random) =>
  atOneOf(
    usualYears(clean).filter((range) => within(range, clean.document.title)),
    random,
    (range) => ({ range, text: shifted(clean.text, range, pick([-1, 1, -2], random)!), alsoAt: [range] }),
  );
/** The signature's year is another than the text's. */
export const signatureYear: Planter = (clean, random) =>
  atOneOf(
    yearsOf(clean.text).filter((range) => within(range, clean.document.date)),
    random,
    (range) => ({
      range,
      text: shifted(clean.text, range, pick([-2, -3, -10, 10], random)!),
      alsoAt: [blockRange(clean.document.date!)],
    }),
  );
/** A year in the text that is far from all others: 2015 for 2025. */
export const farYear: Planter = (clean, random) =>
  atOneOf(
    usualYears(clean).filter((range) => !within(range, clean.document.title) && !within(range, clean.document.date)),
    random,
    (range) => ({ range, text: shifted(clean.text, range, pick([-10, 10, 20], random)!) }),
  );
/** 9月10日至8日, or a deadline before the beginning. */
export const daysBackwards: Planter = atMatch(
  /(\d{1,2})月(\d{1,2})日(?:[^，。\n]{0,6})至(\d{1,2})月(\d{1,2})日/g,
  (match): Mistake | undefined => {
    const [whole, from, , to] = match;
    if (Number(from) >= Number(to)) return undefined;
    const end = match.index + whole.length;
    const range: Range = [match.index, match.index + from!.length];
    return { range, text: String(Math.min(12, Number(to) + 1)), alsoAt: [[match.index, end]] };
  },
);
/** A figure that is given twice, different the second time. */
export const figureAgain: Planter = oneMention(
  /(?<![\d.])\d{2,6}(?:\.\d+)?(?:个|名|户|家|件|亩|万元|公里|人)(?=[\u4E00-\u9FFF，。])/g,
  (figure, random) => otherFigure(/^[\d.]+/.exec(figure)![0], random) + figure.replace(/^[\d.]+/, ''),
);
/** An abbreviation that was announced, written otherwise. */
export const abbreviation: Planter = atMatch(
  /(?<=以下(?:简称|统称)“?)[\u4E00-\u9FFF]{2,8}(?=”?）)/g,
  ({ 0: short, index }, random, clean): Mistake | undefined => {
    const places = mentions(clean.text, short).filter(([start]) => start > index + short.length);
    const place = pick(places, random);
    const wrong = place && soundAlikeWithin(short, short.length, random, clean);
    return wrong ? { range: place, text: wrong, alsoAt: [...places, [index, index + short.length]] } : undefined;
  },
);
