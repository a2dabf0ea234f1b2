import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { defineEditor, toHtml } from '../page-contract.ts';

defineEditor((holder, content) => {
  const place = document.createElement('div');
  holder.append(place);
  const editor = new Editor({
    element: place,
    extensions: [StarterKit.configure({ undoRedo: { newGroupDelay: 0 } })],
    content: toHtml(content),
  });
  return {
    text: () => editor.getText({ blockSeparator: '\n' }),
    value: () => editor.getHTML(),
    editable: () => editor.view.dom,
    destroy: () => editor.destroy(),
    setReadOnly: (readOnly) => editor.setEditable(!readOnly),
  };
});
