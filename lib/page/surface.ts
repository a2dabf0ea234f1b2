/**
 * A place of ours in the page, in a closed shadow root. The page sees that it is there, and when and where it is pressed; its
 * scripts do not get inside, unless they have defined an element of the same name before us: see docs/security.md.
 */
import { createOverlay, type Overlay } from '../highlight/overlay.ts';
import { PressGuard } from './press-guard.ts';

// The host keeps every style of the page out, and with it those that are set on it from inside.
const STYLES = `.place{font-size:14px;line-height:1.6;position:fixed;top:0;left:0;width:max-content;pointer-events:auto}
.place:focus{outline:none}
/* A press leaves the focus in the field, so only the keyboard brings it here; Chrome does not always believe that. */
.place button:focus{outline:2px solid var(--qy-focus);outline-offset:1px}`;

/** What happens inside is no business of the page's. */
const KEPT_EVENTS = [
  'click',
  'dblclick',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'input',
  'focusin',
  'focusout',
  'contextmenu',
];

export interface Surface extends Overlay {
  readonly box: HTMLElement;
  readonly guard: PressGuard;
  /** Puts the box's upper left corner there, in pixels of the viewport. */
  moveTo(left: number, top: number): void;
}

/** A box above the layer of `element`, empty as yet. It goes when `signal` aborts. */
export function openSurface(element: Element, name: string, styles: string, signal: AbortSignal): Surface {
  const overlay = createOverlay(element, name, styles + STYLES, signal);
  const box = element.ownerDocument.createElement('div');
  box.className = 'place';
  overlay.root.append(box);
  const guard = new PressGuard(overlay.root, signal);
  // A press must not take the focus, and with it the caret, out of the field.
  box.addEventListener('mousedown', (event) => event.preventDefault(), { signal });
  for (const type of KEPT_EVENTS) overlay.root.addEventListener(type, (event) => event.stopPropagation(), { signal });
  overlay.ensure();
  const moveTo = (left: number, top: number) => {
    box.style.transform = `translate(${Math.round(left)}px,${Math.round(top)}px)`;
    guard.moved(left, top);
  };
  return { ...overlay, box, guard, moveTo };
}
