import type { Range } from '../../document/types.ts';
import type { ChecklistIssue } from '../../protocol/messages.ts';
import type { ListedIssue } from './order.ts';

/** What the writer can do from the checklist. */
export interface ChecklistActions {
  reveal(range: Range): void;
  /** Applies the certain fix, or the suggestion of that index, to all places of the issue's cause. */
  fix(issue: ChecklistIssue, suggestion?: number): void;
  fixAll(): void;
  ignore(issue: ListedIssue): void;
  stopIgnoring(issue: ListedIssue): void;
  /** Adds a word to the writer's own. */
  addWord(word: string): void;
  removeWord(word: string): void;
  setSite(enabled: boolean): void;
  openSettings(): void;
  /** Opens the checklist in a window that stays; undefined where it is in one. */
  readonly detach?: () => void;
}
