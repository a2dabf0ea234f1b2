import { type Splice, shiftOffset } from '../document/splice.ts';
import type { Fix } from '../engine/types.ts';

export const spliceOf = ({ range: [start, end], text }: Fix): Splice => ({
  start,
  deleted: end - start,
  inserted: text,
});

/** The fixes from the last to the first, so that one leaves the places of the others as they are. */
export const backToFront = (fixes: readonly Fix[]): Fix[] => [...fixes].sort((a, b) => b.range[0] - a.range[0]);

/** Where a caret stands after the fixes. */
export const shiftByFixes = (offset: number, fixes: readonly Fix[]): number =>
  backToFront(fixes).reduce((place, fix) => shiftOffset(place, spliceOf(fix)), offset);
