import { describe, expect, it } from 'vitest';
import { SEVERITIES } from '../../../lib/engine/types.ts';
import { groundFor, luminanceOf } from '../../../lib/highlight/ground.ts';
import { MARK_THEMES } from '../../../lib/ui/theme.ts';

it.each([
  ['rgb(255, 255, 255)', 1, 1],
  ['rgba(0, 0, 0, 0)', 0, 0],
  ['rgb(128, 128, 128)', 0.216, 1],
  ['color(srgb 1 1 1)', 1, 1],
  ['color(display-p3 0.5 0.5 0.5 / 0.5)', 0.214, 0.5],
  ['oklch(0.985 0.002 247.8)', 0.956, 1],
  ['oklab(0.6 0.01 -0.02 / 0.9)', 0.216, 0.9],
  ['lab(53.6 0 0)', 0.216, 1],
])('knows how light %s is', (colour, luminance, alpha) => {
  const found = luminanceOf(colour);
  expect(found.luminance).toBeCloseTo(luminance, 2);
  expect(found.alpha).toBeCloseTo(alpha, 2);
});

describe('marks', () => {
  const rgb = (colour: string) => `rgb(${[1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)).join()})`;
  const contrast = (a: number, b: number) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);

  it.each(SEVERITIES)('%s is legible on every ground', (severity) => {
    for (let luminance = 0; luminance <= 1; luminance += 0.005) {
      const colour = MARK_THEMES[severity].colours[groundFor(luminance)];
      expect(contrast(luminanceOf(rgb(colour)).luminance, luminance)).toBeGreaterThanOrEqual(3);
    }
  });

  it('are told apart without colour', () => {
    expect(new Set(SEVERITIES.map((severity) => MARK_THEMES[severity].line)).size).toBe(SEVERITIES.length);
  });
});
