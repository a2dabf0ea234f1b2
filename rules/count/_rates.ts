import { allMatches } from '../../lib/document/matches.ts';
import type { Paragraph, Range } from '../../lib/document/types.ts';
import type { RuleContext } from '../../lib/engine/types.ts';
import { decimalsOf } from '../../lib/vocabulary/numbers.ts';
import { type Rate, rates } from '../../lib/vocabulary/rates.ts';
import { quantitiesOf, quantitiesWithin, quotientBetween, writtenSlack } from '../_quantities.ts';
import { type Figure, isSameUnit, withLabels } from './_figures.ts';

/** “率达到98.5%”: the words before it say which rate. */
const TOLD =
  /率(?:已|均|仅|也|就)?(?:达到?了?|为|是|只有|仅为|高达|提高到|提升到)?\s?(\d+(?:\.\d+)?)[%％](?![以左上])/g;
/** What may follow the rate's own word: “整改完成率”, “整改到位率”. */
const DONE = /(?:完成|到位|成功)$/;
/** How far before 率 its words are looked for, and its figures (UTF-16 units). */
const NAME_REACH = 14;
const REACH = 120;
/** As many figures before a rate are looked at. */
const MOST_FIGURES = 8;

/** “五个”, “两项” mostly point out rather than count. */
const FEWEST_IN_CHINESE = 10;
/** What ends the stretch in which a rate has its figures. */
const STRETCH_END = /[。；！？\n]/;
/** Words before a rate's own that say nothing of which part it is. */
const GENERAL = /^(?:总体?|综合|整体|全部|全年|目前|现|其|按期|及时|实际|本次|此次|今年|到期|已|故|使|其中)*/;
/** Figures from elsewhere. */
const ELSEWHERE = /累计|同比|去年|上年|平均|分别|以来|另|较|其他/;
/** What was to be done may carry the rate's own word: “应参保3200人”. */
const PLANNED = /应|需|拟|待|计划|任务|目标|指标|预算|预计|总/;
const NOT = '(?:未能?|尚?未|没有?|不|无|非)(?:完成|按期|及时|能)?';
/** “应到120人，实到114人”: the same verb, asked and done. */
const DUE = /应(\p{Script=Han})/u;

interface ToldRate {
  readonly word: string;
  readonly rate: Rate;
  /** Words before the rate's own, up to the pause: “重大隐患” of “重大隐患整改率”. */
  readonly before: string;
  readonly digits: string;
  readonly range: Range;
}

const PAUSE = /[，、；：。！？（）()“”\s,;:]/;

/** The rate's word, from what stands before 率 up to a pause. */
function readWord(name: string): { word: string; before: string } | undefined {
  const bare = name.replace(DONE, '');
  for (const words of bare === name ? [name] : [bare, name]) {
    const known = [3, 2].map((length) => words.slice(-length)).find((word) => rates.has(word));
    if (known) return { word: known, before: words.slice(0, -known.length) };
  }
  return /\p{Script=Han}{2}$/u.test(bare) ? { word: bare.slice(-2), before: bare.slice(0, -2) } : undefined;
}

function toldRates(text: string): ToldRate[] {
  return allMatches(text, TOLD).flatMap((match) => {
    let from = match.index;
    while (from > Math.max(0, match.index - NAME_REACH) && !PAUSE.test(text[from - 1]!)) from--;
    const name = text.slice(from, match.index);
    const read = readWord(name);
    if (!read) return [];
    return [
      {
        word: read.word,
        rate: rates.get(read.word) ?? { parts: [read.word], most: undefined },
        before: read.before.replace(GENERAL, ''),
        digits: match[1]!,
        range: [from + name.lastIndexOf(read.word), match.index + match[0].length] as const,
      },
    ];
  });
}

const wordsOf = ({ label, tail }: Figure) => `${label}|${tail}`;

/** Whether a figure is told as the part that a rate gives: 'done', or what is left over: 'not'. */
function partOf(figure: Figure, whole: Figure, { word, rate }: ToldRate): 'done' | 'not' | undefined {
  const words = wordsOf(figure);
  if (new RegExp(`${NOT}(?:${rate.parts.join('|')})`).test(words)) return 'not';
  if (rate.parts.some((part) => words.includes(part))) return 'done';
  const due = DUE.exec(whole.label)?.[1];
  return due && words.includes(`实${due}`) && (word.includes(due) || rate.parts.some((part) => part.startsWith('实')))
    ? 'done'
    : undefined;
}

interface Share {
  readonly part: Figure;
  readonly whole: Figure;
  /** Between what the share lies, in percent. */
  readonly between: readonly [number, number];
}

function shareOf(part: Figure, whole: Figure, isRest: boolean): Share {
  const [least, most] = quotientBetween([part.value, part.rounding], [whole.value, whole.rounding]);
  return { part, whole, between: isRest ? [100 - 100 * most, 100 - 100 * least] : [100 * least, 100 * most] };
}

const fits = ({ between: [least, most] }: Share, digits: string) =>
  Number(digits) >= least - writtenSlack(digits) && Number(digits) <= most + writtenSlack(digits);

/** Whether `whole` can be the whole of what the rate is told of. */
function isWhole(whole: Figure, part: Figure, told: ToldRate): boolean {
  const words = wordsOf(whole);
  if (!isSameUnit(whole.unit, part.unit || whole.unit) || whole.unit === '') return false;
  if (whole.script === 'chinese' && whole.value < FEWEST_IN_CHINESE) return false;
  return !told.rate.parts.some((word) => words.includes(word)) || PLANNED.test(whole.label);
}

/** Part and whole among the figures: the last part that is told as the rate's, and the nearest whole before it. */
function findShare(figures: readonly Figure[], told: ToldRate): Share | undefined {
  for (let at = figures.length - 1; at > 0; at--) {
    const part = figures[at]!;
    const whole = figures.slice(0, at).findLast((figure) => isSameUnit(figure.unit, part.unit || figure.unit));
    const kind = whole && isWhole(whole, part, told) ? partOf(part, whole, told) : undefined;
    if (whole && kind) return shareOf(part, whole, kind === 'not');
  }
  return undefined;
}

/** Whether any two of the figures give the rate, whatever they are told as. */
const anyFits = (figures: readonly Figure[], digits: string) =>
  figures.some((part) =>
    figures.some(
      (whole) =>
        whole !== part &&
        whole.value >= part.value &&
        (fits(shareOf(part, whole, false), digits) || fits(shareOf(part, whole, true), digits)),
    ),
  );

/** Whether the parts behind the whole give the rate together: “当场整改25处，限期整改5处”. */
function sumFits(figures: readonly Figure[], whole: Figure, digits: string): boolean {
  const parts = figures.slice(figures.indexOf(whole) + 1).filter(({ unit }) => isSameUnit(unit, whole.unit));
  let value = 0;
  return parts.some((part) => {
    value += part.value;
    return value <= whole.value && fits(shareOf({ ...part, value }, whole, false), digits);
  });
}

/** The stretch around a place that no full stop or semicolon parts. */
function stretchAround(text: string, [start, end]: Range): Range {
  let from = start;
  while (from > Math.max(0, start - REACH) && !STRETCH_END.test(text[from - 1]!)) from--;
  let to = end;
  while (to < Math.min(text.length, end + REACH) && !STRETCH_END.test(text[to]!)) to++;
  return [from, to];
}

/** Rates that the two figures beside them do not give: “应到120人，实到114人，到会率90%”. */
export function checkRates(paragraph: Paragraph, context: RuleContext<'rate', 'figures'>): void {
  const { text } = paragraph;
  const counted = quantitiesOf(paragraph).filter(({ kind }) => kind !== 'percent' && kind !== 'multiple');
  if (counted.length < 2) return;
  for (const told of toldRates(text)) {
    const stretch = stretchAround(text, told.range);
    const figuresIn = (range: Range) => withLabels(text, quantitiesWithin(counted, range), range);
    const before = figuresIn([stretch[0], told.range[0]]).slice(-MOST_FIGURES);
    // “出勤率85%：应出勤50人，实际出勤45人”
    const figures = before.length > 0 ? before : figuresIn([told.range[1], stretch[1]]).slice(0, 2);
    const share = findShare(figures, told);
    if (!share) continue;
    const { part, whole } = share;
    const between = text.slice(Math.min(whole.range[0] - whole.label.length, told.range[0]), told.range[0]);
    if (part.isVague || whole.isVague || ELSEWHERE.test(between) || whole.value <= whole.rounding) continue;
    if (part.value > whole.value && (told.rate.most === 100 || !PLANNED.test(whole.label))) continue;
    if (told.before !== '' && !wordsOf(whole).includes(told.before) && !wordsOf(part).includes(told.before)) continue;
    if (fits(share, told.digits) || anyFits(figures, told.digits) || sumFits(figures, whole, told.digits)) continue;
    const exact = (share.between[0] + share.between[1]) / 2;
    const right = Number(exact.toFixed(Math.max(1, decimalsOf(told.digits))));
    const shown = (figure: Figure) => text.slice(...figure.number);
    context.report({
      range: told.range,
      message: 'rate',
      data: { part: shown(part), whole: shown(whole), right },
      suggestions: [text.slice(...told.range).replace(told.digits, String(right))],
      related: [{ range: [whole.range[0], part.range[1]], message: 'figures' }],
    });
  }
}
