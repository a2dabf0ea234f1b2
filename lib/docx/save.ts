/** A Word file with its corrections: applied, or as tracked changes, and remarks as comments. */
import { partitionPoint } from '../document/search.ts';
import { spliceBetween } from '../document/splice.ts';
import type { Range } from '../document/types.ts';
import { addComments, type Comment, commentMarks, commentPlace, placeOf } from './comments.ts';
import { type Byline, Ids, Markup } from './markup.ts';
import { obstacleTo } from './obstacle.ts';
import type { Paragraph } from './paragraph.ts';
import { type Mark, type ParagraphEdit, reviseParagraph } from './revise.ts';
import { Splices } from './splices.ts';
import { readStories } from './stories.ts';
import type { Obstacle, Remark, SavedWordFile, TextEdit, Unmade, WordChanges } from './types.ts';
import { openPackage, wordFileOf } from './word-file.ts';

/** What is to be done in one paragraph. */
interface Work {
  readonly edits: ParagraphEdit[];
  readonly marks: Mark[];
}

/** The edits that can be made, reduced to what they change and by their places; and those that cannot. */
function sortEdits(edits: readonly TextEdit[], obstacle: (edit: TextEdit) => Obstacle | undefined, text: string) {
  const made: TextEdit[] = [];
  const unmade: { readonly edit: TextEdit; readonly reason: Obstacle }[] = [];
  const inOrder = [...edits].sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
  let end = -1;
  let isInsertion = false;
  for (const edit of inOrder) {
    const [from, to] = edit.range;
    const overlaps = from < end || (from === end && isInsertion && from === to);
    const reason = overlaps ? 'overlap' : obstacle(edit);
    if (reason) {
      unmade.push({ edit, reason });
      continue;
    }
    end = to;
    isInsertion = from === to;
    const splice = spliceBetween(text.slice(from, to), edit.replacement);
    if (!splice) continue;
    const start = from + splice.start;
    made.push({ range: [start, start + splice.deleted], replacement: splice.inserted });
  }
  return { made, unmade };
}

/**
 * Writes changes into a Word file. What they do not touch stays byte for byte as it was; a file without changes is
 * returned as it is.
 * @param bytes the file as it was opened; all ranges count in its text
 * Throws `UnreadableFile` as `openWordFile` does.
 */
export function saveWordFile(bytes: Uint8Array, changes: WordChanges): SavedWordFile {
  const pkg = openPackage(bytes);
  const stories = readStories(pkg);
  const { paragraphs } = stories;
  const file = wordFileOf(pkg, stories);
  const { made, unmade } = sortEdits(changes.edits, (edit) => obstacleTo(file, edit), file.text);
  const paragraphAt = (offset: number) =>
    paragraphs[partitionPoint(paragraphs.length, (index) => paragraphs[index]!.start > offset) - 1]!;

  const works = new Map<Paragraph, Work>();
  const workOf = (paragraph: Paragraph): Work => {
    const work = works.get(paragraph) ?? { edits: [], marks: [] };
    works.set(paragraph, work);
    return work;
  };
  for (const { range, replacement } of made) {
    const paragraph = paragraphAt(range[0]);
    const start = placeOf(paragraph, range[0]).at;
    workOf(paragraph).edits.push({ start, end: start + range[1] - range[0], inserted: replacement });
  }

  const byline: Byline = { author: changes.author, date: changes.date };
  const ids = new Ids(pkg.parsed().map(({ xml }) => xml));
  const markup = new Markup(pkg.main.root.scope, byline);
  const comments: Comment[] = [];
  const comment = (range: Range, text: string): Obstacle | undefined => {
    if (!isWithin(range, file.text)) return 'overlap';
    if (paragraphs.length === 0) return 'no-comment';
    const place = commentPlace(placeOf(paragraphAt(range[0]), range[0]), placeOf(paragraphAt(range[1]), range[1]));
    if (!place) return 'no-comment';
    const id = ids.next();
    const { before, behind } = commentMarks(markup, id);
    workOf(place.start.paragraph).marks.push({ at: place.start.at, side: 'before', markup: before });
    workOf(place.end.paragraph).marks.push({ at: place.end.at, side: 'behind', markup: behind });
    comments.push({ id, text });
    return undefined;
  };
  const unmadeRemarks = changes.remarks.flatMap((remark): Unmade<Remark>[] => {
    const reason = comment(remark.range, remark.text);
    return reason ? [{ change: remark, reason, isCommented: false }] : [];
  });
  const unmadeEdits = unmade.map(({ edit, reason }): Unmade<TextEdit> => {
    const text = changes.remarkOn?.(edit, reason);
    return { change: edit, reason, isCommented: text !== undefined && comment(edit.range, text) === undefined };
  });

  const splices = new Splices();
  for (const [paragraph, { edits, marks }] of works) {
    const scope = paragraph.part.root.scope;
    const writing = { splices, ids, markup: new Markup(scope, byline), isTracked: changes.as === 'tracked' };
    reviseParagraph(paragraph, edits, marks, writing);
  }
  const added = comments.length > 0 ? addComments(pkg, comments, byline, splices) : [];
  return { bytes: pkg.container.write(new Map([...splices.contents(), ...added])), unmadeEdits, unmadeRemarks };
}

const isWithin = ([from, to]: Range, { length }: string): boolean =>
  Number.isInteger(from) && Number.isInteger(to) && 0 <= from && from <= to && to <= length;
