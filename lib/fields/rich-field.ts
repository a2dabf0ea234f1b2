/** Contenteditable regions: the plain ones and those that an editor keeps its own model of. */

import { applySplice, asReplacement, type Splice, spliceBetween } from '../document/splice.ts';
import type { Range as TextRange } from '../document/types.ts';
import type { Fix } from '../engine/types.ts';
import {
  actsOnEvents,
  deletesByKey,
  formattingSide,
  pressBackspace,
  selectionDelay,
  undoBoundariesOf,
} from './editors.ts';
import type { Field, Outcome } from './field.ts';
import { backToFront, shiftByFixes, spliceOf } from './fixes.ts';
import { type DomPoint, type FlowCache, type RichText, readRichText } from './rich-text.ts';
import { readSelection, regionAt, select, selectionSettled } from './selection.ts';

/** Editors that render by themselves answer within this, milliseconds; most at once. */
const ANSWER_TIME = 150;
/** How often a place is selected, when the selection does not last. */
const SELECTING_ATTEMPTS = 4;

export class RichField implements Field {
  readonly element: HTMLElement;
  #flows: FlowCache = new WeakMap();
  #read: RichText;

  constructor(element: HTMLElement) {
    this.element = element;
    this.#read = readRichText(element, this.#flows);
  }

  get text(): string {
    return this.#read.text;
  }

  read(): string {
    this.#read = readRichText(this.element, this.#flows);
    return this.#read.text;
  }

  /** Styles may have changed: the next reading asks CSS again. */
  forgetStyles(): void {
    this.#flows = new WeakMap();
  }

  /** DOM places to paint: one pair for each line of the range. */
  linesOf(range: TextRange): (readonly [DomPoint, DomPoint])[] {
    return this.#read.lines(range);
  }

  get selection(): TextRange | undefined {
    const points = readSelection(this.element);
    const start = points && this.#read.offsetOf(points[0].node, points[0].offset);
    const end = points && this.#read.offsetOf(points[1].node, points[1].offset);
    return start === undefined || end === undefined ? undefined : [start, end];
  }

  focus(selection: TextRange | undefined): void {
    if (!readSelection(this.element)) this.element.focus({ preventScroll: true });
    if (selection) select(this.element, this.#read.pointOf(selection[0]), this.#read.pointOf(selection[1]));
  }

  async replace(fixes: readonly Fix[], expected: string): Promise<Outcome> {
    let current = this.read();
    if (current !== expected) return { applied: 0, refused: fixes.length, reason: 'changed' };
    const { selection } = this;
    let applied = 0;
    for (const fix of backToFront(fixes)) {
      const refused = fixes.length - applied;
      if (this.read() !== current) return { applied, refused, reason: 'changed' };
      const wanted = applySplice(current, spliceOf(fix));
      const splice = spliceBetween(current, wanted);
      const result = splice ? await this.#replaceOnce(splice, current, wanted) : 'done';
      if (result !== 'done') {
        const isCovered = result === 'rejected' && this.element.ownerDocument.hidden;
        return { applied, refused, reason: isCovered ? 'covered' : result };
      }
      applied++;
      current = wanted;
    }
    if (selection) this.focus([shiftByFixes(selection[0], fixes), shiftByFixes(selection[1], fixes)]);
    return { applied, refused: 0 };
  }

  async #replaceOnce(splice: Splice, current: string, wanted: string): Promise<'done' | 'changed' | 'rejected'> {
    const { element } = this;
    const written = deletesByKey(element) ? splice : asReplacement(current, splice, formattingSide(element));
    const { start: from, deleted, inserted } = written ?? splice;
    const range = [from, from + deleted] as const;
    const undo = undoBoundariesOf(element);
    this.focus(undefined);
    undo.beforeSelecting?.();
    for (let attempt = 0; ; attempt++) {
      // What editors are told makes them split and join nodes; and the writer may type while they take their time.
      if (this.read() !== current) return 'changed';
      if (attempt > 0 && this.#isSelected(range)) break;
      // One that was just drawing has put the selection back to where it had it. An edit there would be a wrong one.
      if (attempt === SELECTING_ATTEMPTS) return 'rejected';
      const settled = selectionSettled(element, selectionDelay(element));
      const [start, end] = this.#read.span(range);
      select(element, start, end);
      await settled;
    }
    undo.beforeEditing?.();
    if (this.read() !== current) return 'changed';
    const points = this.#read.span(range);
    this.#edit(points, inserted);
    const done = await this.#answered(wanted);
    undo.afterEditing?.();
    return done ? 'done' : 'rejected';
  }

  #isSelected([start, end]: TextRange): boolean {
    const { selection } = this;
    return selection !== undefined && selection[0] === start && selection[1] === end;
  }

  /** Edits the selection, which spans `target`. */
  #edit(target: readonly [DomPoint, DomPoint], inserted: string): void {
    const { element } = this;
    if (inserted === '' && deletesByKey(element)) {
      pressBackspace(element);
      return;
    }
    const isTaken = !regionAt(element, target[0]).dispatchEvent(this.#inputEvent(target, inserted));
    if (isTaken || actsOnEvents(element)) return;
    element.ownerDocument.execCommand(inserted === '' ? 'delete' : 'insertText', false, inserted);
  }

  #inputEvent([start, end]: readonly [DomPoint, DomPoint], inserted: string): InputEvent {
    const view = this.element.ownerDocument.defaultView!;
    const replacing = actsOnEvents(this.element) ? 'insertText' : 'insertReplacementText';
    const target = new view.StaticRange({
      startContainer: start.node,
      startOffset: start.offset,
      endContainer: end.node,
      endOffset: end.offset,
    });
    return new view.InputEvent('beforeinput', {
      inputType: inserted === '' ? 'deleteContentBackward' : replacing,
      data: inserted === '' ? null : inserted,
      targetRanges: [target],
      bubbles: true,
      cancelable: true,
      composed: true,
    });
  }

  /** Waits until the text reads as wanted; false when it does not within the time. */
  async #answered(wanted: string): Promise<boolean> {
    const deadline = performance.now() + ANSWER_TIME;
    while (this.read() !== wanted) {
      if (performance.now() > deadline) return false;
      await new Promise((resolve) => setTimeout(resolve, 8));
    }
    return true;
  }
}
