import { defineEditor, htmlToText, toHtml } from '../page-contract.ts';

defineEditor((holder, content) => {
  const field = document.createElement('div');
  field.contentEditable = 'true';
  field.innerHTML = toHtml(content);
  holder.append(field);
  return {
    text: () => htmlToText(field.innerHTML),
    value: () => field.innerHTML,
    editable: () => field,
    destroy: () => field.remove(),
    setReadOnly: (readOnly) => {
      field.contentEditable = String(!readOnly);
    },
  };
});
