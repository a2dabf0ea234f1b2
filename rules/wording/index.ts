import type { Rule } from '../../lib/engine/types.ts';
import blendedPattern from './blended-pattern.ts';
import de from './de.ts';
import incompletePattern from './incomplete-pattern.ts';

export default [blendedPattern, de, incompletePattern] satisfies Rule[];
