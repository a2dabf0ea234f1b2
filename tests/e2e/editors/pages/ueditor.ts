import { defineEditor, htmlToText, toHtml } from '../page-contract.ts';

interface UEditor {
  getContent(): string;
  destroy(): void;
  body: HTMLElement;
  ready(listener: () => void): void;
  setDisabled(): void;
  setEnabled(): void;
}
declare const UE: { getEditor(id: string, config: object): UEditor; delEditor(id: string): void };

defineEditor(async (holder, content) => {
  const place = document.createElement('script');
  place.id = 'ueditor-place';
  place.type = 'text/plain';
  place.innerHTML = toHtml(content);
  holder.append(place);
  const editor = UE.getEditor('ueditor-place', {
    toolbars: [['bold', 'link', 'undo', 'redo']],
    serverUrl: '',
    autoHeightEnabled: false,
    initialFrameHeight: 200,
    enableAutoSave: false,
    wordCount: false,
    elementPathEnabled: false,
  });
  await new Promise<void>((resolve) => editor.ready(resolve));
  return {
    text: () => htmlToText(editor.getContent()),
    value: () => editor.getContent(),
    editable: () => editor.body,
    destroy: () => UE.delEditor('ueditor-place'),
    setReadOnly: (readOnly) => (readOnly ? editor.setDisabled() : editor.setEnabled()),
  };
});
