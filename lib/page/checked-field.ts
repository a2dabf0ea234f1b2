/** One field under proof: read when it is edited, kept in step with the background, and painted. */

import type { Range as TextRange } from '../document/types.ts';
import type { Fix, KeyedIssue } from '../engine/types.ts';
import { isFormField } from '../fields/eligibility.ts';
import type { Outcome } from '../fields/field.ts';
import { FormField } from '../fields/form-field.ts';
import { RichField } from '../fields/rich-field.ts';
import { FormSurface } from '../highlight/form-surface.ts';
import { visibleBox } from '../highlight/overlay.ts';
import { Painter } from '../highlight/painter.ts';
import type { Placement } from '../highlight/placement.ts';
import type { PaintRegistry } from '../highlight/registry.ts';
import type { Sight } from '../highlight/sight.ts';
import type { Answer, FieldId, FrameMessage } from '../protocol/messages.ts';
import { TextSync } from '../protocol/text-sync.ts';

/** Milliseconds without an edit before the text is sent: half a word is not worth checking. */
export const TYPING_PAUSE = 250;
/** Milliseconds after which a text that never rests is sent all the same. */
const LONGEST_WAIT = 3_000;
/** A script may set a form field's value without a word: looked at this often while something is painted on it. */
const SILENT_CHANGE_PERIOD = 500;
/** Milliseconds after which an answer that has not come is asked for again; twice as long each time. */
const ANSWER_TIME = 10_000;
/** Times that the same text is sent in vain before the field waits for the next edit. */
const MOST_TRIES = 3;
/** Reading takes at most this part of the time: one in so many milliseconds. */
const READING_SHARE = 5;

export interface FieldEvents {
  send(message: FrameMessage): void;
  /** Issues were painted, moved or removed, or an answer is waited for. */
  changed(field: CheckedField): void;
  /** The writer has gone into the field. */
  focused(field: CheckedField): void;
}

/** What the fields of a frame have in common. */
export interface Surroundings {
  readonly registry: PaintRegistry;
  readonly placement: Placement;
  readonly sight: Sight;
}

export class CheckedField {
  readonly id: FieldId;
  readonly field: FormField | RichField;
  readonly painter: Painter;
  readonly #form: FormSurface | undefined;
  readonly #events: FieldEvents;
  /** Aborts when the field goes. */
  readonly signal: AbortSignal;

  readonly #sync: TextSync;
  #isResting = false;
  #isComposing = false;
  #isReplacing = false;
  /** Calls off the reading that is about to come. */
  #cancelShow: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #firstUnsent: number | undefined;
  #nextReading = 0;
  #answerTimer: ReturnType<typeof setTimeout> | undefined;
  #tries = 0;

  constructor(element: HTMLElement, id: FieldId, around: Surroundings, events: FieldEvents, signal: AbortSignal) {
    this.id = id;
    this.#events = events;
    this.signal = signal;
    const { registry, placement, sight } = around;
    this.field = isFormField(element) ? new FormField(element) : new RichField(element);
    const { text } = this.field;
    this.#sync = new TextSync(id, text, events.send);
    if (this.field instanceof FormField) {
      this.#form = new FormSurface(this.field.element, text, placement, signal);
    }
    this.painter = new Painter(element, this.#form ?? (this.field as RichField), registry, placement, signal);
    if (this.#form) this.painter.setInSight(false);
    this.#observe(sight);
    signal.addEventListener('abort', () => this.#close(), { once: true });
  }

  get element(): HTMLElement {
    return this.field.element;
  }

  get issues(): readonly KeyedIssue[] {
    return this.#sync.issues;
  }

  /** Whether the background has been told a text that it has not answered yet. */
  get isWaiting(): boolean {
    return this.#sync.isWaiting;
  }

  /** Offset of the caret, or of the selection's start; undefined where the field does not have the focus. */
  get caret(): number | undefined {
    return this.field.selection?.[0];
  }

  /** Whether the text is longer than what is checked. */
  get isTooLong(): boolean {
    return this.#sync.isTooLong;
  }

  /** Of the text, in UTF-16 code units. */
  get length(): number {
    return this.#sync.text.length;
  }

  get isComposing(): boolean {
    return this.#isComposing;
  }

  #observe(sight: Sight): void {
    const { element } = this;
    const on = (type: string, listener: (event: Event) => void) =>
      element.addEventListener(type, listener, { signal: this.signal, passive: true, capture: true });
    on('input', (event) => {
      // Some editors keep the end of a composition to themselves.
      if (!(event as InputEvent).isComposing) this.#isComposing = false;
      this.#edited();
    });
    on('compositionstart', () => {
      this.#isComposing = true;
    });
    on('compositionend', () => this.#endComposition());
    on('focusout', () => this.#endComposition());
    on('focusin', () => this.#focused());
    if (this.field instanceof FormField) this.#observeForm(this.field, sight);
    else this.#observeTree();
  }

  #observeForm(field: FormField, sight: Sight): void {
    const { element } = field;
    element.addEventListener('change', () => this.#edited(), { signal: this.signal });
    let timer: ReturnType<typeof setInterval> | undefined;
    const look = () => {
      if (!this.painter.isEmpty && !document.hidden && element.value !== this.#sync.text) this.#edited();
    };
    const seen = (isInSight: boolean) => {
      clearInterval(timer);
      if (isInSight) timer = setInterval(look, SILENT_CHANGE_PERIOD);
      this.painter.setInSight(isInSight);
    };
    sight.watch(element, seen, this.signal);
    this.signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  }

  #observeTree(): void {
    const observer = new MutationObserver(() => this.#edited());
    observer.observe(this.element, { childList: true, characterData: true, subtree: true });
    this.signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  }

  #focused(): void {
    this.painter.forgetGround();
    if (this.field instanceof RichField) this.field.forgetStyles();
    this.#events.focused(this);
    this.#edited();
  }

  #endComposition(): void {
    if (!this.#isComposing) return;
    this.#isComposing = false;
    this.#edited();
  }

  /** Something may have changed: paint is put right in the next frame, the check waits for a pause. */
  #edited(): void {
    if (this.signal.aborted || this.#isResting) return;
    this.#showSoon();
    this.#sendSoon();
  }

  #showSoon(): void {
    if (this.#cancelShow) return;
    const show = () => {
      this.#cancelShow = undefined;
      if (!this.signal.aborted) this.#show();
    };
    const wait = this.#nextReading - performance.now();
    // The two count their numbers apart: one must not call off what has the same number of the other kind.
    if (wait > 0) {
      const timer = setTimeout(show, wait);
      this.#cancelShow = () => clearTimeout(timer);
    } else {
      const frame = requestAnimationFrame(show);
      this.#cancelShow = () => cancelAnimationFrame(frame);
    }
  }

  #sendSoon(): void {
    clearTimeout(this.#timer);
    const now = performance.now();
    this.#firstUnsent ??= now;
    const wait = Math.min(TYPING_PAUSE, Math.max(0, this.#firstUnsent + LONGEST_WAIT - now));
    this.#timer = setTimeout(() => this.#sendEdits(), wait);
  }

  /** Reads the text, and paints the issues where they are in it. */
  #show(): void {
    const began = performance.now();
    const isChanged = this.#sync.update(this.field.read());
    // A book would take seconds to lay out, and nothing is painted on it.
    if (isChanged && !this.isTooLong) this.#form?.setText(this.#sync.text);
    this.painter.paint(this.issues);
    const ended = performance.now();
    this.#nextReading = ended + (ended - began) * READING_SHARE;
    if (isChanged) this.#events.changed(this);
  }

  #sendEdits(): void {
    // While an input method composes, what stands in the field is not yet the writer's.
    if (this.#isComposing || this.#isReplacing || this.#isResting) return;
    this.#firstUnsent = undefined;
    if (!this.#sync.isOpen) {
      // The background was stopped, or has not asked yet.
      this.open();
      return;
    }
    this.#show();
    if (this.#sync.push()) this.#awaitAnswer();
    else this.#issuesMoved();
  }

  /** Sends the whole text: at first, after a reconnection, and when the background asks for it. */
  open(): void {
    this.#isResting = false;
    this.#show();
    this.#sync.open();
    this.#awaitAnswer();
  }

  /** Nothing more is sent until the field is opened again. */
  disconnect(): void {
    clearTimeout(this.#answerTimer);
    this.#sync.disconnect();
  }

  #awaitAnswer(): void {
    this.#tries = 0;
    this.#askLater();
    this.#events.changed(this);
  }

  #askLater(): void {
    clearTimeout(this.#answerTimer);
    if (!this.isWaiting || this.#tries === MOST_TRIES) return;
    this.#answerTimer = setTimeout(
      () => {
        this.#tries++;
        this.#show();
        this.#sync.open();
        this.#askLater();
      },
      ANSWER_TIME * 2 ** this.#tries,
    );
  }

  /** Its place is wanted for another: nothing is read, sent or painted until the field is opened again. */
  rest(): void {
    this.#isResting = true;
    this.#close();
    this.painter.paint(this.issues);
  }

  #close(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#answerTimer);
    this.#cancelShow?.();
    this.#cancelShow = undefined;
    this.#sync.close();
    this.#events.changed(this);
  }

  /** The background's answer. */
  receive(answer: Answer): void {
    const isNew = this.#sync.receive(answer);
    if (!this.isWaiting) clearTimeout(this.#answerTimer);
    if (!isNew) return;
    this.#issuesMoved();
    // The page may have changed the text since, without a sign.
    this.#showSoon();
  }

  #issuesMoved(): void {
    this.painter.paint(this.issues);
    this.#events.changed(this);
  }

  /** Applies fixes that count in the text of `version`. Those that later edits touched are refused. */
  async fixVersion(version: number, fixes: readonly Fix[]): Promise<Outcome> {
    const present = this.#sync.bringForward(version, fixes);
    const lost = fixes.length - present.length;
    if (present.length === 0) return { applied: 0, refused: lost, reason: 'changed' };
    const outcome = await this.fix(present);
    if (lost === 0) return outcome;
    return { ...outcome, refused: outcome.refused + lost, reason: outcome.reason ?? 'changed' };
  }

  /** Applies fixes that count in the text that is shown. */
  async fix(fixes: readonly Fix[]): Promise<Outcome> {
    if (this.#isReplacing || this.#isComposing) return { applied: 0, refused: fixes.length, reason: 'changed' };
    this.#isReplacing = true;
    try {
      return await this.field.replace(fixes, this.#sync.text);
    } finally {
      this.#isReplacing = false;
      if (!this.signal.aborted) this.#sendEdits();
    }
  }

  /** The field, or something around it, was scrolled. */
  scrolled(): void {
    this.painter.scrolled();
  }

  /** Reveals a range that cannot be seen where it is. */
  bringIntoView(range: TextRange): void {
    const rect = this.painter.rectOfRange(range);
    const { left, top, right, bottom } = visibleBox(this.element);
    const isSeen =
      rect &&
      rect.top >= Math.max(top, 0) &&
      rect.bottom <= Math.min(bottom, innerHeight) &&
      rect.left >= Math.max(left, 0) &&
      rect.right <= Math.min(right, innerWidth);
    if (!isSeen) this.reveal(range);
  }

  /** Selects a range, to be written over. */
  select(range: TextRange): void {
    this.field.focus(range);
    this.bringIntoView(range);
  }

  /** Scrolls to a range and marks it for a moment. */
  reveal(range: TextRange): void {
    this.element.scrollIntoView({ block: 'nearest' });
    this.#form?.reveal(range);
    this.scrolled();
    if (!this.#form) this.#scrollTo(range);
    this.painter.flash(range);
  }

  #scrollTo(range: TextRange): void {
    const [line] = (this.field as RichField).linesOf(range);
    const node = line?.[0].node;
    (node instanceof Element ? node : node?.parentElement)?.scrollIntoView({ block: 'center' });
  }
}

/** The words that an issue of the field is about. */
export const wordsOf = ({ field }: CheckedField, { range }: KeyedIssue): string => field.text.slice(...range);
