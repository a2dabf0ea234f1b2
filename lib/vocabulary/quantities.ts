import { allMatches } from '../document/matches.ts';
import { parseNumeral, withHalfWidthDigits } from '../document/numerals.ts';
import type { Range } from '../document/types.ts';
import { MEASURE, measureWords, type UnitKind } from './measure-words.ts';
import {
  ARABIC,
  CAPITAL_NUMERALS,
  CHINESE_NUMERALS,
  decimalsOf,
  factorOf,
  MAGNITUDE,
  readArabic,
  SOME_MORE,
} from './numbers.ts';

/** “3120批次”, “近3.2万人”, “二十八名”, “叁万元”: a number with its unit. */
export interface Quantity {
  /** With 万 and 亿 multiplied out. */
  readonly value: number;
  /** Half a unit of the last digit written: what rounding may change. 0 where the number may be exact. */
  readonly rounding: number;
  /** '' where a pause follows the bare number. */
  readonly unit: string;
  readonly kind: UnitKind | undefined;
  /** Number and unit (UTF-16 offsets). */
  readonly range: Range;
  /** The number alone, with its 万 or 亿. */
  readonly number: Range;
  /** In which numerals it is written. */
  readonly script: 'arabic' | 'chinese' | 'capital';
  /** 余, 多, 近, 约, 以上…: not exact. */
  readonly isVague: boolean;
}

/** No figure of its own: the middle of a number, a model number (A4), an ordinal (第3). */
const APART = '(?<![\\d.A-Za-z第])(?<!\\d[,，])';
/** A bare number counts where a pause follows it: “整改85，”. */
const UNIT = `(?:(${MEASURE})(?![A-Za-z])|(?=[，。；、）]|$))`;
/** “5亿3400万”: what stands between the two magnitudes of one number. */
const COMPOUND = `(?:亿(?<lower>\\d{1,4}(?:\\.\\d+)?)(?=万))?`;
const ARABIC_QUANTITY = new RegExp(
  `(?=\\d)${APART}(?<digits>${ARABIC})${COMPOUND}(?<magnitude>${MAGNITUDE})?(?<more>${SOME_MORE})?${UNIT}`,
  'g',
);
const CHINESE_QUANTITY = new RegExp(
  `(?=[${CHINESE_NUMERALS}])(?<![第初\\d${CHINESE_NUMERALS}几数多])([${CHINESE_NUMERALS}]{1,16})(${SOME_MORE})?(${MEASURE})`,
  'g',
);
const CAPITAL_QUANTITY = new RegExp(`(?=[${CAPITAL_NUMERALS}])([${CAPITAL_NUMERALS}]{2,24})(${MEASURE})`, 'g');
const CAPITAL_DIGIT = /[壹贰叁肆伍陆柒捌玖]/;

const ROUGH_BEFORE = /(?:近|约|超|逾|超过|将近|大约|不少于|不低于|至少|接近|突破|上)$/;
const ROUGH_BEHIND = /^(?:左右|以上|以下|上下|以内|多(?!\d))/;

/** A number with its 万 or 亿, and by how much rounding may have changed it: one without either may be exact. */
export function rounded(digits: string, magnitude: string | undefined): [value: number, slack: number] {
  const factor = factorOf(magnitude);
  const decimals = decimalsOf(digits);
  return [readArabic(digits) * factor, decimals > 0 || factor > 1 ? (0.5 * factor) / 10 ** decimals : 0];
}

const isRough = (text: string, [start, end]: Range) =>
  ROUGH_BEFORE.test(text.slice(Math.max(0, start - 3), start)) || ROUGH_BEHIND.test(text.slice(end, end + 2));

function arabicQuantities(text: string): Quantity[] {
  return allMatches(text, ARABIC_QUANTITY).map((match) => {
    const { digits, lower, magnitude, more } = match.groups as Record<string, string | undefined>;
    const unit = match.at(-1) === undefined ? '' : (match[match.length - 1] as string);
    const range: Range = [match.index, match.index + match[0].length];
    const [value, rounding] = rounded(lower ?? digits!, magnitude);
    return {
      value: lower === undefined ? value : value + readArabic(digits!) * factorOf('亿'),
      rounding,
      unit,
      kind: measureWords.get(unit),
      range,
      number: [range[0], range[1] - unit.length - (more?.length ?? 0)],
      script: 'arabic',
      isVague: more !== undefined || isRough(text, range),
    };
  });
}

function numeralQuantities(text: string, pattern: RegExp, script: 'chinese' | 'capital'): Quantity[] {
  return allMatches(text, pattern).flatMap((match) => {
    const numeral = match[1]!;
    const unit = match.at(-1)!;
    const value = parseNumeral(numeral);
    if (Number.isNaN(value) || (script === 'capital' && !CAPITAL_DIGIT.test(numeral))) return [];
    const range: Range = [match.index, match.index + match[0].length];
    return [
      {
        value,
        rounding: 0,
        unit,
        kind: measureWords.get(unit),
        range,
        number: [range[0], range[0] + numeral.length] as const,
        script,
        isVague: match[0].length > numeral.length + unit.length || isRough(text, range),
      },
    ];
  });
}

/** The quantities of a text, in order; none lies within another. Linear. */
export function readQuantities(text: string): Quantity[] {
  const half = withHalfWidthDigits(text);
  const quantities = [
    ...arabicQuantities(half),
    ...numeralQuantities(text, CHINESE_QUANTITY, 'chinese'),
    ...numeralQuantities(text, CAPITAL_QUANTITY, 'capital'),
  ].sort((a, b) => a.range[0] - b.range[0]);
  let end = 0;
  return quantities.filter(({ range }) => {
    if (range[0] < end) return false;
    end = range[1];
    return true;
  });
}
