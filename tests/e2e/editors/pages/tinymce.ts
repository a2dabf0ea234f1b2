import type { TinyMCE } from 'tinymce';
import { defineEditor, htmlToText, toHtml } from '../page-contract.ts';

declare const tinymce: TinyMCE;

defineEditor(async (holder, content) => {
  const place = document.createElement('textarea');
  place.id = 'tinymce-place';
  place.value = toHtml(content);
  holder.append(place);
  const [editor] = await tinymce.init({
    target: place,
    license_key: 'gpl',
    plugins: 'link',
    promotion: false,
    height: 300,
  });
  return {
    text: () => htmlToText(editor!.getContent()),
    value: () => editor!.getContent(),
    editable: () => editor!.getBody(),
    destroy: () => editor!.remove(),
    setReadOnly: (readOnly) => editor!.mode.set(readOnly ? 'readonly' : 'design'),
  };
});
