/** In what the text differs from the file that it was read from, and which of that were fixes of issues. */
import { invertedEffects } from '@codemirror/commands';
import {
  ChangeSet,
  type EditorState,
  type Extension,
  StateEffect,
  StateField,
  type Text,
  type Transaction,
} from '@codemirror/state';
import { spliceBetween } from '../document/splice.ts';
import type { Range } from '../document/types.ts';
import type { Fix } from '../engine/types.ts';
import type { IssueInContext } from '../report/record.ts';

/** The issue that a fix has settled, as it stood in the text before, and the fix that was chosen. */
export interface Origin {
  readonly issue: IssueInContext;
  readonly fix: Fix;
}

/** A fix that was made, where its words now stand. */
export interface PlacedOrigin extends Origin {
  readonly id: number;
  readonly range: Range;
}

/** A place where the text differs from the file's. */
export interface FileEdit {
  /** In the file's text. */
  readonly range: Range;
  readonly replacement: string;
  /** Where the replacement stands in the present text. */
  readonly present: Range;
  /** Undefined where it was edited by hand. */
  readonly origin?: Origin;
}

/** A fix was made; the range counts in the text behind it. */
export const addOrigin = StateEffect.define<PlacedOrigin>();
const removeOrigin = StateEffect.define<number>();

/** All changes since the file was read, as one. */
const changesField = StateField.define<ChangeSet>({
  create: ({ doc }) => ChangeSet.empty(doc.length),
  update: (changes, transaction) => (transaction.docChanged ? changes.compose(transaction.changes) : changes),
});

const originsField = StateField.define<readonly PlacedOrigin[]>({
  create: () => [],
  update(before, { changes, docChanged, effects }) {
    let origins = before;
    if (docChanged) {
      origins = origins.map((origin) => {
        const start = changes.mapPos(origin.range[0], 1);
        return { ...origin, range: [start, Math.max(start, changes.mapPos(origin.range[1], -1))] };
      });
    }
    for (const effect of effects) {
      if (effect.is(addOrigin)) origins = [...origins, effect.value];
      if (effect.is(removeOrigin)) origins = origins.filter(({ id }) => id !== effect.value);
    }
    return origins;
  },
});

/** What is undone was no fix, until it is done again. */
const undoOrigins = invertedEffects.of(({ effects, startState }: Transaction) =>
  effects.flatMap((effect): StateEffect<unknown>[] => {
    if (effect.is(addOrigin)) return [removeOrigin.of(effect.value.id)];
    if (!effect.is(removeOrigin)) return [];
    const removed = startState.field(originsField).find(({ id }) => id === effect.value);
    return removed ? [addOrigin.of(removed)] : [];
  }),
);

/** Keeps account of a text's edits from the state on in which it is first used. */
export const fileEdits: Extension = [changesField, originsField, undoOrigins];

/** All changes since the file was read. */
export const changesOf = (state: EditorState): ChangeSet => state.field(changesField);

export const originsOf = (state: EditorState): readonly PlacedOrigin[] => state.field(originsField);

/**
 * The differences that changes make, by place, each as small as it can be; what was changed and changed back is none.
 * @param before the text that `changes` apply to
 */
export function editsBetween(changes: ChangeSet, before: Text): FileEdit[] {
  const edits: FileEdit[] = [];
  changes.iterChanges((from, to, fromNow, _toNow, inserted) => {
    const splice = spliceBetween(before.sliceString(from, to, '\n'), inserted.sliceString(0, undefined, '\n'));
    if (!splice) return;
    const start = from + splice.start;
    const now = fromNow + splice.start;
    edits.push({
      range: [start, start + splice.deleted],
      replacement: splice.inserted,
      present: [now, now + splice.inserted.length],
    });
  });
  return edits;
}

const touch = ([start, end]: Range, [from, to]: Range) => start <= to && from <= end;

/** The fixes of which something is left in the text, by place. */
export function standingFixes(state: EditorState, before: Text): PlacedOrigin[] {
  const edits = editsBetween(changesOf(state), before);
  return originsOf(state)
    .filter(({ range }) => edits.some(({ present }) => touch(range, present)))
    .sort((a, b) => a.range[0] - b.range[0]);
}

/** In what a state's text differs from the file's, by place. */
export function editsOf(state: EditorState, before: Text): FileEdit[] {
  const origins = originsOf(state);
  return editsBetween(changesOf(state), before).map((edit) => {
    const made = origins.findLast(({ range }) => touch(range, edit.present));
    if (!made) return edit;
    return { ...edit, origin: { issue: made.issue, fix: made.fix } };
  });
}
