/**
 * Colours and line styles of every surface. A category is told by its colour and, for whoever does not see the colour,
 * by the style of its line; categories that share a style are far apart in hue. Text colours reach 4.5:1 on `surface`
 * and on their own tint (tests/unit/ui/theme.test.ts computes it).
 */
import { CATEGORIES, type Category, type Severity } from '../engine/types.ts';

export type LineStyle = 'wavy' | 'double' | 'dashed' | 'dotted' | 'solid';

export interface CategoryTheme {
  readonly line: LineStyle;
  /** Text and line on a light ground, as #rrggbb. */
  readonly light: string;
  /** Text and line on a dark ground, as #rrggbb. */
  readonly dark: string;
}

export const CATEGORY_THEMES: Readonly<Record<Category, CategoryTheme>> = {
  typo: { line: 'wavy', light: '#c0261b', dark: '#ff9388' },
  placeholder: { line: 'dashed', light: '#9a4a00', dark: '#ffb561' },
  residue: { line: 'dotted', light: '#6a5848', dark: '#d3c0ad' },
  repetition: { line: 'double', light: '#7638c2', dark: '#cdaaff' },
  structure: { line: 'solid', light: '#1a5cbd', dark: '#8fbcff' },
  count: { line: 'dashed', light: '#0a6779', dark: '#68d3e8' },
  number: { line: 'dotted', light: '#0a6e53', dark: '#63d9b2' },
  punctuation: { line: 'wavy', light: '#a82472', dark: '#ff9ad2' },
  wording: { line: 'solid', light: '#586300', dark: '#cbd75f' },
  consistency: { line: 'double', light: '#3b4bc4', dark: '#aab4ff' },
};

export interface MarkTheme {
  readonly line: LineStyle;
  readonly thickness: string;
  /** Part of the colour in the ground of the mark, in per cent. */
  readonly tint: number;
  /** By how light the ground is: each reaches 3:1 on every ground that is called so. */
  readonly colours: Readonly<Record<'light' | 'middle' | 'dark', string>>;
}

/** The marks under the words, three looks that are told apart without colour too. */
export const MARK_THEMES: Readonly<Record<Severity, MarkTheme>> = {
  error: {
    line: 'wavy',
    thickness: '2px',
    tint: 12,
    colours: { light: '#b3271c', middle: '#5c0b05', dark: '#ffc9c2' },
  },
  warning: {
    line: 'dashed',
    thickness: '2px',
    tint: 8,
    colours: { light: '#8a5300', middle: '#3d2400', dark: '#ffd089' },
  },
  hint: {
    line: 'dotted',
    thickness: '2px',
    tint: 0,
    colours: { light: '#1a5cbd', middle: '#06214f', dark: '#bcd6ff' },
  },
};

const LIGHT = {
  surface: '#ffffff',
  raised: '#f6f5f3',
  pressed: '#eceae6',
  border: '#dedbd5',
  text: '#1d1c1a',
  quiet: '#63605a',
  accent: '#b3271c',
  'on-accent': '#ffffff',
  warning: '#8a5300',
  good: '#0a6e4a',
  focus: '#1a5cbd',
  removed: '#fbe3df',
  added: '#dcf1e4',
} as const;

const DARK: Readonly<Record<keyof typeof LIGHT, string>> = {
  surface: '#1f1e1c',
  raised: '#2a2927',
  pressed: '#363431',
  border: '#45433f',
  text: '#f0eeea',
  quiet: '#b3afa8',
  accent: '#ff9388',
  'on-accent': '#2b0a07',
  warning: '#f2b65c',
  good: '#6ed6a4',
  focus: '#8fbcff',
  removed: '#57251f',
  added: '#1b4431',
};

export const PALETTES = { light: LIGHT, dark: DARK } as const;

function declarations(scheme: 'light' | 'dark'): string {
  const palette = Object.entries(PALETTES[scheme]).map(([name, value]) => `--qy-${name}:${value};`);
  const categories = CATEGORIES.map((category) => `--qy-${category}:${CATEGORY_THEMES[category][scheme]};`);
  return [...palette, ...categories].join('');
}

const lines = CATEGORIES.map(
  (category) =>
    `[data-category="${category}"]{--qy-category:var(--qy-${category});--qy-line:${CATEGORY_THEMES[category].line}}`,
).join('\n');

const HAN = '"PingFang SC","Microsoft YaHei UI","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC"';
const LATIN = '"SF Pro Text","Segoe UI",Roboto,"Helvetica Neue",Arial,"Liberation Sans","DejaVu Sans"';

/** Quotation marks have one character for both scripts: the first font decides how wide they are. */
const fonts = `:lang(zh){font-family:${HAN},system-ui,sans-serif}
:lang(en){font-family:${LATIN},${HAN},system-ui,sans-serif}
`;

export type Scheme = keyof typeof PALETTES;

/** Fonts and colours for a shadow root in a page, by that page's own ground. */
export const themeOf = (scheme: Scheme): string => `:host{color-scheme:${scheme};${declarations(scheme)}}
${lines}
${fonts}`;

/** Fonts, and the colours as custom properties, for a page of the extension, following the system's scheme. */
export const themeStyles = `:root{color-scheme:light dark;${declarations('light')}}
@media (prefers-color-scheme:dark){:root{${declarations('dark')}}}
${lines}
${fonts}`;
