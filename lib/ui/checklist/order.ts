import { CATEGORIES, type Category } from '../../engine/types.ts';
import type { ChecklistIssue } from '../../protocol/messages.ts';

/** A row of the list: an issue, or the first of several with one cause. Equal findings share a key, so the list counts them. */
export interface ListedIssue extends ChecklistIssue {
  readonly id: string;
  /** The issue and the others of its group, by place. */
  readonly places: readonly ChecklistIssue[];
}

export interface IssueGroup {
  readonly category: Category;
  readonly issues: readonly ListedIssue[];
}

/** The issues by category, in the order of CATEGORIES; within one, by place. */
export function groupIssues(issues: readonly ChecklistIssue[]): readonly IssueGroup[] {
  const seen = new Map<string, number>();
  const places = new Map<string, ChecklistIssue[]>();
  const groups = new Map<Category, ListedIssue[]>();
  for (const issue of issues) {
    const known = issue.group === undefined ? undefined : places.get(issue.group);
    if (known) {
      known.push(issue);
      continue;
    }
    const own = [issue];
    if (issue.group !== undefined) places.set(issue.group, own);
    const count = seen.get(issue.key) ?? 0;
    seen.set(issue.key, count + 1);
    const group = groups.get(issue.category);
    const listed = { ...issue, id: issue.group ?? `${issue.key} ${count}`, places: own };
    if (group) group.push(listed);
    else groups.set(issue.category, [listed]);
  }
  return CATEGORIES.flatMap((category) => {
    const group = groups.get(category);
    return group ? [{ category, issues: group }] : [];
  });
}

/**
 * What is selected when the list has changed: the same issue, else the one that stands in its place, else the last. So
 * whoever fixes one issue after the other stays where they are. An issue beside a fix has a new id, since the words
 * around it have changed: places are counted from the nearest that are the same before and after.
 */
export function keepSelection(
  selected: string | undefined,
  before: readonly string[],
  after: readonly string[],
): string | undefined {
  const places = new Map(after.map((id, index) => [id, index]));
  if (selected !== undefined && places.has(selected)) return selected;
  const at = selected === undefined ? -1 : before.indexOf(selected);
  if (at === -1) return after[0];
  const lastKept = before.slice(0, at).findLastIndex((id) => places.has(id));
  const nextKept = before.slice(at + 1).find((id) => places.has(id));
  const first = lastKept === -1 ? 0 : places.get(before[lastKept]!)! + 1;
  const last = nextKept === undefined ? after.length - 1 : places.get(nextKept)!;
  return after[Math.min(first + at - lastKept - 1, last)];
}
