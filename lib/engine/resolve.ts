import type { Range } from '../document/types.ts';
import type { Issue } from './types.ts';
import { SEVERITIES } from './types.ts';

const lengthOf = ([start, end]: Range) => end - start;
const overlapOf = (a: Range, b: Range) => Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
const offersEdit = ({ fix, suggestions }: Issue) => fix !== undefined || (suggestions?.length ?? 0) > 0;

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

/**
 * Whether only one of two issues may stay: their certain fixes touch each other, or they speak of the same place and are of one
 * category or both offer a correction. Issues of structure compete by their fixes only: many things can be missing at
 * one spot. So do issues of one rule, which knows what it says.
 */
function compete(a: Issue, b: Issue): boolean {
  if (a.fix && b.fix && touchSameText(a.fix.range, b.fix.range)) return true;
  if (a.ruleId === b.ruleId || a.category === 'structure' || b.category === 'structure') return false;
  return markSamePlace(a.range, b.range) && (a.category === b.category || (offersEdit(a) && offersEdit(b)));
}

/**
 * Leaves one issue where several compete. The order: higher severity, then a certain fix before none, then the rule
 * listed first (a table of known mistakes says more than the language model), then the shorter range and the earlier place.
 * @param order position of each rule in the list of rules
 * @returns the remaining issues by place in the text
 */
export function resolveOverlaps<T extends Issue>(issues: readonly T[], order: ReadonlyMap<string, number>): T[] {
  const rank = (a: T, b: T) =>
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    Number(b.fix !== undefined) - Number(a.fix !== undefined) ||
    (order.get(a.ruleId) ?? 0) - (order.get(b.ruleId) ?? 0) ||
    lengthOf(a.range) - lengthOf(b.range) ||
    a.range[0] - b.range[0];
  const byPlace = [...issues].sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
  const dropped = new Set<T>();
  let open: T[] = [];
  for (const issue of byPlace) {
    open = open.filter(({ range }) => range[1] > issue.range[0] || range[0] === issue.range[0]);
    for (const other of open) {
      if (compete(issue, other)) dropped.add(rank(issue, other) < 0 ? other : issue);
    }
    open.push(issue);
  }
  return byPlace.filter((issue) => !dropped.has(issue));
}
