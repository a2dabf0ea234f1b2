import { describe, expect, it } from 'vitest';
import { CATEGORIES } from '../../../lib/engine/types.ts';
import { CATEGORY_THEMES, PALETTES } from '../../../lib/ui/theme.ts';

/** WCAG 2.2 relative luminance of an #rrggbb colour. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(a: string, b: string): number {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter! + 0.05) / (darker! + 0.05);
}

describe.each(['light', 'dark'] as const)('theme, %s', (scheme) => {
  const palette = PALETTES[scheme];
  const grounds = [palette.surface, palette.raised, palette.pressed];

  it.each(CATEGORIES)('%s is legible on every ground', (category) => {
    for (const ground of grounds)
      expect(contrast(CATEGORY_THEMES[category][scheme], ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['text', 'quiet', 'accent', 'warning', 'good', 'focus'] as const)('%s is legible on every ground', (name) => {
    for (const ground of grounds) expect(contrast(palette[name], ground)).toBeGreaterThanOrEqual(4.5);
  });

  it('text is legible on what is removed, added and filled', () => {
    expect(contrast(palette.text, palette.removed)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.text, palette.added)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette['on-accent'], palette.accent)).toBeGreaterThanOrEqual(4.5);
  });
});

it('tells any two categories apart by colour and, among the nearest, by line', () => {
  expect(new Set(CATEGORIES.map((category) => CATEGORY_THEMES[category].light)).size).toBe(CATEGORIES.length);
  expect(new Set(CATEGORIES.map((category) => CATEGORY_THEMES[category].line)).size).toBe(5);
});
