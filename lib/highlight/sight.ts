/** Which fields can be seen. */

/** Fields so near the viewport are made ready before they are scrolled into it. */
const MARGIN = '200px';

export class Sight {
  readonly #listeners = new WeakMap<Element, (inSight: boolean) => void>();
  readonly #observer: IntersectionObserver;

  constructor(view: Window & typeof globalThis, signal: AbortSignal) {
    const seen = (entries: readonly IntersectionObserverEntry[]) => {
      for (const { target, isIntersecting } of entries) this.#listeners.get(target)?.(isIntersecting);
    };
    this.#observer = new view.IntersectionObserver(seen, { rootMargin: MARGIN });
    signal.addEventListener('abort', () => this.#observer.disconnect(), { once: true });
  }

  /** Calls back when the element comes near the viewport or leaves it, and at once with how it is. */
  watch(element: Element, listener: (inSight: boolean) => void, signal: AbortSignal): void {
    this.#listeners.set(element, listener);
    this.#observer.observe(element);
    signal.addEventListener('abort', () => this.#observer.unobserve(element), { once: true });
  }
}
