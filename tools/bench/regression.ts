/** Speed as ratios of times that were measured in one run, so that they mean the same on another machine. */
import type { EngineFigures } from './engine.ts';
import type { SubjectFigures } from './subject.ts';

/** A ratio may grow by so much before it counts as a regression. */
const TOLERANCE = 1.25;

export type Ratios = Readonly<Record<string, number>>;

export interface Regression {
  readonly name: string;
  readonly before: number;
  readonly now: number;
}

/** Of the longest text measured. */
const longest = (figures: SubjectFigures, kind: 'first' | 'edit') => figures[kind].at(-1)!.milliseconds;

/** Ours against zhlint's time for the same text, the model's against the rules', and an edit's against the first check's. */
export function ratiosOf({ rules, model, zhlint }: EngineFigures): Ratios {
  return {
    'rules / zhlint': longest(rules!, 'first') / longest(zhlint!, 'first'),
    'model / rules': longest(model!, 'first') / longest(rules!, 'first'),
    'edit / first, rules': longest(rules!, 'edit') / longest(rules!, 'first'),
    'edit / first, model': longest(model!, 'edit') / longest(model!, 'first'),
  };
}

/** The ratios that have grown by more than a quarter. One that the baseline lacks is no regression. */
export const regressions = (baseline: Ratios, now: Ratios): Regression[] =>
  Object.entries(now)
    .map(([name, ratio]) => ({ name, before: baseline[name] ?? Number.POSITIVE_INFINITY, now: ratio }))
    .filter(({ before, now }) => now > before * TOLERANCE);
