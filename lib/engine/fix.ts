import type { Checker } from './checker.ts';
import { choicesOf } from './group.ts';
import type { Fix, Issue } from './types.ts';

/** Applies edits that do not overlap. */
export function applyFixes(text: string, fixes: readonly Fix[]): string {
  const inOrder = [...fixes].sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
  let end = 0;
  let result = '';
  for (const fix of inOrder) {
    result += text.slice(end, fix.range[0]) + fix.text;
    end = fix.range[1];
  }
  return result + text.slice(end);
}

/** The fixes by place; of two that touch the same text, the first. */
export function apart(fixes: readonly Fix[]): Fix[] {
  let end = -1;
  return [...fixes]
    .sort((a, b) => a.range[0] - b.range[0])
    .filter(({ range }) => {
      if (range[0] < end || (range[0] === end && range[0] === range[1])) return false;
      end = range[1];
      return true;
    });
}

/** The certain fixes. What “fix all” applies, wherever it is asked for. */
export const certainFixes = (issues: readonly Issue[]): Fix[] => apart(issues.flatMap(({ fix }) => fix ?? []));

/** The same choice for all issues of a group: an index of `choicesOf`. */
export const groupFixes = (group: readonly Issue[], choice: number): Fix[] =>
  apart(group.flatMap((issue) => choicesOf(issue)[choice] ?? []));

/** A correction can bring another to light; this many rounds settle any honest text. */
const ROUNDS = 8;

/** Applies every certain fix until none is left. Returns the text and what remains to be said of it. */
export function fixAll(text: string, checker: Checker): { text: string; issues: readonly Issue[] } {
  let issues: readonly Issue[] = checker.check(text);
  for (let round = 0; round < ROUNDS; round++) {
    const fixes = certainFixes(issues);
    if (fixes.length === 0) break;
    text = applyFixes(text, fixes);
    issues = checker.check(text);
  }
  return { text, issues };
}
