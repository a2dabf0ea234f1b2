import { partitionPoint } from '../../lib/document/search.ts';
import type { Range } from '../../lib/document/types.ts';
import type { Quantity } from '../../lib/vocabulary/quantities.ts';
import { isSameUnit } from './_figures.ts';

/** A total told in one measure of several, and its parts that do not make it. */
export interface Mismatch {
  readonly total: Quantity;
  readonly parts: readonly Quantity[];
}

const OF_WHICH = '其中';
/** Most measures that a total is told in at once: “6村、220户、840人”. */
const MOST_MEASURES = 3;
/** So many quantities behind 其中 are looked at. */
const MOST_BEHIND = 60;
/** Between the measures of one total or part: “120件、棉被80床”, and between the total and 其中. */
const WITHIN = /^[、]?[^，。；：、（）()\d]{0,8}$/;
const BEFORE_OF_WHICH = /^[^。；：、\d]{0,8}[，,（(：；。]\s*$/;
/** Groups that may overlap, and amounts that are no parts. */
const NOT_PARTS = /同比|上年|去年|增长|增加|减少|下降|平均|每[户人]|户均|人均|合计|共计|总计/;

/**
 * Totals in several measures whose parts, told in the same measures, do not add up: “14户52人，其中危房9户36人、旧房6户16人”. One measure
 * that does add up shows that the parts are all there are. Linear in the quantities of the sentence.
 * @param quantities of the sentence, in order; `range` is the sentence
 */
export function mismatchesIn(text: string, quantities: readonly Quantity[], range: Range): Mismatch[] {
  const found: Mismatch[] = [];
  for (let at = text.indexOf(OF_WHICH, range[0]); at !== -1 && at < range[1]; at = text.indexOf(OF_WHICH, at + 2)) {
    const next = partitionPoint(quantities.length, (index) => quantities[index]!.range[0] >= at);
    for (let measures = MOST_MEASURES; measures > 1; measures--) {
      const totals = quantities.slice(Math.max(0, next - measures), next);
      const groups = groupsOf(text, totals, measures, quantities.slice(next, next + MOST_BEHIND));
      if (groups.length < 2 || !isTotal(text, totals, at)) continue;
      const end = groups.at(-1)!.at(-1)!.range[1];
      if (!NOT_PARTS.test(text.slice(totals[0]!.range[0], end))) found.push(...compare(totals, groups));
      break;
    }
  }
  return found;
}

/** Whether the quantities stand together right before 其中, none of them rough. */
function isTotal(text: string, totals: readonly Quantity[], ofWhich: number): boolean {
  if (!BEFORE_OF_WHICH.test(text.slice(totals.at(-1)!.range[1], ofWhich))) return false;
  return totals.every(
    (total, index) =>
      !total.isVague && (index === 0 || WITHIN.test(text.slice(totals[index - 1]!.range[1], total.range[0]))),
  );
}

/** The parts behind: as often as the measures come again in the same order. */
function groupsOf(
  text: string,
  totals: readonly Quantity[],
  measures: number,
  behind: readonly Quantity[],
): Quantity[][] {
  const units = totals.map(({ unit }) => unit);
  if (totals.length < measures || new Set(units).size < measures || units.includes('')) return [];
  const groups: Quantity[][] = [];
  for (let from = 0; from + measures <= behind.length; from += measures) {
    const group = behind.slice(from, from + measures);
    const isGroup = group.every(
      ({ unit, isVague, range }, index) =>
        isSameUnit(unit, units[index]!) &&
        !isVague &&
        (index === 0 || WITHIN.test(text.slice(group[index - 1]!.range[1], range[0]))),
    );
    if (!isGroup) break;
    groups.push(group);
  }
  return groups;
}

function compare(totals: readonly Quantity[], groups: readonly Quantity[][]): Mismatch[] {
  const compared = totals.map((total, index) => {
    const parts = groups.map((group) => group[index]!);
    const sum = parts.reduce((all, { value }) => all + value, 0);
    const slack = parts.reduce((all, { rounding }) => all + rounding, total.rounding) + 1e-6;
    return { total, parts, agrees: Math.abs(sum - total.value) <= slack };
  });
  return compared.some(({ agrees }) => agrees) ? compared.filter(({ agrees }) => !agrees) : [];
}
