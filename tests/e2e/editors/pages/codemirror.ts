import { EditorState } from '@codemirror/state';
import { basicSetup, EditorView } from 'codemirror';
import { defineEditor, plainText } from '../page-contract.ts';

defineEditor((holder, content) => {
  const view = new EditorView({
    parent: holder,
    state: EditorState.create({ doc: plainText(content), extensions: [basicSetup, EditorView.lineWrapping] }),
  });
  return {
    text: () => view.state.doc.toString(),
    value: () => view.state.doc.toString(),
    editable: () => view.contentDOM,
    destroy: () => view.destroy(),
  };
});
