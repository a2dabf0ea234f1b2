import type { Rule } from '../../lib/engine/types.ts';
import doubledCharacter from './doubled-character.ts';
import doubledWord from './doubled-word.ts';

export default [doubledWord, doubledCharacter] satisfies Rule[];
