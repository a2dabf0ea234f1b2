import { spliceBetween } from '../document/splice.ts';
import type { Range } from '../document/types.ts';
import type { Fix } from '../engine/types.ts';

/** A fix as the writer sees it: what goes, what comes, and a little of what stays on either side. */
export interface FixPreview {
  readonly before: string;
  readonly removed: string;
  readonly added: string;
  readonly after: string;
}

const CONTEXT = 6;
const LONGEST = 40;

/** Long stretches keep their two ends. */
export function shorten(text: string): string {
  const characters = [...text];
  if (characters.length <= LONGEST) return text;
  const half = Math.floor(LONGEST / 2);
  return `${characters.slice(0, half).join('')}……${characters.slice(-half).join('')}`;
}

/** Line breaks as a sign; in what changes, blanks as well, since they may be all that changes. */
export const showBreaks = (text: string) => text.replace(/\r\n|[\n\r\u2028\u2029]/g, '↵');
const showBlanks = (text: string) => showBreaks(text).replace(/[ \u00a0\u3000\t]/g, '␣');

/** The text of a range, and what stands around it in its sentence. */
export interface Original {
  readonly before: string;
  readonly matched: string;
  readonly after: string;
}

/** A range with fewer letters tells nothing by itself: “察 → 查”, “, → ，” are shown among their neighbours. */
const TELLING = 2;
const isTelling = (words: string) => (words.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= TELLING;

/**
 * What a fix does to the text of `range`. A fix that reaches beyond the range, of which
 * the text is not at hand, shows only what it writes. Linear in the length of the texts.
 */
export function previewFix(original: Original, range: Range, fix: Fix): FixPreview {
  const { matched } = original;
  const [left, right] = isTelling(matched) ? ['', ''] : [original.before, original.after];
  const start = fix.range[0] - range[0];
  const end = fix.range[1] - range[0];
  if (start < 0 || end > matched.length) {
    return { before: '', removed: '', added: showBlanks(shorten(fix.text)), after: '' };
  }
  const fixed = matched.slice(0, start) + fix.text + matched.slice(end);
  const splice = spliceBetween(matched, fixed) ?? { start: matched.length, deleted: 0, inserted: '' };
  const before = [...left, ...matched.slice(0, splice.start)];
  const after = [...matched.slice(splice.start + splice.deleted), ...right];
  return {
    before: (before.length > CONTEXT ? '…' : '') + showBreaks(before.slice(-CONTEXT).join('')),
    removed: showBlanks(shorten(matched.slice(splice.start, splice.start + splice.deleted))),
    added: showBlanks(shorten(splice.inserted)),
    after: showBreaks(after.slice(0, CONTEXT).join('')) + (after.length > CONTEXT ? '…' : ''),
  };
}
