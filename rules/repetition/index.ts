import type { Rule } from '../../lib/engine/types.ts';
import doubledCharacter from './doubled-character.ts';
import doubledWord from './doubled-word.ts';
import redundancy from './redundancy.ts';
import repeatedSentence from './repeated-sentence.ts';

export default [doubledWord, doubledCharacter, repeatedSentence, redundancy] satisfies Rule[];
