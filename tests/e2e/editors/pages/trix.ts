import 'trix';
import 'trix/dist/trix.css';
import { type Content, defineEditor } from '../page-contract.ts';

interface TrixElement extends HTMLElement {
  editor: { getDocument(): { toString(): string; toJSON(): unknown }; loadHTML(html: string): void };
  disabled: boolean;
}

/** Trix has a block for each paragraph, in a div. */
const toTrixHtml = (content: Content): string =>
  content
    .map((pieces) => {
      const inner = pieces.map(({ text, bold, link }) =>
        link ? `<a href="https://a.example/">${text}</a>` : bold ? `<strong>${text}</strong>` : text,
      );
      return `<div>${inner.join('')}</div>`;
    })
    .join('');

defineEditor(async (holder, content) => {
  const element = document.createElement('trix-editor') as TrixElement;
  const ready = new Promise((resolve) => element.addEventListener('trix-initialize', resolve, { once: true }));
  holder.append(element);
  await ready;
  element.editor.loadHTML(toTrixHtml(content));
  return {
    text: () => element.editor.getDocument().toString().replace(/\n$/, ''),
    value: () => JSON.stringify(element.editor.getDocument().toJSON()),
    editable: () => element,
    destroy: () => holder.replaceChildren(),
    setReadOnly: (readOnly) => {
      element.disabled = readOnly;
    },
  };
});
