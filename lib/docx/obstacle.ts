import { partitionPoint } from '../document/search.ts';
import { spliceBetween } from '../document/splice.ts';
import type { Obstacle, TextEdit, WordFile } from './types.ts';

/** Characters that XML cannot hold, the page break, the mark of an object, and halves of a character. */
const UNWRITABLE =
  /[\u0000-\u0008\f\u000e-\u001f\ufffc\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

const LINE_BREAK = /[\n\r\u2028\u2029]/;

type Locks = Pick<WordFile, 'text' | 'paragraphs' | 'locked'>;

/** What forbids that the characters from `start` to `end` are replaced: a locked one among them, or a locked place between. */
function lockWithin({ locked }: Locks, start: number, end: number): Obstacle | undefined {
  const first = partitionPoint(locked.length, (index) => locked[index]!.range[1] > start);
  const lock = locked[first];
  return lock && lock.range[0] < end ? lock.reason : undefined;
}

/** An insertion needs a character beside it that is not locked, or a paragraph without any. */
function lockAround(file: Locks, at: number): Obstacle | undefined {
  const { paragraphs, locked } = file;
  const next = partitionPoint(paragraphs.length, (index) => paragraphs[index]!.range[0] > at);
  const paragraph = paragraphs[next - 1];
  if (!paragraph) return 'paragraphs';
  const { range, label } = paragraph;
  const start = label?.[1] ?? range[0];
  if (at < start) return 'label';
  if (start === range[1]) {
    const first = partitionPoint(locked.length, (index) => locked[index]!.range[1] >= at);
    const around = locked.slice(first, first + 2);
    return around.find(({ range: [from, to] }) => from === at && to === at)?.reason;
  }
  const before = at > start ? lockWithin(file, at - 1, at) : undefined;
  const after = at < range[1] ? lockWithin(file, at, at + 1) : undefined;
  const isFree = (at > start && !before) || (at < range[1] && !after);
  return isFree ? undefined : (before ?? after);
}

/**
 * Why an edit cannot be made in a Word file, or undefined where it can. Of an edit that leaves its edges as they are, only
 * the middle counts.
 */
export function obstacleTo(file: Locks, { range: [from, to], replacement }: TextEdit): Obstacle | undefined {
  const isInside = Number.isInteger(from) && Number.isInteger(to) && 0 <= from && from <= to && to <= file.text.length;
  if (!isInside) return 'overlap';
  const before = file.text.slice(from, to);
  const splice = spliceBetween(before, replacement);
  if (!splice) return undefined;
  const { start, deleted, inserted } = splice;
  if (LINE_BREAK.test(inserted + before.slice(start, start + deleted))) return 'paragraphs';
  if (UNWRITABLE.test(inserted)) return 'character';
  const at = from + start;
  return deleted > 0 ? lockWithin(file, at, at + deleted) : lockAround(file, at);
}
