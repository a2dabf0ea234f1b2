/** A line around the field that an open checklist is about. */
import { schemeOf } from '../highlight/ground.ts';
import { createOverlay, visibleBox } from '../highlight/overlay.ts';
import type { Placement } from '../highlight/placement.ts';
import { PALETTES } from '../ui/theme.ts';

/** Pixels around the field. */
const DISTANCE = 3;

/** Draws the line until the signal aborts. */
export function outlineField(element: HTMLElement, placement: Placement, signal: AbortSignal): void {
  const overlay = createOverlay(element, 'qingyang-outline', '', signal);
  overlay.host.setAttribute('aria-hidden', 'true');
  const { ownerDocument } = element;
  const line = ownerDocument.createElement('div');
  Object.assign(line.style, {
    position: 'absolute',
    boxSizing: 'border-box',
    border: `2px solid ${PALETTES[schemeOf(element)].focus}`,
    borderRadius: '6px',
    opacity: '.7',
  });
  overlay.root.append(line);
  overlay.ensure();
  const measure = () => {
    const origin = overlay.host.getBoundingClientRect();
    const { left, top, right, bottom } = visibleBox(element);
    return () =>
      void Object.assign(line.style, {
        left: `${left - origin.left - DISTANCE}px`,
        top: `${top - origin.top - DISTANCE}px`,
        width: `${Math.max(0, right - left) + 2 * DISTANCE}px`,
        height: `${Math.max(0, bottom - top) + 2 * DISTANCE}px`,
      });
  };
  const resized = new ResizeObserver(() => measure()());
  resized.observe(element);
  signal.addEventListener('abort', () => resized.disconnect(), { once: true });
  placement.add({ element, measure }, signal);
  measure()();
}
