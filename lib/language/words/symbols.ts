/** What each code unit is to the tagger. */
export const KIND = { han: 0, digit: 1, latin: 2, blank: 3, mark: 4 } as const;

const DIGITS = '0123456789０１２３４５６７８９';
/** Between two digits, and (a sign of percent) behind them, these belong to the number. */
export const INSIDE_NUMBER = '.．,';
export const BEHIND_NUMBER = '%％‰';

const kinds = new Uint8Array(0x10000).fill(KIND.mark);
const fill = (first: number, last: number, kind: number) => kinds.fill(kind, first, last + 1);
fill(0x3400, 0x9fff, KIND.han);
fill(0xf900, 0xfaff, KIND.han);
// Characters beyond the basic plane, a surrogate each, are written as Han characters are, if at all.
fill(0xd800, 0xdfff, KIND.han);
kinds['〇'.charCodeAt(0)] = KIND.han;
kinds['々'.charCodeAt(0)] = KIND.han;
fill(0x41, 0x5a, KIND.latin);
fill(0x61, 0x7a, KIND.latin);
fill(0xff21, 0xff3a, KIND.latin);
fill(0xff41, 0xff5a, KIND.latin);
fill(0xc0, 0x24f, KIND.latin);
fill(0x370, 0x4ff, KIND.latin);
for (const digit of DIGITS) kinds[digit.charCodeAt(0)] = KIND.digit;
for (const blank of ' \t\u3000\u00a0\u200b\u200c\u200d\ufeff\r\n') kinds[blank.charCodeAt(0)] = KIND.blank;

/** KIND of each code unit. */
export const kindOf: Uint8Array = kinds;

/** What a Han character is in numbers, bits. */
export const NUMERAL = { any: 1, digit: 2, unit: 4 } as const;
const numerals = new Uint8Array(0x10000);
for (const digit of '〇零一二三四五六七八九两壹贰叁肆伍陆柒捌玖貳參陸') {
  numerals[digit.charCodeAt(0)] = NUMERAL.any | NUMERAL.digit;
}
for (const unit of '十百千万亿拾佰仟萬億廿卅几数') numerals[unit.charCodeAt(0)] = NUMERAL.any | NUMERAL.unit;

/** Bits of NUMERAL of each code unit. */
export const numeralOf: Uint8Array = numerals;
