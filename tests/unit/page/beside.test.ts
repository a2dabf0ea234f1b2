import { expect, it } from 'vitest';
import { placeBeside } from '../../../lib/page/beside.ts';

const VIEWPORT = { width: 1000, height: 800 };
const SIZE = { width: 300, height: 200 };
const box = (left: number, top: number, width = 60, height = 20) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

it('stands below the words', () => {
  expect(placeBeside(box(100, 100), SIZE, VIEWPORT)).toEqual({ left: 100, top: 126 });
});

it('stands above them at the foot of the page', () => {
  expect(placeBeside(box(100, 700), SIZE, VIEWPORT)).toEqual({ left: 100, top: 494 });
});

it('stands above them when the line below is being written', () => {
  expect(placeBeside(box(100, 300), SIZE, VIEWPORT, box(0, 330, 900))).toEqual({ left: 100, top: 94 });
});

it('covers the line being written rather than leave the viewport', () => {
  expect(placeBeside(box(100, 100), SIZE, { width: 380, height: 400 }, box(0, 130, 300))).toEqual({
    left: 72,
    top: 126,
  });
});

it('stands to the right in a low frame, and to the left where that is no room', () => {
  const low = { width: 1000, height: 216 };
  expect(placeBeside(box(100, 90), SIZE, low)).toEqual({ left: 166, top: 8 });
  expect(placeBeside(box(800, 90), SIZE, low)).toEqual({ left: 494, top: 8 });
});

it('stays in sight however little room there is', () => {
  expect(placeBeside(box(900, 90), SIZE, { width: 320, height: 150 })).toEqual({ left: 12, top: 8 });
});
