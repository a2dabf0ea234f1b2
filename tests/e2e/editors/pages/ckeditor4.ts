import { defineEditor, htmlToText, toHtml } from '../page-contract.ts';

interface Editor4 {
  getData(): string;
  destroy(): void;
  editable(): { $: HTMLElement };
  setReadOnly(readOnly: boolean): void;
}
declare const CKEDITOR: {
  replace(place: Element, config: object): Editor4 & { on(event: string, listener: () => void): void };
};

defineEditor(async (holder, content) => {
  const place = document.createElement('textarea');
  place.value = toHtml(content);
  holder.append(place);
  const editor = CKEDITOR.replace(place, { versionCheck: false, removePlugins: 'scayt,wsc,exportpdf' });
  await new Promise<void>((resolve) => editor.on('instanceReady', resolve));
  return {
    text: () => htmlToText(editor.getData()),
    value: () => editor.getData(),
    editable: () => editor.editable().$,
    destroy: () => editor.destroy(),
    setReadOnly: (readOnly) => editor.setReadOnly(readOnly),
  };
});
