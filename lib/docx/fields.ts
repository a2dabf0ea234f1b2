/**
 * Fields of a story: “begin, instruction, separate, result, end”, spread over runs and paragraphs and within each other.
 * Their instructions are no text, and most of their results are computed again by Word.
 */

/** Fields whose result is what a person wrote. */
const WRITTEN = /^\s*(?:HYPERLINK|FORMTEXT)\b/i;

/** Whether the result of a field with that instruction is a person's text, not Word's. */
export const isWritten = (instruction: string): boolean => WRITTEN.test(instruction);

interface OpenField {
  instruction: string;
  hasResult: boolean;
}

export class Fields {
  readonly #open: OpenField[] = [];

  /** A `w:fldChar` of that type. An end without a beginning is passed over. */
  mark(type: string | undefined): void {
    if (type === 'begin') this.#open.push({ instruction: '', hasResult: false });
    else if (type === 'end') this.#open.pop();
    else if (type === 'separate' && this.#open.length > 0) this.#open.at(-1)!.hasResult = true;
  }

  instruct(text: string): void {
    const field = this.#open.at(-1);
    if (field && !field.hasResult) field.instruction += text;
  }

  /** Whether what comes now is part of an instruction. */
  get isInstruction(): boolean {
    return this.#open.some(({ hasResult }) => !hasResult);
  }

  /** Whether what comes now is computed by Word. */
  get isComputed(): boolean {
    return this.#open.some(({ instruction }) => !isWritten(instruction));
  }
}
