import { expect, it } from 'vitest';
import { rules } from '../../../rules/index.ts';
import { PIECES } from '../../support/arbitrary.ts';
import { issuesOf } from '../../support/rule-tester.ts';

/** One endless line of each piece: where a regular expression or a loop is worse than linear, it shows here. */
const HOSTILE = [
  ...PIECES,
  '甲',
  '1',
  '.',
  ' ',
  '的',
  '共5项，其中',
  '（',
  '“甲”、',
  'a-',
  '通过',
  '坚持',
  '___',
  '……',
  '清河区',
  '略略一',
];
const LENGTH = 30_000;
/** Milliseconds: a linear rule needs some hundred even on a busy machine, a quadratic one half a minute. */
const LIMIT = 5000;

it.each(HOSTILE.map((piece) => [JSON.stringify(piece), piece]))(
  'no rule is slow on an endless line of %s',
  (_, piece) => {
    const text = piece.repeat(Math.ceil(LENGTH / piece.length));
    const slow = rules.flatMap((rule) => {
      const start = performance.now();
      issuesOf(rule, text);
      const time = performance.now() - start;
      return time > LIMIT ? [`${rule.id}: ${Math.round(time)} ms`] : [];
    });
    expect(slow).toEqual([]);
  },
);
