/**
 * The text of a textarea or input, laid out a second time in our own layer exactly above the first: there are no ranges
 * inside a form field to paint. The letters are transparent; only the highlights show.
 */

import { partitionPoint } from '../document/search.ts';
import type { Range as TextRange } from '../document/types.ts';
import type { FormElement } from '../fields/form-field.ts';
import type { DomPoint } from '../fields/rich-text.ts';
import { boundsOf, createOverlay, linearMap, type Overlay, stackLevelOf, visibleBox } from './overlay.ts';
import type { Placed, Placement } from './placement.ts';

/** Everything that decides where a letter comes to stand. */
const COPIED = [
  'direction',
  'font-family',
  'font-feature-settings',
  'font-kerning',
  'font-optical-sizing',
  'font-size',
  'font-size-adjust',
  'font-stretch',
  'font-style',
  'font-variant',
  'font-variation-settings',
  'font-weight',
  'hyphens',
  'letter-spacing',
  'line-break',
  'line-height',
  'overflow-wrap',
  'padding-bottom',
  'padding-left',
  'padding-right',
  'padding-top',
  'tab-size',
  'text-align',
  'text-align-last',
  'text-autospace',
  'text-indent',
  'text-orientation',
  'text-rendering',
  'text-spacing-trim',
  'text-transform',
  'unicode-bidi',
  'white-space',
  'word-break',
  'word-spacing',
  'writing-mode',
] as const;

type Four = [string, string, string, string];

/** Pixels from the bottom of a line's letters to the lower edge of the thickest mark below them. */
const LOWEST_MARK = 9;

const STYLES = `.clip,.field,.text{position:absolute;box-sizing:border-box;margin:0;border:0}
.clip{overflow:hidden}
.field{overflow:hidden;top:0;left:0;transform-origin:0 0}
.text{top:0;left:0;color:transparent;min-height:100%}
.text>div{min-height:1lh}
.single{display:flex;flex-direction:column;justify-content:center;height:100%}`;

export class Mirror implements Placed {
  readonly element: FormElement;
  readonly #overlay: Overlay;
  readonly #clip: HTMLElement;
  readonly #field: HTMLElement;
  readonly #text: HTMLElement;
  /** Where the mirror was last put. */
  #place = '';
  #lines: string[] = [];
  #starts: number[] = [];

  constructor(element: FormElement, text: string, placement: Placement, signal: AbortSignal) {
    this.element = element;
    this.#overlay = createOverlay(element, 'qingyang-overlay', STYLES, signal);
    this.#overlay.host.setAttribute('aria-hidden', 'true');
    const { ownerDocument } = element;
    const box = (name: string, parent: Node) => {
      const made = ownerDocument.createElement('div');
      made.className = name;
      return parent.appendChild(made);
    };
    this.#clip = box('clip', this.#overlay.root);
    this.#field = box('field', this.#clip);
    this.#text = box(element instanceof HTMLInputElement ? 'text single' : 'text', this.#field);
    this.setText(text);
    this.#overlay.ensure();
    placement.add(this, signal);
    this.#follow(signal);
  }

  #follow(signal: AbortSignal): void {
    const { element } = this;
    const { fonts, defaultView } = element.ownerDocument;
    const place = () => this.place();
    const resized = new defaultView!.ResizeObserver(place);
    resized.observe(element);
    signal.addEventListener('abort', () => resized.disconnect(), { once: true });
    element.addEventListener('scroll', () => this.scroll(), { passive: true, signal });
    // Styles that answer to focus, and fonts that load late.
    for (const type of ['focus', 'blur', 'transitionend', 'animationend'])
      element.addEventListener(type, place, { signal });
    fonts.addEventListener('loadingdone', place, { signal });
  }

  /** Only lines that differ are laid out again. */
  setText(text: string): void {
    const lines = text.split('\n');
    const before = this.#lines;
    const shorter = Math.min(before.length, lines.length);
    let head = 0;
    while (head < shorter && before[head] === lines[head]) head++;
    let tail = 0;
    while (tail < shorter - head && before[before.length - 1 - tail] === lines[lines.length - 1 - tail]) tail++;
    const kept = shorter - tail;
    for (let i = head; i < kept; i++) this.#lineAt(i).firstChild!.nodeValue = lines[i]!;
    for (let i = before.length - tail - 1; i >= kept; i--) this.#lineAt(i).remove();
    const next = this.#text.children[kept] ?? null;
    for (let i = kept; i < lines.length - tail; i++) this.#text.insertBefore(this.#newLine(lines[i]!), next);
    this.#lines = lines;
    this.#starts = [];
    let start = 0;
    for (const line of lines) {
      this.#starts.push(start);
      start += line.length + 1;
    }
    this.scroll();
  }

  #lineAt(index: number): Element {
    return this.#text.children[index]!;
  }

  #newLine(text: string): HTMLElement {
    const { ownerDocument } = this.element;
    const line = ownerDocument.createElement('div');
    line.append(ownerDocument.createTextNode(text));
    return line;
  }

  /** Index of the line that the offset is in. */
  #lineOf(offset: number): number {
    return partitionPoint(this.#starts.length, (i) => this.#starts[i]! > offset) - 1;
  }

  linesOf([start, end]: TextRange): (readonly [DomPoint, DomPoint])[] {
    const found: (readonly [DomPoint, DomPoint])[] = [];
    for (let i = this.#lineOf(start); i < this.#lines.length && this.#starts[i]! < end; i++) {
      const node = this.#lineAt(i).firstChild!;
      const from = Math.max(start - this.#starts[i]!, 0);
      const to = Math.min(end - this.#starts[i]!, this.#lines[i]!.length);
      if (to > from) {
        found.push([
          { node, offset: from },
          { node, offset: to },
        ]);
      }
    }
    return found;
  }

  /** Copies the field's style and puts the mirror where the field is now. */
  place(): void {
    const element = this.element;
    this.#overlay.ensure();
    this.#overlay.setLevel(stackLevelOf(element));
    const style = getComputedStyle(element);
    for (const property of COPIED) this.#text.style.setProperty(property, style.getPropertyValue(property));
    this.#text.style.width = `${element.clientWidth}px`;
    this.#field.style.width = `${element.clientWidth}px`;
    this.#field.style.height = `${element.clientHeight}px`;
    this.measure()?.();
    this.scroll();
  }

  measure(): (() => void) | undefined {
    const { element } = this;
    const origin = this.#overlay.host.getBoundingClientRect();
    const rect = element.getBoundingClientRect();
    const map = linearMap(element);
    const bounds = boundsOf(map, element.offsetWidth, element.offsetHeight);
    const inner = map.transformPoint(new DOMPoint(element.clientLeft, element.clientTop));
    const visible = visibleBox(element);
    const left = rect.left - bounds.left + inner.x - visible.left;
    const top = rect.top - bounds.top + inner.y - visible.top;
    const clip = [
      visible.left - origin.left,
      visible.top - origin.top,
      Math.max(0, visible.right - visible.left),
      Math.max(0, visible.bottom - visible.top),
    ] as const;
    const transform = `matrix(${map.a},${map.b},${map.c},${map.d},${left},${top})`;
    const place = `${clip.join()} ${transform}`;
    if (place === this.#place) return undefined;
    return () => {
      this.#place = place;
      const { style } = this.#clip;
      [style.left, style.top, style.width, style.height] = clip.map((pixels) => `${pixels}px`) as Four;
      this.#field.style.transform = transform;
    };
  }

  /** Shows the part of the text that the field shows. */
  scroll(): void {
    const { scrollLeft, scrollTop } = this.element;
    // Of a line scrolled out at the top, only the mark below its letters would be left to see.
    this.#field.style.clipPath = scrollTop > 0 ? `inset(${LOWEST_MARK}px 0 0)` : '';
    this.#text.style.transform = `translate(${-scrollLeft}px,${-scrollTop}px)`;
  }

  /** Scrolls inside the field so that the range can be seen. */
  reveal(range: TextRange): void {
    const [line] = this.linesOf(range);
    if (!line) return;
    const start = new this.element.ownerDocument.defaultView!.Range();
    start.setStart(line[0].node, line[0].offset);
    start.setEnd(line[1].node, line[1].offset);
    const rect = start.getBoundingClientRect();
    const box = this.element.getBoundingClientRect();
    if (rect.top < box.top || rect.bottom > box.bottom) this.element.scrollTop += rect.top - box.top - box.height / 3;
    if (rect.left < box.left || rect.right > box.right) this.element.scrollLeft += rect.left - box.left - box.width / 3;
  }
}
