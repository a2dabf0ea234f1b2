import { allMatches } from '../../lib/document/matches.ts';
import type { Paragraph, Range } from '../../lib/document/types.ts';
import type { RuleContext } from '../../lib/engine/types.ts';
import { FALL, RISE } from '../../lib/vocabulary/change-verbs.ts';
import { decimalsOf } from '../../lib/vocabulary/numbers.ts';
import { quantitiesOf, quantitiesWithin, quotientBetween, writtenSlack } from '../_quantities.ts';
import { type Figure, isSameUnit, withLabels } from './_figures.ts';

/** “同比增长12.5%”, “增幅达30%”: a growth told right behind a pause. */
const GROWTH = new RegExp(
  `[，、（](?:总体|整体|共|累计)?(?:同比|环比|[比较](?:上年同期|去年同期|上年|去年|上月|年初|前年|往年|同期))?(?:净|实现)?(?:(${RISE})|(${FALL}))(?:率|幅度|幅)?(?:了|为|达到?|高达)?(\\d+(?:\\.\\d+)?)[%％](?![以左上至～~—-])`,
  'g',
);
/** How far before a growth its figures may stand (UTF-16 units). */
const REACH = 100;
/** By how much a growth of rounded figures may be off: percentage points, and a share of itself. */
const LOOSE = { points: 1, share: 0.02 } as const;
const STRETCH_END = /[。；！？\n]/;

const YEAR = '(?:19|20)\\d{2}年';
const EARLIER = /去年|上年|上月|上季|上学期|上期|同期|年初|此前|之前|原来|原先|原有|往年|前年|过去|改造前|整治前|期初/;
const LATER =
  /今年|本年|本月|本季|本学期|本期|目前|现在|现有|现已|如今|当年|年末|年底|期末|(?:改造|整治|调整|优化|改革|实施)后/;
/** What a figure has come to, told without its period. */
const COME_TO = new RegExp(`(?:达到?|(?:${RISE}|${FALL})了?(?:到|至|为))$`);
const FROM = /[从由]/;
/** “100件增加到150件”: from the one figure to the other. */
const FROM_TO = new RegExp(
  `^了?(?:${RISE}|${FALL}|变|发展|扩)[了]?(?:到|至|为)?了?(?:${YEAR}|${EARLIER.source}|${LATER.source})?的?$`,
);
/** Between two figures that are each set against something else. */
const OTHER_COMPARISON = /[%％比较]|其中/;
/** Growth told at other prices, and figures of more than one period. */
const NOT_COMPARABLE = /可比|同口径|不变价|扣除|实际|生产总值|GDP|增加值|产值|分别|累计|以来|计划|目标|预计|力争/;
/** Growth may be that of the mean, or of what it is the mean of; “平均由12天缩短到3天” is one. */
const MEAN = /平均|年均|月均|日均/;

type Period = 'earlier' | 'later' | number;

const lastYear = (words: string) => {
  const year = words.match(new RegExp(`${YEAR}(?![至—－-])`, 'g'))?.at(-1);
  return year ? Number(year.slice(0, 4)) : undefined;
};

/** When a figure was, from the words before it. */
function periodOf({ label }: Figure, clause: string): Period | undefined {
  if (EARLIER.test(clause)) return LATER.test(clause) ? undefined : 'earlier';
  if (LATER.test(clause) || COME_TO.test(label)) return 'later';
  return lastYear(clause);
}

/** Whether `before` lies before `after` as far as the words say; undefined where they do not. */
function isEarlier(before: Period | undefined, after: Period | undefined): boolean | undefined {
  if (typeof before === 'number' && typeof after === 'number') return before === after ? undefined : before < after;
  if (before === 'earlier') return after === undefined || after === 'earlier' ? undefined : true;
  if (before === 'later') return after === 'earlier' ? false : undefined;
  if (typeof before === 'number') return after === 'later' ? true : after === 'earlier' ? false : undefined;
  // “销售3600万元，去年同期3000万元”: what is told without its period is of now.
  return after === 'earlier' ? false : undefined;
}

const PERIOD_WORDS = new RegExp(
  `${YEAR}|\\d{1,2}月|同期|全年|${EARLIER.source}|${LATER.source}|达到?|实现|完成|共|为|有|的|是|，`,
  'g',
);

/** Whether two figures are told of the same thing: one of them without a noun, or both with a common pair of characters. */
function isSameThing(a: string, b: string): boolean {
  const [first, second] = [a, b].map((label) => label.replace(PERIOD_WORDS, '')) as [string, string];
  if (first.length < 2 || second.length < 2) return true;
  for (let at = 0; at + 2 <= first.length; at++) if (second.includes(first.slice(at, at + 2))) return true;
  return false;
}

const isFromTo = (text: string, first: Figure, second: Figure) =>
  FROM.test(first.label) && FROM_TO.test(text.slice(first.range[1], second.range[0]));

/** The earlier and the later of two figures; undefined where it is not told. */
function inOrder(text: string, first: Figure, second: Figure, from: number): [Figure, Figure] | undefined {
  const between = text.slice(first.range[1], second.range[0]);
  if (isFromTo(text, first, second)) return [first, second];
  if (!/[，、（]/.test(between) || OTHER_COMPARISON.test(between)) return undefined;
  const isFirstEarlier = isEarlier(
    periodOf(first, text.slice(from, first.range[0])),
    periodOf(second, between + second.tail),
  );
  if (isFirstEarlier === undefined || !isSameThing(first.label, second.label)) return undefined;
  return isFirstEarlier ? [first, second] : [second, first];
}

/** Where the stretch before a place begins that no full stop or semicolon parts. */
function stretchBefore(text: string, end: number): number {
  let from = end;
  while (from > Math.max(0, end - REACH) && !STRETCH_END.test(text[from - 1]!)) from--;
  return from;
}

/** Growths that do not follow from the two figures right before them: “上年2000万元，今年2600万元，增长25%”. */
export function checkGrowths(
  paragraph: Paragraph,
  context: RuleContext<'growth' | 'not-risen' | 'not-fallen', 'recount'>,
): void {
  const { text } = paragraph;
  const growths = allMatches(text, GROWTH);
  if (growths.length === 0) return;
  const counted = quantitiesOf(paragraph).filter(({ kind, unit }) => kind !== 'percent' && unit !== '');
  for (const match of growths) {
    const [whole, rise, , digits] = match as unknown as [string, string | undefined, string | undefined, string];
    const from = stretchBefore(text, match.index);
    const stretch: Range = [from, match.index];
    const figures = withLabels(text, quantitiesWithin(counted, stretch), stretch);
    const [first, second] = figures.slice(-2);
    if (!first || !second || !isSameUnit(first.unit, second.unit)) continue;
    if (first.isVague || second.isVague || second.range[1] + second.tail.length !== match.index) continue;
    const words = text.slice(from, match.index + whole.length);
    if (NOT_COMPARABLE.test(words) || (MEAN.test(words) && !isFromTo(text, first, second))) continue;
    const [before, after] = inOrder(text, first, second, from) ?? [];
    if (!before || !after || before.value <= before.rounding || before.value === after.value) continue;
    // “由5.2万件增加到6件”: the magnitude may stand once for both.
    if (/[万亿]/.test(text.slice(...before.number)) !== /[万亿]/.test(text.slice(...after.number))) continue;
    const exact = (after.value / before.value - 1) * 100;
    // “8万”, without a fraction, is mostly meant as it stands.
    const isWhole = [before, after].every(({ number }) => !text.slice(...number).includes('.'));
    const looseness = isWhole && before.rounding > 0 ? LOOSE.points + LOOSE.share * Math.abs(exact) : 0;
    const [least, most] = isWhole
      ? [exact - looseness, exact + looseness]
      : (quotientBetween([after.value, after.rounding], [before.value, before.rounding]).map(
          (quotient) => 100 * (quotient - 1),
        ) as [number, number]);
    const end = match.index + whole.length;
    if (rise ? most < 0 : least > 0) {
      context.report({
        range: [first.range[0], end],
        message: rise ? 'not-risen' : 'not-fallen',
        data: { from: text.slice(...before.range), to: text.slice(...after.range) },
      });
      continue;
    }
    const told = Number(digits) * (rise ? 1 : -1);
    const slack = writtenSlack(digits);
    if (told >= least - slack && told <= most + slack) continue;
    const right = Number(Math.abs(exact).toFixed(Math.max(1, decimalsOf(digits))));
    context.report({
      range: [end - digits.length - 1, end],
      message: 'growth',
      data: { right },
      suggestions: [`${right}%`],
    });
  }
}
