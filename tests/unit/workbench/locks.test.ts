import { EditorState, type TransactionSpec } from '@codemirror/state';
import { expect, it, vi } from 'vitest';
import type { WordParagraph } from '../../../lib/docx/types.ts';
import { changesOf, fileEdits } from '../../../lib/workbench/file-edits.ts';
import { locked } from '../../../lib/workbench/locks.ts';

/** “一、总则”, whose number Word sets, and a paragraph that is typed. */
const FILE = {
  text: '一、总则\n正文文字',
  paragraphs: [
    { kind: 'body', range: [0, 4], label: [0, 2], isBody: true },
    { kind: 'body', range: [5, 9], isBody: true },
  ] satisfies WordParagraph[],
  locked: [{ range: [0, 2], reason: 'label' }],
} as const;

function open() {
  const refused = vi.fn();
  const doc = EditorState.create({ doc: FILE.text }).doc;
  const state = EditorState.create({ doc, extensions: [fileEdits, locked(FILE, doc, refused)] });
  return { state, refused };
}
const edit = (state: EditorState, changes: TransactionSpec['changes']) => state.update({ changes: changes! }).state;

it('lets words within a paragraph be edited', () => {
  const { state } = open();
  expect(edit(state, { from: 5, to: 7, insert: '新的' }).doc.toString()).toBe('一、总则\n新的文字');
});

it.each([
  ['a number', { from: 0, to: 1, insert: '二' }, 'label'],
  ['a line break', { from: 7, insert: '\n' }, 'paragraphs'],
  ['joining paragraphs', { from: 4, to: 5 }, 'paragraphs'],
  ['a character that cannot be written', { from: 7, insert: '\u0001' }, 'character'],
])('refuses %s and says why', async (_, changes, reason) => {
  const { state, refused } = open();
  expect(edit(state, changes).doc.toString()).toBe(FILE.text);
  await Promise.resolve();
  expect(refused).toHaveBeenCalledExactlyOnceWith(reason);
});

it('judges an edit by what it makes of the file, with the edits before it', () => {
  const { state } = open();
  const longer = edit(state, { from: 9, insert: '若干' });
  const shorter = edit(longer, { from: 9, to: 11 });
  expect(shorter.doc.toString()).toBe(FILE.text);
  expect(changesOf(shorter).apply(state.doc).toString()).toBe(FILE.text);
});
