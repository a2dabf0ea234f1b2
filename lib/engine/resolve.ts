import { spliceBetween } from '../document/splice.ts';
import type { Range } from '../document/types.ts';
import type { Fix, Issue } from './types.ts';
import { SEVERITIES } from './types.ts';

const lengthOf = ([start, end]: Range) => end - start;
const overlapOf = (a: Range, b: Range) => Math.min(a[1], b[1]) - Math.max(a[0], b[0]);

/** Ranges that share at least half of the longer one. A doubled word in a repeated sentence is another place than it. */
function markSamePlace(a: Range, b: Range): boolean {
  const longer = Math.max(lengthOf(a), lengthOf(b));
  return longer === 0 ? a[0] === b[0] : overlapOf(a, b) * 2 >= longer;
}

/** Whether two edits change the same text; an insertion strictly inside what the other replaces does, though it is empty. */
function touchSameText(a: Range, b: Range): boolean {
  const isInside = (place: Range, whole: Range) => lengthOf(place) === 0 && whole[0] < place[0] && place[0] < whole[1];
  return overlapOf(a, b) > 0 || isInside(a, b) || isInside(b, a);
}

/** What an edit really changes: 步 in 按步就班 → 按部就班. */
function changedRange(text: string, { range: [start, end], text: replacement }: Fix): Range {
  const splice = spliceBetween(text.slice(start, end), replacement);
  return splice ? [start + splice.start, start + splice.start + splice.deleted] : [end, end];
}

/** An issue and the range that its correction changes, undefined where it offers none. */
interface Contender<T extends Issue> {
  readonly issue: T;
  readonly changed: Range | undefined;
}

/**
 * Whether only one of two issues may stay: their certain fixes touch each other, or they are not of structure and would
 * change the same characters, or they speak of the same place and are of one category. Issues of structure compete by their
 * fixes only: many things can be missing at one spot. So do issues of one rule, which knows what it says.
 */
function compete(one: Contender<Issue>, other: Contender<Issue>): boolean {
  const [a, b] = [one.issue, other.issue];
  if (a.fix && b.fix && touchSameText(a.fix.range, b.fix.range)) return true;
  if (a.ruleId === b.ruleId || a.category === 'structure' || b.category === 'structure') return false;
  if (one.changed && other.changed && markSamePlace(one.changed, other.changed)) return true;
  const bothEdit = one.changed !== undefined && other.changed !== undefined;
  return markSamePlace(a.range, b.range) && (a.category === b.category || bothEdit);
}

/**
 * Leaves one issue where several compete. The order: higher severity, then a certain fix before none, then the rule
 * listed first (a table of known mistakes says more than the language model), then the shorter range and the earlier place.
 * @param order position of each rule in the list of rules
 * @param text what was checked
 * @returns the remaining issues by place in the text
 */
export function resolveOverlaps<T extends Issue>(
  issues: readonly T[],
  order: ReadonlyMap<string, number>,
  text: string,
): T[] {
  const rank = (a: T, b: T) =>
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    Number(b.fix !== undefined) - Number(a.fix !== undefined) ||
    (order.get(a.ruleId) ?? 0) - (order.get(b.ruleId) ?? 0) ||
    lengthOf(a.range) - lengthOf(b.range) ||
    a.range[0] - b.range[0];
  const byPlace = [...issues].sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
  const dropped = new Set<T>();
  let open: Contender<T>[] = [];
  for (const issue of byPlace) {
    const edit = issue.fix ?? issue.suggestions?.[0]?.fix;
    const contender = { issue, changed: edit && changedRange(text, edit) };
    open = open.filter(({ issue: { range } }) => range[1] > issue.range[0] || range[0] === issue.range[0]);
    for (const other of open) {
      if (compete(contender, other)) dropped.add(rank(issue, other.issue) < 0 ? other.issue : issue);
    }
    open.push(contender);
  }
  return byPlace.filter((issue) => !dropped.has(issue));
}
