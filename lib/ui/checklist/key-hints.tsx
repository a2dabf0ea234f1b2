import { text } from '../text.ts';

export function KeyHints() {
  const hints = [
    ['↑↓', text('keySelect')],
    ['Enter', text('keyFix')],
    [text('keySpaceName'), text('keyReveal')],
    ['Del', text('keyIgnore')],
  ] as const;
  return (
    <p class="keys">
      {hints.map(([key, meaning]) => (
        <span key={key}>
          <kbd>{key}</kbd> {meaning}
        </span>
      ))}
    </p>
  );
}
