/** How issues look in the page. Colour and line tell the category, thickness and ground the severity. */
import { CATEGORIES, type Category, SEVERITIES, type Severity } from '../engine/types.ts';
import { composedParent } from '../fields/eligibility.ts';
import { CATEGORY_THEMES } from '../ui/theme.ts';

export type Ground = 'light' | 'dark';

const PREFIX = 'qingyang-';
export const FLASH = `${PREFIX}flash`;

/** Name in CSS.highlights: 'qingyang-typo-error', on a dark ground 'qingyang-typo-error-dark'. */
export const highlightName = (category: Category, severity: Severity, ground: Ground): string =>
  `${PREFIX}${category}-${severity}${ground === 'dark' ? '-dark' : ''}`;

const WEIGHTS: Readonly<Record<Severity, { thickness: string; tint: number }>> = {
  error: { thickness: '2px', tint: 14 },
  warning: { thickness: '1.5px', tint: 9 },
  hint: { thickness: '1px', tint: 5 },
};

function rule(category: Category, severity: Severity, ground: Ground): string {
  const { line, [ground]: colour } = CATEGORY_THEMES[category];
  const { thickness, tint } = WEIGHTS[severity];
  // Older browsers paint no line under a highlight: the ground alone has to do there.
  return `::highlight(${highlightName(category, severity, ground)}){\
text-decoration:underline ${line} ${colour};text-decoration-thickness:${thickness};text-underline-offset:3px;\
text-decoration-skip-ink:none;background-color:color-mix(in srgb,${colour} ${tint}%,transparent)}`;
}

/** The style sheet of a document or a shadow root that has highlights in it. */
export const highlightStyles: string = [
  ...CATEGORIES.flatMap((category) =>
    SEVERITIES.flatMap((severity) => [rule(category, severity, 'light'), rule(category, severity, 'dark')]),
  ),
  `::highlight(${FLASH}){background-color:rgb(255 196 0 / 55%)}`,
].join('\n');

/** Lightness from 0 to 1 and opacity of a computed colour: 'rgb(…)', 'color(srgb …)', 'oklch(…)' and the like. */
export function lightnessOf(colour: string): { lightness: number; alpha: number } {
  // Names of colour spaces have digits in them.
  const channels = colour.replace(/^color\([\w-]+/, '').match(/-?[\d.]+(?:e-?\d+)?/g);
  const [first = 1, green = 1, blue = 1, alpha = 1] = channels?.map(Number) ?? [];
  if (colour.startsWith('okl')) return { lightness: first, alpha };
  if (colour.startsWith('l')) return { lightness: first / 100, alpha };
  const most = colour.startsWith('rgb') ? 255 : 1;
  return { lightness: (0.2126 * first + 0.7152 * green + 0.0722 * blue) / most, alpha };
}

/** Whether text on the element stands on a dark ground: the first opaque background around it decides. */
export function groundOf(element: Element): Ground {
  for (let at: Element | null = element; at; at = composedParent(at)) {
    const { lightness, alpha } = lightnessOf(getComputedStyle(at).backgroundColor);
    if (alpha >= 0.5) return lightness < 0.43 ? 'dark' : 'light';
  }
  // Nothing painted: the browser's own ground shows through, whose colour only that of the text on it tells.
  return lightnessOf(getComputedStyle(element).color).lightness > 0.57 ? 'dark' : 'light';
}
