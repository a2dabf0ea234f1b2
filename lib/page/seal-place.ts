/** Where the seal stands at its field. Pixels of the viewport throughout. */
import type { Box } from '../highlight/overlay.ts';
import type { Size } from './beside.ts';

/** From the field's edges. */
const INSET = 4;
const GAP = 2;

/** Corners in the order in which they are tried: inside the field, and just outside it. */
const CORNERS = ['bottom', 'top', 'below', 'above'] as const;
export type Corner = (typeof CORNERS)[number];

/** The upper left corner of the seal at that corner of the field, always at its right edge. */
export function sealPlace(field: Box, { width, height }: Size, corner: Corner): { left: number; top: number } {
  const left = Math.max(field.left, field.right - width - INSET);
  const tops = {
    bottom: field.bottom - height - INSET,
    top: field.top + INSET,
    below: field.bottom + GAP,
    above: field.top - height - GAP,
  };
  return { left, top: tops[corner] };
}

/** The first corner that is free; where none is, the lower one inside. */
export const chooseCorner = (isFree: (corner: Corner) => boolean): Corner => CORNERS.find(isFree) ?? 'bottom';
