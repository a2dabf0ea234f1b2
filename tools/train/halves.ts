/**
 * The character model has counted one half of the collected sentences; the judges learn from the other half, so that they
 * meet text as it will be when it is new. The shipped candidate table knows the misspellings of all, the one for learning
 * those of the counted half only. For cross-validation the half that is learned from falls into two folds.
 */
export type Fold = 0 | 1;
export const FOLDS: readonly Fold[] = [0, 1];

/** Decided by the right sentence alone, so that different mistakes in one sentence stay together. */
function hashOf(right: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < right.length; i++) hash = Math.imul(hash ^ right.charCodeAt(i), 0x01000193);
  return hash;
}

/** Whether the character model counts the sentence; the judges learn from the others. */
export const isCounted = (right: string): boolean => ((hashOf(right) >>> 12) & 1) === 0;

export const foldOf = (right: string): Fold => ((hashOf(right) >>> 14) & 1) as Fold;

/** File of the candidate table that knows the counted half only. */
export const CANDIDATES_OF_HALF = 'candidates-half.bin';

/** File of the judge that has not learned from one fold. */
export const judgeWithout = (judge: 'judge' | 'slips', fold: Fold) => `${judge}-without-${fold}.bin`;
