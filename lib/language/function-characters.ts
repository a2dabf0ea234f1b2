/**
 * Characters that hold sentences together and are written for each other again and again. Each of them is at home nearly
 * everywhere, so a wrong one surprises little and must be looked at sooner than others.
 */
import sets from '../../assets/lexicons/function-characters.tsv';
import { readTable } from '../vocabulary/table.ts';

const NONE: readonly number[] = [];
const others = new Map<number, number[]>();
for (const { characters } of readTable(sets)) {
  const codes = [...characters!].map((character) => character.charCodeAt(0));
  for (const code of codes) others.set(code, [...(others.get(code) ?? []), ...codes.filter((other) => other !== code)]);
}

/** The UTF-16 code units that are easily written for another; empty for what belongs to no such set. */
export const easilyWrittenFor = (code: number): readonly number[] => others.get(code) ?? NONE;
