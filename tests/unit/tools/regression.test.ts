import { expect, it } from 'vitest';
import { ratiosOf, regressions } from '../../../tools/bench/regression.ts';

const timed = (...milliseconds: number[]) =>
  milliseconds.map((time, at) => ({ length: 1000 * 10 ** at, milliseconds: time }));
const figures = (first: number, edit: number) => ({ first: timed(1, first), edit: timed(1, edit), megabytes: 1 });

it('ratios are of the longest text', () => {
  const ratios = ratiosOf({ rules: figures(200, 4), model: figures(600, 6), zhlint: figures(100, 0) });
  expect(ratios).toEqual({
    'rules / zhlint': 2,
    'model / rules': 3,
    'edit / first, rules': 0.02,
    'edit / first, model': 0.01,
  });
});

it('a quarter more is allowed, beyond it is a regression', () => {
  expect(regressions({ a: 2, b: 2 }, { a: 2.5, b: 2.51, c: 9 })).toEqual([{ name: 'b', before: 2, now: 2.51 }]);
});
