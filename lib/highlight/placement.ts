/** Keeps what lies above the page's fields where they are, as these move. */

export interface Placed {
  readonly element: Element;
  /** Reads where the element is now, and gives what then puts the layer there; undefined when it is there already. */
  measure(): (() => void) | undefined;
}

/** Milliseconds without scrolling after which elements are watched for being pushed about. */
const REST = 120;
/** An element that a scrolling box cuts off is seen to move in hundredths of itself. */
const HUNDREDTHS = Array.from({ length: 101 }, (_, index) => index / 100);

export class Placement {
  readonly #view: Window & typeof globalThis;
  readonly #placed = new Map<Placed, IntersectionObserver>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Follows the document's scrolling and resizing until `signal` aborts. */
  constructor(view: Window & typeof globalThis, signal: AbortSignal) {
    this.#view = view;
    const update = () => this.update();
    view.document.addEventListener('scroll', update, { capture: true, passive: true, signal });
    view.addEventListener('resize', update, { passive: true, signal });
    signal.addEventListener('abort', () => clearTimeout(this.#timer), { once: true });
  }

  add(placed: Placed, signal: AbortSignal): void {
    this.#placed.set(placed, this.#watch(placed));
    const remove = () => {
      this.#placed.get(placed)?.disconnect();
      this.#placed.delete(placed);
    };
    signal.addEventListener('abort', remove, { once: true });
  }

  /** All that is measured is measured before anything is moved, so that the page is laid out once. */
  update(): void {
    if (this.#placed.size === 0) return;
    for (const observer of this.#placed.values()) observer.disconnect();
    const moves = Array.from(this.#placed.keys(), (placed) => placed.measure());
    for (const move of moves) move?.();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      for (const placed of this.#placed.keys()) this.#placed.set(placed, this.#watch(placed));
    }, REST);
  }

  /** Pages push fields about without a word; an observer for exactly the place where one is now tells. */
  #watch({ element }: Placed): IntersectionObserver {
    const { clientWidth, clientHeight } = this.#view.document.documentElement;
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const insets = [top, clientWidth - right, clientHeight - bottom, left];
    let isFirst = true;
    const moved = () => {
      const isReport = !isFirst;
      isFirst = false;
      const now = element.getBoundingClientRect();
      if (isReport || now.left !== left || now.top !== top) this.update();
    };
    const observer = new this.#view.IntersectionObserver(moved, {
      root: this.#view.document,
      rootMargin: insets.map((inset) => `${-Math.floor(inset)}px`).join(' '),
      threshold: HUNDREDTHS,
    });
    observer.observe(element);
    return observer;
  }
}
