import type { Rule } from '../../lib/engine/types.ts';
import confusion from './confusion.ts';
import particle from './particle.ts';
import similarWord from './similar-word.ts';
import slip from './slip.ts';
import spelling from './spelling.ts';
import strayLetter from './stray-letter.ts';

export default [confusion, particle, similarWord, slip, spelling, strayLetter] satisfies Rule[];
