/** How light the ground is that a field's text stands on. */
import { composedParent } from '../fields/eligibility.ts';
import type { Scheme } from '../ui/theme.ts';

export const GROUNDS = ['light', 'middle', 'dark'] as const;
export type Ground = (typeof GROUNDS)[number];

/** WCAG relative luminance from which on a ground is light, and below which it is dark. */
const LIGHTEST_MIDDLE = 0.46;
const DARKEST_MIDDLE = 0.18;
/** Text lighter than this does not stand on a light ground. */
const LIGHT_TEXT = 0.28;
/** What is left to shine through when a ground is taken for opaque. */
const OPAQUE = 0.05;

export const groundFor = (luminance: number): Ground =>
  luminance >= LIGHTEST_MIDDLE ? 'light' : luminance >= DARKEST_MIDDLE ? 'middle' : 'dark';

const linear = (channel: number) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);

/** WCAG relative luminance and opacity, from 0 to 1, of a computed colour: 'rgb(…)', 'color(srgb …)', 'oklch(…)' and the like. */
export function luminanceOf(colour: string): { luminance: number; alpha: number } {
  // Names of colour spaces have digits in them.
  const channels = colour.replace(/^color\([\w-]+/, '').match(/-?[\d.]+(?:e-?\d+)?/g);
  const [first = 1, green = 1, blue = 1, alpha = 1] = channels?.map(Number) ?? [];
  if (colour.startsWith('okl')) return { luminance: first ** 3, alpha };
  if (colour.startsWith('l')) return { luminance: first > 8 ? ((first + 16) / 116) ** 3 : first / 903.3, alpha };
  const most = colour.startsWith('rgb') ? 255 : 1;
  const [r, g, b] = [first, green, blue].map((channel) => linear(Math.min(Math.max(channel / most, 0), 1)));
  return { luminance: 0.2126 * r! + 0.7152 * g! + 0.0722 * b!, alpha };
}

/** The ground of text on the element: the backgrounds around it, one showing through the other. */
export function groundOf(element: Element): Ground {
  let light = 0;
  let left = 1;
  for (let at: Element | null = element; at && left > OPAQUE; at = composedParent(at)) {
    const { backgroundColor, backgroundImage } = getComputedStyle(at);
    // Of a picture, only the text that was chosen for it tells.
    if (backgroundImage !== 'none') break;
    const { luminance, alpha } = luminanceOf(backgroundColor);
    light += left * alpha * luminance;
    left *= 1 - alpha;
  }
  // Nothing more is painted: the browser's own ground shows through, whose colour again the text tells.
  if (left > OPAQUE) light += left * (luminanceOf(getComputedStyle(element).color).luminance > LIGHT_TEXT ? 0 : 1);
  return groundFor(light);
}

/** The colours that something of ours has beside the element. */
export const schemeOf = (element: Element): Scheme => (groundOf(element) === 'dark' ? 'dark' : 'light');
