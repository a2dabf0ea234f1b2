import { allMatches } from '../../lib/document/matches.ts';
import type { Range } from '../../lib/document/types.ts';

/** “3120批次”: a number with its unit. */
export interface Quantity {
  /** With 万 and 亿 multiplied out. */
  readonly value: number;
  readonly unit: string;
  readonly range: Range;
  /** Half a unit of the last digit written: what rounding may change. */
  readonly rounding: number;
  /** 余, 多, 近, 约…: not exact. */
  readonly isVague: boolean;
}

/** Longer units before those they begin with. */
const UNITS =
  '个百分点|平方公里|平方米|立方米|万千瓦|千瓦时|批次|人次|户次|家次|件次|场次|台次|公里|公顷|公斤|千克|美元|欧元|千瓦|课时|学时|小时|分钟|标段|点位|专题|[个项件户人家名起例次场元亩吨台套辆条处座所间栋幢份篇宗笔期批门支只头株棵米级类种位卷册盏部艘架张页组队班村镇乡县市省区校员棚盘袋箱瓶桶天]';
/** Digits as they are written, in groups of three too: “3120”, “3,120”, “3 120”, “12.5”. */
export const NUMBER = '(?:\\d{1,3}(?:[,， \\u00a0\\u2009\\u202f]\\d{3}){1,6}(?!\\d)(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)';

/** The value of what `NUMBER` matches. */
export const readNumber = (digits: string) => Number(digits.replace(/[^\d.]/g, ''));

const QUANTITY = new RegExp(
  `(?=\\d)(?<![\\d.,，A-Za-z第])(${NUMBER})(万亿|[万亿])?(余|多|来)?(${UNITS})(?![A-Za-z])`,
  'g',
);
const MAGNITUDE: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, 万亿: 1e12 };

/** What 万, 亿 or 万亿 behind a number multiplies it by; 1 where there is none. */
export const factorOf = (magnitude: string | undefined) => (magnitude ? MAGNITUDE[magnitude]! : 1);

/** How many digits a number is given to behind its point. */
export const decimalsOf = (digits: string) => digits.split('.')[1]?.length ?? 0;

const VAGUE = /(?:近|约|超|逾|超过|将近|大约|达到|不少于|至少)$/;

/** The quantities of a stretch of text, in order. `offset` is added to their ranges. Linear. */
export function findQuantities(text: string, offset = 0): Quantity[] {
  return allMatches(text, QUANTITY).map((match) => {
    const [whole, digits, magnitude, vague, unit] = match;
    const [value, rounding] = rounded(digits!, magnitude);
    return {
      value,
      unit: unit!,
      range: [offset + match.index, offset + match.index + whole.length],
      rounding,
      isVague: vague !== undefined || VAGUE.test(text.slice(Math.max(0, match.index - 3), match.index)),
    };
  });
}

/** A number with its 万 or 亿, and by how much rounding may have changed it: one without either may be exact. */
export function rounded(digits: string, magnitude: string | undefined): [value: number, slack: number] {
  const factor = factorOf(magnitude);
  const decimals = decimalsOf(digits);
  return [readNumber(digits) * factor, decimals > 0 || factor > 1 ? (0.5 * factor) / 10 ** decimals : 0];
}

/** What `rounded` gives. */
export type Rounded = ReturnType<typeof rounded>;

/** Between what the quotient of two numbers lies, however both were rounded. */
export const quotientBetween = (a: Rounded, b: Rounded): [least: number, most: number] => [
  (a[0] - a[1]) / (b[0] + b[1]),
  (a[0] + a[1]) / (b[0] - b[1]),
];

/** By how much a figure may be off as it is written: rounded or cut off, both are usual. */
export const writtenSlack = (digits: string) => 10 ** -decimalsOf(digits) + 1e-6;

/** Figures told as more or less than they are. */
export const ROUGHLY = /(?:近|约|超过?|突破|逾)\d/;
