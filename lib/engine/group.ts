/** Issues of one cause: the same half-width comma in five places, a series numbered 1、2、3、. They are dealt with together. */
import type { Fix, Issue } from './types.ts';

/** The issues that share the given one's cause, itself included, in their order. */
export const groupOf = <T extends Issue>(issue: T, issues: readonly T[]): readonly T[] =>
  issue.group === undefined ? [issue] : issues.filter(({ group }) => group === issue.group);

/** The issues without those that share the cause of an earlier one. */
export function onePerGroup<T extends Issue>(issues: readonly T[]): T[] {
  const seen = new Set<string>();
  return issues.filter(({ group }) => group === undefined || (!seen.has(group) && seen.add(group)));
}

/** Takes the group from issues that have turned out to be the only one of it. */
export function ungroupLone<T extends Issue>(issues: readonly T[]): T[] {
  const sizes = new Map<string, number>();
  for (const { group } of issues) if (group !== undefined) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return issues.map((issue) => {
    if (issue.group === undefined || sizes.get(issue.group)! > 1) return issue;
    const { group: _, ...alone } = issue;
    return alone as T;
  });
}

/** What the writer may choose for an issue: the certain fix, then the suggestions. Lowering a fix to a suggestion keeps its place. */
export const choicesOf = ({ fix, suggestions = [] }: Issue): readonly Fix[] => [
  ...(fix ? [fix] : []),
  ...suggestions.map((suggestion) => suggestion.fix),
];

/** Index in `choicesOf` of the certain fix, or of the suggestion of that index. */
export const choiceOf = ({ fix }: Issue, suggestion?: number): number =>
  suggestion === undefined ? 0 : suggestion + (fix ? 1 : 0);
