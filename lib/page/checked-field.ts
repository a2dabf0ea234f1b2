/** One field under proof: what was sent to be checked, what came back, and where that stands after later edits. */

import { type Splice, shiftRange, spliceBetween } from '../document/splice.ts';
import type { Range as TextRange } from '../document/types.ts';
import type { Fix, KeyedIssue } from '../engine/types.ts';
import { isFormField } from '../fields/eligibility.ts';
import type { Outcome } from '../fields/field.ts';
import { FormField } from '../fields/form-field.ts';
import { RichField } from '../fields/rich-field.ts';
import { Mirror } from '../highlight/mirror.ts';
import { visibleBox } from '../highlight/overlay.ts';
import { Painter } from '../highlight/painter.ts';
import type { PaintRegistry } from '../highlight/registry.ts';
import type { FieldId, FrameMessage } from '../protocol/messages.ts';

/** Milliseconds without an edit before the text is sent: half a word is not worth checking. */
export const TYPING_PAUSE = 250;
/** Milliseconds after which a text that never rests is sent all the same. */
const LONGEST_WAIT = 3_000;
/** A script may set a form field's value without a word: looked at this often while something is painted on it. */
const SILENT_CHANGE_PERIOD = 500;
/** UTF-16 code units on either side of a fix in which nothing may have been edited. */
const BASIS = 12;
/** Reading takes at most this part of the time: one in so many milliseconds. */
const READING_SHARE = 5;

export interface FieldEvents {
  send(message: FrameMessage): void;
  /** Issues were painted, moved or removed. */
  changed(field: CheckedField): void;
}

export class CheckedField {
  readonly id: FieldId;
  readonly field: FormField | RichField;
  readonly painter: Painter;
  readonly #mirror: Mirror | undefined;
  readonly #events: FieldEvents;
  readonly #signal: AbortSignal;

  #version = 0;
  /** The text that the background has; undefined until the whole was sent. */
  #sent: string | undefined;
  /** Edits sent since the version that was last answered, to bring a late answer up to date. */
  #unanswered: { readonly version: number; readonly splice: Splice }[] = [];
  /** Issues, and the text in which they stand. */
  #issues: readonly KeyedIssue[] = [];
  #shown: string;
  /** The last answer, for an edit that is taken back before it was sent. */
  #answer: { readonly version: number; readonly issues: readonly KeyedIssue[] } | undefined;

  #isComposing = false;
  #isReplacing = false;
  /** Calls off the reading that is about to come. */
  #cancelShow: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #firstUnsent: number | undefined;
  #nextReading = 0;

  constructor(element: HTMLElement, id: FieldId, registry: PaintRegistry, events: FieldEvents, signal: AbortSignal) {
    this.id = id;
    this.#events = events;
    this.#signal = signal;
    this.field = isFormField(element) ? new FormField(element) : new RichField(element);
    this.#shown = this.field.text;
    this.#mirror = this.field instanceof FormField ? new Mirror(this.field.element, this.#shown, signal) : undefined;
    this.painter = new Painter(element, this.#mirror ?? (this.field as RichField), registry, signal);
    this.#observe();
    signal.addEventListener('abort', () => this.#close(), { once: true });
  }

  get element(): HTMLElement {
    return this.field.element;
  }

  get issues(): readonly KeyedIssue[] {
    return this.#issues;
  }

  get isComposing(): boolean {
    return this.#isComposing;
  }

  #observe(): void {
    const { element } = this;
    const on = (type: string, listener: (event: Event) => void) =>
      element.addEventListener(type, listener, { signal: this.#signal, passive: true, capture: true });
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
    if (this.field instanceof FormField) this.#observeForm(this.field);
    else this.#observeTree();
  }

  #observeForm(field: FormField): void {
    field.element.addEventListener('change', () => this.#edited(), { signal: this.#signal });
    const timer = setInterval(() => {
      if (!this.painter.isEmpty && !document.hidden && field.element.value !== this.#shown) this.#edited();
    }, SILENT_CHANGE_PERIOD);
    this.#signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  }

  #observeTree(): void {
    const observer = new MutationObserver(() => this.#edited());
    observer.observe(this.element, { childList: true, characterData: true, subtree: true });
    this.#signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  }

  #focused(): void {
    this.painter.forgetGround();
    if (this.field instanceof RichField) this.field.forgetStyles();
    this.#events.send({ type: 'focus', field: this.id });
    this.#edited();
  }

  #endComposition(): void {
    if (!this.#isComposing) return;
    this.#isComposing = false;
    this.#edited();
  }

  /** Something may have changed: paint is put right in the next frame, the check waits for a pause. */
  #edited(): void {
    if (this.#signal.aborted) return;
    this.#showSoon();
    this.#sendSoon();
  }

  #showSoon(): void {
    if (this.#cancelShow) return;
    const show = () => {
      this.#cancelShow = undefined;
      if (!this.#signal.aborted) this.#show();
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

  /** Reads the text and moves the issues along with it; those that the edit touched vanish. */
  #show(): void {
    const began = performance.now();
    const before = this.#shown;
    this.#shown = this.field.read();
    const splice = spliceBetween(before, this.#shown);
    if (splice) {
      this.#issues = moveIssues(this.#issues, [splice]);
      this.#mirror?.setText(this.#shown);
    }
    this.painter.paint(this.#issues);
    const ended = performance.now();
    this.#nextReading = ended + (ended - began) * READING_SHARE;
    if (splice) this.#events.changed(this);
  }

  #sendEdits(): void {
    // While an input method composes, what stands in the field is not yet the writer's.
    if (this.#isComposing || this.#isReplacing) return;
    this.#firstUnsent = undefined;
    if (this.#sent === undefined) {
      // The background was stopped, or has not asked yet.
      this.open();
      return;
    }
    this.#show();
    const splice = spliceBetween(this.#sent, this.#shown);
    if (!splice) {
      this.#apply();
      return;
    }
    this.#version++;
    this.#sent = this.#shown;
    this.#unanswered.push({ version: this.#version, splice });
    this.#events.send({ type: 'edit', field: this.id, version: this.#version, ...splice });
  }

  /** Sends the whole text: at first, after a reconnection, and when the background asks for it. */
  open(): void {
    this.#show();
    this.#version++;
    this.#sent = this.#shown;
    this.#unanswered = [];
    this.#events.send({ type: 'open', field: this.id, version: this.#version, text: this.#sent });
    if (this.element.matches(':focus-within')) this.#events.send({ type: 'focus', field: this.id });
  }

  /** Nothing more is sent until the field is opened again. */
  disconnect(): void {
    this.#sent = undefined;
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#cancelShow?.();
    if (this.#sent !== undefined) this.#events.send({ type: 'close', field: this.id });
    this.#sent = undefined;
    this.#issues = [];
    this.#events.changed(this);
  }

  /** Edits from the text of that version to the one that is shown; undefined when they are no longer known. */
  #splicesSince(version: number): Splice[] | undefined {
    if (this.#sent === undefined || version > this.#version) return undefined;
    const later = this.#unanswered.filter((edit) => edit.version > version);
    if (later.length !== this.#version - version) return undefined;
    const unsent = spliceBetween(this.#sent, this.#shown);
    return [...later.map(({ splice }) => splice), ...(unsent ? [unsent] : [])];
  }

  /** The background's answer for the text of `version`. */
  receive(version: number, issues: readonly KeyedIssue[]): void {
    if (!this.#splicesSince(version)) return;
    this.#unanswered = this.#unanswered.filter((edit) => edit.version > version);
    this.#answer = { version, issues: [...issues].sort(byPlace) };
    this.#apply();
    // The page may have changed it since, without a sign.
    this.#showSoon();
  }

  /** Shows the last answer, brought up to date. */
  #apply(): void {
    const splices = this.#answer && this.#splicesSince(this.#answer.version);
    if (!splices) return;
    this.#issues = moveIssues(this.#answer!.issues, splices);
    this.painter.paint(this.#issues);
    this.#events.changed(this);
  }

  /** Applies fixes that count in the text of `version`. Those that later edits touched are refused. */
  async fixVersion(version: number, fixes: readonly Fix[]): Promise<Outcome> {
    const splices = this.#splicesSince(version);
    if (!splices) return { applied: 0, refused: fixes.length, reason: 'changed' };
    const moved = fixes.flatMap((fix) => (isUndisturbed(fix, splices) ? (moveFix(fix, splices) ?? []) : []));
    const lost = fixes.length - moved.length;
    const outcome = await this.fix(moved);
    if (lost === 0) return outcome;
    return { ...outcome, refused: outcome.refused + lost, reason: outcome.reason ?? 'changed' };
  }

  /** Applies fixes that count in the text that is shown. */
  async fix(fixes: readonly Fix[]): Promise<Outcome> {
    if (this.#isReplacing || this.#isComposing) return { applied: 0, refused: fixes.length, reason: 'changed' };
    this.#isReplacing = true;
    try {
      return await this.field.replace(fixes, this.#shown);
    } finally {
      this.#isReplacing = false;
      if (!this.#signal.aborted) this.#sendEdits();
    }
  }

  /** The field, or something around it, was scrolled. What is near the viewport counts from where the mirror then is. */
  scrolled(): void {
    this.#mirror?.scroll();
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

  /** Scrolls to a range and marks it for a moment. */
  reveal(range: TextRange): void {
    this.element.scrollIntoView({ block: 'nearest' });
    this.#mirror?.reveal(range);
    this.scrolled();
    if (!this.#mirror) this.#scrollTo(range);
    this.painter.flash(range);
  }

  #scrollTo(range: TextRange): void {
    const [line] = (this.field as RichField).linesOf(range);
    const node = line?.[0].node;
    (node instanceof Element ? node : node?.parentElement)?.scrollIntoView({ block: 'center' });
  }
}

const byPlace = (a: KeyedIssue, b: KeyedIssue) => a.range[0] - b.range[0] || a.range[1] - b.range[1];

const moveRange = (range: TextRange, splices: readonly Splice[]): TextRange | undefined =>
  splices.reduce<TextRange | undefined>((place, splice) => place && shiftRange(place, splice), range);

/** Whether the words around the fix, on which it rests, are the same as when it was found. */
function isUndisturbed({ range: [start, end] }: Fix, splices: readonly Splice[]): boolean {
  return moveRange([Math.max(start - BASIS, 0), end + BASIS], splices) !== undefined;
}

function moveFix(fix: Fix, splices: readonly Splice[]): Fix | undefined {
  const range = moveRange(fix.range, splices);
  return range && { range, text: fix.text };
}

/** Issues after the edits. One whose own range was touched is gone; of the rest, fixes that were touched are. */
function moveIssues(issues: readonly KeyedIssue[], splices: readonly Splice[]): KeyedIssue[] {
  if (splices.length === 0) return [...issues];
  return issues.flatMap((issue) => {
    const range = moveRange(issue.range, splices);
    if (!range) return [];
    const { fix, suggestions, related, ...rest } = issue;
    const movedFix = fix && moveFix(fix, splices);
    return {
      ...rest,
      range,
      ...(movedFix && { fix: movedFix }),
      ...(suggestions && {
        suggestions: suggestions.flatMap(({ message, fix: offered }) => {
          const moved = moveFix(offered, splices);
          return moved ? [{ message, fix: moved }] : [];
        }),
      }),
      ...(related && {
        related: related.flatMap(({ message, range: other }) => {
          const moved = moveRange(other, splices);
          return moved ? [{ message, range: moved }] : [];
        }),
      }),
    };
  });
}
