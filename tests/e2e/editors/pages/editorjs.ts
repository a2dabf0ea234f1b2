import EditorJS, { type OutputData } from '@editorjs/editorjs';
import { defineEditor, htmlToText, toHtml } from '../page-contract.ts';

const htmlOf = ({ blocks }: OutputData) => blocks.map(({ data }) => `<p>${data.text}</p>`).join('');

defineEditor(async (holder, content) => {
  const place = document.createElement('div');
  holder.append(place);
  const blocks = content.map((pieces) => ({
    type: 'paragraph',
    data: {
      text: toHtml([pieces])
        .replace(/^<p>|<\/p>$/g, '')
        .replaceAll('strong>', 'b>'),
    },
  }));
  const editor = new EditorJS({ holder: place, data: { blocks } });
  await editor.isReady;
  return {
    text: async () => htmlToText(htmlOf(await editor.save())),
    value: async () => htmlOf(await editor.save()),
    editable: () => place.querySelector<HTMLElement>('.codex-editor__redactor')!,
    destroy: () => editor.destroy(),
    setReadOnly: (readOnly) => editor.readOnly.toggle(readOnly),
  };
});
