/** Keeps presses off a surface of ours that are not the writer's own, or cannot have been meant for it. */

/**
 * Milliseconds after the surface has come, or has moved, in which nobody can have seen it and pressed it: a page may put it
 * under a finger that is about to press something else.
 */
const DEAD_TIME = 400;
/** Pixels of a move that are no more than an adjustment. */
const STEADY = 4;

const PRESSES = ['pointerdown', 'mousedown', 'click', 'dblclick', 'auxclick'];

export class PressGuard {
  #since = performance.now();
  #place: { readonly x: number; readonly y: number } | undefined;
  #isOurs = false;
  /** Whether the press that is under way began too early; what follows of it is refused too. */
  #isRefused = false;

  /** Guards all presses inside `root` until the signal aborts. */
  constructor(root: EventTarget, signal: AbortSignal) {
    const guard = (event: Event) => {
      if (event.type === 'pointerdown') this.#isRefused = performance.now() - this.#since < DEAD_TIME;
      if (this.#isOurs || (event.isTrusted && !this.#isRefused)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    for (const type of PRESSES) root.addEventListener(type, guard, { capture: true, signal });
  }

  /** The surface is there now, in pixels of the viewport. */
  moved(x: number, y: number): void {
    const before = this.#place;
    this.#place = { x, y };
    if (before && Math.hypot(x - before.x, y - before.y) > STEADY) this.#since = performance.now();
  }

  /** Presses a button for the writer, who has pressed a key. */
  press(button: HTMLElement): void {
    this.#isOurs = true;
    try {
      button.click();
    } finally {
      this.#isOurs = false;
    }
  }
}
