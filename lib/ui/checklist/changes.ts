import type { ChecklistIssue, FixChoice } from '../../protocol/messages.ts';
import { type FixPreview, previewFix } from '../fix-preview.ts';
import type { Row } from './rows.ts';

/** The same change in one or more places, which the writer ticks as one. */
export interface Change {
  readonly id: string;
  /** Whether each of its places has a certain fix; otherwise it is a guess. */
  readonly certain: boolean;
  /** The first of its places. */
  readonly issue: ChecklistIssue;
  readonly preview: FixPreview;
  readonly choices: readonly FixChoice[];
}

/** The first that the writer may choose for an issue. */
function offeredFix({ fix, suggestions = [] }: ChecklistIssue) {
  return fix ?? suggestions[0]?.fix;
}

const choiceFor = ({ key, range, fix }: ChecklistIssue): FixChoice => ({
  key,
  start: range[0],
  ...(!fix && { suggestion: 0 }),
});

/** What makes two changes the same: the words that go and those that come. A group is one change, whatever its words. */
function identityOf(row: Row): string | undefined {
  const fix = offeredFix(row);
  if (!fix) return undefined;
  const [start, end] = [fix.range[0] - row.range[0], fix.range[1] - row.range[0]];
  return row.group ?? [row.ruleId, row.fix ? 'certain' : 'guess', start, end, row.matched, fix.text].join('\u0000');
}

/** All that could be changed, equal changes together: the certain ones, then the guesses, each in the order of the text. */
export function changesOf(rows: readonly Row[]): readonly Change[] {
  const changes = new Map<string, Change>();
  for (const row of rows) {
    const id = identityOf(row);
    if (id === undefined) continue;
    const places = row.places.filter(offeredFix);
    const known = changes.get(id);
    const choices = [...(known?.choices ?? []), ...places.map(choiceFor)];
    if (known) changes.set(id, { ...known, choices });
    else {
      const certain = places.every(({ fix }) => fix !== undefined);
      changes.set(id, { id, certain, issue: row, preview: previewFix(row, row.range, offeredFix(row)!), choices });
    }
  }
  const all = [...changes.values()];
  return [...all.filter(({ certain }) => certain), ...all.filter(({ certain }) => !certain)];
}
