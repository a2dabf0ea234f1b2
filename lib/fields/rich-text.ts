/**
 * The text of a contenteditable region as its writer sees it, and where each character stands in the DOM. Blocks and
 * <br> break lines; white space collapses as CSS says; the characters that editors put in for the caret's sake are left
 * out; an embedded object is one U+FFFC. Linear in the number of nodes.
 */
import { partitionPoint } from '../document/search.ts';
import type { Range } from '../document/types.ts';
import { BLOCK_EDITOR } from './editors.ts';

/** `length` characters of the text from `start` on are those of `node` from `offset` on. */
interface Run {
  readonly start: number;
  readonly length: number;
  readonly node: Text;
  readonly offset: number;
}

/** A place in the DOM, as Range and Selection take it. */
export interface DomPoint {
  readonly node: Node;
  readonly offset: number;
}

/**
 * Zero-width space, word joiner and byte order mark: CKEditor, TinyMCE, UEditor, Slate, Quill and Trix put them where
 * the caret needs something to hold on to. Joiners (U+200C, U+200D) belong to emoji and scripts and stay.
 */
const FILLER = /[\u200B\u2060\uFEFF]+/g;
const FILLER_OR_SPACE = /[\u200B\u2060\uFEFF]+|[ \t\n\r\f]+/g;
const OBJECT = '\uFFFC';

const REPLACED = new Set(
  'IMG VIDEO AUDIO CANVAS IFRAME OBJECT EMBED INPUT SELECT TEXTAREA BUTTON METER PROGRESS'.split(' '),
);
const UNREAD = new Set('SCRIPT STYLE TEMPLATE NOSCRIPT HEAD TITLE META LINK DATALIST RT RP'.split(' '));
/** What editors draw among the text without its being text. */
const BOGUS = '[data-mce-bogus="all"],.ProseMirror-separator,.cm-widgetBuffer,.cm-placeholder,[data-slate-placeholder]';

/** By number: what stands in the page's `Node` is slow to ask for from a content script in Firefox. */
const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

/**
 * How an element takes part in the flow of text. CSS decides, and asking is slow, from a content script in Firefox most
 * of all: it is done once and remembered.
 */
interface Flow {
  /** Its text is read, or what stands for it, or it is passed over. */
  readonly reads: 'text' | 'break' | 'object' | 'nothing';
  readonly display: 'inline' | 'block';
  readonly preserves: 'all' | 'breaks' | 'nothing';
  readonly floats: boolean;
}

/** Remembered flows. Forget them when styles may have changed. */
export type FlowCache = WeakMap<Element, Flow>;

function flowOf(element: Element, cache: FlowCache): Flow {
  let flow = cache.get(element);
  if (flow) return flow;
  const { tagName } = element;
  const isPassedOver = UNREAD.has(tagName) || element.matches(BOGUS);
  const { display, whiteSpace, whiteSpaceCollapse, position } = getComputedStyle(element);
  const collapse = whiteSpaceCollapse || whiteSpace;
  flow = {
    reads:
      tagName === 'BR'
        ? 'break'
        : isPassedOver || display === 'none'
          ? 'nothing'
          : REPLACED.has(tagName) || element instanceof SVGElement
            ? 'object'
            : 'text',
    display: /^(?:inline|contents|ruby)/.test(display) ? 'inline' : 'block',
    preserves: /preserve-breaks|pre-line/.test(collapse)
      ? 'breaks'
      : /preserve|break-spaces|pre/.test(collapse)
        ? 'all'
        : 'nothing',
    floats: position === 'absolute' || position === 'fixed',
  };
  cache.set(element, flow);
  return flow;
}

export class RichText {
  readonly text: string;
  readonly #runs: readonly Run[];
  /** DOM places of line breaks and objects, which have no text node: by their offset in the text. */
  readonly #marks: ReadonlyMap<number, DomPoint>;
  readonly #root: Element;

  constructor(root: Element, text: string, runs: readonly Run[], marks: ReadonlyMap<number, DomPoint>) {
    this.#root = root;
    this.text = text;
    this.#runs = runs;
    this.#marks = marks;
  }

  /** Index of the last run that starts at or before the offset; -1 when none does. */
  #runAt(offset: number): number {
    return partitionPoint(this.#runs.length, (i) => this.#runs[i]!.start > offset) - 1;
  }

  /** The place just before the character at `offset`. */
  pointBefore(offset: number): DomPoint {
    const index = this.#runAt(offset);
    const run = this.#runs[index];
    if (run && offset < run.start + run.length) return { node: run.node, offset: run.offset + offset - run.start };
    return this.#marks.get(offset) ?? this.pointAfter(offset);
  }

  /** The place just behind the character before `offset`. */
  pointAfter(offset: number): DomPoint {
    const index = this.#runAt(offset - 1);
    const run = this.#runs[index];
    if (run && offset <= run.start + run.length) return { node: run.node, offset: run.offset + offset - run.start };
    const next = this.#runs[index + 1];
    if (next && next.start === offset) return { node: next.node, offset: next.offset };
    return this.#marks.get(offset) ?? this.#marks.get(offset - 1) ?? { node: this.#root, offset: 0 };
  }

  /**
   * Where the caret stands for a text offset: at the end of its line rather than in the next one, so that typing
   * goes on where it left off.
   */
  pointOf(offset: number): DomPoint {
    if (offset > 0 && this.text[offset - 1] !== '\n') return this.pointAfter(offset);
    return this.pointBefore(offset);
  }

  /** DOM places of a range to be selected and replaced. */
  span([start, end]: Range): readonly [DomPoint, DomPoint] {
    if (start === end) {
      const point = this.pointOf(start);
      return [point, point];
    }
    const from = this.text[start] === '\n' ? this.pointOf(start) : this.pointBefore(start);
    const to = this.text[end - 1] === '\n' ? this.pointBefore(end) : this.pointAfter(end);
    return [from, to];
  }

  /** DOM places of a range to be painted: one pair for each line, breaks left out. */
  lines([start, end]: Range): (readonly [DomPoint, DomPoint])[] {
    const found: (readonly [DomPoint, DomPoint])[] = [];
    for (let from = start; from < end; ) {
      const newline = this.text.indexOf('\n', from);
      const to = newline === -1 ? end : Math.min(newline, end);
      if (to > from) found.push([this.pointBefore(from), this.pointAfter(to)]);
      from = to + 1;
    }
    return found;
  }

  /** Text offset of a DOM place; undefined when it lies outside what was read. */
  offsetOf(node: Node, offset: number): number | undefined {
    if (node.nodeType !== TEXT_NODE) return this.#offsetOfChild(node, offset);
    let last: number | undefined;
    for (const run of this.#runs) {
      if (run.node !== node) {
        if (last !== undefined) break;
        continue;
      }
      if (offset < run.offset) return last ?? run.start;
      last = run.start + Math.min(offset - run.offset, run.length);
    }
    return last ?? this.#offsetOfChild(node, 0);
  }

  /** The start of the first run behind the place. */
  #offsetOfChild(node: Node, offset: number): number | undefined {
    if (!this.#root.contains(node)) return undefined;
    const place = new window.Range();
    place.setStart(node, offset);
    const index = partitionPoint(
      this.#runs.length,
      (i) => place.comparePoint(this.#runs[i]!.node, this.#runs[i]!.offset) >= 0,
    );
    const next = this.#runs[index];
    const previous = this.#runs[index - 1];
    if (next && node.contains(next.node)) return next.start;
    return previous ? previous.start + previous.length : (next?.start ?? 0);
  }
}

class Reader {
  readonly #root: Element;
  readonly #cache: FlowCache;
  readonly #parts: string[] = [];
  readonly #runs: Run[] = [];
  readonly #marks = new Map<number, DomPoint>();
  #length = 0;
  /** A line has ended; the break is written when something follows. */
  #pendingBreak: DomPoint | undefined;
  #lineHasContent = false;
  /** A collapsed space, written when something follows it on the line. */
  #pendingSpace: { node: Text; offset: number } | undefined;

  constructor(root: Element, cache: FlowCache) {
    this.#root = root;
    this.#cache = cache;
  }

  read(): RichText {
    this.#children(this.#root, flowOf(this.#root, this.#cache), !this.#root.matches(BLOCK_EDITOR));
    return new RichText(this.#root, this.#parts.join(''), this.#runs, this.#marks);
  }

  #children(parent: Element, flow: Flow, editable: boolean): void {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      const { nodeType } = node;
      if (nodeType === TEXT_NODE) {
        if (editable) this.#text(node as Text, flow);
      } else if (nodeType === ELEMENT_NODE) {
        this.#element(node as HTMLElement, editable);
      }
    }
  }

  #element(element: HTMLElement, editable: boolean): void {
    const flow = flowOf(element, this.#cache);
    if (flow.reads === 'nothing') return;
    if (flow.reads === 'break') {
      if (editable) this.#break(element);
      return;
    }
    if (flow.reads === 'object') {
      if (editable && !flow.floats) this.#object(element);
      return;
    }
    const own = element.getAttribute('contenteditable');
    const inside = own === null || own === 'inherit' ? editable : own !== 'false';
    if (!inside && editable && flow.display === 'inline' && !element.querySelector('[contenteditable="true"]')) {
      if (!flow.floats && element.textContent?.replace(FILLER, '')) this.#object(element);
      return;
    }
    const isBlock = flow.display === 'block' && !(flow.floats && !inside);
    if (isBlock) this.#boundary();
    this.#children(element, flow, inside);
    if (isBlock) this.#boundary();
  }

  #boundary(): void {
    this.#pendingSpace = undefined;
    if (this.#lineHasContent) this.#pendingBreak ??= this.#end();
    this.#lineHasContent = false;
  }

  #end(): DomPoint {
    const run = this.#runs.at(-1);
    return run ? { node: run.node, offset: run.offset + run.length } : { node: this.#root, offset: 0 };
  }

  #break(element: Element): void {
    this.#pendingSpace = undefined;
    const point = pointBeforeNode(element);
    if (this.#pendingBreak) this.#writeBreak();
    // An empty line has no text node: the break itself is its place.
    if (!this.#lineHasContent) this.#marks.set(this.#length, point);
    this.#pendingBreak = point;
    this.#lineHasContent = false;
  }

  #writeBreak(): void {
    if (!this.#marks.has(this.#length)) this.#marks.set(this.#length, this.#pendingBreak!);
    this.#pendingBreak = undefined;
    this.#parts.push('\n');
    this.#length++;
  }

  /** Something visible follows: what was held back is written first. */
  #flush(): void {
    if (this.#pendingBreak) this.#writeBreak();
    if (this.#pendingSpace) {
      const { node, offset } = this.#pendingSpace;
      this.#pendingSpace = undefined;
      this.#push(' ', node, offset);
    }
    this.#lineHasContent = true;
  }

  #push(text: string, node: Text, offset: number): void {
    this.#parts.push(text);
    this.#runs.push({ start: this.#length, length: text.length, node, offset });
    this.#length += text.length;
  }

  #object(element: Element): void {
    this.#flush();
    this.#marks.set(this.#length, pointBeforeNode(element));
    this.#parts.push(OBJECT);
    this.#length++;
  }

  #text(node: Text, { preserves }: Flow): void {
    const { data } = node;
    const gap = preserves === 'all' ? FILLER : FILLER_OR_SPACE;
    let from = 0;
    gap.lastIndex = 0;
    for (let match = gap.exec(data); match; match = gap.exec(data)) {
      this.#visible(node, data, from, match.index);
      from = match.index + match[0].length;
      if (gap === FILLER_OR_SPACE && /^[ \t\n\r\f]/.test(match[0])) {
        if (preserves === 'breaks' && match[0].includes('\n')) this.#preservedBreaks(node, match.index, match[0]);
        else if (this.#lineHasContent) this.#pendingSpace ??= { node, offset: match.index };
      }
    }
    this.#visible(node, data, from, data.length);
  }

  #preservedBreaks(node: Text, index: number, space: string): void {
    this.#pendingSpace = undefined;
    for (let at = space.indexOf('\n'); at !== -1; at = space.indexOf('\n', at + 1)) {
      this.#flush();
      this.#push('\n', node, index + at);
      this.#lineHasContent = false;
    }
  }

  #visible(node: Text, data: string, from: number, to: number): void {
    if (from >= to) return;
    this.#flush();
    this.#push(data.slice(from, to), node, from);
  }
}

function pointBeforeNode(node: Node): DomPoint {
  const parent = node.parentNode!;
  let index = 0;
  for (let sibling = node.previousSibling; sibling; sibling = sibling.previousSibling) index++;
  return { node: parent, offset: index };
}

/** Reads the region. `cache` keeps what CSS says of its elements from one reading to the next. */
export const readRichText = (root: Element, cache: FlowCache = new WeakMap()): RichText =>
  new Reader(root, cache).read();
