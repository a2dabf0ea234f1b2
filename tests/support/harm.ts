import type { Range } from '../../lib/document/types.ts';
import type { Checker } from '../../lib/engine/checker.ts';
import { applyFixes, groupFixes } from '../../lib/engine/fix.ts';
import { groupOf, onePerGroup } from '../../lib/engine/group.ts';
import type { Fix, KeyedIssue } from '../../lib/engine/types.ts';

/** A correction that brings a new fault, where it has changed the text. */
export interface Harm {
  readonly before: string;
  readonly issue: KeyedIssue;
  readonly after: string;
  readonly created: KeyedIssue;
}

/** What the fixes, in order, leave in their place: ranges of the text after them. */
function placesAfter(fixes: readonly Fix[]): Range[] {
  let shift = 0;
  return fixes.map(({ range: [start, end], text }) => {
    const place: Range = [start + shift, start + shift + text.length];
    shift += text.length - (end - start);
    return place;
  });
}

/** Where a range of the text is after the fixes; what they replace within it counts as a whole. */
function moved([start, end]: Range, fixes: readonly Fix[]): Range {
  let [from, to] = [start, end];
  let shift = 0;
  for (const { range, text } of fixes) {
    const change = text.length - (range[1] - range[0]);
    if (range[1] <= start) from += change;
    else if (range[0] < start) from = range[0] + shift;
    if (range[1] <= end) to += change;
    else if (range[0] < end) to = range[1] + shift + change;
    shift += change;
  }
  return [from, to];
}

/** Whether a range holds something of what a fix has written, or spans the place where it has taken something out. */
const holds = ([start, end]: Range, [from, to]: Range) =>
  from === to ? start < from && from < end : start < to && from < end;
const touch = (a: Range, b: Range) => a[0] <= b[1] && b[0] <= a[1];

/** Whether the rule, asked by itself, saw the fault before the fixes too. */
function wasThere(created: KeyedIssue, before: string, fixes: readonly Fix[], checkerOf: (ruleId: string) => Checker) {
  return checkerOf(created.ruleId)
    .check(before)
    .some(({ range }) => touch(moved(range, fixes), created.range));
}

/** What is offered in earnest: a hint's suggestions are for the writer to weigh. */
const isOffered = ({ severity, fix }: KeyedIssue) => severity !== 'hint' || fix !== undefined;

/**
 * Takes the first choice for each issue of a text by itself, a group at once, and tells of errors and warnings in what was
 * changed that the same rule did not report there before. A fault beside it stood there already, and has only come to light.
 */
export function harmIn(text: string, checker: Checker, checkerOf: (ruleId: string) => Checker): Harm[] {
  const session = checker.open();
  const issues = session.check(text);
  return onePerGroup(issues.filter(isOffered)).flatMap((issue) => {
    const fixes = groupFixes(groupOf(issue, issues), 0);
    if (fixes.length === 0) return [];
    const after = applyFixes(text, fixes);
    const places = placesAfter(fixes);
    return session
      .check(after)
      .filter(({ severity }) => severity !== 'hint')
      .filter(({ range }) => places.some((place) => holds(range, place)))
      .filter((created) => !wasThere(created, text, fixes, checkerOf))
      .map((created) => ({ before: text, issue, after, created }));
  });
}
