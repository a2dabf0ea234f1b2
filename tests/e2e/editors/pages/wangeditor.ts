import { createEditor, SlateEditor } from '@wangeditor/editor';
import '@wangeditor/editor/dist/css/style.css';
import { defineEditor, toHtml } from '../page-contract.ts';

defineEditor((holder, content) => {
  const place = document.createElement('div');
  place.style.height = '300px';
  holder.append(place);
  const editor = createEditor({ selector: place, html: toHtml(content) });
  return {
    text: () => editor.getText(),
    value: () => editor.getHtml(),
    editable: () => place.querySelector<HTMLElement>('[data-slate-editor]')!,
    caret: () => {
      const focus = editor.selection?.focus;
      const start = SlateEditor.start(editor, []);
      return focus && SlateEditor.string(editor, { anchor: start, focus }).length + focus.path[0]!;
    },
    destroy: () => editor.destroy(),
    setReadOnly: (readOnly) => (readOnly ? editor.disable() : editor.enable()),
  };
});
