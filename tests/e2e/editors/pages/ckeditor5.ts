import { Bold, ClassicEditor, Essentials, Link, Paragraph } from 'ckeditor5';
import 'ckeditor5/ckeditor5.css';
import { defineEditor, htmlToText, toHtml } from '../page-contract.ts';

defineEditor(async (holder, content) => {
  const place = document.createElement('div');
  holder.append(place);
  const editor = await ClassicEditor.create(place, {
    licenseKey: 'GPL',
    plugins: [Essentials, Paragraph, Bold, Link],
    toolbar: ['bold', 'link'],
    initialData: toHtml(content),
  });
  return {
    text: () => htmlToText(editor.getData()),
    value: () => editor.getData(),
    editable: () => editor.editing.view.getDomRoot() as HTMLElement,
    destroy: () => editor.destroy(),
    setReadOnly: (readOnly) => (readOnly ? editor.enableReadOnlyMode('test') : editor.disableReadOnlyMode('test')),
  };
});
