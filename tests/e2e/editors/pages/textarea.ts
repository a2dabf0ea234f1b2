import { defineEditor, plainText } from '../page-contract.ts';

defineEditor((holder, content) => {
  const field = document.createElement('textarea');
  field.rows = 8;
  field.style.width = '600px';
  field.value = plainText(content);
  holder.append(field);
  return {
    text: () => field.value,
    value: () => field.value,
    editable: () => field,
    destroy: () => field.remove(),
    setReadOnly: (readOnly) => {
      field.readOnly = readOnly;
    },
  };
});
