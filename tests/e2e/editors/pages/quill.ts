import Quill from 'quill';
import 'quill/dist/quill.snow.css';
import { defineEditor, toHtml } from '../page-contract.ts';

defineEditor((holder, content) => {
  const place = document.createElement('div');
  place.innerHTML = toHtml(content);
  holder.append(place);
  const editor = new Quill(place, { theme: 'snow', modules: { history: { delay: 20 } } });
  editor.history.clear();
  return {
    text: () => editor.getText().replace(/\n$/, ''),
    value: () => JSON.stringify(editor.getContents()),
    editable: () => editor.root,
    destroy: () => holder.replaceChildren(),
    setReadOnly: (readOnly) => editor.enable(!readOnly),
  };
});
