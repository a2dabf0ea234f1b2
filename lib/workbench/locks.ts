/** Edits that the file cannot take are not made, and said. */
import { EditorState, type Extension, type Text, type Transaction } from '@codemirror/state';
import { obstacleTo } from '../docx/obstacle.ts';
import type { Obstacle, WordFile } from '../docx/types.ts';
import { changesOf, editsBetween } from './file-edits.ts';

type Locks = Pick<WordFile, 'text' | 'paragraphs' | 'locked'>;

/** Why a Word file cannot take what a transaction does; undefined where it can. */
export function obstacleOf(transaction: Transaction, file: Locks, before: Text): Obstacle | undefined {
  const changes = changesOf(transaction.startState).compose(transaction.changes);
  const touched = transaction.changes;
  for (const { range, replacement, present } of editsBetween(changes, before)) {
    if (!touches(touched, present)) continue;
    const obstacle = obstacleTo(file, { range, replacement });
    if (obstacle) return obstacle;
  }
  return undefined;
}

/** Whether changes write within or beside a range of the text behind them. */
function touches(changes: Transaction['changes'], [start, end]: readonly [number, number]): boolean {
  let isTouched = false;
  changes.iterChangedRanges((_from, _to, fromNow, toNow) => {
    isTouched ||= fromNow <= end && toNow >= start;
  });
  return isTouched;
}

/** Refuses what the file cannot take. `refused` is told why, after the transaction that was refused. */
export function locked(file: Locks, before: Text, refused: (reason: Obstacle) => void): Extension {
  return EditorState.transactionFilter.of((transaction) => {
    if (!transaction.docChanged) return transaction;
    const obstacle = obstacleOf(transaction, file, before);
    if (!obstacle) return transaction;
    queueMicrotask(() => refused(obstacle));
    return [];
  });
}
