import type { Rule } from '../../lib/engine/types.ts';
import doubledWord from './doubled-word.ts';

export default [doubledWord] satisfies Rule[];
