/** The editors under test. The page script of each is tests/e2e/editors/pages/<script>.ts. */

export interface EditorUnderTest {
  readonly name: string;
  readonly script: string;
  /** False where the text has no formatting: bold and links are left out of the content. */
  readonly isRich: boolean;
  /** One line only. */
  readonly isSingleLine?: true;
  /** The text lives in a frame of its own. */
  readonly isFramed?: true;
  /** Scripts and styles that must be loaded by address, since they look for their own parts there. */
  readonly scripts?: readonly string[];
  readonly styles?: readonly string[];
  /** Keys that redo. */
  readonly redo?: 'Ctrl+Y';
}

export const EDITORS: readonly EditorUnderTest[] = [
  { name: 'textarea', script: 'textarea', isRich: false },
  { name: 'input', script: 'input', isRich: false, isSingleLine: true },
  { name: 'contenteditable', script: 'contenteditable', isRich: true },
];
