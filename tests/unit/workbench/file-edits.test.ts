import { history, redo, undo } from '@codemirror/commands';
import { ChangeSet, EditorState, Text, type Transaction } from '@codemirror/state';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  addOrigin,
  changesOf,
  editsBetween,
  editsOf,
  fileEdits,
  originsOf,
  standingFixes,
} from '../../../lib/workbench/file-edits.ts';
import { withEdits } from '../../../lib/workbench/saving.ts';

const ISSUE = {
  ruleId: 'typo/test',
  category: 'typo',
  severity: 'error',
  range: [2, 4],
  message: '应为“部署”。',
  before: '认真',
  matched: '布署',
  after: '工作',
} as const;
const FIX = { range: [2, 4], text: '部署' } as const;

const open = (text: string) => EditorState.create({ doc: text, extensions: [history(), fileEdits] });
const type = (state: EditorState, from: number, to: number, insert: string) =>
  state.update({ changes: { from, to, insert } }).state;
const fixed = (state: EditorState) =>
  state.update({
    changes: { from: 2, to: 4, insert: '部署' },
    effects: addOrigin.of({ id: 0, range: [2, 4], issue: ISSUE, fix: FIX }),
    userEvent: 'input.fix',
  }).state;

/** What a command makes of a state. */
function run(state: EditorState, command: typeof undo): EditorState {
  let next = state;
  command({ state, dispatch: (transaction: Transaction) => (next = transaction.state) });
  return next;
}

const original = Text.of(['认真布署工作']);

it('tells in what the text differs from the file, in as few characters as can be', () => {
  const state = type(fixed(open('认真布署工作')), 6, 6, '。');
  expect(editsOf(state, original)).toEqual([
    { range: [2, 3], replacement: '部', present: [2, 3], origin: { issue: ISSUE, fix: FIX } },
    { range: [6, 6], replacement: '。', present: [6, 7] },
  ]);
});

it('takes what was changed and changed back for no difference', () => {
  const state = type(type(open('认真布署工作'), 2, 4, '部署'), 2, 4, '布署');
  expect(editsOf(state, original)).toEqual([]);
});

it('moves with later edits, and tells where each difference now stands', () => {
  const state = type(fixed(open('认真布署工作')), 0, 0, '要');
  expect(editsOf(state, original).map(({ range, present }) => ({ range, present }))).toEqual([
    { range: [0, 0], present: [0, 1] },
    { range: [2, 3], present: [3, 4] },
  ]);
  expect(standingFixes(state, original).map(({ range }) => range)).toEqual([[3, 5]]);
});

it('forgets a fix that is undone, and knows it again when it is done again', () => {
  const undone = run(fixed(open('认真布署工作')), undo);
  expect(originsOf(undone)).toEqual([]);
  expect(editsOf(type(undone, 2, 4, '安排'), original)[0]?.origin).toBeUndefined();
  const redone = run(undone, redo);
  expect(editsOf(redone, original)[0]?.origin?.issue).toEqual(ISSUE);
});

it('finds the words of a fix that deletes', () => {
  const state = open('我们我们去').update({
    changes: { from: 2, to: 4, insert: '' },
    effects: addOrigin.of({ id: 0, range: [2, 2], issue: ISSUE, fix: { range: [2, 4], text: '' } }),
  }).state;
  expect(editsOf(state, Text.of(['我们我们去']))[0]?.origin).toBeDefined();
});

it('makes the present text of the file’s, whatever was edited', () => {
  const words = fc.string({ unit: fc.constantFrom('甲', '乙', '\n', '😀'), maxLength: 12 });
  const edits = fc.array(fc.tuple(fc.nat(), fc.nat(4), words), { maxLength: 12 });
  fc.assert(
    fc.property(words, edits, (text, list) => {
      let state = open(text);
      for (const [at, deleted, inserted] of list) {
        const from = at % (state.doc.length + 1);
        state = type(state, from, Math.min(state.doc.length, from + deleted), inserted);
      }
      const made = editsOf(state, Text.of(text.split('\n')));
      expect(withEdits(text, made)).toBe(state.doc.toString());
      for (const { present, replacement } of made) expect(state.sliceDoc(...present)).toBe(replacement);
      const again = ChangeSet.fromJSON(JSON.parse(JSON.stringify(changesOf(state).toJSON())));
      expect(editsBetween(again, Text.of(text.split('\n')))).toEqual(made.map(({ origin: _, ...edit }) => edit));
    }),
  );
});
