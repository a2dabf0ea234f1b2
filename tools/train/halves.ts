/**
 * The character model has counted the collected sentences that the judge learns from, and the candidate table knows
 * their misspellings. So that the judge meets text as it will when it is new, each half of these sentences is read with
 * a model and a table made without it.
 */
export type Half = 0 | 1;
export const HALVES: readonly Half[] = [0, 1];

/** Decided by the right sentence alone, so that different mistakes in one sentence stay together. */
export function halfOf(right: string): Half {
  let hash = 0x811c9dc5;
  for (let i = 0; i < right.length; i++) hash = Math.imul(hash ^ right.charCodeAt(i), 0x01000193);
  return ((hash >>> 12) & 1) as Half;
}

/** File of the model that was made without one half. */
export const modelWithout = (model: 'characters' | 'candidates', half: Half) => `${model}-without-${half}.bin`;
