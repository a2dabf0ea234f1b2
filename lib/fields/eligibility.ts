/** Which elements of a page are fields that somebody writes text in. */
import { BLOCK_EDITOR } from './editors.ts';

/** Pages opt out with this attribute on the field or anything around it; `spellcheck="false"` is no opt-out. */
export const OPT_OUT = '[data-qingyang="off"]';

const EDITABLE = '[contenteditable]:not([contenteditable="false" i])';
/** Everything that can be a field; what is not one after all, `isField` refuses. */
export const CANDIDATES = `textarea, input:not([type]), input[type="text" i], ${EDITABLE}, ${BLOCK_EDITOR}`;

/** Text inputs for something other than text: what a browser fills in, codes, filters, pickers. */
const SINGLE_PURPOSE =
  /^(?:(?:home|work|mobile|fax|pager|shipping|billing|section-\S*)\s+)*(?:username|email|tel\S*|url|one-time-code|cc-\S+|bday\S*|postal-code|country\S*|current-password|new-password|webauthn)$/i;
const PICKER_ROLES = /^(?:combobox|searchbox|spinbutton|listbox)$/i;
const NUMERIC_MODES = /^(?:none|numeric|decimal|tel|email|url|search)$/i;
/** Shorter than this, an input holds a code or a number. */
const SHORTEST_INPUT = 12;
/** Editors hide a textarea of a few pixels to catch keys with; CSS pixels. */
const SMALLEST = { width: 40, height: 12 } as const;

/** The element's parent across shadow roots. */
export const composedParent = (element: Element): Element | null =>
  element.assignedSlot ?? element.parentElement ?? hostOf(element);

const hostOf = (element: Element): Element | null => {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
};

/** `closest` that goes on through the hosts of shadow roots. */
export function composedClosest(element: Element, selector: string): Element | null {
  for (let start: Element | null = element; start; start = hostOf(start)) {
    const found = start.closest(selector);
    if (found) return found;
  }
  return null;
}

export const isFormField = (element: Element): element is HTMLTextAreaElement | HTMLInputElement =>
  element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;

function isTextInput(input: HTMLInputElement): boolean {
  if (input.type !== 'text') return false;
  if (PICKER_ROLES.test(input.getAttribute('role') ?? '') || input.list) return false;
  if (NUMERIC_MODES.test(input.inputMode)) return false;
  if (SINGLE_PURPOSE.test(input.getAttribute('autocomplete')?.trim() ?? '')) return false;
  if (composedClosest(input, '[role="search"], search')) return false;
  return !(input.maxLength >= 0 && input.maxLength < SHORTEST_INPUT);
}

/** Whether the element is the outermost of its editable region. */
function isEditingHost(element: HTMLElement): boolean {
  if (!element.isContentEditable) return false;
  // An editable part of an uneditable object inside an editor belongs to that editor's text.
  const { parentElement } = element;
  return !parentElement?.closest(`${EDITABLE}, ${BLOCK_EDITOR}`);
}

const isBlockEditor = (element: Element) => element.matches(BLOCK_EDITOR) && element.querySelector(EDITABLE) !== null;

const isReadOnly = (element: Element) =>
  element.getAttribute('aria-readonly') === 'true' ||
  element.getAttribute('aria-disabled') === 'true' ||
  element.matches(':disabled, .mce-content-readonly') ||
  (isFormField(element) && element.readOnly);

/** Whether it takes up room in the page now. Editors keep the textarea they replace, hidden. */
export function isRendered(element: HTMLElement): boolean {
  if (!element.checkVisibility({ visibilityProperty: true })) return false;
  return element.offsetWidth >= SMALLEST.width && element.offsetHeight >= SMALLEST.height;
}

/** Whether the writer's text is in this element, and it may be read. */
export function isField(element: Element): element is HTMLElement {
  if (!(element instanceof HTMLElement) || !element.isConnected) return false;
  const isKind =
    element instanceof HTMLInputElement
      ? isTextInput(element)
      : element instanceof HTMLTextAreaElement ||
        isEditingHost(element) ||
        isBlockEditor(element) ||
        isDesignBody(element);
  return isKind && !isReadOnly(element) && isRendered(element) && composedClosest(element, OPT_OUT) === null;
}

/** Older editors switch a whole frame to editing. */
const isDesignBody = (element: Element) =>
  element === element.ownerDocument.body && element.ownerDocument.designMode === 'on';
