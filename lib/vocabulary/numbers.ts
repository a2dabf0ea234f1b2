/** Named fragments of patterns: how numbers are written. Every pattern that reads a number is made of these. */

/** Arabic digits, in groups of three too: “3120”, “3,120”, “3 120”, “12.5”. */
export const ARABIC = '(?:\\d{1,3}(?:[,， \\u00a0\\u2009\\u202f]\\d{3}){1,6}(?!\\d)(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)';

/** Characters of which Chinese numerals are made, and of those of capital amounts: for use inside [ ]. */
export const CHINESE_NUMERALS = '〇零一二两三四五六七八九十廿卅百千万亿';
export const CAPITAL_NUMERALS = '零壹贰叁肆伍陆柒捌玖拾佰仟萬万億亿';

/** What multiplies the digits before it. 百 and 千 do so before 万 and 亿 alone: “3千米” is a length. */
export const MAGNITUDE = '[十百千]?(?:万亿|[万亿])';

/** “余”, “多”: a little more than the digits before it say. */
export const SOME_MORE = '[余多来]';

/** The value of what `ARABIC` matches. */
export const readArabic = (digits: string) => Number(digits.replace(/[^\d.]/g, ''));

const FACTORS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 };

/** What a magnitude behind a number multiplies it by; 1 where there is none. */
export const factorOf = (magnitude: string | undefined) =>
  [...(magnitude ?? '')].reduce((product, sign) => product * FACTORS[sign]!, 1);

/** How many digits a number is given to behind its point. */
export const decimalsOf = (digits: string) => digits.split('.')[1]?.length ?? 0;
