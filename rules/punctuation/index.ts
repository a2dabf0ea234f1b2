import type { Rule } from '../../lib/engine/types.ts';
import dash from './dash.ts';
import ellipsis from './ellipsis.ts';
import halfWidth from './half-width.ts';
import nestedMark from './nested-mark.ts';
import repeatedMark from './repeated-mark.ts';
import unpairedMark from './unpaired-mark.ts';

export default [dash, ellipsis, halfWidth, nestedMark, repeatedMark, unpairedMark] satisfies Rule[];
