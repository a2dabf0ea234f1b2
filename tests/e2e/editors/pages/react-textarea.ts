/** A form as React applications have it: the value lives in state, and the field shows the state. */
import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';

function Form() {
  const [text, setText] = useState('今年选派帮扶帮扶工作队。');
  return createElement(
    'div',
    null,
    createElement('textarea', {
      value: text,
      rows: 4,
      cols: 40,
      onChange: (event: { target: { value: string } }) => setText(event.target.value),
    }),
    createElement('output', null, text),
  );
}

createRoot(document.querySelector('#root')!).render(createElement(Form));
