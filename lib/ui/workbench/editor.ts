/** The text of a file on paper: CodeMirror, set in type, with what a Word file forbids. */
import { history, historyKeymap, isolateHistory, standardKeymap } from '@codemirror/commands';
import { type ChangeSpec, EditorState, type StateEffect, type Text, Transaction } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import type { Obstacle, WordFile } from '../../docx/types.ts';
import { fileEdits } from '../../workbench/file-edits.ts';
import { locked } from '../../workbench/locks.ts';
import { marks } from './marks.ts';
import { typography } from './typography.ts';
import { wordApparatus } from './word-apparatus.ts';

export interface EditorEvents {
  /** The text has changed, or the caret has moved. */
  updated(change: { readonly docChanged: boolean; readonly selectionSet: boolean }): void;
  /** An edit was not made. */
  refused(reason: Obstacle): void;
}

export interface EditorOptions {
  readonly doc: Text;
  /** Undefined for plain text. */
  readonly word: WordFile | undefined;
  /** Names the text for who cannot see it. */
  readonly label: string;
  readonly root: ShadowRoot;
  readonly parent: Element;
  readonly events: EditorEvents;
}

export function createEditor({ doc, word, label, root, parent, events }: EditorOptions): EditorView {
  const state = EditorState.create({
    doc,
    extensions: [
      history(),
      keymap.of([...historyKeymap, ...standardKeymap]),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({
        lang: 'zh-CN',
        spellcheck: 'false',
        autocorrect: 'off',
        translate: 'no',
        'aria-label': label,
      }),
      fileEdits,
      word ? [locked(word, doc, events.refused), wordApparatus(word, doc)] : [],
      typography((line) => word?.paragraphs[line]?.isBody ?? true),
      marks,
      EditorView.updateListener.of((update) => {
        if (update.docChanged || update.selectionSet) events.updated(update);
      }),
    ],
  });
  return new EditorView({ state, root, parent });
}

const asOne = [isolateHistory.of('full'), Transaction.userEvent.of('input.fix')] as const;

/** Makes edits that are one step to undo. Those that the file forbids are not made. */
export function edit(view: EditorView, changes: ChangeSpec, effects: readonly StateEffect<unknown>[]): void {
  view.dispatch({ changes, effects, annotations: asOne });
}
