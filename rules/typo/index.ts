import type { Rule } from '../../lib/engine/types.ts';
import confusion from './confusion.ts';

export default [confusion] satisfies Rule[];
