import type { KeyedIssue } from '../../engine/types.ts';
import type { ListSettings } from './issues.tsx';
import type { SaveRequest } from './save-dialog.tsx';
import type { WorkbenchFile } from './workbench-file.ts';

/** What the person can do on the workbench beside what the desk and its files do themselves. */
export interface WorkbenchActions {
  open(files: readonly File[]): void;
  write(): void;
  save(file: WorkbenchFile, request: SaveRequest): void;
  openRecord(file: WorkbenchFile): void;
  openSettings(): void;
  ignore(issues: readonly KeyedIssue[]): void;
  addWord(word: string): void;
  /** What the list changes in the settings. */
  readonly list: ListSettings;
}
