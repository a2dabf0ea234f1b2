import { defineEditor, htmlToText, toHtml } from '../page-contract.ts';

interface Summernote {
  summernote(command: string | object): string;
  html(html: string): Summernote;
}
declare const jQuery: (place: Element) => Summernote;

defineEditor((holder, content) => {
  const place = document.createElement('div');
  holder.append(place);
  const editor = jQuery(place).html(toHtml(content));
  editor.summernote({ toolbar: [['font', ['bold']]], height: 200 });
  return {
    text: () => htmlToText(editor.summernote('code')),
    value: () => editor.summernote('code'),
    editable: () => holder.querySelector<HTMLElement>('.note-editable')!,
    destroy: () => void editor.summernote('destroy'),
    setReadOnly: (readOnly) => void editor.summernote(readOnly ? 'disable' : 'enable'),
  };
});
