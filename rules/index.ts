import type { Rule } from '../lib/engine/types.ts';
import consistency from './consistency/index.ts';
import count from './count/index.ts';
import number from './number/index.ts';
import placeholder from './placeholder/index.ts';
import punctuation from './punctuation/index.ts';
import repetition from './repetition/index.ts';
import residue from './residue/index.ts';
import structure from './structure/index.ts';
import typo from './typo/index.ts';
import wording from './wording/index.ts';

/** All rules. Where two rules mark the same place with equal right, the one listed first is shown. */
export const rules: readonly Rule[] = [
  ...typo,
  ...residue,
  ...placeholder,
  ...repetition,
  ...structure,
  ...count,
  ...number,
  ...punctuation,
  ...wording,
  ...consistency,
];
