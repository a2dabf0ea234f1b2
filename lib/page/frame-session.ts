/** All fields of one frame, the port to the background, and the card. */
import { inverseFixes } from '../engine/undo.ts';
import { discoverFields } from '../fields/discovery.ts';
import { canvasEditorOf } from '../fields/editors.ts';
import { Placement } from '../highlight/placement.ts';
import { PaintRegistry } from '../highlight/registry.ts';
import { Sight } from '../highlight/sight.ts';
import { MAX_FIELDS_PER_FRAME } from '../protocol/limits.ts';
import type { Choice, FieldId, FrameCommand, FrameMessage } from '../protocol/messages.ts';
import type { CardActions } from './card.tsx';
import { CardController } from './card-controller.ts';
import { CheckedField, wordsOf } from './checked-field.ts';
import { FramePort } from './frame-port.ts';
import { outlineField } from './outline.ts';
import { Places } from './places.ts';
import { Seal, type SealActions } from './seal.tsx';
import { UndoBar } from './undo-bar.tsx';

/** A text that stops the background again and again is left alone until its next edit. */
const MOST_UNANSWERED = 3;

export class FrameSession {
  readonly #document: Document;
  readonly #port: FramePort;
  readonly #fields = new Map<FieldId, CheckedField>();
  /** The fields that are checked; of more than these, whichever the writer goes into. */
  readonly #checked = new Places<CheckedField>(MAX_FIELDS_PER_FRAME);
  #nextId: FieldId = 0;
  /** Whether the background has said that it wants to hear of this frame's fields. */
  #isEnabled = false;
  /** Ends the search for fields and all that was found, when checking is turned off here. */
  #search: AbortController | undefined;
  #unreadable: string | undefined;
  #card: CardController | undefined;
  #placement: Placement | undefined;
  /** Ends the outline of the field that a checklist is about. */
  #watched: AbortController | undefined;
  #seal: Seal | undefined;
  #sealSettings: Pick<FrameCommand & { type: 'seal' }, 'shown' | 'model'> = { shown: false, model: 'idle' };
  /** The field that had the focus last, and since when, in milliseconds since the epoch. */
  #lastFocus: { readonly id: FieldId; readonly at: number } | undefined;
  /** Times that the background was stopped before it answered, since it last did. */
  #unanswered = 0;

  constructor(document: Document, signal: AbortSignal) {
    this.#document = document;
    this.#port = new FramePort(
      { receive: (command) => this.#receive(command), disconnected: () => this.#disconnected() },
      signal,
    );
    signal.addEventListener('abort', () => this.#search?.abort(), { once: true });
    document.addEventListener('focusin', () => this.#reportCanvas(), { capture: true, signal });
  }

  /** The field that the writer was last in, as long as it is there. */
  get writtenIn(): HTMLElement | undefined {
    const last = this.#lastFocus;
    return last && this.#fields.get(last.id)?.element;
  }

  start(): void {
    this.#searchFields();
    // The popup wants to know of every page; frames speak up when they have a field.
    if (window === window.top) this.#port.connect();
  }

  #searchFields(): void {
    if (this.#search) return;
    this.#search = new AbortController();
    const { signal } = this.#search;
    const around = {
      registry: new PaintRegistry(window, signal),
      placement: new Placement(window, signal),
      sight: new Sight(window, signal),
    };
    const bar = new UndoBar(signal);
    const card = new CardController(this.#document, this.#fields, around.placement, this.#cardActions(bar), signal);
    const seal = new Seal(this.#document, around.placement, this.#sealActions(card), signal);
    seal.configure(this.#sealSettings);
    this.#placement = around.placement;
    this.#card = card;
    this.#seal = seal;
    const events = {
      send: (message: FrameMessage) => this.#send(message),
      changed: (field: CheckedField) => {
        card.fieldChanged(field);
        bar.fieldChanged(field);
        seal.fieldChanged(field);
      },
      focused: (field: CheckedField) => this.#focused(field),
    };
    discoverFields(
      this.#document,
      (element, gone) => {
        const field = new CheckedField(element, this.#nextId++, around, events, gone);
        this.#fields.set(field.id, field);
        gone.addEventListener(
          'abort',
          () => {
            this.#fields.delete(field.id);
            this.#checked.leave(field);
            seal.fieldGone(field);
          },
          { once: true },
        );
        if (this.#checked.isFull) field.rest();
        else this.#check(field);
        if (element.matches(':focus-within')) this.#focused(field);
      },
      signal,
    );
  }

  /** Has the field checked, in the place of the one longest unused where there are too many. */
  #check(field: CheckedField): void {
    const isChecked = this.#checked.has(field);
    this.#checked.use(field)?.rest();
    if (isChecked) return;
    if (this.#isEnabled) field.open();
    else this.#port.connect();
  }

  #outline(id: FieldId | null): void {
    this.#watched?.abort();
    this.#watched = undefined;
    const field = id === null ? undefined : this.#fields.get(id);
    if (!field || !this.#placement) return;
    const watched = new AbortController();
    this.#watched = watched;
    field.signal.addEventListener('abort', () => watched.abort(), { once: true, signal: watched.signal });
    outlineField(field.element, this.#placement, watched.signal);
  }

  #cardActions(bar: UndoBar): CardActions {
    const choose = (field: CheckedField, message: FrameMessage, words: string, choice: Choice, count = 1) => {
      this.#send(message);
      bar.show({
        field,
        step: { kind: choice.kind, words, count },
        takeBack: () => this.#send({ type: 'take-back', choice }),
      });
    };
    return {
      ignore: (field, issues) => {
        const keys = issues.map(({ key }) => key);
        const words = wordsOf(field, issues[0]!);
        choose(field, { type: 'ignore', field: field.id, keys }, words, { kind: 'ignore', keys }, issues.length);
      },
      addWord: (field, { key, word = '' }) =>
        choose(field, { type: 'own-word', field: field.id, key }, word, { kind: 'word', word }),
      silence: (field, issue) => {
        const words = wordsOf(field, issue);
        const { key, ruleId } = issue;
        choose(field, { type: 'silence', field: field.id, key }, words, { kind: 'silence', ruleId, words });
      },
      ruleOff: (field, { key, ruleId }) =>
        choose(field, { type: 'rule-off', field: field.id, key }, '', { kind: 'rule', ruleId }),
      explain: (ruleId) => this.#send({ type: 'explain', ruleId }),
      openRule: (ruleId) => this.#send({ type: 'open-rule', ruleId }),
      fixed: (field, before, fixes) =>
        bar.show({
          field,
          step: {
            kind: 'fix',
            after: field.field.text,
            inverse: inverseFixes(before, fixes),
            words: '',
            count: fixes.length,
          },
          takeBack: () => {},
        }),
    };
  }

  #sealActions(card: CardController): SealActions {
    return {
      next: () => card.next(),
      openList: (field) => this.#send({ type: 'open-list', field: field.id }),
      off: (where) => this.#send({ type: 'seal-off', where }),
      siteOff: () => this.#send({ type: 'site-off' }),
    };
  }

  #focused(field: CheckedField): void {
    this.#check(field);
    this.#lastFocus = { id: field.id, at: Date.now() };
    this.#tellFocus();
    this.#seal?.focused(field);
  }

  #tellFocus(): void {
    const last = this.#lastFocus;
    if (last && this.#fields.has(last.id)) this.#send({ type: 'focus', field: last.id, at: last.at });
  }

  /** What the background does not ask for is sent once it does. */
  #send(message: FrameMessage): void {
    if (this.#isEnabled) this.#port.send(message);
    else if (this.#search) this.#port.connect();
  }

  /** Whoever still waits for an answer asks again; the others have theirs, and may wait for the next edit. */
  #disconnected(): void {
    this.#isEnabled = false;
    this.#outline(null);
    const isWaiting = [...this.#fields.values()].some((field) => field.isWaiting);
    for (const field of this.#fields.values()) field.disconnect();
    if (isWaiting && ++this.#unanswered < MOST_UNANSWERED) this.#port.connect();
  }

  #receive(command: FrameCommand): void {
    if (command.type === 'enabled') {
      this.#setEnabled(command.enabled);
      return;
    }
    if (command.type === 'seal') {
      this.#sealSettings = command;
      this.#seal?.configure(command);
      return;
    }
    if (command.type === 'reason') {
      this.#card?.explain(command.ruleId, command.reason);
      return;
    }
    if (command.type === 'watched') {
      this.#outline(command.field);
      return;
    }
    const field = this.#fields.get(command.field);
    if (!field) return;
    switch (command.type) {
      case 'issues':
        this.#unanswered = 0;
        field.receive(command);
        break;
      case 'resend':
        if (this.#checked.has(field)) field.open();
        break;
      case 'reveal':
        field.reveal(command.range);
        break;
      case 'fix':
        void this.#fix(field, command);
        break;
    }
  }

  async #fix(field: CheckedField, { request, version, fixes }: FrameCommand & { type: 'fix' }): Promise<void> {
    const { applied, refused, reason } = await field.fixVersion(version, fixes);
    this.#send({ type: 'fixed', field: field.id, request, applied, refused, covered: reason === 'covered' });
  }

  #setEnabled(enabled: boolean): void {
    this.#isEnabled = enabled;
    if (!enabled) {
      this.#search?.abort();
      this.#search = undefined;
      return;
    }
    for (const field of this.#checked) field.open();
    this.#tellFocus();
    this.#searchFields();
    this.#unreadable = undefined;
    this.#reportCanvas();
  }

  #reportCanvas(): void {
    if (!this.#isEnabled || this.#unreadable !== undefined) return;
    this.#unreadable = canvasEditorOf(this.#document);
    if (this.#unreadable !== undefined) this.#send({ type: 'unreadable', editor: this.#unreadable });
  }
}
