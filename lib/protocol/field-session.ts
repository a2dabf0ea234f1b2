import { applyFixes } from '../engine/fix.ts';
import type { Fix, KeyedIssue } from '../engine/types.ts';
import { type History, inverseFixes, settle, withStep } from '../engine/undo.ts';
import { keptIssues } from './issue-changes.ts';
import { MAX_TEXT_LENGTH } from './limits.ts';
import type { Answer, DocumentPart } from './messages.ts';

/** What is known of a text after a check. */
export interface Findings {
  readonly issues: readonly KeyedIssue[];
  /** Titles of rules that took too long on the text and are left out of it. */
  readonly stopped?: readonly string[];
  readonly documentType?: { readonly name: string; readonly parts: readonly DocumentPart[] };
}

/** Checks one text over its life; what an edit leaves alone need not be checked again. */
export type TextCheck = (text: string) => Findings;

export interface Edit {
  readonly version: number;
  readonly start: number;
  readonly deleted: number;
  readonly inserted: string;
}

/** The background's end of the sync of one text: the text as it is known here, and what was found in it. */
export class FieldSession {
  #text = '';
  #version = -1;
  #findings: Findings | undefined;
  #history: History = [];
  /** What the page was told last, since the text was opened. */
  #told: { readonly number: number; readonly length: number; readonly issues: readonly KeyedIssue[] } | undefined;
  #most = 0;
  #shown = 0;

  constructor(private check: TextCheck) {}

  get text(): string {
    return this.#text;
  }

  get version(): number {
    return this.#version;
  }

  /** Undefined until the text was first checked. */
  get findings(): Findings | undefined {
    return this.#findings;
  }

  /** The page tells the whole text, and knows of no answer before. */
  replace(version: number, text: string): void {
    this.#version = version;
    this.#text = text;
    this.#told = undefined;
  }

  /** Applies a splice; false, and nothing changes, where it does not fit the text that is known. */
  edit({ version, start, deleted, inserted }: Edit): boolean {
    const length = this.#text.length - deleted + inserted.length;
    const fits = version === this.#version + 1 && start + deleted <= this.#text.length && length <= MAX_TEXT_LENGTH;
    if (!fits) return false;
    this.#text = this.#text.slice(0, start) + inserted + this.#text.slice(start + deleted);
    this.#version = version;
    return true;
  }

  /** Fixes are about to be made in the page; see `undo`. */
  fixing(fixes: readonly Fix[]): void {
    const step = {
      kind: 'fix',
      after: applyFixes(this.#text, fixes),
      inverse: inverseFixes(this.#text, fixes),
    } as const;
    this.#history = withStep(this.#history, { ...step, words: '', count: fixes.length });
  }

  /** How many places the last fixes changed, as long as the text is as they left it. */
  get undoable(): number | undefined {
    return settle(this.#history, this.#text).at(-1)?.count;
  }

  /** The edits that take back the last fixes, which are forgotten with that; none where the text has changed since. */
  undo(): readonly Fix[] {
    const history = settle(this.#history, this.#text);
    this.#history = history.slice(0, -1);
    const last = history.at(-1);
    return last?.kind === 'fix' ? last.inverse : [];
  }

  /** Other rules or another language from the next check on. */
  checkWith(check: TextCheck): void {
    this.check = check;
  }

  run(): void {
    this.#findings = this.check(this.#text);
  }

  /** Tells the page which issues its text has; what it was told before is not told again. */
  answer(issues: readonly KeyedIssue[]): Answer {
    const before = this.#told;
    const number = (before?.number ?? 0) + 1;
    const { length } = this.#text;
    this.#told = { number, length, issues };
    if (!before) return { version: this.#version, number, issues };
    const kept = keptIssues(before.issues, issues, length - before.length);
    return {
      version: this.#version,
      number,
      kept,
      issues: issues.slice(kept.front, issues.length - kept.back),
    };
  }

  /** Takes note of how many issues are shown after a check or a change of settings. */
  count(shown: number): void {
    // An emptied field starts anew.
    this.#most = this.#text === '' ? 0 : Math.max(this.#most, shown);
    this.#shown = shown;
  }

  /** Issues cleared of the most there were at once. */
  get cleared(): number {
    return this.#most - this.#shown;
  }
}
