import { Jodit } from 'jodit';
import 'jodit/es2021/jodit.min.css';
import { defineEditor, htmlToText, toHtml } from '../page-contract.ts';

defineEditor((holder, content) => {
  const place = document.createElement('textarea');
  place.value = toHtml(content);
  holder.append(place);
  const editor = Jodit.make(place, {
    toolbarInline: false,
    defaultTimeout: 0,
    history: { enable: true, maxHistoryLength: 100, timeout: 0 },
  });
  return {
    text: () => htmlToText(editor.value),
    value: () => editor.value,
    editable: () => editor.editor,
    destroy: () => editor.destruct(),
    setReadOnly: (readOnly) => editor.setReadOnly(readOnly),
  };
});
