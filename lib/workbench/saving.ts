/** What is written into a corrected copy of a file. */
import type { ChangeSet } from '@codemirror/state';
import type { Range } from '../document/types.ts';
import type { Remark, WordChanges } from '../docx/types.ts';
import type { KeyedIssue } from '../engine/types.ts';
import type { FileEdit } from './file-edits.ts';

/**
 * applied: as if typed. tracked: as tracked changes. commented: tracked, the reasons and what is left as comments.
 * comments: nothing is changed, all is said in comments.
 */
export const SAVE_MODES = ['applied', 'tracked', 'commented', 'comments'] as const;
export type SaveMode = (typeof SAVE_MODES)[number];

/** What a comment says. */
export interface RemarkWords {
  /** Of an edit, with its reason where it was a fix; `isMade`: it is there as a tracked change. */
  ofEdit(edit: FileEdit, isMade: boolean): string;
  ofIssue(issue: KeyedIssue): string;
}

export interface SaveChoice {
  readonly mode: SaveMode;
  /** Those that the writer has not left out. */
  readonly edits: readonly FileEdit[];
  /** Of the present text, not ignored. */
  readonly issues: readonly KeyedIssue[];
  /** From the file's text to the present one. */
  readonly changes: ChangeSet;
  readonly words: RemarkWords;
}

/** Where a range of the present text stands in the file's. */
function inFile(changes: ChangeSet, [start, end]: Range): Range {
  const back = changes.invertedDesc;
  const from = back.mapPos(start, 1);
  return [from, Math.max(from, back.mapPos(end, -1))];
}

/** Comments on what was found and is still there. Hints are matters of style: they stay in the list. */
function remarksOnIssues({ issues, changes, words }: SaveChoice): Remark[] {
  return issues
    .filter(({ severity }) => severity !== 'hint')
    .map((issue) => ({ range: inFile(changes, issue.range), text: words.ofIssue(issue) }));
}

/** A hand's edit that is there as a tracked change speaks for itself; a fix has a reason to tell. */
function remarksOnEdits({ mode, edits, words }: SaveChoice): Remark[] {
  const isMade = mode === 'commented';
  return edits
    .filter(({ origin }) => origin !== undefined || !isMade)
    .map((edit) => ({ range: edit.range, text: words.ofEdit(edit, isMade) }));
}

/** All that `saveWordFile` is told but author and date. */
export function wordChanges(choice: SaveChoice): Pick<WordChanges, 'edits' | 'remarks' | 'as'> {
  const { mode, edits } = choice;
  const hasRemarks = mode === 'commented' || mode === 'comments';
  return {
    edits: mode === 'comments' ? [] : edits.map(({ range, replacement }) => ({ range, replacement })),
    remarks: hasRemarks ? [...remarksOnEdits(choice), ...remarksOnIssues(choice)] : [],
    as: mode === 'applied' ? 'applied' : 'tracked',
  };
}

/** The file's text with edits of it made. */
export function withEdits(text: string, edits: readonly FileEdit[]): string {
  let end = 0;
  let result = '';
  for (const { range, replacement } of edits) {
    result += text.slice(end, range[0]) + replacement;
    end = range[1];
  }
  return result + text.slice(end);
}

/** Name of the corrected copy, never that of the file: “总结.docx” → “总结（清样修订）.docx”. `extension` has its dot. */
export function copyName(name: string, suffix: string, extension: string): string {
  const stem = name.replace(/\.[^.\s]{1,5}$/u, '') || name;
  return `${stem}${suffix}${extension}`;
}
