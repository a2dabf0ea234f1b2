import { expect, it } from 'vitest';
import { lightnessOf } from '../../../lib/highlight/styles.ts';

it.each([
  ['rgb(255, 255, 255)', 1, 1],
  ['rgba(0, 0, 0, 0)', 0, 0],
  ['rgb(59, 59, 59)', 0.23, 1],
  ['color(srgb 1 1 1)', 1, 1],
  ['color(display-p3 0.1 0.1 0.1 / 0.5)', 0.1, 0.5],
  ['oklch(0.985 0.002 247.8)', 0.985, 1],
  ['oklab(0.13 0.01 -0.02 / 0.9)', 0.13, 0.9],
  ['lab(98 0 0)', 0.98, 1],
])('knows how light %s is', (colour, lightness, alpha) => {
  const found = lightnessOf(colour);
  expect(found.lightness).toBeCloseTo(lightness, 2);
  expect(found.alpha).toBeCloseTo(alpha, 2);
});
