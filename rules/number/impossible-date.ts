import { allMatches } from '../../lib/document/matches.ts';
import type { Paragraph, Range } from '../../lib/document/types.ts';
import { defineRule, perParagraph } from '../../lib/engine/rule.ts';
import type { Problem } from '../../lib/engine/types.ts';
import { daysIn, findDates, yearsOf } from './_dates.ts';

/** “4月12日至31日”: the second day is of the same month. */
const SAME_MONTH = /^(?:至|到|—|－|-|~|～|、)(\d{1,2})日/;
const TIME = /(?<=上午|下午|中午|晚上?|凌晨|早上|[日）)\s])(\d{1,2})(?:[:：](\d{2})(?!\d)|[时点](?:(\d{1,2})分)?)/g;
/** “定于25时”, an hour without minutes. */
const HOUR = /(?<=[日号午晚晨]|定于)(?:2[5-9]|[3-9]\d)时(?![间代限段长常而])/g;
/** The year that a sentence has named before a date, unless it then turns to another: “2025年度……次年2月”. */
const YEAR_BEFORE = /(?<!\d)(20\d{2})年(?!.{0,100}(?:\d{4}年|[次明翌来上去前]年))[^。！？\n]{0,100}$/;

/** How far before a date its year may stand (UTF-16 units). */
const REACH = 100;

interface Day {
  readonly year?: number;
  /** The year that the sentence names before. */
  readonly yearBefore?: number;
  readonly month: number;
  readonly day: number;
  readonly range: Range;
}

const isLeap = (year: number) => daysIn(2, year) === 29;

function readDays({ text }: Paragraph): Day[] {
  return findDates(text).flatMap(({ year, month, day, range }) => {
    if (day === undefined || daysIn(month) === 0) return [];
    const before =
      month === 2 && year === undefined ? YEAR_BEFORE.exec(text.slice(Math.max(0, range[0] - REACH), range[0])) : null;
    const known = {
      ...(year !== undefined && { year }),
      ...(before && { yearBefore: Number(before[1]) }),
      month,
    };
    const days: Day[] = [{ ...known, day, range }];
    const second = SAME_MONTH.exec(text.slice(range[1], range[1] + 8));
    if (second) {
      const end = range[1] + second[0].length;
      days.push({ ...known, day: Number(second[1]), range: [end - second[1]!.length - 1, end] });
    }
    return days;
  });
}

type Fault = 'month' | 'day' | 'february' | 'time';

/** Months and hours that there are not. */
function readMonthsAndTimes({ text }: Paragraph): Problem<Fault>[] {
  const problems: Problem<Fault>[] = [];
  for (const { year, month, day, range } of findDates(text)) {
    if (daysIn(month) > 0 || (day === undefined && year === undefined)) continue;
    problems.push({ range, message: 'month', data: { month } });
  }
  for (const match of allMatches(text, TIME)) {
    const minutes = match[2] ?? match[3];
    const isClock = match[2] === undefined || /[午晚晨早上]$/.test(text.slice(0, match.index));
    if (Number(match[1]) <= 24 && (minutes === undefined || Number(minutes) < 60)) continue;
    if (!isClock || (match[2] === undefined && match[3] === undefined)) continue;
    problems.push({ range: [match.index, match.index + match[0].length], message: 'time' });
  }
  for (const { 0: written, index } of allMatches(text, HOUR)) {
    problems.push({ range: [index, index + written.length], message: 'time' });
  }
  return problems;
}

/** Days that no year has, or that some have not; what else is wrong. */
const readParagraph = perParagraph((paragraph) => ({
  days: paragraph.text.includes('月')
    ? readDays(paragraph).filter(({ month, day }) => day === 0 || day > Math.min(daysIn(month), daysIn(month, 2001)))
    : [],
  others: /[月时点:：]/.test(paragraph.text) ? readMonthsAndTimes(paragraph) : [],
}));

/**
 * Last days that the month may have: of its own year, or of a February whose year is not written, of the years that may
 * be meant. What a document says of one year may lie in the one after or, where only the document names it, before.
 */
function lastDays({ year, yearBefore, month }: Day, ofDocument: ReadonlySet<number>): number[] {
  if (month !== 2 || year !== undefined) return [daysIn(month, year)];
  const years =
    yearBefore === undefined ? [...ofDocument].flatMap((one) => [one - 1, one, one + 1]) : [yearBefore, yearBefore + 1];
  if (years.length === 0) return [28, 29];
  return [...new Set(years.map((one) => (isLeap(one) ? 29 : 28)))].sort();
}

function problemOf(text: string, date: Day, ofDocument: ReadonlySet<number>): Problem<Fault> | undefined {
  const { year, month, day, range } = date;
  const lasts = lastDays(date, ofDocument);
  const last = lasts.at(-1)!;
  if (day > 0 && day <= last) return undefined;
  const written = text.slice(...range);
  const canReplace = /\d[日号]$/.test(written) && day > last;
  return {
    range,
    message: lasts.length > 1 ? 'february' : 'day',
    data: { month, last, day },
    // The year was not written beside it.
    ...(month === 2 && day === 29 && year === undefined && { severity: 'warning' }),
    ...(canReplace && { suggestions: lasts.map((one) => written.replace(/\d{1,3}(?=[日号]$)/, String(one))) }),
  };
}

/** Days and hours that no calendar and no clock has. */
export default defineRule({
  id: 'number/impossible-date',
  messages: { month: 'error', day: 'error', february: 'error', time: 'error' },
  scope: 'document',
  examples: [
    { wrong: '自查自纠（9月14日至⟦9月31日⟧）。', right: '自查自纠（9月14日至9月30日）。' },
    { wrong: '⟦2023年2月29日⟧召开会议。', right: '2023年2月28日召开会议。' },
    { wrong: '截至⟦2024年13月5日⟧。' },
    { wrong: '4月12日至⟦31日⟧集中整治。', right: '4月12日至30日集中整治。' },
    { wrong: '下午⟦15:75⟧在三楼开会。' },
    { wrong: '于⟦2月30日⟧前报送。', right: '于2月28日前报送。' },
    {
      wrong: '各科室：\n于⟦2月30日⟧前报送。\n园林所\n2026年1月9日',
      right: '各科室：\n于2月28日前报送。\n园林所\n2026年1月9日',
    },
    {
      wrong: '各科室：\n于⟦2月29日⟧前报送。\n园林所\n2026年1月9日',
      right: '各科室：\n于2月28日前报送。\n园林所\n2026年1月9日',
    },
    { wrong: '2026年计划于⟦2月29日⟧前报送。', right: '2026年计划于2月28日前报送。' },
    { wrong: '会议定于⟦25时⟧召开。' },
    { right: '会议定于24时召开，历时25时，至3月5日25时段结束。' },
    { right: '2024年2月29日召开会议，10月31日结束。' },
    { right: '于2月29日前报送。' },
    { right: '2023年度总结于2月29日前报送，2024年计划于2月29日前报送。' },
    { right: '2025年度考核结束，其中2024年的于2月29日办结。' },
    { right: '关于报送材料的通知\n各科室：\n于2月29日前报送。\n园林所\n2023年12月29日' },
    { right: '农历二月三十，正月十五。' },
    { right: '工期13个月，婴儿13月龄，比分15:75。' },
  ],
  check(document, context) {
    let years: ReadonlySet<number> | undefined;
    for (const { paragraph, start } of document.blocks) {
      const { days, others } = readParagraph(paragraph);
      const report = (problem: Problem<Fault>) =>
        context.report({ ...problem, range: [problem.range[0] + start, problem.range[1] + start] });
      others.forEach(report);
      for (const day of days) {
        years ??= yearsOf(document);
        const problem = problemOf(paragraph.text, day, years);
        if (problem) report(problem);
      }
    }
  },
});
