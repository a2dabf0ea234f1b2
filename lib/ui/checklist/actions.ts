import type { Range } from '../../document/types.ts';
import type { ChecklistIssue, FixChoice } from '../../protocol/messages.ts';
import type { ListOrder } from '../../settings/settings.ts';
import type { Row } from './rows.ts';

/** What the writer can do about the issues of a text. */
export interface ReviewActions {
  reveal(range: Range): void;
  /** Applies the certain fix, or the suggestion of that index, to all places of the issue's cause. */
  fix(issue: ChecklistIssue, suggestion?: number): void;
  fixChosen(choices: readonly FixChoice[]): void;
  /** Takes back the last fixes. */
  undoFix(): void;
  ignore(row: Row): void;
  stopIgnoring(row: Row): void;
  /** The rule says no more of those words, wherever they stand. Not `silenced`: takes it back. */
  silence(ruleId: string, words: string, silenced: boolean): void;
  setRule(ruleId: string, on: boolean): void;
  /** Adds a word to the writer's own. */
  addWord(word: string): void;
  removeWord(word: string): void;
  /** Remembers the order of the list. */
  setOrder?(order: ListOrder): void;
}

/** What the checklist of a tab offers besides; drawn only where it is possible. */
export interface ChecklistActions extends ReviewActions {
  setSite(enabled: boolean): void;
  openSettings(): void;
  /** The line that tells what is new has been read. */
  dismissNews(): void;
  /** Opens the checklist beside the page. */
  readonly openPanel?: () => void;
  /** Opens the checklist in a window that stays. */
  readonly detach?: () => void;
  /** Opens the page for whole files. */
  readonly openWorkbench?: () => void;
}
