/** Bars beside passages that are too long to be underlined: a sentence or a paragraph that stands twice. */
import type { Severity } from '../engine/types.ts';
import { MARK_THEMES } from '../ui/theme.ts';
import type { Ground } from './ground.ts';
import { type Box, createOverlay, type Overlay, stackLevelOf, visibleBox } from './overlay.ts';
import type { Placed, Placement } from './placement.ts';

/** A passage and the ranges that show it, a line of the text each. */
export interface Passage {
  readonly severity: Severity;
  readonly ranges: readonly Range[];
}

/** Pixels: of the bar, and from the field's edge to it. */
const WIDTH = 3;
const INSET = 1;

const STYLES = `.clip{position:absolute;overflow:hidden}.bar{position:absolute;width:0;box-sizing:border-box}`;

export class Bars implements Placed {
  readonly element: HTMLElement;
  readonly #placement: Placement;
  readonly #signal: AbortSignal;
  #passages: readonly Passage[] = [];
  #made: { readonly overlay: Overlay; readonly clip: HTMLElement; readonly life: AbortController } | undefined;
  #ground: Ground = 'light';
  #place = '';

  constructor(element: HTMLElement, placement: Placement, signal: AbortSignal) {
    this.element = element;
    this.#placement = placement;
    this.#signal = signal;
    signal.addEventListener('abort', () => this.#made?.life.abort(), { once: true });
  }

  /** Shows bars for these passages, in place of those before. */
  show(passages: readonly Passage[], ground: Ground): void {
    if (passages.length === 0) {
      this.#made?.life.abort();
      this.#made = undefined;
      return;
    }
    if (this.#signal.aborted) return;
    this.#passages = passages;
    this.#ground = ground;
    this.#place = '';
    this.#made ??= this.#make();
    this.#made.overlay.setLevel(stackLevelOf(this.element));
    this.measure()?.();
  }

  #make() {
    const life = new AbortController();
    const overlay = createOverlay(this.element, 'qingyang-bars', STYLES, life.signal);
    overlay.host.setAttribute('aria-hidden', 'true');
    const clip = this.element.ownerDocument.createElement('div');
    clip.className = 'clip';
    overlay.root.append(clip);
    overlay.ensure();
    this.#placement.add(this, life.signal);
    // A mirror listens before: its text has moved by then.
    this.element.addEventListener('scroll', () => this.measure()?.(), { passive: true, signal: life.signal });
    return { overlay, clip, life };
  }

  measure(): (() => void) | undefined {
    if (!this.#made) return undefined;
    const { overlay, clip } = this.#made;
    const origin = overlay.host.getBoundingClientRect();
    const visible = visibleBox(this.element);
    const left = this.element.getBoundingClientRect().left + this.element.clientLeft + INSET - visible.left;
    const boxes = this.#passages.map(({ ranges }) => extentOf(ranges));
    const place = JSON.stringify([origin.left, origin.top, visible, left, boxes]);
    if (place === this.#place) return undefined;
    return () => {
      this.#place = place;
      Object.assign(clip.style, {
        left: `${visible.left - origin.left}px`,
        top: `${visible.top - origin.top}px`,
        width: `${Math.max(0, visible.right - visible.left)}px`,
        height: `${Math.max(0, visible.bottom - visible.top)}px`,
      });
      clip.replaceChildren(...boxes.flatMap((box, index) => (box ? this.#bar(box, visible, left, index) : [])));
    };
  }

  #bar({ top, bottom }: Pick<Box, 'top' | 'bottom'>, visible: Box, left: number, index: number): HTMLElement {
    const { line, colours } = MARK_THEMES[this.#passages[index]!.severity];
    const bar = this.element.ownerDocument.createElement('div');
    bar.className = 'bar';
    // Borders are not drawn wavy.
    bar.style.borderLeft = `${WIDTH}px ${line === 'wavy' ? 'solid' : line} ${colours[this.#ground]}`;
    bar.style.left = `${left}px`;
    bar.style.top = `${top - visible.top}px`;
    bar.style.height = `${bottom - top}px`;
    return bar;
  }
}

/** From the top of the first line to the foot of the last, as they are laid out now. */
function extentOf(ranges: readonly Range[]): Pick<Box, 'top' | 'bottom'> | undefined {
  const top = ranges[0]?.getClientRects()[0]?.top;
  const bottom = [...(ranges.at(-1)?.getClientRects() ?? [])].at(-1)?.bottom;
  return top === undefined || bottom === undefined ? undefined : { top, bottom };
}
