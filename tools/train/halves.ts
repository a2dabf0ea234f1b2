/**
 * The candidate table knows pairs from the collected misspellings that the judge learns from. So that the judge meets
 * candidates as it will in new text, each half of these sentences is read with a table made from the other half.
 */
export type Half = 0 | 1;
export const HALVES: readonly Half[] = [0, 1];

/** Decided by the right sentence alone, so that different mistakes in one sentence stay together. */
export function halfOf(right: string): Half {
  let hash = 0x811c9dc5;
  for (let i = 0; i < right.length; i++) hash = Math.imul(hash ^ right.charCodeAt(i), 0x01000193);
  return ((hash >>> 12) & 1) as Half;
}

/** File of the candidate table that was made without one half. */
export const candidatesWithout = (half: Half) => `candidates-without-${half}.bin`;
