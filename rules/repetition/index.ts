import type { Rule } from '../../lib/engine/types.ts';
import doubledCharacter from './doubled-character.ts';
import doubledWord from './doubled-word.ts';
import headingFormula from './heading-formula.ts';
import redundancy from './redundancy.ts';
import repeatedItem from './repeated-item.ts';
import repeatedSentence from './repeated-sentence.ts';
import similarPassage from './similar-passage.ts';

export default [
  doubledWord,
  doubledCharacter,
  repeatedItem,
  repeatedSentence,
  similarPassage,
  headingFormula,
  redundancy,
] satisfies Rule[];
