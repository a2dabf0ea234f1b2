import table from '../../assets/lexicons/rates.tsv';
import { readTable } from './table.ts';

/** A share of a whole, as “整改率” is told. */
export interface Rate {
  /** Words by which the part is told: 实到 for 到会率. The rate's own word is among them. */
  readonly parts: readonly string[];
  /** 100 where all is the most; 'plan' where more than was planned may be done; undefined where nothing is known. */
  readonly most: 100 | 'plan' | undefined;
}

/** Rates by their word without 率. */
export const rates: ReadonlyMap<string, Rate> = new Map(
  readTable(table).map(({ rate, most, part }) => [
    rate!,
    {
      parts: [rate!, ...part!.split(' ').filter(Boolean)],
      most: most === '100' ? 100 : most === 'plan' ? 'plan' : undefined,
    },
  ]),
);
