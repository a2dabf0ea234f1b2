import type { Rule } from '../../lib/engine/types.ts';
import blank from './blank.ts';
import date from './date.ts';
import halfAnonymised from './half-anonymised.ts';
import instruction from './instruction.ts';
import number from './number.ts';
import person from './person.ts';
import place from './place.ts';

export default [halfAnonymised, instruction, number, date, place, person, blank] satisfies Rule[];
