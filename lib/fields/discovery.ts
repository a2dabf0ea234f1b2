/** Finds fields in a document and its shadow roots, as they come and go. */
import { CANDIDATES, isField } from './eligibility.ts';
import { shadowRootOf } from './shadow.ts';

/** Milliseconds between two looks at a page that keeps changing. */
const PAUSE = 250;
/** Elements looked at for shadow roots in one go; custom elements beyond it are found when they get the focus. */
const MAX_HOSTS = 20_000;

/** `signal` aborts when the field goes: removed, hidden, made read-only, or the whole search stopped. */
export type FieldFound = (element: HTMLElement, signal: AbortSignal) => void;

const ATTRIBUTES = [
  'contenteditable',
  'readonly',
  'disabled',
  'type',
  'hidden',
  'open',
  'data-qingyang',
  'aria-readonly',
];
const OBSERVED: MutationObserverInit = {
  childList: true,
  subtree: true,
  attributes: true,
  attributeFilter: ATTRIBUTES,
};

/** Calls `found` for every field there is and every one that comes, until `signal` aborts. */
export function discoverFields(document: Document, found: FieldFound, signal: AbortSignal): void {
  new Discovery(document, found, signal).start();
}

class Discovery {
  readonly #document: Document;
  readonly #found: FieldFound;
  readonly #signal: AbortSignal;
  readonly #roots = new Set<Document | ShadowRoot>();
  readonly #candidates = new Set<HTMLElement>();
  readonly #fields = new Map<HTMLElement, AbortController>();
  readonly #mutations = new MutationObserver((records) => this.#changed(records));
  /** Fields appear and vanish through styles of anything around them: their box tells. */
  readonly #boxes = new ResizeObserver(() => this.#lookSoon());
  /** Editors mark their own element when they are switched to reading. */
  readonly #marks = new MutationObserver(() => this.#lookSoon());
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = Number.NEGATIVE_INFINITY;

  constructor(document: Document, found: FieldFound, signal: AbortSignal) {
    this.#document = document;
    this.#found = found;
    this.#signal = signal;
  }

  start(): void {
    const signal = this.#signal;
    this.#addRoot(this.#document);
    this.#document.addEventListener('focusin', () => this.#focused(), { capture: true, signal });
    this.#document.addEventListener('visibilitychange', () => this.#lookSoon(), { signal });
    signal.addEventListener('abort', () => this.#stop(), { once: true });
    this.#look();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#mutations.disconnect();
    this.#boxes.disconnect();
    this.#marks.disconnect();
    for (const controller of this.#fields.values()) controller.abort();
    this.#fields.clear();
    this.#candidates.clear();
    this.#roots.clear();
  }

  #addRoot(root: Document | ShadowRoot): void {
    if (this.#roots.has(root)) return;
    this.#roots.add(root);
    this.#mutations.observe(root, OBSERVED);
    this.#findShadowRoots(root);
  }

  #findShadowRoots(within: Node): void {
    const walker = this.#document.createTreeWalker(within, NodeFilter.SHOW_ELEMENT);
    for (let seen = 0, node: Node | null = walker.currentNode; node && seen < MAX_HOSTS; seen++) {
      if (node instanceof Element) this.#addShadowRootOf(node);
      node = walker.nextNode();
    }
  }

  #addShadowRootOf(element: Element): boolean {
    const root = shadowRootOf(element);
    if (!root || this.#roots.has(root)) return false;
    this.#addRoot(root);
    return true;
  }

  /** A shadow root attached to an element that was there before leaves no trace, but focus goes into it. */
  #focused(): void {
    let grown = false;
    for (let active = this.#document.activeElement; active; active = shadowRootOf(active)?.activeElement ?? null) {
      grown = this.#addShadowRootOf(active) || grown;
      if (active.matches(CANDIDATES) && !this.#fields.has(active as HTMLElement)) grown = true;
    }
    if (grown) this.#look();
  }

  #changed(records: readonly MutationRecord[]): void {
    for (const { addedNodes, removedNodes } of records) {
      for (const node of addedNodes) if (node instanceof Element) this.#findShadowRoots(node);
      // Whatever becomes of a field that was taken out, ranges in it are lost: put elsewhere, it is found anew.
      for (const node of removedNodes) {
        for (const element of this.#fields.keys()) if (node.contains(element)) this.#leave(element);
      }
    }
    this.#lookSoon();
  }

  /** At most one look in each pause, however much the page changes. */
  #lookSoon(): void {
    if (this.#timer !== undefined) return;
    const wait = Math.max(0, this.#last + PAUSE - performance.now());
    this.#timer = setTimeout(() => this.#look(), wait);
  }

  #look(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#last = performance.now();
    const present = new Set<HTMLElement>();
    for (const root of this.#roots) {
      if (root instanceof ShadowRoot && !root.host.isConnected) {
        this.#roots.delete(root);
        continue;
      }
      for (const element of root.querySelectorAll<HTMLElement>(CANDIDATES)) present.add(element);
    }
    const { body } = this.#document;
    if (body && this.#document.designMode === 'on') present.add(body);
    for (const element of this.#candidates) if (!present.has(element)) this.#drop(element);
    for (const element of present) this.#consider(element);
  }

  #drop(element: HTMLElement): void {
    this.#candidates.delete(element);
    this.#boxes.unobserve(element);
    this.#leave(element);
  }

  #consider(element: HTMLElement): void {
    if (!this.#candidates.has(element)) {
      this.#candidates.add(element);
      this.#boxes.observe(element);
      this.#marks.observe(element, { attributes: true, attributeFilter: ['class'] });
    }
    const known = this.#fields.has(element);
    if (isField(element) === known) return;
    if (known) {
      this.#leave(element);
      return;
    }
    const controller = new AbortController();
    this.#fields.set(element, controller);
    this.#found(element, controller.signal);
  }

  #leave(element: HTMLElement): void {
    this.#fields.get(element)?.abort();
    this.#fields.delete(element);
  }
}
