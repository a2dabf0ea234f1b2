const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };
/** The same numerals as amounts of money are written, and old ones for 二十 and 三十. */
const PLAIN: Readonly<Record<string, string>> = {
  壹: '一',
  贰: '二',
  叁: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  仟: '千',
  萬: '万',
  億: '亿',
  廿: '二十',
  卅: '三十',
};

/** The text with its full-width digits in half width. */
export const withHalfWidthDigits = (text: string) =>
  text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

/** Value of full- or half-width Arabic digits. NaN for anything else. */
export function parseDigits(text: string): number {
  const ascii = withHalfWidthDigits(text);
  return /^\d+$/.test(ascii) ? Number(ascii) : Number.NaN;
}

/**
 * Value of a number in Chinese numerals (十二, 一百零三, 三万五千, 二〇二四), in capital ones (壹仟贰佰) or Arabic digits.
 * NaN for anything else.
 */
export function parseNumeral(numeral: string): number {
  if (numeral === '') return Number.NaN;
  const text = numeral.replace(/[壹贰叁肆伍陆柒捌玖拾佰仟萬億廿卅]/g, (sign) => PLAIN[sign]!);
  if (!/[一二两三四五六七八九十百千万亿〇零]/.test(text)) return parseDigits(text);
  if (/^[〇零一二三四五六七八九]{2,}$/.test(text)) return Number([...text].map((digit) => DIGITS[digit]).join(''));
  let total = 0; // closed by 亿
  let myriads = 0; // closed by 万, below the next 亿
  let group = 0; // below the next 万 or 亿
  let digit: number | undefined;
  for (const character of text) {
    const value = DIGITS[character];
    const unit = UNITS[character];
    if (value !== undefined) {
      digit = value;
      continue;
    }
    if (unit === undefined) return Number.NaN;
    if (unit < 10_000) {
      group += (digit || 1) * unit;
    } else if (unit === 10_000) {
      myriads = (group + (digit ?? 0)) * unit;
      group = 0;
    } else {
      total = (total + myriads + group + (digit ?? 0)) * unit;
      myriads = 0;
      group = 0;
    }
    digit = undefined;
  }
  return total + myriads + group + (digit ?? 0);
}

/** 1…99 in Chinese numerals, as headings are numbered. Throws a RangeError outside. */
export function toNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 99) throw new RangeError(`no heading number: ${value}`);
  const numerals = '零一二三四五六七八九';
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return (tens > 1 ? numerals[tens] : '') + (tens > 0 ? '十' : '') + (ones > 0 ? numerals[ones] : '');
}
