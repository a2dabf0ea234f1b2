import { defineEditor, plainText } from '../page-contract.ts';

defineEditor((holder, content) => {
  const field = document.createElement('input');
  field.style.width = '900px';
  field.value = plainText(content).replaceAll('\n', '');
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
