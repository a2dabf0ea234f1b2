/** Keeps the painted ranges of one field as the issues say, changing as little as possible. */
import { partitionPoint } from '../document/search.ts';
import type { Range as TextRange } from '../document/types.ts';
import type { KeyedIssue } from '../engine/types.ts';
import type { DomPoint } from '../fields/rich-text.ts';
import { Bars } from './bars.ts';
import { type Ground, groundOf } from './ground.ts';
import { markedRange } from './marked-range.ts';
import type { Placement } from './placement.ts';
import type { PaintRegistry } from './registry.ts';
import { FLASH, highlightName } from './styles.ts';

/** Where text offsets of a field are in the DOM that shows them: the field itself, or the mirror of a form field. */
export interface Surface {
  /** The text that offsets count in. */
  readonly text: string;
  /** DOM places of a range, a pair for each line. */
  linesOf(range: TextRange): (readonly [DomPoint, DomPoint])[];
  /** What it shows was scrolled. */
  scrolled?(): void;
  /** Nothing is painted on it any more. */
  rest?(): void;
}

interface Painted {
  readonly issue: KeyedIssue;
  readonly name: string;
  readonly ranges: readonly Range[];
}

/** Up to this many issues all are painted; of more, those near the viewport. */
const PAINT_ALL = 300;
/** What "near" means, in viewport heights above and below. */
const MARGIN = 1;
/** Milliseconds that a revealed issue is marked. */
const FLASH_TIME = 1_400;

const isAt = (range: Range, [start, end]: readonly [DomPoint, DomPoint]) =>
  range.startContainer === start.node &&
  range.startOffset === start.offset &&
  range.endContainer === end.node &&
  range.endOffset === end.offset;

/** UTF-16 units from which on words are a passage, with a bar beside it rather than a line under all of it. */
const PASSAGE = 30;

const lengthOf = ({ range: [start, end] }: KeyedIssue) => end - start;

const isPassage = (issue: KeyedIssue) => lengthOf(issue) >= PASSAGE;

export class Painter {
  readonly #element: HTMLElement;
  readonly #surface: Surface;
  readonly #registry: PaintRegistry;
  readonly #bars: Bars;
  #issues: readonly KeyedIssue[] = [];
  #painted: Painted[] = [];
  #ground: Ground | undefined;
  #isInSight = true;
  #endFlash: (() => void) | undefined;

  constructor(
    element: HTMLElement,
    surface: Surface,
    registry: PaintRegistry,
    placement: Placement,
    signal: AbortSignal,
  ) {
    this.#element = element;
    this.#surface = surface;
    this.#registry = registry;
    this.#bars = new Bars(element, placement, signal);
    signal.addEventListener('abort', () => this.#dispose(), { once: true });
  }

  get isEmpty(): boolean {
    return this.#painted.length === 0;
  }

  /** Paints these issues, in text order, whose ranges count in the text that the surface shows now. */
  paint(issues: readonly KeyedIssue[]): void {
    this.#issues = issues;
    this.repaint();
  }

  /** After the surface has changed or scrolled. */
  repaint(): void {
    if (this.#issues.length === 0 && this.#painted.length === 0) return;
    const before = new Map<string, Painted[]>();
    for (const painted of this.#painted) {
      const id = `${painted.name} ${painted.issue.key}`;
      const same = before.get(id);
      if (same) same.push(painted);
      else before.set(id, [painted]);
    }
    this.#ground ??= groundOf(this.#element);
    const ground = this.#ground;
    this.#painted = this.#near().map((issue) => {
      const name = highlightName(issue.severity, ground, isPassage(issue));
      return this.#place(issue, name, before.get(`${name} ${issue.key}`)?.shift());
    });
    for (const leftOver of before.values()) for (const painted of leftOver) this.#erase(painted);
    if (this.isEmpty) this.#surface.rest?.();
    const passages = this.#painted.filter(({ issue }) => isPassage(issue));
    this.#bars.show(
      passages.map(({ issue: { severity }, ranges }) => ({ severity, ranges })),
      ground,
    );
  }

  /** After a scroll: only long lists of issues are painted in part. */
  scrolled(): void {
    if (this.#issues.length <= PAINT_ALL || !this.#isInSight) return;
    this.#surface.scrolled?.();
    this.repaint();
  }

  /** Out of sight, nothing is painted. */
  setInSight(isInSight: boolean): void {
    if (this.#isInSight === isInSight) return;
    this.#isInSight = isInSight;
    this.repaint();
  }

  /** The page's colours may have changed. */
  forgetGround(): void {
    this.#ground = undefined;
  }

  #place(issue: KeyedIssue, name: string, before: Painted | undefined): Painted {
    const lines = this.#surface.linesOf(markedRange(this.#surface.text, issue.range));
    if (before && before.ranges.length === lines.length && before.ranges.every((range, i) => isAt(range, lines[i]!))) {
      // Again, since the page may have emptied the registry.
      for (const range of before.ranges) this.#registry.add(name, range);
      return { issue, name, ranges: before.ranges };
    }
    if (before) this.#erase(before);
    const ranges = lines.map((line) => this.#rangeOf(line));
    for (const range of ranges) this.#registry.add(name, range);
    if (ranges[0]) this.#registry.styleRootOf(ranges[0].startContainer);
    return { issue, name, ranges };
  }

  #rangeOf([start, end]: readonly [DomPoint, DomPoint]): Range {
    const range = new this.#element.ownerDocument.defaultView!.Range();
    range.setStart(start.node, start.offset);
    range.setEnd(end.node, end.offset);
    return range;
  }

  #erase({ name, ranges }: Painted): void {
    for (const range of ranges) this.#registry.delete(name, range);
  }

  /** Issues stand in text order, so the first and last near the viewport are found by halving. */
  #near(): readonly KeyedIssue[] {
    const issues = this.#issues;
    if (!this.#isInSight) return [];
    if (issues.length <= PAINT_ALL) return issues;
    const height = this.#element.ownerDocument.defaultView!.innerHeight;
    const first = this.#firstWhere((issue) => (this.rectOfRange(issue.range)?.bottom ?? 0) >= -MARGIN * height);
    const last = this.#firstWhere((issue) => (this.rectOfRange(issue.range)?.top ?? 0) > (1 + MARGIN) * height);
    return issues.slice(first, Math.min(last, first + PAINT_ALL));
  }

  #firstWhere(holds: (issue: KeyedIssue) => boolean): number {
    return partitionPoint(this.#issues.length, (i) => holds(this.#issues[i]!));
  }

  /** The issue painted at that point of the viewport, in CSS pixels, and its box; the shortest where they overlap. */
  issueAt(x: number, y: number): { issue: KeyedIssue; rect: DOMRect } | undefined {
    let found: { issue: KeyedIssue; rect: DOMRect } | undefined;
    for (const { issue, ranges } of this.#painted) {
      for (const range of ranges) {
        for (const rect of range.getClientRects()) {
          const isInside = x >= rect.left - 1 && x <= rect.right + 1 && y >= rect.top - 1 && y <= rect.bottom + 3;
          if (isInside && (!found || lengthOf(issue) < lengthOf(found.issue))) found = { issue, rect };
        }
      }
    }
    return found;
  }

  /** The box of the range's first line; undefined when it is not shown. */
  rectOfRange(range: TextRange): DOMRect | undefined {
    const [line] = this.#surface.linesOf(range);
    return line && this.#rangeOf(line).getClientRects()[0];
  }

  /** Marks a range for a moment. */
  flash(range: TextRange): void {
    this.#endFlash?.();
    const ranges = this.#surface.linesOf(range).map((line) => this.#rangeOf(line));
    for (const item of ranges) this.#registry.add(FLASH, item);
    if (ranges[0]) this.#registry.styleRootOf(ranges[0].startContainer);
    const end = () => {
      clearTimeout(timer);
      this.#endFlash = undefined;
      for (const item of ranges) this.#registry.delete(FLASH, item);
    };
    const timer = setTimeout(end, FLASH_TIME);
    this.#endFlash = end;
  }

  #dispose(): void {
    this.#endFlash?.();
    for (const painted of this.#painted) this.#erase(painted);
    this.#painted = [];
    this.#issues = [];
  }
}
