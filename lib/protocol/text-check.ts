import type { Checker } from '../engine/checker.ts';
import type { TextCheck } from './field-session.ts';

/** A check of one text that keeps, from one version to the next, what an edit left alone. */
export function openTextCheck(checker: Checker): TextCheck {
  const session = checker.open();
  return (text) => ({ issues: session.check(text) });
}
