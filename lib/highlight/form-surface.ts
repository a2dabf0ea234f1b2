/**
 * Where a form field's text is painted. Its mirror is made when something is to be painted and dropped when nothing is:
 * a page may have hundreds of fields, few of them in sight.
 */
import type { Range as TextRange } from '../document/types.ts';
import type { FormElement } from '../fields/form-field.ts';
import type { DomPoint } from '../fields/rich-text.ts';
import { Mirror } from './mirror.ts';
import type { Surface } from './painter.ts';
import type { Placement } from './placement.ts';

export class FormSurface implements Surface {
  readonly #element: FormElement;
  readonly #placement: Placement;
  readonly #signal: AbortSignal;
  text: string;
  #made: { readonly mirror: Mirror; readonly life: AbortController } | undefined;

  constructor(element: FormElement, text: string, placement: Placement, signal: AbortSignal) {
    this.#element = element;
    this.text = text;
    this.#placement = placement;
    this.#signal = signal;
    signal.addEventListener('abort', () => this.rest(), { once: true });
  }

  setText(text: string): void {
    this.text = text;
    this.#made?.mirror.setText(text);
  }

  linesOf(range: TextRange): (readonly [DomPoint, DomPoint])[] {
    return this.#signal.aborted ? [] : this.#mirror().linesOf(range);
  }

  /** Scrolls inside the field so that the range can be seen. */
  reveal(range: TextRange): void {
    if (!this.#signal.aborted) this.#mirror().reveal(range);
  }

  #mirror(): Mirror {
    if (!this.#made) {
      const life = new AbortController();
      const mirror = new Mirror(this.#element, this.text, this.#placement, life.signal);
      mirror.place();
      this.#made = { mirror, life };
    }
    return this.#made.mirror;
  }

  scrolled(): void {
    this.#made?.mirror.scroll();
  }

  rest(): void {
    this.#made?.life.abort();
    this.#made = undefined;
  }
}
