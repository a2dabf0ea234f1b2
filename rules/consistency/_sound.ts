import rows from '../../assets/lexicons/syllables.tsv';
import { readTable } from '../../lib/vocabulary/table.ts';

const SYLLABLES = new Map<string, Set<string>>();
for (const { syllable, characters } of readTable(rows)) {
  for (const character of characters!) {
    const known = SYLLABLES.get(character) ?? new Set<string>();
    known.add(syllable!);
    SYLLABLES.set(character, known);
  }
}

/** Finals and initials that many speakers do not tell apart. */
const merge = (syllable: string) =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^l(?=[ieau])/, 'n')
    .replace(/(?<=[aei])ng$/, 'n');

/** Whether two characters are pronounced alike, tones and the commonest mergers apart. */
export function soundAlike(a: string, b: string): boolean {
  const merged = new Set([...(SYLLABLES.get(a) ?? [])].map(merge));
  return [...(SYLLABLES.get(b) ?? [])].some((syllable) => merged.has(merge(syllable)));
}
