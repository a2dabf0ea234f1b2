import rows from '../../assets/lexicons/doubled-characters.tsv';
import { readTable } from '../../lib/vocabulary/table.ts';

/** Neighbours with which a character may stand twice: the end of one word meets the start of the next, 委员会|会议. */
export interface Neighbours {
  readonly when: 'both' | 'either' | 'left' | 'right';
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
  /** Turns of speech in which it stands twice. */
  readonly phrases: readonly string[];
}

export const NEIGHBOURS: ReadonlyMap<string, Neighbours> = new Map(
  readTable(rows).map(({ character, when, before, after, phrases }) => [
    character!,
    {
      when: when as Neighbours['when'],
      before: new Set(before),
      after: new Set(after),
      phrases: phrases!.split(' ').filter(Boolean),
    },
  ]),
);

/** Whether two characters begin or end a word, as far as the table tells. */
export const isWord = (word: string): boolean =>
  NEIGHBOURS.get(word[1]!)?.before.has(word[0]!) === true || NEIGHBOURS.get(word[0]!)?.after.has(word[1]!) === true;
