import type { Document } from '../document/types.ts';
import type { CheckSession } from '../engine/checker.ts';
import type { Findings, TextCheck } from '../protocol/field-session.ts';

/** Tells what kind of document a text is and which parts it has, in the words of the interface. */
export type Describe = (document: Document) => Findings['documentType'];

/** What a rule is called in the interface. */
export type NameRule = (ruleId: string) => string;

/** A check of one text that keeps, from one version to the next, what an edit left alone. */
export function openTextCheck(session: CheckSession, describe: Describe, nameRule: NameRule): TextCheck {
  return (text) => {
    const issues = session.check(text);
    const documentType = describe(session.document);
    const stopped = [...session.stopped].map(nameRule);
    return { issues, ...(documentType && { documentType }), ...(stopped.length > 0 && { stopped }) };
  };
}
