/** How figures, dates and units are written. */
import { atMatch, type Mistake, mentions, type Planter, pick, rangeOf } from './mistake.ts';

const MEASURE = '个|名|人次|人|次|户|件|项|场|期|份|台|套|家|公里|亩|篇|条|万元|亿元';

/** 走访户: the figure before a measure word is gone. */
export const figureGone: Planter = atMatch(
  new RegExp(`(?<=[\\u4E00-\\u9FFF])\\d+(?:\\.\\d+)?(?=${MEASURE})`, 'g'),
  () => '',
);
/** 20  年, 年3月: the figures of a year are gone, wholly or half. */
export const yearGone: Planter = atMatch(/\d{4}(?=年)/g, ([year], random) =>
  pick(['', '20  ', `${year.slice(0, 2)}`], random),
);
/** 12月日: the figure of a day is gone. */
export const dayGone: Planter = atMatch(/(?<=\d月)\d{1,2}(?=日)/g, () => '');
/** 12。5%. */
export const stopForPoint: Planter = atMatch(/(?<=\d)\.(?=\d)/g, (_, random) => pick(['。', '，', '．'], random));
/** 3..2万. */
export const doubledPoint: Planter = atMatch(/(?<=\d)\.(?=\d)/g, () => '..');
/** 1 2.5: a blank inside a figure. */
export const blankInFigure: Planter = atMatch(/(?<=\d)(?=\d(?:\d|\.|%|个|名|人|万))/g, () => ' ');
/** 124,00. */
export const thousandsMark: Planter = atMatch(
  /(?<![\d.])\d{4,6}(?=[个名人次户件项元份])/g,
  ([figure]) => `${figure.slice(0, -2)},${figure.slice(-2)}`,
);
/** 3%个点. */
export const percentAndPoint: Planter = atMatch(/个百分点/g, (_, random) =>
  pick(['%个点', '%个百分点', '个百分点%'], random),
);
/** 3.5%%. */
export const doubledPercent: Planter = atMatch(/(?<=\d)%/g, () => '%%');
/** The sign of per cent is gone. */
export const percentGone: Planter = atMatch(/(?<=(?:率|增长|下降|提高|达到?|为|比)\d{1,3}(?:\.\d+)?)%/g, () => '');
/** 45万万元. */
export const doubledMagnitude: Planter = atMatch(/(?<=\d)[万亿]/g, ([magnitude]) => magnitude.repeat(2));
/** 45万 for 45万元: the unit is gone. */
export const currencyGone: Planter = atMatch(/(?<=\d[万亿])元/g, () => '');
/** 45元万. */
export const currencyExchanged: Planter = atMatch(/(?<=\d)([万亿])元/g, ([, magnitude]) => `元${magnitude}`);
/** 〔25〕36号. */
export const documentYear: Planter = atMatch(/〔20(\d\d)〕/g, ([, year]) => `〔${year}〕`);
/** [2025]36号, （2025）36号. */
export const documentBracket: Planter = atMatch(/〔(\d{4})〕/g, ([, year], random) =>
  pick([`[${year}]`, `（${year}）`, `【${year}】`, `〔${year}]`], random),
);
/** 〔2025〕第8号, 〔2025〕08号. */
export const documentSerial: Planter = atMatch(/(?<=〔\d{4}〕)(\d+)号/g, ([, serial], random) =>
  pick([`第${serial}号`, `0${serial}号`, `${serial}`], random),
);
/** 26年工作打算. */
export const shortYear: Planter = atMatch(/20(\d\d)(?=年)/g, ([, year]) => year);
/** 20255年. */
export const doubledDigit: Planter = atMatch(/(20\d)(\d)(?=年)/g, ([, head, last]) => `${head}${last}${last}`);
/** 2205年: digits of a year exchanged. */
export const impossibleYear: Planter = atMatch(/20(\d)(\d)(?=年)/g, ([, a, b], random) =>
  pick([`2${a}0${b}`, `2${a}${b}0`, `02${a}${b}`], random),
);
/** 13月5日, 4月31日. */
export const impossibleDate: Planter = atMatch(/(?<!\d)(\d{1,2})月(\d{1,2})日/g, ([, month, day], random) =>
  pick([`${month}月32日`, `13月${day}日`, '2月30日'], random),
);
/** 25时, 14时75分. */
export const impossibleTime: Planter = atMatch(
  /\d{1,2}(?:时|:\d\d|：\d\d)(?:\d{1,2}分)?/g,
  (match): Mistake => ({
    range: rangeOf(match),
    text: match[0].replace(/^\d+/, '25'),
  }),
);
/** 上午15时. */
export const afternoonAsMorning: Planter = atMatch(/上午(\d{1,2})(?=[时:：点])/g, () => '上午15');
/** 二0二五年, 2０25: digits of two scripts in one number. */
export const mixedDigits: Planter = atMatch(/(?<!\d)20(\d\d)(?=年)/g, ([, rest], random) =>
  pick([`2〇${rest}`, `二0${rest}`, `2０${rest}`], random),
);
/** 2O25年: a letter for a digit. */
export const letterForDigit: Planter = atMatch(/(?<!\d)(\d*)[01](\d*)(?=[年个名人次户件项万%])/g, ([whole]) =>
  whole.length < 2 ? undefined : whole.includes('0') ? whole.replace('0', 'O') : whole.replace('1', 'l'),
);
/** １２个: full-width digits at one place. */
export const fullWidthDigits: Planter = atMatch(new RegExp(`(?<![\\d.])\\d+(?=${MEASURE})`, 'g'), ([figure]) =>
  [...figure].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(''),
);
/** 3十个, 1百20户: two ways of writing a number mixed. */
export const mixedNumeral: Planter = atMatch(
  new RegExp(`(?<![\\d.])(\\d)(\\d)(?=${MEASURE})`, 'g'),
  ([, tens, ones]) => `${tens}十${ones === '0' ? '' : ones}`,
);
/** 二个单位. */
export const twoWritten: Planter = atMatch(/两(?=[个名次项家份件])/g, () => '二');
/** 5—3人: a range turned. */
export const turnedRange: Planter = atMatch(
  /(?<![\d.])(\d{1,4})([月年人个时名%]?)(至|—|～)(\d{1,4})(?=([月年人个时名%]))/g,
  ({ 0: whole, 1: low, 2: unit, 3: sign, 4: high, 5: unitBehind, index }): Mistake | undefined => {
    if (Number(low) >= Number(high) || (unit !== '' && unit !== unitBehind)) return undefined;
    return { range: [index, index + whole.length], text: `${high}${unit}${sign}${low}` };
  },
);
/** 10KV, 5KW, 3KM: the case of a unit. */
export const unitCase: Planter = atMatch(/(?<=\d)(kV|kW|km|kg|MW|mm|cm)(?![A-Za-z])/g, ([unit]) =>
  unit === 'mm' || unit === 'cm' ? unit.toUpperCase() : unit === 'MW' ? 'mw' : unit.toUpperCase(),
);
const SYMBOLS: Readonly<Record<string, string>> = {
  公里: 'km',
  平方米: '㎡',
  公斤: 'kg',
  千瓦时: 'kWh',
  毫米: 'mm',
  米: 'm',
};
/** km beside 公里. */
export const mixedUnits: Planter = atMatch(/(?<=\d)(公里|平方米|公斤|千瓦时|毫米|米)/g, ([unit], _, { text }) =>
  mentions(text, unit).length > 1 ? SYMBOLS[unit] : undefined,
);
/** The unit behind a measure is gone: 长12，宽…. */
export const unitGone: Planter = atMatch(/(?<=\d)(?:公里|平方米|公斤|千瓦时|毫米|亩|吨)/g, () => '');
/** 2025年年: a measure of time twice. */
export const doubledTimeUnit: Planter = atMatch(/(?<=\d)[年月日](?!年)/g, ([unit]) => unit.repeat(2));
/** 5月3 with the 日 gone. */
export const dayUnitGone: Planter = atMatch(/(?<=\d月\d{1,2})日/g, () => '');
/** 约40人左右. */
export const approximateTwice: Planter = atMatch(
  new RegExp(`(?<=[\\u4E00-\\u9FFF])(?<![约近第超])(\\d+)(${MEASURE})(?![\\d以左多余])`, 'g'),
  ([, figure, measure]) => `约${figure}${measure}左右`,
);
/** 下降了2倍. */
export const fallByTimes: Planter = atMatch(
  /(?<=(?:下降|减少|降低)了?)\d+(?:\.\d+)?%/g,
  (_, random) => `${pick(['1', '2', '1.5'], random)}倍`,
);
/** 三、四天: a pause mark inside an approximate number. */
export const pauseInApproximation: Planter = atMatch(
  /(?<![第〇零百千万亿十])([一二三四五六七八])(?=[个天次人年名])/g,
  ([numeral]) => {
    const numerals = '一二三四五六七八九';
    return `${numeral}、${numerals[numerals.indexOf(numeral) + 1]}`;
  },
);
/** A telephone number with a digit too few. */
export const phoneDigitGone: Planter = atMatch(/(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}[—-]\d{7,8})(?!\d)/g, ([number]) =>
  number.slice(0, -1),
);
/** 08 for 0.8: the point is gone. */
export const pointGone: Planter = atMatch(/(?<![\d.])0\.(?=\d)/g, () => '0');
/** 2025年0月. */
export const zeroMonth: Planter = atMatch(/(?<=\d年)\d{1,2}(?=月)/g, () => '0');
/** 05个. */
export const leadingZero: Planter = atMatch(
  /(?<![\d.年月〕—至第])\d(?=[个名户件项场期份台])/g,
  ([digit]) => `0${digit}`,
);
/** 2025年1月至2024年12月: a period that ends before it begins. */
export const periodBackwards: Planter = atMatch(
  /(20\d\d)年(\d{1,2}月)?(\d{1,2}日)?至(20\d\d)年/g,
  (match, random): Mistake => {
    const end = match.index + match[0].length;
    const wrong = String(Number(match[1]) - 1 - Math.floor(random() * 3));
    return { range: [end - 5, end - 1], text: wrong, alsoAt: [rangeOf(match)] };
  },
);
