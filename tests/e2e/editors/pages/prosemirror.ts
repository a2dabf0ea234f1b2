import { baseKeymap } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { DOMParser as ModelParser } from 'prosemirror-model';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import 'prosemirror-view/style/prosemirror.css';
import { defineEditor, toHtml } from '../page-contract.ts';

defineEditor((holder, content) => {
  const source = document.createElement('div');
  source.innerHTML = toHtml(content);
  let isEditable = true;
  const view = new EditorView(holder, {
    state: EditorState.create({
      doc: ModelParser.fromSchema(schema).parse(source),
      plugins: [history({ newGroupDelay: 0 }), keymap({ 'Mod-z': undo, 'Shift-Mod-z': redo }), keymap(baseKeymap)],
    }),
    editable: () => isEditable,
  });
  return {
    text: () => view.state.doc.textBetween(0, view.state.doc.content.size, '\n'),
    value: () => JSON.stringify(view.state.doc.toJSON()),
    editable: () => view.dom,
    destroy: () => view.destroy(),
    setReadOnly: (readOnly) => {
      isEditable = !readOnly;
      view.setProps({});
    },
  };
});
