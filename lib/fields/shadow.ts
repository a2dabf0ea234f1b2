/** Shadow roots, closed ones too: browsers open them to extensions. */

type OpenOrClosed = (element: Element) => ShadowRoot | null;

const chromeDom = (globalThis as { chrome?: { dom?: { openOrClosedShadowRoot?: OpenOrClosed } } }).chrome?.dom;

/** Chrome no longer opens closed ones to a script whose extension has just gone, which is about to be ended. */
function openedByChrome(element: HTMLElement, open: OpenOrClosed): ShadowRoot | null {
  try {
    return open(element);
  } catch (error) {
    if (String(error).includes('context invalidated')) return element.shadowRoot;
    throw error;
  }
}

/** The element's shadow root, open or closed; null when it has none, or is of a kind that cannot have one. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  // Firefox has it on the element, Chrome in its extension interface, which takes HTML elements alone.
  if ('openOrClosedShadowRoot' in element) return element.openOrClosedShadowRoot as ShadowRoot | null;
  if (!(element instanceof HTMLElement)) return null;
  const open = chromeDom?.openOrClosedShadowRoot;
  return open ? openedByChrome(element, open) : element.shadowRoot;
}
