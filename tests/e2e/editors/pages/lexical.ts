import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { $createLinkNode, LinkNode } from '@lexical/link';
import { registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical';
import { defineEditor } from '../page-contract.ts';

defineEditor((holder, content) => {
  const place = document.createElement('div');
  place.contentEditable = 'true';
  holder.append(place);
  const editor = createEditor({
    nodes: [LinkNode],
    theme: { text: { bold: 'bold' } },
    onError: (error) => {
      throw error;
    },
  });
  editor.setRootElement(place);
  editor.update(
    () => {
      for (const pieces of content) {
        const paragraph = $createParagraphNode();
        for (const { text, bold, link } of pieces) {
          const node = $createTextNode(text);
          if (bold) node.toggleFormat('bold');
          paragraph.append(link ? $createLinkNode('https://a.example/').append(node) : node);
        }
        $getRoot().append(paragraph);
      }
    },
    { discrete: true },
  );
  const stops = [registerRichText(editor), registerHistory(editor, createEmptyHistoryState(), 0)];
  return {
    text: () => editor.getEditorState().read(() => $getRoot().getTextContent().replaceAll('\n\n', '\n')),
    value: () => JSON.stringify(editor.getEditorState().toJSON()),
    editable: () => place,
    destroy: () => {
      for (const stop of stops) stop();
      editor.setRootElement(null);
    },
    setReadOnly: (readOnly) => {
      editor.setEditable(!readOnly);
      place.contentEditable = String(!readOnly);
    },
  };
});
