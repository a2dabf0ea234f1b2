/** All kinds of mistakes, by the family they belong to. */
import type { Category } from '../../../lib/engine/types.ts';
import * as consistency from './consistency.ts';
import * as count from './count.ts';
import type { Planter } from './mistake.ts';
import * as number from './number.ts';
import * as placeholder from './placeholder.ts';
import * as punctuation from './punctuation.ts';
import * as repetition from './repetition.ts';
import * as residue from './residue.ts';
import * as structure from './structure.ts';
import * as typo from './typo.ts';
import * as wording from './wording.ts';

export interface Kind {
  /** 'family/name'; each planter is its file's export of that name. */
  readonly id: `${Category}/${string}`;
  readonly family: Category;
  readonly planter: Planter;
}

const FAMILIES: Readonly<Record<Category, Readonly<Record<string, Planter>>>> = {
  typo,
  repetition,
  placeholder,
  residue,
  structure,
  count,
  number,
  punctuation,
  wording,
  consistency,
};

export const KINDS: readonly Kind[] = Object.entries(FAMILIES).flatMap(([family, planters]) =>
  Object.keys(planters)
    .sort()
    .map((name) => ({
      id: `${family as Category}/${name}` as const,
      family: family as Category,
      planter: planters[name]!,
    })),
);
