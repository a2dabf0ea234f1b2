import type { Rule } from '../../lib/engine/types.ts';
import announcedCount from './announced-count.ts';
import growth from './growth.ts';
import keywordCount from './keyword-count.ts';
import listedCount from './listed-count.ts';
import namedGroups from './named-groups.ts';
import percentages from './percentages.ts';
import product from './product.ts';
import rate from './rate.ts';
import sum from './sum.ts';

export default [
  announcedCount,
  growth,
  keywordCount,
  listedCount,
  namedGroups,
  percentages,
  product,
  sum,
  rate,
] satisfies Rule[];
