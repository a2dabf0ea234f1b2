import { type NumberedItem, type NumberSeries, readNumbering } from '../document/numbering.ts';
import type { Document, Paragraph, Role } from '../document/types.ts';

/** How a numbered heading meets its text. */
export interface Shape {
  readonly item: NumberedItem;
  /** Words that run on from the heading in its own paragraph. */
  readonly runsOn: boolean;
  /** Paragraphs without number below it, before the next number. */
  readonly hasBody: boolean;
  /** Numbered items of a lower level below it. */
  readonly hasItems: boolean;
  /** Nothing at all stands behind it, so it may be what is being written now. */
  readonly isLast: boolean;
}

const END_MARKS = '。！？';
const NO_BODY: ReadonlySet<Role> = new Set(['blank', 'signature', 'date', 'closing', 'attachment']);

function isBelow(item: NumberedItem, candidate: NumberedItem | undefined): boolean {
  for (let above = candidate?.series.parent; above; above = above.series.parent) if (above === item) return true;
  return false;
}

/** Whether words follow the heading in its own paragraph, behind its mark. */
function runsOn({ heading, text, content }: Paragraph): boolean {
  if (!heading) return true;
  const end = heading.title[1];
  return end + (END_MARKS.includes(text.charAt(end)) && end < content[1] ? 1 : 0) < content[1];
}

function shapeOf(document: Document, item: NumberedItem, next: NumberedItem | undefined): Shape {
  const { paragraph, index } = item.block;
  const end = next ? next.block.index : document.blocks.length;
  let [hasBody, isLast] = [false, next === undefined];
  for (let at = index + 1; at < end; at++) {
    const { role } = document.blocks[at]!;
    if (!NO_BODY.has(role)) hasBody = true;
    if (role !== 'blank') isLast = false;
  }
  return { item, runsOn: runsOn(paragraph), hasBody, hasItems: isBelow(item, next), isLast };
}

const known = new WeakMap<Document, Map<NumberSeries, Shape[]>>();

/** The headings of each series and what stands below them. */
export function readShapes(document: Document): ReadonlyMap<NumberSeries, readonly Shape[]> {
  let shapes = known.get(document);
  if (!shapes) {
    shapes = new Map();
    const { items } = readNumbering(document);
    for (let index = 0; index < items.length; index++) {
      const item = items[index]!;
      const shape = shapeOf(document, item, items[index + 1]);
      const siblings = shapes.get(item.series);
      if (siblings) siblings.push(shape);
      else shapes.set(item.series, [shape]);
    }
    known.set(document, shapes);
  }
  return shapes;
}
