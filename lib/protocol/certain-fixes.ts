import type { Fix, Issue } from '../engine/types.ts';

/** The certain fixes, by place; of two that touch the same text, the first. */
export function certainFixes(issues: readonly Issue[]): Fix[] {
  const fixes = issues.flatMap(({ fix }) => (fix ? [fix] : [])).sort((a, b) => a.range[0] - b.range[0]);
  let end = -1;
  return fixes.filter(({ range }) => {
    if (range[0] < end || (range[0] === end && range[0] === range[1])) return false;
    end = range[1];
    return true;
  });
}
