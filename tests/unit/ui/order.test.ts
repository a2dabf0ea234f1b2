import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Category } from '../../../lib/engine/types.ts';
import type { ChecklistIssue } from '../../../lib/protocol/messages.ts';
import { groupIssues, keepSelection } from '../../../lib/ui/checklist/order.ts';

const issue = (category: Category, key: string): ChecklistIssue => ({
  ruleId: `${category}/x`,
  category,
  severity: 'error',
  range: [0, 1],
  message: '',
  key,
  before: '',
  matched: '',
  after: '',
});

describe('groupIssues', () => {
  it('groups by category, keeps the order within one and tells equal issues apart', () => {
    const groups = groupIssues([
      issue('punctuation', 'p'),
      issue('typo', 'a'),
      issue('punctuation', 'q'),
      issue('typo', 'a'),
    ]);
    expect(groups.map(({ category, issues }) => [category, issues.map(({ id }) => id)])).toEqual([
      ['typo', ['a 0', 'a 1']],
      ['punctuation', ['p 0', 'q 0']],
    ]);
  });

  it('makes one row of the issues of one cause', () => {
    const same = (key: string) => ({ ...issue('typo', key), group: 'typo/x 布署' });
    const [group] = groupIssues([same('a'), issue('typo', 'b'), same('c')]);
    expect(group!.issues.map(({ id, places }) => [id, places.map(({ key }) => key)])).toEqual([
      ['typo/x 布署', ['a', 'c']],
      ['b 0', ['b']],
    ]);
  });

  it('gives every issue an id of its own', () => {
    const some = fc.record({
      category: fc.constantFrom<Category>('typo', 'count'),
      key: fc.constantFrom('a', 'b', 'a 1'),
    });
    fc.assert(
      fc.property(fc.array(some), (list) => {
        const groups = groupIssues(list.map(({ category, key }) => issue(category, key)));
        const ids = groups.flatMap(({ issues }) => issues.map(({ id }) => id));
        expect(ids).toHaveLength(list.length);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});

describe('keepSelection', () => {
  it('keeps what is still there', () => {
    expect(keepSelection('b', ['a', 'b', 'c'], ['c', 'b'])).toBe('b');
  });

  it('goes on to the next when the selected one has gone', () => {
    expect(keepSelection('b', ['a', 'b', 'c'], ['a', 'c'])).toBe('c');
    expect(keepSelection('a', ['a', 'b', 'c'], ['c'])).toBe('c');
  });

  it('goes back when there is none behind it', () => {
    expect(keepSelection('c', ['a', 'b', 'c'], ['a', 'b'])).toBe('b');
  });

  it('goes on to an issue beside the one that has gone, which a fix has given another id', () => {
    expect(keepSelection('a', ['a', 'b', 'c'], ['b2', 'c'])).toBe('b2');
    expect(keepSelection('b', ['a', 'b', 'c'], ['a2', 'c2'])).toBe('c2');
    expect(keepSelection('b', ['a', 'b', 'c', 'd'], ['a', 'c2', 'd'])).toBe('c2');
  });

  it('starts with the first', () => {
    expect(keepSelection(undefined, [], ['a', 'b'])).toBe('a');
    expect(keepSelection('x', ['a'], ['b'])).toBe('b');
    expect(keepSelection('a', ['a'], [])).toBeUndefined();
  });
});
