import { ContentState, convertFromHTML, convertToRaw, Editor, EditorState, RichUtils } from 'draft-js';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import 'draft-js/dist/Draft.css';
import { defineEditor, toHtml } from '../page-contract.ts';

defineEditor((holder, content) => {
  const { contentBlocks, entityMap } = convertFromHTML(toHtml(content));
  let state = EditorState.createWithContent(ContentState.createFromBlockArray(contentBlocks, entityMap));
  const root = createRoot(holder);
  let isReadOnly = false;
  const set = (next: EditorState) => {
    state = next;
    draw();
  };
  const draw = () =>
    root.render(
      createElement(Editor, {
        editorState: state,
        onChange: set,
        readOnly: isReadOnly,
        handleKeyCommand: (command, current) => {
          const next = RichUtils.handleKeyCommand(current, command);
          if (next) set(next);
          return next ? 'handled' : 'not-handled';
        },
      }),
    );
  draw();
  return {
    text: () => state.getCurrentContent().getPlainText('\n'),
    value: () => JSON.stringify(convertToRaw(state.getCurrentContent())),
    editable: () => holder.querySelector<HTMLElement>('.public-DraftEditor-content')!,
    destroy: () => root.unmount(),
    setReadOnly: (readOnly) => {
      isReadOnly = readOnly;
      draw();
    },
  };
});
