import table from '../../assets/lexicons/measure-words.tsv';
import { readTable } from './table.ts';

/** What a unit measures: things that are counted, money, length… */
export type UnitKind =
  | 'count'
  | 'score'
  | 'money'
  | 'length'
  | 'area'
  | 'volume'
  | 'mass'
  | 'power'
  | 'time'
  | 'percent'
  | 'multiple';

/** Measure words and units, each with what it measures. */
export const measureWords: ReadonlyMap<string, UnitKind> = new Map(
  readTable(table).flatMap(({ kind, words }) => words!.split(' ').map((word) => [word, kind as UnitKind] as const)),
);

/** A fragment for patterns that matches one of the words, the longer ones first. */
export const oneOf = (words: Iterable<string>) =>
  `(?:${[...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|')})`;

/** Any measure word or unit. */
export const MEASURE = oneOf(measureWords.keys());
