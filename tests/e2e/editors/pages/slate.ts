import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { createEditor, type Descendant, Editor, Node } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, type RenderElementProps, type RenderLeafProps, Slate, withReact } from 'slate-react';
import { defineEditor } from '../page-contract.ts';

const renderElement = ({ element, attributes, children }: RenderElementProps) =>
  (element as { type?: string }).type === 'link'
    ? createElement('a', { ...attributes, href: 'https://a.example/' }, children)
    : createElement('p', attributes, children);
const renderLeaf = ({ leaf, attributes, children }: RenderLeafProps) =>
  createElement((leaf as { bold?: true }).bold ? 'strong' : 'span', attributes, children);

defineEditor((holder, content) => {
  const editor = withHistory(withReact(createEditor()));
  const { isInline } = editor;
  editor.isInline = (element) => (element as { type?: string }).type === 'link' || isInline(element);
  const initialValue = content.map((pieces) => ({
    children: pieces.map(({ text, bold, link }) =>
      link ? { type: 'link', children: [{ text }] } : bold ? { text, bold } : { text },
    ),
  })) as Descendant[];
  const root = createRoot(holder);
  let isReadOnly = false;
  const draw = () =>
    root.render(
      createElement(
        Slate,
        { editor, initialValue } as unknown as Parameters<typeof Slate>[0],
        createElement(Editable, {
          renderElement,
          renderLeaf,
          readOnly: isReadOnly,
          onKeyDown: (event) => {
            if (!event.ctrlKey || event.key.toLowerCase() !== 'z') return;
            event.preventDefault();
            if (event.shiftKey) editor.redo();
            else editor.undo();
          },
        }),
      ),
    );
  draw();
  return {
    text: () => editor.children.map((node) => Node.string(node)).join('\n'),
    value: () => JSON.stringify(editor.children),
    editable: () => holder.querySelector<HTMLElement>('[data-slate-editor]')!,
    caret: () => {
      const focus = editor.selection?.focus;
      return focus && Editor.string(editor, { anchor: Editor.start(editor, []), focus }).length + focus.path[0]!;
    },
    destroy: () => root.unmount(),
    setReadOnly: (readOnly) => {
      isReadOnly = readOnly;
      draw();
    },
  };
});
