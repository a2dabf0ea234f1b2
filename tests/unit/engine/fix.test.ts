import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certainFixes } from '../../../lib/engine/fix.ts';
import type { Issue } from '../../../lib/engine/types.ts';

const issue: Issue = { ruleId: 'typo/a', category: 'typo', severity: 'error', range: [0, 1], message: '错' };

describe('certainFixes', () => {
  const range = fc
    .tuple(fc.nat(30), fc.nat(4))
    .map(([start, length]): readonly [number, number] => [start, start + length]);

  it('never touch the same text', () => {
    fc.assert(
      fc.property(fc.array(range), (ranges) => {
        const issues = ranges.map((place): Issue => ({ ...issue, fix: { range: place, text: '' } }));
        const fixes = certainFixes(issues);
        fixes.slice(1).forEach((fix, index) => {
          expect(fix.range[0]).toBeGreaterThanOrEqual(fixes[index]!.range[1]);
        });
      }),
    );
  });
});
