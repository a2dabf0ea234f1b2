import type { Rule } from '../../lib/engine/types.ts';
import unpairedMark from './unpaired-mark.ts';

export default [unpairedMark] satisfies Rule[];
