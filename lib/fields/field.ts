/** What the rest of the program knows of a field: its text, its place, and how to edit it. */
import type { Range as TextRange } from '../document/types.ts';
import type { Fix } from '../engine/types.ts';

export type Refusal = 'changed' | 'rejected' | 'covered';

/** What became of a request to replace. */
export interface Outcome {
  readonly applied: number;
  readonly refused: number;
  /**
   * Why something was refused. 'changed': the text was not the expected one any more. 'rejected': the editor did not
   * take the edit, and the writer may copy the correction. 'covered': nor could it, since another window covers the page,
   * and editors that draw themselves rest.
   */
  readonly reason?: Refusal;
}

export interface Field {
  readonly element: HTMLElement;
  /** The text as it was last read. */
  readonly text: string;
  /** Reads the text anew; offsets of all other members count in what was read last. */
  read(): string;
  /** Offsets of the selection in the text; undefined while the field is not where the caret is. */
  readonly selection: TextRange | undefined;
  /** Gives the field the focus, and the selection if there is one. */
  focus(selection: TextRange | undefined): void;
  /**
   * Replaces as somebody would by hand, so that the page's editor knows of it and one undo takes it back. `expected`
   * is the text that the fixes were found in; fixes do not overlap. The caret stays where it was in the text.
   */
  replace(fixes: readonly Fix[], expected: string): Promise<Outcome>;
}
