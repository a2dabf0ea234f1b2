/** How issues look in the page: line and thickness tell the severity without its colour; the colour goes by the ground. */
import { SEVERITIES, type Severity } from '../engine/types.ts';
import { MARK_THEMES } from '../ui/theme.ts';
import { GROUNDS, type Ground } from './ground.ts';

const PREFIX = 'qingyang-';
export const FLASH = `${PREFIX}flash`;

/** Name in CSS.highlights: 'qingyang-error-light'. */
export const highlightName = (severity: Severity, ground: Ground): string => `${PREFIX}${severity}-${ground}`;

function rule(severity: Severity, ground: Ground): string {
  const { line, thickness, tint, colours } = MARK_THEMES[severity];
  // Older browsers paint no line under a highlight: the ground alone has to do there.
  return `::highlight(${highlightName(severity, ground)}){\
text-decoration:underline ${line} ${colours[ground]};text-decoration-thickness:${thickness};text-underline-offset:3px;\
text-decoration-skip-ink:none;background-color:color-mix(in srgb,${colours[ground]} ${tint}%,transparent)}`;
}

/** The style sheet of a document or a shadow root that has highlights in it. */
export const highlightStyles: string = [
  ...SEVERITIES.flatMap((severity) => GROUNDS.map((ground) => rule(severity, ground))),
  `::highlight(${FLASH}){background-color:rgb(255 196 0 / 55%)}`,
].join('\n');
