import { defineEditor, htmlToText, toHtml } from '../page-contract.ts';

interface KEditor {
  html(): string;
  remove(): void;
  readonly(readOnly: boolean): void;
  edit: { doc: Document };
}
declare const KindEditor: { create(place: Element, options: object): KEditor };

defineEditor(async (holder, content) => {
  const place = document.createElement('textarea');
  place.style.cssText = 'width:700px;height:300px';
  place.value = toHtml(content);
  holder.append(place);
  const editor = await new Promise<KEditor>((resolve) => {
    KindEditor.create(place, {
      items: ['bold', 'link', 'undo', 'redo'],
      basePath: '/node_modules/kindeditor/',
      afterCreate(this: KEditor) {
        resolve(this);
      },
    });
  });
  return {
    text: () => htmlToText(editor.html()),
    value: () => editor.html(),
    editable: () => editor.edit.doc.body,
    destroy: () => editor.remove(),
    setReadOnly: (readOnly) => editor.readonly(readOnly),
  };
});
