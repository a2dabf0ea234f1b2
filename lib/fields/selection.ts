/** The selection inside an editable region, also in a shadow root. */
import type { DomPoint } from './rich-text.ts';

/** Editors act on `selectionchange`, which comes a task later; milliseconds to wait for one that may not come. */
const SETTLE_TIME = 30;

/** Chrome keeps a selection in each shadow root. */
type RootWithSelection = DocumentOrShadowRoot & { getSelection?(): Selection | null };

function selectionOf(element: Element): Selection | null {
  const root = element.getRootNode() as Document | ShadowRoot;
  return (root as RootWithSelection).getSelection?.() ?? element.ownerDocument.getSelection();
}

/** Start and end of the selection when both are inside the element, and the element has the focus. */
export function readSelection(element: HTMLElement): readonly [DomPoint, DomPoint] | undefined {
  const root = element.getRootNode() as Document | ShadowRoot;
  const { activeElement } = root;
  if (!activeElement || !(element.contains(activeElement) || activeElement.contains(element))) return undefined;
  const selection = selectionOf(element);
  if (!selection || selection.rangeCount === 0) return undefined;
  const range =
    root instanceof ShadowRoot && 'getComposedRanges' in selection
      ? selection.getComposedRanges({ shadowRoots: [root] })[0]
      : selection.getRangeAt(0);
  if (!range || !element.contains(range.startContainer) || !element.contains(range.endContainer)) return undefined;
  return [
    { node: range.startContainer, offset: range.startOffset },
    { node: range.endContainer, offset: range.endOffset },
  ];
}

/** The editable region that the place is in: the element, or one of several within it. */
export function regionAt(element: HTMLElement, { node }: DomPoint): HTMLElement {
  const around = node instanceof Element ? node : node.parentElement;
  const region = around?.closest<HTMLElement>('[contenteditable]:not([contenteditable="false" i])');
  return region && element.contains(region) ? region : element;
}

export function select(element: HTMLElement, start: DomPoint, end: DomPoint): void {
  const region = regionAt(element, start);
  if (region !== element && !region.matches(':focus-within')) region.focus({ preventScroll: true });
  selectionOf(element)?.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
}

/**
 * Resolves `delay` milliseconds after the next `selectionchange`, or after the time in which none has come. Call it
 * before selecting.
 */
export function selectionSettled(element: HTMLElement, delay: number): Promise<void> {
  return new Promise((resolve) => {
    const done = new AbortController();
    const settle = () => {
      done.abort();
      // The editor's own listener may have been added behind this one.
      setTimeout(resolve, delay);
    };
    element.ownerDocument.addEventListener('selectionchange', settle, { signal: done.signal });
    const timer = setTimeout(settle, SETTLE_TIME);
    done.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });
}
