/** Changes of a paragraph as splices of its XML: runs are split where a change begins and ends, and nothing else is touched. */
import { partitionPoint } from '../document/search.ts';
import type { Ids, Markup } from './markup.ts';
import type { Paragraph, TextItem } from './paragraph.ts';
import type { Splices } from './splices.ts';
import { child, type XmlElement } from './xml.ts';

/** Offsets count from the paragraph's first character behind its label. */
export interface ParagraphEdit {
  readonly start: number;
  readonly end: number;
  readonly inserted: string;
}

/** Something that stands between runs: where a comment begins or ends. */
export interface Mark {
  readonly at: number;
  /** Before the character at that place, or behind the one that ends there. */
  readonly side: 'before' | 'behind';
  readonly markup: string;
}

/** One stretch of a changed item. */
type Segment =
  | { readonly kind: 'text'; readonly state: 'kept' | 'deleted' | 'inserted'; readonly text: string }
  | { readonly kind: 'element'; readonly state: 'kept' | 'deleted'; readonly markup: string }
  | { readonly kind: 'mark'; readonly markup: string };

/** A segment that stands at one place. Insertions come before the end of a comment, and that before another's beginning. */
interface Event {
  readonly at: number;
  readonly order: number;
  readonly segment: Segment;
}

interface Writing {
  readonly splices: Splices;
  readonly ids: Ids;
  readonly markup: Markup;
  readonly isTracked: boolean;
}

/** Elements in which runs stand. */
const HOLDS_RUNS = /^w:(?:p|hyperlink|smartTag|customXml|ins|moveTo|sdtContent|fldSimple|bdo|dir)$/;

/** What of a paragraph mark's properties says who inserted or deleted the mark, not how its text looks. */
const MARK_REVISION = /^w:(?:ins|del|moveFrom|moveTo|rPrChange)$/;

/** How many elements stand between a run and its paragraph. */
function depthOf(element: XmlElement): number {
  let depth = 0;
  for (let around = element.parent; around && around.name !== 'w:p'; around = around.parent) depth++;
  return depth;
}

/**
 * The item at whose edge or in whose middle a text is inserted: the one before the place, unless the one behind it is
 * freer, as behind a link.
 */
function itemForInsertion(items: readonly TextItem[], at: number): TextItem | undefined {
  const next = partitionPoint(items.length, (index) => items[index]!.start >= at);
  const isOpen = (item: TextItem | undefined) => item?.run !== undefined && item.lock === undefined;
  const [before, behind] = [items[next - 1], items[next]];
  if (!isOpen(before) || !before) return isOpen(behind) ? behind : undefined;
  if (!isOpen(behind) || !behind || before.start + before.text.length > at) return before;
  return depthOf(behind.run!) < depthOf(before.run!) ? behind : before;
}

/** The item with the character at an offset. */
const itemAt = (items: readonly TextItem[], offset: number): TextItem | undefined => {
  const item = items[partitionPoint(items.length, (index) => items[index]!.start > offset) - 1];
  return item && offset < item.start + item.text.length ? item : undefined;
};

const endOf = ({ start, text }: TextItem) => start + text.length;

class ParagraphWriter {
  readonly #paragraph: Paragraph;
  readonly #writing: Writing;
  readonly #events = new Map<TextItem, Event[]>();
  readonly #deleted: (readonly [start: number, end: number])[] = [];
  /** What goes to the end of a paragraph without text. */
  #appended = '';

  constructor(paragraph: Paragraph, writing: Writing) {
    this.#paragraph = paragraph;
    this.#writing = writing;
  }

  /** Takes the edits, by their places, and the marks. */
  write(edits: readonly ParagraphEdit[], marks: readonly Mark[]): void {
    const { items } = this.#paragraph;
    for (const mark of marks) if (mark.side === 'before') this.#mark(mark);
    for (const { start, end, inserted } of edits) {
      if (end > start) this.#deleted.push([start, end]);
      if (inserted === '') continue;
      const item = end > start ? itemAt(items, start) : itemForInsertion(items, start);
      const segment = { kind: 'text', state: 'inserted', text: inserted } as const;
      if (item) this.#at(item, { at: Math.min(end, endOf(item)), order: 0, segment });
      else this.#append(this.#newRun(inserted));
    }
    for (const mark of marks) if (mark.side === 'behind') this.#mark(mark);
    this.#rewrite();
    this.#flush();
  }

  #at(item: TextItem, event: Event): void {
    const events = this.#events.get(item) ?? [];
    this.#events.set(item, events);
    events.push(event);
  }

  #mark({ at, side, markup }: Mark): void {
    const { items, part } = this.#paragraph;
    const item = itemAt(items, side === 'before' ? at : Math.max(0, at - 1));
    const edge = side === 'before' ? item?.holder?.first : item?.holder?.last;
    if (!item) this.#append(markup);
    else if (item.run && !edge) {
      this.#at(item, { at, order: side === 'before' ? 2 : 1, segment: { kind: 'mark', markup } });
    } else {
      let element = edge ?? item.element;
      while (element.parent && !HOLDS_RUNS.test(element.parent.name)) element = element.parent;
      this.#writing.splices.insert(part, side === 'before' ? element.start : element.end, markup);
    }
  }

  #append(markup: string): void {
    this.#appended += markup;
  }

  /** A run of its own in a paragraph without text, that looks as the paragraph's mark does. */
  #newRun(text: string): string {
    const { elements, part } = this.#paragraph;
    const { markup, ids, isTracked } = this.#writing;
    const mark = child(child(elements.at(-1), 'w:pPr'), 'w:rPr');
    const properties = (mark?.children ?? [])
      .filter(({ name }) => !MARK_REVISION.test(name))
      .map(({ start, end }) => part.xml.slice(start, end));
    const look = properties.length > 0 ? markup.element('rPr', {}, properties.join('')) : '';
    const run = markup.run(look + markup.typed(text));
    return isTracked ? markup.signed('ins', ids.next(), run) : run;
  }

  #flush(): void {
    if (this.#appended === '') return;
    const { elements, part } = this.#paragraph;
    const element = elements.at(-1)!;
    const { splices } = this.#writing;
    if (element.closeStart < element.end) splices.insert(part, element.closeStart, this.#appended);
    else {
      const slash = part.xml.lastIndexOf('/', element.openEnd);
      splices.replace(part, slash, element.end, `>${this.#appended}</${element.qualified}>`);
    }
  }

  /** Rewrites the runs that changed items stand in. */
  #rewrite(): void {
    const { items } = this.#paragraph;
    const byRun = new Map<XmlElement, Map<XmlElement, Segment[]>>();
    const touch = (item: TextItem) => {
      if (!item.run) throw new RangeError('a locked item is edited');
      const segments = byRun.get(item.run) ?? new Map<XmlElement, Segment[]>();
      byRun.set(item.run, segments);
      if (!segments.has(item.element)) segments.set(item.element, this.#segments(item));
    };
    for (const item of this.#events.keys()) touch(item);
    for (const [start, end] of this.#deleted) {
      let index = partitionPoint(items.length, (candidate) => endOf(items[candidate]!) > start);
      for (; index < items.length && items[index]!.start < end; index++) touch(items[index]!);
    }
    for (const [run, segments] of byRun) {
      new RunWriter(run, this.#paragraph, this.#writing).write(segments);
    }
  }

  /** A changed item as stretches that are kept, deleted and inserted. */
  #segments(item: TextItem): Segment[] {
    const segments: Segment[] = [];
    const deleted = this.#deleted;
    let next = partitionPoint(deleted.length, (index) => deleted[index]![1] > item.start);
    let at = item.start;
    const advance = (end: number) => {
      while (at < end) {
        while (next < deleted.length && deleted[next]![1] <= at) next++;
        const [from, to] = deleted[next] ?? [end, end];
        const isDeleted = from <= at;
        const stop = Math.min(end, isDeleted ? to : from);
        segments.push(this.#existing(item, at, stop, isDeleted ? 'deleted' : 'kept'));
        at = stop;
      }
    };
    const events = this.#events.get(item) ?? [];
    for (const event of events.sort((a, b) => a.at - b.at || a.order - b.order)) {
      advance(event.at);
      segments.push(event.segment);
    }
    advance(endOf(item));
    return this.#writing.isTracked ? segments : applied(segments);
  }

  #existing({ element, text, start }: TextItem, from: number, to: number, state: 'kept' | 'deleted'): Segment {
    if (element.name === 'w:t') return { kind: 'text', state, text: text.slice(from - start, to - start) };
    return { kind: 'element', state, markup: this.#paragraph.part.xml.slice(element.start, element.end) };
  }
}

/** The segments as if the changes had been typed. */
function applied(segments: readonly Segment[]): Segment[] {
  const result: Segment[] = [];
  for (const segment of segments) {
    if (segment.kind !== 'mark' && segment.state === 'deleted') continue;
    const last = result.at(-1);
    if (segment.kind !== 'text') result.push(segment);
    else if (last?.kind !== 'text') result.push({ ...segment, state: 'kept' });
    else result[result.length - 1] = { ...last, text: last.text + segment.text };
  }
  return result;
}

/** Writes one run again, as as many runs as its changes need, each with the properties of the first. */
class RunWriter {
  readonly #run: XmlElement;
  readonly #paragraph: Paragraph;
  readonly #writing: Writing;
  /** The run's properties as they are written, '' where it has none. */
  readonly #properties: string;
  readonly #change: XmlElement | undefined;
  #hasOpened = false;
  /** The insertion by somebody else around the run: what is ours stands beside it. */
  readonly #revision: XmlElement | undefined;
  #isOpen = false;
  #isInRevision = true;
  #written = '';
  /** Where what is written goes: from here to the next thing that stays. */
  #from: number;

  constructor(run: XmlElement, paragraph: Paragraph, writing: Writing) {
    this.#run = run;
    this.#paragraph = paragraph;
    this.#writing = writing;
    const properties = child(run, 'w:rPr');
    this.#properties = properties ? paragraph.part.xml.slice(properties.start, properties.end) : '';
    this.#change = child(properties, 'w:rPrChange');
    this.#revision = /^w:(?:ins|moveTo)$/.test(run.parent?.name ?? '') ? run.parent : undefined;
    this.#from = run.start;
  }

  write(segments: ReadonlyMap<XmlElement, readonly Segment[]>): void {
    for (const element of this.#run.children) {
      if (element.name === 'w:rPr') continue;
      const changed = segments.get(element);
      if (!changed) this.#keep(element);
      for (const segment of changed ?? []) this.#segment(segment);
    }
    this.#close();
    this.#enterRevision();
    this.#splice(this.#run.end);
  }

  #splice(end: number): void {
    const { part } = this.#paragraph;
    if (part.xml.slice(this.#from, end) !== this.#written) {
      this.#writing.splices.replace(part, this.#from, end, this.#written);
    }
    this.#written = '';
  }

  /** Leaves an element as it stands. */
  #keep(element: XmlElement): void {
    this.#open();
    this.#splice(element.start);
    this.#from = element.end;
  }

  #segment(segment: Segment): void {
    if (segment.kind === 'mark') {
      this.#outside(segment.markup);
      return;
    }
    const { markup, ids } = this.#writing;
    const content = (local: 't' | 'delText') => {
      if (segment.kind === 'element') return segment.markup;
      return local === 't' ? markup.typed(segment.text) : markup.text(segment.text, local);
    };
    if (segment.state === 'kept') {
      this.#open();
      this.#written += content('t');
    } else if (segment.state === 'deleted') {
      this.#close();
      this.#enterRevision();
      this.#written += markup.signed('del', ids.next(), this.#like(content('delText'), false));
    } else {
      this.#outside(markup.signed('ins', ids.next(), this.#like(content('t'), true)));
    }
  }

  /** A run like this one; what is new has not been changed in its look by anybody. */
  #like(content: string, isNew: boolean): string {
    const { part } = this.#paragraph;
    const start = part.xml.slice(this.#run.start, this.#run.openEnd);
    return `${start}${isNew ? this.#withoutChange() : this.#look()}${content}</${this.#run.qualified}>`;
  }

  /** The properties again; a change of the look that somebody else tracked gets a number of its own from the second time on. */
  #look(): string {
    const isAgain = this.#hasOpened;
    this.#hasOpened = true;
    return isAgain && this.#change ? this.#withoutChange(this.#renumbered(this.#change)) : this.#properties;
  }

  #withoutChange(instead = ''): string {
    if (!this.#change) return this.#properties;
    const { xml } = this.#paragraph.part;
    const { start, end, parent } = this.#change;
    return xml.slice(parent!.start, start) + instead + xml.slice(end, parent!.end);
  }

  /** An element with a new number in its start tag. */
  #renumbered(element: XmlElement): string {
    const { xml } = this.#paragraph.part;
    return this.#newNumber(xml.slice(element.start, element.openEnd)) + xml.slice(element.openEnd, element.end);
  }

  #newNumber(tag: string): string {
    return tag.replace(/([\s:]id\s*=\s*["'])[^"']*/, (_, before) => before + this.#writing.ids.next());
  }

  #open(): void {
    if (this.#isOpen) return;
    this.#enterRevision();
    this.#written += this.#paragraph.part.xml.slice(this.#run.start, this.#run.openEnd) + this.#look();
    this.#isOpen = true;
  }

  #close(): void {
    if (this.#isOpen) this.#written += `</${this.#run.qualified}>`;
    this.#isOpen = false;
  }

  #outside(markup: string): void {
    this.#close();
    if (this.#revision && this.#isInRevision) this.#written += `</${this.#revision.qualified}>`;
    this.#isInRevision = false;
    this.#written += markup;
  }

  /** Takes up the other's insertion again, under a number of its own. */
  #enterRevision(): void {
    const revision = this.#revision;
    if (revision && !this.#isInRevision) {
      const tag = this.#paragraph.part.xml.slice(revision.start, revision.openEnd);
      this.#written += this.#newNumber(tag);
    }
    this.#isInRevision = true;
  }
}

/**
 * Changes a paragraph, and its twins in other programs' eyes, where marks are not wanted.
 * @param edits by their places, apart from each other, none of what is locked
 */
export function reviseParagraph(
  paragraph: Paragraph,
  edits: readonly ParagraphEdit[],
  marks: readonly Mark[],
  writing: Writing,
): void {
  new ParagraphWriter(paragraph, writing).write(edits, marks);
  if (edits.length > 0) for (const twin of paragraph.twins) reviseParagraph(twin, edits, [], writing);
}
