/** Where something of ours is put beside words of the page. Pixels of the viewport throughout. */
import type { Box } from '../highlight/overlay.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Free between it and the words, and between it and the edges of the viewport. */
const GAP = 6;
export const MARGIN = 8;

const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high));

/**
 * The upper left corner for a box of that size: below the anchor or above it, else, in a low frame, to its right or left;
 * never over the line that is being written, where that can be helped.
 */
export function placeBeside(anchor: Box, size: Size, viewport: Size, written?: Box): { left: number; top: number } {
  const { width, height } = size;
  const right = viewport.width - MARGIN - width;
  const bottom = viewport.height - MARGIN - height;
  const along = clamp(anchor.left, MARGIN, right);
  const across = clamp(anchor.top, MARGIN, bottom);
  const places = [
    { left: along, top: anchor.bottom + GAP },
    { left: along, top: anchor.top - GAP - height },
    { left: anchor.right + GAP, top: across },
    { left: anchor.left - GAP - width, top: across },
  ];
  const fitting = places.filter(({ left, top }) => left >= MARGIN && top >= MARGIN && left <= right && top <= bottom);
  const isFree = ({ left, top }: { left: number; top: number }) =>
    !written || !overlap({ left, top, right: left + width, bottom: top + height }, written);
  const { left, top } = fitting.find(isFree) ?? fitting[0] ?? places[0]!;
  return { left: clamp(left, MARGIN, right), top: clamp(top, MARGIN, bottom) };
}
