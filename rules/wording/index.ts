import type { Rule } from '../../lib/engine/types.ts';
import blendedPattern from './blended-pattern.ts';
import collocation from './collocation.ts';
import de from './de.ts';
import fixedPhrase from './fixed-phrase.ts';
import fixedSeries from './fixed-series.ts';
import incompletePattern from './incomplete-pattern.ts';
import lawTitle from './law-title.ts';
import officialName from './official-name.ts';
import sentenceFrame from './sentence-frame.ts';
import traditionalCharacter from './traditional-character.ts';
import variantWord from './variant-word.ts';

export default [
  blendedPattern,
  collocation,
  de,
  fixedPhrase,
  fixedSeries,
  incompletePattern,
  sentenceFrame,
  lawTitle,
  officialName,
  traditionalCharacter,
  variantWord,
] satisfies Rule[];
