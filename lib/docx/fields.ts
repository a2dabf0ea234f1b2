/**
 * Fields of a story: “begin, instruction, separate, result, end”, spread over runs and paragraphs and within each other.
 * Their instructions are no text, and most of their results are computed again by Word.
 */

import type { XmlElement } from './xml.ts';

/** Fields whose result is what a person wrote. */
const WRITTEN = /^\s*(?:HYPERLINK|FORMTEXT)\b/i;

/** Whether the result of a field with that instruction is a person's text, not Word's. */
export const isWritten = (instruction: string): boolean => WRITTEN.test(instruction);

/** Elements between which something stands that cannot be cut; comments stand beside it. */
export interface Holder {
  readonly first: XmlElement;
  /** Undefined where it has not ended. */
  last: XmlElement | undefined;
}

interface OpenField {
  instruction: string;
  hasResult: boolean;
  readonly holder: Holder;
}

export class Fields {
  readonly #open: OpenField[] = [];

  /** A `w:fldChar` of that type, in a run. An end without a beginning is passed over. */
  mark(type: string | undefined, run: XmlElement): void {
    if (type === 'begin') {
      this.#open.push({ instruction: '', hasResult: false, holder: { first: run, last: undefined } });
    } else if (type === 'end') {
      const field = this.#open.pop();
      if (field) field.holder.last = run;
    } else if (type === 'separate' && this.#open.length > 0) this.#open.at(-1)!.hasResult = true;
  }

  instruct(text: string): void {
    const field = this.#open.at(-1);
    if (field && !field.hasResult) field.instruction += text;
  }

  /** Whether what comes now is part of an instruction. */
  get isInstruction(): boolean {
    return this.#open.some(({ hasResult }) => !hasResult);
  }

  /** Whether what comes now would be part of an instruction or computed. */
  get isOpen(): boolean {
    return this.isInstruction || this.computed !== undefined;
  }

  /** The outermost field that computes what comes now. */
  get computed(): Holder | undefined {
    return this.#open.find(({ instruction }) => !isWritten(instruction))?.holder;
  }
}
