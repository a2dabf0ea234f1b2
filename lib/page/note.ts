/** One quiet line beside a field, which stays until the writer closes it or the field goes. */
import { autoUpdate, computePosition, flip, offset, shift } from '@floating-ui/dom';
import { schemeOf } from '../highlight/ground.ts';
import { createOverlay } from '../highlight/overlay.ts';
import { currentLocale, text } from '../ui/text.ts';
import { themeOf } from '../ui/theme.ts';

const STYLES = `.note{position:fixed;top:0;left:0;display:flex;gap:4px;align-items:center;box-sizing:border-box;
max-width:min(420px,calc(100vw - 16px));padding:2px 4px 2px 12px;font-size:13px;line-height:1.5;pointer-events:auto;
color:var(--qy-text);background:var(--qy-surface);border:1px solid var(--qy-border);border-radius:8px;
box-shadow:0 1px 2px rgb(0 0 0 / 8%),0 4px 16px rgb(0 0 0 / 12%)}
p{margin:4px 0}
button{flex:none;width:28px;height:28px;font:inherit;color:var(--qy-quiet);cursor:pointer;background:none;border:0;border-radius:6px}
button:hover{background:var(--qy-raised)}
button:focus-visible{outline:2px solid var(--qy-focus);outline-offset:-2px}`;

/** Pixels that stay free between the note, the field and the edges of the viewport. */
const MARGIN = 6;

/** Shows the line, and returns what takes it away. It knows nothing of the extension, which may be gone. */
export function showNote(element: HTMLElement, line: string): () => void {
  const { ownerDocument } = element;
  const life = new AbortController();
  const { signal } = life;
  const { root, ensure } = createOverlay(element, 'qingyang-note', themeOf(schemeOf(element)) + STYLES, signal);
  const note = ownerDocument.createElement('div');
  note.className = 'note';
  note.lang = currentLocale();
  note.setAttribute('role', 'status');
  const words = ownerDocument.createElement('p');
  words.textContent = line;
  const close = ownerDocument.createElement('button');
  close.type = 'button';
  close.textContent = '✕';
  close.setAttribute('aria-label', text('closeNote'));
  close.addEventListener('click', ({ isTrusted }) => isTrusted && life.abort(), { signal });
  // A press leaves the focus in the field.
  note.addEventListener('mousedown', (event) => event.preventDefault(), { signal });
  note.append(words, close);
  root.append(note);
  ensure();

  const place = async () => {
    if (!element.isConnected) {
      life.abort();
      return;
    }
    const { x, y } = await computePosition(element, note, {
      strategy: 'fixed',
      placement: 'bottom-start',
      middleware: [offset(MARGIN), flip({ padding: MARGIN }), shift({ padding: MARGIN, crossAxis: true })],
    });
    note.style.transform = `translate(${Math.round(x)}px,${Math.round(y)}px)`;
  };
  signal.addEventListener(
    'abort',
    autoUpdate(element, note, () => void place()),
    { once: true },
  );
  return () => life.abort();
}
