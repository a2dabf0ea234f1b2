/** Textareas and text inputs. */

import { spliceBetween } from '../document/splice.ts';
import type { Range as TextRange } from '../document/types.ts';
import { applyFixes } from '../engine/fix.ts';
import type { Fix } from '../engine/types.ts';
import type { Field, Outcome } from './field.ts';
import { shiftByFixes } from './fixes.ts';

export type FormElement = HTMLTextAreaElement | HTMLInputElement;

export class FormField implements Field {
  readonly element: FormElement;
  text: string;

  constructor(element: FormElement) {
    this.element = element;
    this.text = element.value;
  }

  read(): string {
    this.text = this.element.value;
    return this.text;
  }

  get selection(): TextRange | undefined {
    const { element } = this;
    if (!element.matches(':focus')) return undefined;
    return [element.selectionStart ?? 0, element.selectionEnd ?? 0];
  }

  focus(selection: TextRange | undefined): void {
    this.element.focus({ preventScroll: true });
    if (selection) this.element.setSelectionRange(...selection);
  }

  /** All fixes are one edit, so that one undo takes them all back. */
  async replace(fixes: readonly Fix[], expected: string): Promise<Outcome> {
    if (this.read() !== expected) return { applied: 0, refused: fixes.length, reason: 'changed' };
    const wanted = applyFixes(expected, fixes);
    const splice = spliceBetween(expected, wanted);
    if (!splice) return { applied: fixes.length, refused: 0 };
    const { selection, element } = this;
    const { start, deleted, inserted } = splice;
    this.focus([start, start + deleted]);
    write(element.ownerDocument, inserted);
    if (this.read() !== wanted) return { applied: 0, refused: fixes.length, reason: 'rejected' };
    if (selection) this.focus([shiftByFixes(selection[0], fixes), shiftByFixes(selection[1], fixes)]);
    return { applied: fixes.length, refused: 0 };
  }
}

/** What has a meaning in HTML. */
const MARKUP = /[&<>]/g;

/**
 * Writes over the selection, as one step for undo. Chrome lays the whole field out again for each line that
 * `insertText` brings, which takes minutes for thousands; as HTML, of which a form field keeps the text alone, they
 * come at once. Firefox has no such command here and no need of it.
 */
function write(document: Document, inserted: string): void {
  if (inserted.includes('\n') && document.queryCommandEnabled('insertHTML')) {
    const escaped = inserted.replace(MARKUP, (character) => `&#${character.charCodeAt(0)};`);
    document.execCommand('insertHTML', false, escaped);
  } else {
    document.execCommand(inserted === '' ? 'delete' : 'insertText', false, inserted);
  }
}
