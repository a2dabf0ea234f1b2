import { expect, it } from 'vitest';
import { formatNumber } from '../../../lib/docx/number-format.ts';

/** What Word writes for 1, 2, 10, 11, 20, 21, 101, 110 and 1,001. */
const VALUES = [1, 2, 10, 11, 20, 21, 101, 110, 1001];

it.each([
  ['decimal', '1 2 10 11 20 21 101 110 1001'],
  ['decimalZero', '01 02 10 11 20 21 101 110 1001'],
  ['decimalFullWidth', '１ ２ １０ １１ ２０ ２１ １０１ １１０ １００１'],
  ['decimalEnclosedCircle', '① ② ⑩ ⑪ ⑳ 21 101 110 1001'],
  ['decimalEnclosedCircleChinese', '① ② ⑩ ⑪ ⑳ 21 101 110 1001'],
  ['decimalEnclosedParen', '⑴ ⑵ ⑽ ⑾ ⒇ 21 101 110 1001'],
  ['decimalEnclosedFullstop', '⒈ ⒉ ⒑ ⒒ ⒛ 21 101 110 1001'],
  ['chineseCounting', '一 二 十 十一 二十 二十一 一○一 一一○ 一○○一'],
  ['chineseCountingThousand', '一 二 十 十一 二十 二十一 一百〇一 一百一十 一千〇一'],
  ['taiwaneseCountingThousand', '一 二 十 十一 二十 二十一 一百零一 一百一十 一千零一'],
  ['chineseLegalSimplified', '壹 贰 壹拾 壹拾壹 贰拾 贰拾壹 壹佰零壹 壹佰壹拾 壹仟零壹'],
  ['japaneseCounting', '一 二 十 十一 二十 二十一 百一 百十 千一'],
  ['ideographDigital', '一 二 一〇 一一 二〇 二一 一〇一 一一〇 一〇〇一'],
  ['ideographTraditional', '甲 乙 癸 11 20 21 101 110 1001'],
  ['ideographZodiac', '子 丑 酉 戌 20 21 101 110 1001'],
  ['ideographZodiacTraditional', '甲子 乙丑 癸酉 甲戌 癸未 甲申 101 110 1001'],
  ['ideographEnclosedCircle', '㊀ ㊁ ㊉ 11 20 21 101 110 1001'],
  ['upperLetter', 'A B J K T U WWWW FFFFF 1001'],
  ['lowerLetter', 'a b j k t u wwww fffff 1001'],
  ['upperRoman', 'I II X XI XX XXI CI CX MI'],
  ['lowerRoman', 'i ii x xi xx xxi ci cx mi'],
  ['numberInDash', '- 1 - - 2 - - 10 - - 11 - - 20 - - 21 - - 101 - - 110 - - 1001 -'],
  ['none', '        '],
  ['aFormatOfTomorrow', '1 2 10 11 20 21 101 110 1001'],
])('%s', (format, expected) => {
  expect(VALUES.map((value) => formatNumber(value, format)).join(' ')).toBe(expected);
});

it.each([
  ['chineseCountingThousand', 10_000, '一万'],
  ['chineseCountingThousand', 10_101, '一万〇一百〇一'],
  ['chineseCountingThousand', 120_000, '十二万'],
  ['chineseCountingThousand', 1_000_000, ''],
  ['chineseCounting', 0, '〇'],
  ['chineseLegalSimplified', 100_010, '壹拾万零壹拾'],
  ['lowerRoman', 0, ''],
  ['upperLetter', 0, '0'],
  ['upperLetter', 1e9, '1000000000'],
  ['upperRoman', -5, '-5'],
])('%s of %d', (format, value, expected) => expect(formatNumber(value, format)).toBe(expected));
