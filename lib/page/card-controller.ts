/** When the card of an issue is shown: on hover, on a click, and by the keyboard. */
import type { KeyedIssue } from '../engine/types.ts';
import type { Placement } from '../highlight/placement.ts';
import type { FieldId, Reason } from '../protocol/messages.ts';
import { Card, type CardActions, isPress } from './card.tsx';
import type { CheckedField } from './checked-field.ts';
import { nextStop, type Stop, type Walk } from './keyboard-walk.ts';

type Place = Stop<CheckedField>;

/** Milliseconds that the pointer rests before the card opens, and stays away before it closes. */
const OPEN_DELAY = 220;
const CLOSE_DELAY = 320;
/** Milliseconds in which a press that was meant for a card that has just closed may come, and is no one's. */
const GRACE_TIME = 500;

const MODIFIERS: ReadonlySet<string> = new Set(['Alt', 'AltGraph', 'Control', 'Meta', 'Shift']);

/** Alt+. (Option+. on a Mac), which neither browsers nor editors use. */
const isShortcut = ({ altKey, ctrlKey, metaKey, shiftKey, code }: KeyboardEvent) =>
  altKey && !ctrlKey && !metaKey && !shiftKey && code === 'Period';

function swallow(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

const isAlike = (a: KeyedIssue, b: KeyedIssue) =>
  a.ruleId === b.ruleId && a.range[0] === b.range[0] && a.range[1] === b.range[1];

export class CardController {
  readonly #fields: ReadonlyMap<FieldId, CheckedField>;
  readonly #card: Card;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pointer: { x: number; y: number } | undefined;
  #frame: number | undefined;
  /** Key of the issue that was last clicked on, while the pointer is still there. */
  #clickedOn: string | undefined;
  /** When a card lost the focus under the writer's fingers: by itself, or since a key has fixed or ignored its issue. */
  #closedAt = Number.NEGATIVE_INFINITY;
  /** The key that did so, until it comes up: held down, it repeats. */
  #held: string | undefined;
  /** Where the keyboard last opened a card, until the writer goes elsewhere: from there it goes on. */
  #walked: Walk<CheckedField> | undefined;

  constructor(
    document: Document,
    fields: ReadonlyMap<FieldId, CheckedField>,
    placement: Placement,
    actions: CardActions,
    signal: AbortSignal,
  ) {
    this.#fields = fields;
    this.#card = new Card(actions, placement, () => this.#keepOpen(), signal);
    const view = document.defaultView!;
    const options = { capture: true, passive: true, signal };
    document.addEventListener('pointermove', (event) => this.#moved(event), options);
    document.addEventListener('pointerout', (event) => !event.relatedTarget && this.#left(), options);
    document.addEventListener('click', (event) => this.#clicked(event), options);
    document.addEventListener('scroll', () => this.#scrolled(), options);
    view.addEventListener('keydown', (event) => this.#pressed(event), { capture: true, signal });
    for (const type of ['keypress', 'keyup'] as const) {
      view.addEventListener(type, (event) => this.#keep(event), { capture: true, signal });
    }
    signal.addEventListener('abort', () => this.#stop(), { once: true });
  }

  #stop(): void {
    clearTimeout(this.#timer);
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
  }

  /** The issues of a field have changed: a card for one that is gone closes. */
  fieldChanged(field: CheckedField): void {
    const { place } = this.#card;
    if (place?.field !== field || this.#card.isBusy) return;
    const still =
      field.issues.find(({ key }) => key === place.issue.key) ??
      // The words around it are in the key, and may just have been edited.
      field.issues.find((issue) => isAlike(issue, place.issue));
    if (still) {
      this.#card.update(still);
      return;
    }
    if (this.#card.hasFocus) this.#lostFocus(undefined);
    this.#card.close();
  }

  #moved({ clientX, clientY, buttons, isTrusted }: PointerEvent): void {
    // A page may pretend that the pointer moves; whoever drags is selecting.
    if (!isTrusted || buttons !== 0) return;
    this.#pointer = { x: clientX, y: clientY };
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#hover();
    });
  }

  #left(): void {
    this.#pointer = undefined;
    this.#closeLater();
  }

  #hover(): void {
    if (!this.#pointer || this.#card.isBusy) return;
    const { x, y } = this.#pointer;
    if (this.#card.contains(x, y)) {
      this.#keepOpen();
      return;
    }
    const place = this.#placeAt(x, y);
    if (!place) {
      this.#clickedOn = undefined;
      this.#closeLater();
      return;
    }
    if (place.issue.key === this.#clickedOn) return;
    this.#clickedOn = undefined;
    if (this.#card.place?.issue === place.issue) {
      this.#keepOpen();
      return;
    }
    this.#later(() => this.#card.open(place), OPEN_DELAY);
  }

  #later(task: () => void, delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(task, delay);
  }

  #keepOpen(): void {
    clearTimeout(this.#timer);
  }

  #closeLater(): void {
    if (this.#card.place && !this.#card.hasFocus) this.#later(() => this.#card.close(), CLOSE_DELAY);
    else clearTimeout(this.#timer);
  }

  /** A click is meant for the words: it closes the card, which comes again when the pointer has been elsewhere. */
  #clicked({ clientX, clientY, isTrusted, target }: MouseEvent): void {
    // A button pressed by the keyboard is clicked nowhere in particular.
    if (!isTrusted || this.#card.isHost(target)) return;
    this.#walked = undefined;
    clearTimeout(this.#timer);
    this.#clickedOn = this.#placeAt(clientX, clientY)?.issue.key;
    this.#card.close();
  }

  /** Opens the card of the next issue, as the key does. */
  next(): void {
    const shown = this.#card.hasFocus ? this.#card.place : undefined;
    const step = nextStop(this.#fields.values(), this.#walked, shown);
    if (step) this.#show(step);
  }

  /** Why a rule speaks, as the background has answered. */
  explain(ruleId: string, reason: Reason): void {
    this.#card.explain(ruleId, reason);
  }

  #scrolled(): void {
    for (const field of this.#fields.values()) field.scrolled();
  }

  #pressed(event: KeyboardEvent): void {
    if (!event.isTrusted || event.isComposing) return;
    if (isShortcut(event)) {
      this.#walk(event);
    } else if (this.#isLeftOver(event)) {
      swallow(event);
    } else if (event.key === 'Escape' && this.#card.place) {
      swallow(event);
      this.#card.close();
    } else if (this.#card.hasFocus) {
      event.stopImmediatePropagation();
      this.#card.press(event);
      if (!this.#card.hasFocus) this.#lostFocus(event.code);
    } else if (!MODIFIERS.has(event.key)) {
      this.#walked = undefined;
      // Whoever types on has seen the card.
      if (!event.altKey) this.#card.close();
    }
  }

  #lostFocus(held: string | undefined): void {
    this.#closedAt = performance.now();
    this.#held = held;
  }

  /** Whether the key still means the card that is gone: the one that closed it, held down, or a second press. */
  #isLeftOver(event: KeyboardEvent): boolean {
    if (this.#card.hasFocus) return false;
    if (event.repeat && event.code === this.#held) return true;
    return isPress(event) && performance.now() - this.#closedAt < GRACE_TIME;
  }

  /** Opens the card at the caret; from an opened one goes on to the next issue, and from the last to the first. */
  #walk(event: KeyboardEvent): void {
    const shown = this.#card.hasFocus ? this.#card.place : undefined;
    const step = nextStop(this.#fields.values(), this.#walked, shown);
    if (!step) return;
    swallow(event);
    if (!event.repeat) this.#show(step);
  }

  #show(step: NonNullable<ReturnType<typeof nextStop<CheckedField>>>): void {
    clearTimeout(this.#timer);
    this.#closedAt = Number.NEGATIVE_INFINITY;
    this.#walked = step.walk;
    const { field, issue } = step.stop;
    this.#card.open({ field, issue }, { focus: true });
    field.bringIntoView(issue.range);
  }

  /** Editors listen for keys in the whole document, and would act on those that are pressed in the card. */
  #keep(event: KeyboardEvent): void {
    const isEnd = event.isTrusted && event.type === 'keyup' && event.code === this.#held;
    if (isEnd) this.#held = undefined;
    if (isEnd || this.#card.hasFocus) event.stopImmediatePropagation();
  }

  #placeAt(x: number, y: number): Place | undefined {
    for (const field of this.#fields.values()) {
      if (field.painter.isEmpty || field.isComposing || !isOnTop(field.element, x, y)) continue;
      const found = field.painter.issueAt(x, y);
      if (found) return { field, issue: found.issue };
    }
    return undefined;
  }
}

/** Whether the field itself is what the page shows at that point of the viewport. */
function isOnTop(element: HTMLElement, x: number, y: number): boolean {
  const root = element.getRootNode() as Document | ShadowRoot;
  const top = root.elementFromPoint(x, y);
  return top !== null && element.contains(top);
}
