import { allMatches } from '../../lib/document/matches.ts';
import { parseNumeral } from '../../lib/document/numerals.ts';
import type { Document, Range } from '../../lib/document/types.ts';
import { perParagraph } from '../../lib/engine/rule.ts';

/** A date as written: “2024年3月15日”, “3月15日”, “九月十二日”. */
export interface WrittenDate {
  readonly year?: number;
  readonly month: number;
  readonly day?: number;
  readonly range: Range;
  readonly monthRange: Range;
  readonly dayRange?: Range;
  /** Chinese numerals, in which lunar dates are written too. */
  readonly isChinese: boolean;
}

const DATE =
  /(?<![\d.])(?:((?:19|20)\d{2})年)?(\d{1,2})月(?:(\d{1,2})[日号])?|(?:([一二][〇零○Ｏ０0Oo九一二三四五六七八]{3})年)([一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十]{1,3})日)?/g;

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days of a month; February has 29 where the year is unknown. 0 for no month. */
export function daysIn(month: number, year?: number): number {
  if (month === 2 && year !== undefined) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return DAYS[month - 1] ?? 0;
}

/** The dates of a text, in order. Linear. */
export function findDates(text: string): WrittenDate[] {
  return allMatches(text, DATE).map((match) => {
    const [whole, year, month, day, chineseYear, chineseMonth, chineseDay] = match;
    const end = match.index + whole.length;
    const dayText = day ?? chineseDay;
    const monthText = (month ?? chineseMonth)!;
    const afterYear = match.index + (chineseYear ?? year ?? '').length + (chineseYear || year ? 1 : 0);
    return {
      ...((year ?? chineseYear) && {
        year: year ? Number(year) : parseNumeral(chineseYear!.replace(/[零○Ｏ０0Oo]/g, '〇')),
      }),
      month: parseNumeral(monthText),
      ...(dayText && {
        day: parseNumeral(dayText),
        dayRange: [end - 1 - dayText.length, end - 1] as const,
      }),
      range: [match.index, end],
      monthRange: [afterYear, afterYear + monthText.length],
      isChinese: chineseMonth !== undefined,
    };
  });
}

/** The years that a paragraph speaks of. */
export const yearsIn = perParagraph(({ text }) => new Set((text.match(/(?<!\d)20\d{2}(?=年)/g) ?? []).map(Number)));

/** The years that a document speaks of. */
export const yearsOf = ({ blocks }: Document): ReadonlySet<number> =>
  new Set(blocks.flatMap(({ paragraph }) => [...yearsIn(paragraph)]));

/** 0 for Sunday … 6 for Saturday. */
export const weekdayOf = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDay();
