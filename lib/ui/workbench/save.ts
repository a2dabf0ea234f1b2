/** Makes the corrected copy of a file. */
import type { FileEdit } from '../../workbench/file-edits.ts';
import { type StartWorker, writeWordFile } from '../../workbench/file-work.ts';
import { copyName, type RemarkWords, withEdits, wordChanges } from '../../workbench/saving.ts';
import type { SaveRequest } from './save-dialog.tsx';
import { workbenchText as text } from './text.ts';
import type { WorkbenchFile } from './workbench-file.ts';

export interface CorrectedCopy {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** MIME type. */
  readonly type: string;
  /** Edits that the file could not take after all. */
  readonly unmade: number;
}

const WORD_TYPES = {
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.docm': 'application/vnd.ms-word.document.macroEnabled.12',
} as const;
const BYTE_ORDER_MARK = '\ufeff';

/** Which extension the copy has: a Word file keeps its own, with it its macros. */
function extensionOf({ name, word }: WorkbenchFile): keyof typeof WORD_TYPES | '.md' | '.txt' {
  if (word) return /\.docm$/i.test(name) ? '.docm' : '.docx';
  return /\.(?:md|markdown)$/i.test(name) ? '.md' : '.txt';
}

/** Under which name the copy of a file is written. */
export const nameOfCopy = (file: WorkbenchFile): string => copyName(file.name, text('suffix'), extensionOf(file));

function changeWords(before: string, after: string): string {
  if (before === '') return text('changeInsert', after);
  return after === '' ? text('changeRemove', before) : text('change', before, after);
}

/** What comments say of a file's edits and issues. */
function remarkWords(file: WorkbenchFile): RemarkWords {
  return {
    ofEdit(edit, isMade) {
      const { origin, range, replacement } = edit;
      const change = changeWords(file.originalText.slice(...range), replacement);
      if (!origin) return text('remarkHand', change);
      const { message, basis } = origin.issue;
      const reason = basis === undefined ? message : `${message}${text('basis', basis)}`;
      return isMade ? reason : text('remarkFix', reason, change);
    },
    ofIssue(issue) {
      const { message, basis, fix, suggestions } = issue;
      const reason = basis === undefined ? message : `${message}${text('basis', basis)}`;
      const offered = fix ?? suggestions?.[0]?.fix;
      if (!offered) return reason;
      const obstacle = file.obstacle(offered);
      const words = text('remarkOffer', reason, changeWords(file.text.slice(...offered.range), offered.text));
      return obstacle ? text('remarkObstacle', words, text(`obstacle_${obstacle}`)) : words;
    },
  };
}

/** The file's text with the ticked edits, in UTF-8, with the line ends and the mark that it had. */
function correctedText({ opened, originalText }: WorkbenchFile, edits: readonly FileEdit[]): Uint8Array {
  const made = withEdits(originalText, edits);
  if (opened.format !== 'text') return new TextEncoder().encode(made);
  const ended = opened.text.includes('\r\n') ? made.replaceAll('\n', '\r\n') : made;
  return new TextEncoder().encode((opened.hasByteOrderMark ? BYTE_ORDER_MARK : '') + ended);
}

/**
 * The corrected copy of a file.
 *
 * @throws where the file cannot be written, as `writeWordFile` does
 */
export async function corrected(
  file: WorkbenchFile,
  { mode, edits }: SaveRequest,
  startWorker: StartWorker,
  date: Date,
): Promise<CorrectedCopy> {
  const name = nameOfCopy(file);
  const extension = extensionOf(file);
  if (extension === '.txt' || extension === '.md') {
    return { name, bytes: correctedText(file, edits), type: 'text/plain', unmade: 0 };
  }
  const { issues, changes } = file;
  const { bytes, unmadeEdits } = await writeWordFile(startWorker, file.bytes, {
    ...wordChanges({ mode, edits, issues, changes, words: remarkWords(file) }),
    author: text('author'),
    date,
  });
  return { name, bytes, type: WORD_TYPES[extension], unmade: unmadeEdits.length };
}
