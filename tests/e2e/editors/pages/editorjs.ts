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
  let saved: OutputData = { blocks };
  const editor = new EditorJS({
    holder: place,
    data: { blocks },
    onChange: async (api) => {
      saved = await api.saver.save();
    },
  });
  await editor.isReady;
  return {
    text: () => htmlToText(htmlOf(saved)),
    value: () => htmlOf(saved),
    editable: () => place,
    destroy: () => editor.destroy(),
    setReadOnly: (readOnly) => editor.readOnly.toggle(readOnly),
  };
});
