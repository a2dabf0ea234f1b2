/** How issues look in the page: line and thickness tell the severity without its colour; the colour goes by the ground. */
import { SEVERITIES, type Severity } from '../engine/types.ts';
import { MARK_THEMES } from '../ui/theme.ts';
import { GROUNDS, type Ground } from './ground.ts';

/** Of all names that a page can see. */
export const PREFIX = 'qingyang-';
export const FLASH = `${PREFIX}flash`;

/** Name in CSS.highlights: 'qingyang-error-light', of a long passage 'qingyang-error-light-passage'. */
export const highlightName = (severity: Severity, ground: Ground, isPassage: boolean): string =>
  `${PREFIX}${severity}-${ground}${isPassage ? '-passage' : ''}`;

/** Part of the colour in the ground of a passage, which has a bar beside it and no line, in per cent. */
const PASSAGE_TINT = 7;

/** All names that there are. */
export const HIGHLIGHT_NAMES: readonly string[] = [
  ...SEVERITIES.flatMap((severity) =>
    GROUNDS.flatMap((ground) => [highlightName(severity, ground, false), highlightName(severity, ground, true)]),
  ),
  FLASH,
];

function rule(severity: Severity, ground: Ground): string {
  const { line, thickness, tint, colours } = MARK_THEMES[severity];
  // Older browsers paint no line under a highlight: the ground alone has to do there.
  return `::highlight(${highlightName(severity, ground, true)}){\
background-color:color-mix(in srgb,${colours[ground]} ${PASSAGE_TINT}%,transparent)}
::highlight(${highlightName(severity, ground, false)}){\
text-decoration:underline ${line} ${colours[ground]};text-decoration-thickness:${thickness};text-underline-offset:3px;\
text-decoration-skip-ink:none;background-color:color-mix(in srgb,${colours[ground]} ${tint}%,transparent)}`;
}

/** The style sheet of a document or a shadow root that has highlights in it. */
export const highlightStyles: string = [
  ...SEVERITIES.flatMap((severity) => GROUNDS.map((ground) => rule(severity, ground))),
  `::highlight(${FLASH}){background-color:rgb(255 196 0 / 55%)}`,
].join('\n');
