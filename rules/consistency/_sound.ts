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

/** The ways to pronounce a character, tones and the commonest mergers apart. */
export const soundsOf = (character: string): ReadonlySet<string> =>
  new Set([...(SYLLABLES.get(character) ?? [])].map(merge));

/** Whether two characters are pronounced alike, tones and the commonest mergers apart. */
export function soundAlike(a: string, b: string): boolean {
  const sounds = soundsOf(a);
  return [...soundsOf(b)].some((sound) => sounds.has(sound));
}
