import { describe, expect, it } from 'vitest';
import confusions from '../../../assets/lexicons/confusions.tsv';
import redundancies from '../../../assets/lexicons/redundancies.tsv';
import { SEVERITIES } from '../../../lib/engine/types.ts';
import { readTable } from '../../../lib/vocabulary/table.ts';
import redundancy from '../../../rules/repetition/redundancy.ts';
import confusion from '../../../rules/typo/confusion.ts';
import { issuesOf } from '../../support/rule-tester.ts';

describe.each([
  ['confusions', confusions, confusion],
  ['redundancies', redundancies, redundancy],
] as const)('%s.tsv', (_, table, rule) => {
  const rows = readTable(table);

  it('has whole rows', () => {
    for (const { wrong, right, condition, severity } of rows) {
      expect(wrong, wrong).toMatch(/^\p{Script=Han}+$/u);
      expect(right, wrong).toMatch(/^\p{Script=Han}+(?:\|\p{Script=Han}+)*$/u);
      expect(SEVERITIES, wrong).toContain(severity);
      expect(() => new RegExp(condition!, 'uy'), wrong).not.toThrow();
      if (condition) expect(condition, 'a condition speaks of its own word').toContain(wrong!.slice(0, 1));
    }
  });

  it('has no word twice under one condition', () => {
    const keys = rows.map(({ wrong, condition }) => `${wrong} ${condition}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('recommends nothing that it reports itself', () => {
    const contradictions = rows.flatMap(({ wrong, right }) =>
      right!.split('|').flatMap((words) => issuesOf(rule, words).map(() => `${wrong} → ${words}`)),
    );
    expect(contradictions).toEqual([]);
  });

  it('finds every word that has no condition', () => {
    const missed = rows.filter(({ wrong, condition }) => !condition && issuesOf(rule, wrong!).length === 0);
    expect(missed.map(({ wrong }) => wrong)).toEqual([]);
  });
});
