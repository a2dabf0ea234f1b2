import type { Rule } from '../../lib/engine/types.ts';
import abbreviation from './abbreviation.ts';
import organisationName from './organisation-name.ts';
import permutedPhrase from './permuted-phrase.ts';
import personName from './person-name.ts';
import properName from './proper-name.ts';
import quotedTerm from './quoted-term.ts';
import repeatedFigure from './repeated-figure.ts';
import selfReference from './self-reference.ts';
import term from './term.ts';

export default [
  abbreviation,
  organisationName,
  permutedPhrase,
  personName,
  properName,
  quotedTerm,
  repeatedFigure,
  selfReference,
  term,
] satisfies Rule[];
