/** What of the page is at a place where something of ours might stand. */
import { isFormField } from '../fields/eligibility.ts';
import type { Box } from '../highlight/overlay.ts';

const CONTROLS =
  'a,button,input,select,textarea,summary,label,iframe,[role=button],[role=link],[role=menuitem],[tabindex]';

/** The corners and the middle of a box, a pixel inside. */
const points = ({ left, top, right, bottom }: Box): readonly (readonly [number, number])[] => [
  [left + 1, top + 1],
  [right - 1, top + 1],
  [(left + right) / 2, (top + bottom) / 2],
  [left + 1, bottom - 1],
  [right - 1, bottom - 1],
];

/** Whether the box covers a control of the page's, or, where it is to be inside the field, lies under something else. */
export function hasControlAt(field: HTMLElement, box: Box, isInside: boolean): boolean {
  const root = field.getRootNode() as Document | ShadowRoot;
  return points(box).some(([x, y]) => {
    const top = root.elementFromPoint(x, y);
    if (isInside) return !top || !field.contains(top) || top.closest(CONTROLS)?.contains(field) === false;
    return top?.closest(CONTROLS) != null;
  });
}

/** Whether words stand there: those of the field, or of the page beside it. */
export function hasTextAt(field: HTMLElement, box: Box): boolean {
  const { ownerDocument } = field;
  // Chromium has it since version 128.
  if (!('caretPositionFromPoint' in ownerDocument)) return false;
  return points(box).some(([x, y]) => {
    const place = ownerDocument.caretPositionFromPoint(x, y);
    if (!place) return false;
    const { offsetNode, offset } = place;
    // Of a form field it is not known where a letter is: behind the end of a line there is none.
    if (offsetNode instanceof Element && isFormField(offsetNode))
      return !/^(?:\n|$)/.test(offsetNode.value.slice(offset));
    if (!(offsetNode instanceof Text)) return false;
    const letters = ownerDocument.createRange();
    letters.setStart(offsetNode, Math.max(offset - 1, 0));
    letters.setEnd(offsetNode, Math.min(offset + 1, offsetNode.length));
    return [...letters.getClientRects()].some(
      (rect) => rect.left < box.right && rect.right > box.left && rect.top < box.bottom && rect.bottom > box.top,
    );
  });
}
