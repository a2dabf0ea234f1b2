import table from '../../assets/lexicons/change-verbs.tsv';
import { oneOf } from './measure-words.ts';
import { readTable } from './table.ts';

const wordsOf = (direction: string) =>
  readTable(table)
    .filter((row) => row.direction === direction)
    .flatMap(({ words }) => words!.split(' '));

/** Fragments for patterns: words of rise, and of fall. */
export const RISE = oneOf(wordsOf('rise'));
export const FALL = oneOf(wordsOf('fall'));
