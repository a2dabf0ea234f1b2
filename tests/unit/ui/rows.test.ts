import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Category } from '../../../lib/engine/types.ts';
import type { ChecklistIssue } from '../../../lib/protocol/messages.ts';
import { changesOf } from '../../../lib/ui/checklist/changes.ts';
import {
  comesFirst,
  countPlaces,
  FIRST_RULES,
  filterRows,
  rowsOf,
  sectionsOf,
} from '../../../lib/ui/checklist/rows.ts';
import { offsetsOf, rowsBetween } from '../../../lib/ui/checklist/windowing.ts';
import { rules } from '../../../rules/index.ts';

const issue = (category: Category, key: string, more: Partial<ChecklistIssue> = {}): ChecklistIssue => ({
  ruleId: `${category}/x`,
  category,
  severity: 'error',
  range: [0, 1],
  message: '',
  key,
  before: '',
  matched: '',
  after: '',
  ...more,
});

const ids = (sections: ReturnType<typeof sectionsOf>) =>
  sections.map(({ id, rows }) => [id, rows.map(({ key }) => key)]);

describe('rows', () => {
  const issues = [
    issue('punctuation', 'p', { range: [9, 10] }),
    issue('typo', 'a', { range: [5, 6] }),
    issue('placeholder', 'b', { range: [7, 8] }),
    issue('structure', 'm', { range: [1, 2], ruleId: 'structure/missing-part' }),
    issue('placeholder', 'h', { range: [3, 4], severity: 'hint' }),
  ];

  it('stand in the order of the text, what must be looked at before all else', () => {
    expect(ids(sectionsOf(rowsOf(issues), 'reading'))).toEqual([
      ['first', ['m', 'b']],
      ['text', ['h', 'a', 'p']],
    ]);
  });

  it('stand by category', () => {
    expect(ids(sectionsOf(rowsOf(issues), 'category'))).toEqual([
      ['first', ['m', 'b']],
      ['typo', ['a']],
      ['placeholder', ['h']],
      ['punctuation', ['p']],
    ]);
  });

  it('are one for all issues of one cause', () => {
    const same = (key: string) => issue('typo', key, { group: 'typo/x 布署' });
    const rows = rowsOf([same('a'), issue('typo', 'b'), same('c')]);
    expect(rows.map(({ id, places }) => [id, places.map(({ key }) => key)])).toEqual([
      ['typo/x 布署', ['a', 'c']],
      ['b 0', ['b']],
    ]);
    expect(countPlaces(rows)).toBe(3);
  });

  it('have an id each, whatever the issues are', () => {
    const some = fc.record({
      category: fc.constantFrom<Category>('typo', 'count'),
      key: fc.constantFrom('a', 'b', 'a 1'),
    });
    fc.assert(
      fc.property(fc.array(some), fc.constantFrom('reading' as const, 'category' as const), (list, order) => {
        const rows = rowsOf(list.map(({ category, key }) => issue(category, key)));
        expect(new Set(rows.map(({ id }) => id)).size).toBe(list.length);
        expect(sectionsOf(rows, order).flatMap((section) => section.rows)).toHaveLength(list.length);
      }),
    );
  });

  it('are found by level and by words', () => {
    const rows = rowsOf([
      issue('typo', 'a', { before: '落实', matched: '布署', message: '应为“部署”' }),
      issue('typo', 'b', { severity: 'hint', matched: 'KM' }),
      issue('typo', 'c', { group: 'g' }),
      issue('typo', 'd', { group: 'g', severity: 'warning', after: '第二处' }),
    ]);
    const keys = (filter: Parameters<typeof filterRows>[1]) => filterRows(rows, filter).map(({ key }) => key);
    expect(keys({ severity: 'hint', query: '' })).toEqual(['b']);
    expect(keys({ severity: 'warning', query: '' })).toEqual(['c']);
    expect(keys({ severity: undefined, query: ' 实布 ' })).toEqual(['a']);
    expect(keys({ severity: undefined, query: '部署' })).toEqual(['a']);
    expect(keys({ severity: undefined, query: 'km' })).toEqual(['b']);
    expect(keys({ severity: undefined, query: '第二' })).toEqual(['c']);
    expect(keys({ severity: 'error', query: '没有' })).toEqual([]);
  });

  it('come first by rules that there are', () => {
    const known = new Set<string>(rules.map(({ id }) => id));
    expect([...FIRST_RULES].filter((id) => !known.has(id))).toEqual([]);
    expect(comesFirst(issue('typo', 'a'))).toBe(false);
  });
});

describe('changes', () => {
  const wrong = (key: string, start: number, more: Partial<ChecklistIssue> = {}) => {
    const range = [start, start + 2] as const;
    return issue('typo', key, { range, matched: '布署', fix: { range, text: '部署' }, ...more });
  };
  const guess = (key: string, start: number, more: Partial<ChecklistIssue> = {}) => {
    const { fix, ...rest } = wrong(key, start);
    return { ...rest, suggestions: [{ message: '', fix: fix! }], ...more };
  };
  const listed = (issues: readonly ChecklistIssue[]) =>
    changesOf(rowsOf(issues)).map(({ certain, choices }) => [certain, choices]);

  it('put equal ones together, the certain before the guesses', () => {
    expect(listed([guess('g', 0), wrong('a', 10), wrong('b', 20), issue('count', 'no fix')])).toEqual([
      [
        true,
        [
          { key: 'a', start: 10 },
          { key: 'b', start: 20 },
        ],
      ],
      [false, [{ key: 'g', start: 0, suggestion: 0 }]],
    ]);
  });

  it('keep apart what differs', () => {
    const other = { fix: { range: [10, 12] as const, text: '步署' } };
    expect(listed([wrong('a', 0), wrong('b', 10, other), wrong('c', 20, { ruleId: 'typo/y' })])).toHaveLength(3);
  });

  it('make one of a group, whatever its words, and call it certain only if all of it is', () => {
    const series = [
      wrong('a', 0, { group: 'g', matched: '1、', fix: { range: [0, 2], text: '1.' } }),
      wrong('b', 10, { group: 'g', matched: '2、', fix: { range: [10, 12], text: '2.' } }),
    ];
    expect(listed(series)).toEqual([
      [
        true,
        [
          { key: 'a', start: 0 },
          { key: 'b', start: 10 },
        ],
      ],
    ]);
    expect(listed([...series, guess('c', 20, { group: 'g' })])).toEqual([
      [
        false,
        [
          { key: 'a', start: 0 },
          { key: 'b', start: 10 },
          { key: 'c', start: 20, suggestion: 0 },
        ],
      ],
    ]);
  });
});

describe('the rows that are drawn', () => {
  it('are those between two places', () => {
    const offsets = offsetsOf([10, 20, 30]);
    expect(offsets).toEqual([0, 10, 30, 60]);
    expect(rowsBetween(offsets, 0, 10)).toEqual([0, 2]);
    expect(rowsBetween(offsets, 12, 29)).toEqual([1, 2]);
    expect(rowsBetween(offsets, -50, 500)).toEqual([0, 3]);
    expect(rowsBetween(offsets, 60, 500)).toEqual([0, 0]);
    expect(rowsBetween(offsets, -50, 0)).toEqual([0, 0]);
    expect(rowsBetween([0], -50, 50)).toEqual([0, 0]);
  });

  it('cover all that is in sight', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 200 })),
        fc.integer({ min: -500, max: 5000 }),
        fc.integer({ min: 1, max: 900 }),
        (heights, top, height) => {
          const offsets = offsetsOf(heights);
          const [first, end] = rowsBetween(offsets, top, top + height);
          heights.forEach((_, index) => {
            const isSeen = offsets[index + 1]! > top && offsets[index]! < top + height;
            if (isSeen) expect(index >= first && index < end).toBe(true);
          });
        },
      ),
    );
  });
});
