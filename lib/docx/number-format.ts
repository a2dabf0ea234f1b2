/**
 * Numbers of automatic lists as Word writes them: ST_NumberFormat of ECMA-376 17.18.59, those of Word's Chinese, Japanese
 * and Western menus. Where a format ends, as ① does, Word goes on in decimal.
 */
type Write = (value: number) => string;

const DIGITS = '〇一二三四五六七八九';

interface Numerals {
  readonly digits: string;
  readonly units: readonly string[];
  readonly myriad: string;
  /** What stands for one or more units left out within a number; '' where nothing does. */
  readonly zero: string;
  /** Whether a one is written before ten at the head of a number: 一十, 壹拾. */
  readonly isTenCounted: boolean;
  /** Whether a one is written before hundreds and thousands: 一百, against Japanese 百. */
  readonly isUnitCounted: boolean;
}

/** One to 9,999 in units. */
function belowMyriad(value: number, { digits, units, zero, isUnitCounted }: Numerals): string {
  let written = '';
  let skipped = false;
  for (let power = 3; power >= 0; power--) {
    const digit = Math.floor(value / 10 ** power) % 10;
    if (digit === 0) {
      skipped = written !== '';
      continue;
    }
    if (skipped) written += zero;
    skipped = false;
    written += digit === 1 && power > 0 && !isUnitCounted ? units[power] : digits[digit]! + units[power];
  }
  return written;
}

/** Numbers in units of ten; nothing from a million on, as Word. */
const counted =
  (numerals: Numerals): Write =>
  (value) => {
    if (value === 0) return numerals.digits[0]!;
    if (value >= 1_000_000) return '';
    const myriads = Math.floor(value / 10_000);
    const rest = value % 10_000;
    const head = myriads > 0 ? belowMyriad(myriads, numerals) + numerals.myriad : '';
    const gap = myriads > 0 && rest > 0 && rest < 1000 ? numerals.zero : '';
    const written = head + gap + (rest > 0 ? belowMyriad(rest, numerals) : '');
    const ten = numerals.digits[1]! + numerals.units[1]!;
    return !numerals.isTenCounted && written.startsWith(ten) ? written.slice(1) : written;
  };

/** Each decimal digit by one sign. */
const digitwise =
  (digits: string): Write =>
  (value) =>
    [...String(value)].map((digit) => digits[Number(digit)]).join('');

const decimal: Write = String;

/** Signs from one on, then decimal. */
const signs = (all: string): Write => {
  const list = [...all];
  return (value) => list[value - 1] ?? decimal(value);
};

/** Consecutive characters from one on, then decimal. */
const run =
  (first: string, count: number): Write =>
  (value) =>
    value >= 1 && value <= count ? String.fromCodePoint(first.codePointAt(0)! + value - 1) : decimal(value);

/** A…Z, AA, BB, … as Word repeats them. */
const letters =
  (first: string): Write =>
  (value) =>
    value < 1 || value > 780
      ? decimal(value)
      : String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26)).repeat(Math.ceil(value / 26));

const ROMAN = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

const roman: Write = (value) => {
  if (value > 32_767) return decimal(value);
  let rest = value;
  let written = '';
  for (const [worth, sign] of ROMAN) {
    written += sign.repeat(Math.floor(rest / worth));
    rest %= worth;
  }
  return written;
};

const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

const SIMPLIFIED: Numerals = {
  digits: DIGITS,
  units: ['', '十', '百', '千'],
  myriad: '万',
  zero: '〇',
  isTenCounted: false,
  isUnitCounted: true,
};
const TRADITIONAL: Numerals = { ...SIMPLIFIED, digits: '零一二三四五六七八九', myriad: '萬', zero: '零' };
const LEGAL: Numerals = {
  digits: '零壹贰叁肆伍陆柒捌玖',
  units: ['', '拾', '佰', '仟'],
  myriad: '万',
  zero: '零',
  isTenCounted: true,
  isUnitCounted: true,
};
const JAPANESE: Numerals = { ...SIMPLIFIED, zero: '', isUnitCounted: false };

const simplified = counted(SIMPLIFIED);
const traditional = counted(TRADITIONAL);
const ringed = digitwise('○一二三四五六七八九');
const plainDigits = digitwise(DIGITS);
const fullWidth = digitwise('０１２３４５６７８９');
const circled = run('①', 20);

const FORMATS: Readonly<Record<string, Write>> = {
  decimal,
  decimalHalfWidth: decimal,
  decimalZero: (value) => (value < 10 ? `0${value}` : decimal(value)),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: run('⑴', 20),
  decimalEnclosedFullstop: run('⒈', 20),
  numberInDash: (value) => `- ${value} -`,
  upperLetter: letters('A'),
  lowerLetter: letters('a'),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  chineseCounting: (value) => (value < 100 ? simplified(value) : ringed(value)),
  taiwaneseCounting: (value) => (value < 100 ? simplified(value) : ringed(value)),
  chineseCountingThousand: simplified,
  taiwaneseCountingThousand: traditional,
  chineseLegalSimplified: counted(LEGAL),
  ideographLegalTraditional: counted({
    ...LEGAL,
    digits: '零壹貳參肆伍陸柒捌玖',
    myriad: '萬',
  }),
  japaneseCounting: counted(JAPANESE),
  ideographDigital: plainDigits,
  japaneseDigitalTenThousand: plainDigits,
  taiwaneseDigital: ringed,
  ideographTraditional: signs(STEMS),
  ideographZodiac: signs(BRANCHES),
  ideographZodiacTraditional: (value) =>
    value >= 1 && value <= 60 ? STEMS[(value - 1) % 10]! + BRANCHES[(value - 1) % 12]! : decimal(value),
  ideographEnclosedCircle: run('㊀', 10),
  aiueo: signs('アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン'),
  iroha: signs('イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン'),
  none: () => '',
  bullet: () => '',
};

/** A number in a format; in decimal where the format is none that is known, or cannot write it. */
export const formatNumber = (value: number, format: string): string =>
  (value < 0 ? decimal : (FORMATS[format] ?? decimal))(value);
