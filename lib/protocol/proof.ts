/**
 * What the workbench and the background say to each other: the sync of a field's text, for the texts of whole files.
 * Both ends are pages of the extension.
 */
import type { CheckScope } from '../engine/checker.ts';
import type { ModelState } from '../language/model-loader.ts';
import type { Answer, ChecklistMessage, DocumentPart, FieldId, FrameMessage } from './messages.ts';
import { parseChecklistMessage, parseFrameMessage } from './validate.ts';

export const PROOF_PORT = 'proof';

/** Workbench → background. */
export type ProofMessage =
  | (Extract<FrameMessage, { type: 'open' }> & { scope: CheckScope })
  | Extract<FrameMessage, { type: 'edit' | 'close' }>
  /** Turns a rule on or off for good. */
  | Extract<ChecklistMessage, { type: 'rule' }>;

/** Background → workbench. */
export type ProofCommand =
  /** How much of a long text has been checked, from 0 to 1. */
  | { type: 'progress'; field: FieldId; done: number }
  /** All issues, hints and ignored ones among them. */
  | {
      type: 'findings';
      field: FieldId;
      answer: Answer;
      stopped?: readonly string[];
      documentType?: { readonly name: string; readonly parts: readonly DocumentPart[] };
    }
  | { type: 'resend'; field: FieldId }
  | { type: 'model'; state: ModelState };

const SCOPES: readonly unknown[] = ['document', 'paragraph'] satisfies CheckScope[];

/** The message of a workbench, or undefined where it is not one. */
export function parseProofMessage(value: unknown): ProofMessage | undefined {
  const message = parseFrameMessage(value);
  if (message?.type === 'edit' || message?.type === 'close') return message;
  if (message?.type !== 'open') {
    const choice = parseChecklistMessage(value);
    return choice?.type === 'rule' ? choice : undefined;
  }
  return SCOPES.includes((message as { scope?: unknown }).scope) ? (message as ProofMessage) : undefined;
}
