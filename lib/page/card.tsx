/** The card of one issue, beside the words it is about, in a closed shadow root that the page cannot reach into. */
import { autoUpdate, computePosition, flip, offset, shift } from '@floating-ui/dom';
import { render } from 'preact';
import type { Range as TextRange } from '../document/types.ts';
import { groupFixes } from '../engine/fix.ts';
import { choiceOf, groupOf } from '../engine/group.ts';
import type { Fix, KeyedIssue } from '../engine/types.ts';
import { createOverlay, type Overlay } from '../highlight/overlay.ts';
import { excerpt } from '../protocol/excerpt.ts';
import { IssueCard, issueCardStyles } from '../ui/issue-card.tsx';
import { text } from '../ui/text.ts';
import type { CheckedField } from './checked-field.ts';
import { PressGuard } from './press-guard.ts';

/** What the card asks of the frame's session. */
export interface CardActions {
  ignore(field: CheckedField, issues: readonly KeyedIssue[]): void;
  /** The word that the issue doubts is right. */
  addWord(field: CheckedField, issue: KeyedIssue): void;
}

/** Pixels that stay free between the card and the edges of the viewport. */
const MARGIN = 8;

// The host keeps every style of the page out, and with it those that are set on it from inside.
const STYLES = `.place{font-size:14px;line-height:1.6;position:fixed;top:0;left:0;width:max-content;pointer-events:auto}
.place:focus{outline:none}
.qy-card{max-height:calc(100vh - ${2 * MARGIN}px);overflow-y:auto;overscroll-behavior:contain;scrollbar-width:thin}
/* A press leaves the focus in the field, so only the keyboard brings it here; Chrome does not always believe that. */
.place button:focus{outline:2px solid var(--qy-focus);outline-offset:1px}`;

/** What happens inside the card is no business of the page's. */
const KEPT_EVENTS = [
  'click',
  'dblclick',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'input',
  'focusin',
  'focusout',
  'contextmenu',
];

/** Whether the key presses a button that has the focus. */
export const isPress = ({ key }: KeyboardEvent): boolean => key === 'Enter' || key === ' ';

interface Shown {
  readonly field: CheckedField;
  readonly issue: KeyedIssue;
  readonly notice?: string;
  readonly offersCopy?: boolean;
}

export class Card {
  readonly #actions: CardActions;
  readonly #keepOpen: () => void;
  readonly #signal: AbortSignal;
  #shown: Shown | undefined;
  #isBusy = false;
  /** The field's selection when the card took the focus from it. */
  #selection: TextRange | undefined;
  /** Ends with the card that is shown. */
  #life: AbortController | undefined;
  #overlay: Overlay | undefined;
  #box: HTMLElement | undefined;
  #guard: PressGuard | undefined;

  constructor(actions: CardActions, keepOpen: () => void, signal: AbortSignal) {
    this.#actions = actions;
    this.#keepOpen = keepOpen;
    this.#signal = signal;
    signal.addEventListener('abort', () => this.close(), { once: true });
  }

  get place(): { readonly field: CheckedField; readonly issue: KeyedIssue } | undefined {
    return this.#shown;
  }

  /** A fix is under way. */
  get isBusy(): boolean {
    return this.#isBusy;
  }

  get hasFocus(): boolean {
    return this.#overlay !== undefined && this.#overlay.root.activeElement !== null;
  }

  /** Whether an event's target, as the document sees it, is the card. */
  isHost(target: EventTarget | null): boolean {
    return this.#overlay !== undefined && this.#overlay.host === target;
  }

  /** Whether the card covers that point of the viewport. */
  contains(x: number, y: number): boolean {
    if (!this.#box) return false;
    const { left, right, top, bottom } = this.#box.getBoundingClientRect();
    return x >= left && x <= right && y >= top && y <= bottom;
  }

  open(place: { field: CheckedField; issue: KeyedIssue }, { focus = false } = {}): void {
    if (this.#signal.aborted || this.#isBusy) return;
    if (this.#shown && this.hasFocus && this.#shown.field === place.field) {
      // Between issues of a field, field and page see nothing of it.
      this.#shown = place;
      this.#render();
      void this.#position(place.field);
    } else if (this.#shown?.issue !== place.issue) {
      this.close();
      this.#shown = place;
      this.#mount(place.field);
    }
    if (focus) this.#focusFirst();
  }

  /** The same issue, moved by an edit. */
  update(issue: KeyedIssue): void {
    if (!this.#shown) return;
    this.#shown = { ...this.#shown, issue };
    this.#render();
  }

  close(): void {
    if (!this.#shown) return;
    this.#returnFocus();
    this.#shown = undefined;
    if (this.#box) render(null, this.#box);
    this.#life?.abort();
    this.#overlay = undefined;
    this.#box = undefined;
  }

  /** Puts focus and caret back where they were before the card had them. */
  #returnFocus(): void {
    const field = this.#shown?.field;
    if (field?.element.isConnected && this.hasFocus) {
      field.field.focus(this.#selection);
      // A document that is edited as a whole takes no focus: it has it when nothing else does.
      (this.#overlay?.root.activeElement as HTMLElement | null)?.blur();
    }
    this.#selection = undefined;
  }

  #mount(field: CheckedField): void {
    this.#life = new AbortController();
    const { signal } = this.#life;
    const overlay = createOverlay(field.element, 'qingyang-card', signal);
    const { ownerDocument } = field.element;
    const sheet = new ownerDocument.defaultView!.CSSStyleSheet();
    sheet.replaceSync(issueCardStyles + STYLES);
    overlay.root.adoptedStyleSheets.push(sheet);
    const box = ownerDocument.createElement('div');
    box.className = 'place';
    box.tabIndex = -1;
    box.setAttribute('role', 'dialog');
    overlay.root.append(box);
    this.#overlay = overlay;
    this.#box = box;
    this.#guard = new PressGuard(overlay.root, signal);
    this.#listen(overlay.root, box, signal);
    this.#render();
    overlay.ensure();
    const stop = autoUpdate(this.#reference(field), box, () => void this.#position(field));
    signal.addEventListener('abort', stop, { once: true });
  }

  #listen(root: ShadowRoot, box: HTMLElement, signal: AbortSignal): void {
    // A press must not take the focus, and with it the caret, out of the field.
    box.addEventListener('mousedown', (event) => event.preventDefault(), { signal });
    box.addEventListener('pointerenter', this.#keepOpen, { signal });
    for (const type of KEPT_EVENTS) root.addEventListener(type, (event) => event.stopPropagation(), { signal });
  }

  #reference(field: CheckedField) {
    return {
      contextElement: field.element,
      getBoundingClientRect: () =>
        (this.#shown && field.painter.rectOfRange(this.#shown.issue.range)) ?? field.element.getBoundingClientRect(),
    };
  }

  async #position(field: CheckedField): Promise<void> {
    const box = this.#box;
    if (!box) return;
    const { x, y } = await computePosition(this.#reference(field), box, {
      strategy: 'fixed',
      placement: 'bottom-start',
      middleware: [
        offset(6),
        // In the low frame of an editor there is often no room but beside the words.
        flip({ padding: MARGIN, crossAxis: false, fallbackPlacements: ['top-start', 'right-start', 'left-start'] }),
        shift({ padding: MARGIN }),
      ],
    });
    box.style.transform = `translate(${Math.round(x)}px,${Math.round(y)}px)`;
    this.#guard?.moved(x, y);
  }

  #render(): void {
    if (!this.#shown || !this.#box) return;
    const { field, issue, notice, offersCopy } = this.#shown;
    const group = groupOf(issue, field.issues);
    this.#box.setAttribute('aria-label', issue.message);
    render(
      <IssueCard
        issue={issue}
        original={excerpt(field.field.text, issue.range)}
        places={group.length}
        onFix={(suggestion) => void this.#fix(groupFixes(group, choiceOf(issue, suggestion)))}
        onReveal={(range) => this.#closeAnd(() => field.reveal(range))}
        onIgnore={() => this.#closeAnd(() => this.#actions.ignore(field, group))}
        {...(issue.word !== undefined && {
          onAddWord: () => this.#closeAnd(() => this.#actions.addWord(field, issue)),
        })}
        {...(offersCopy && { onCopy: (words: string) => void this.#copy(words) })}
        {...(notice !== undefined && { notice })}
      />,
      this.#box,
    );
  }

  async #fix(fixes: readonly Fix[]): Promise<void> {
    const shown = this.#shown;
    if (!shown || this.#isBusy) return;
    this.#returnFocus();
    this.#isBusy = true;
    const outcome = await shown.field.fix(fixes).finally(() => {
      this.#isBusy = false;
    });
    if (this.#shown?.issue.key !== shown.issue.key) return;
    if (outcome.refused === 0) {
      this.close();
      return;
    }
    const notice = text(outcome.reason === 'rejected' ? 'fixRejected' : 'fixOutdated');
    this.#shown = { ...this.#shown, notice, offersCopy: true };
    this.#render();
  }

  #closeAnd(act: () => void): void {
    if (!this.#shown) return;
    this.close();
    act();
  }

  /** Pages without a secure connection have no clipboard interface: there, a copied selection does it. */
  async #copy(words: string): Promise<void> {
    if (!this.#shown || !this.#box) return;
    const isCopied = window.isSecureContext
      ? await navigator.clipboard.writeText(words).then(
          () => true,
          () => false,
        )
      : copyBySelection(this.#box, words);
    if (!this.#shown) return;
    this.#shown = { ...this.#shown, notice: text(isCopied ? 'copied' : 'copyFailed') };
    this.#render();
  }

  #buttons(): HTMLElement[] {
    return [...(this.#box?.querySelectorAll<HTMLElement>('button') ?? [])];
  }

  #focusFirst(): void {
    this.#selection ??= this.#shown?.field.field.selection;
    const choice = this.#box?.querySelector<HTMLElement>('.qy-choice');
    (choice ?? this.#buttons()[0] ?? this.#box)?.focus({ preventScroll: true });
  }

  /** A key on the focused card: arrow keys and Tab go round among the buttons, Enter and the space bar press one. */
  press(event: KeyboardEvent): void {
    const current = this.#overlay?.root.activeElement as HTMLElement | null;
    const step = event.key === 'Tab' ? (event.shiftKey ? -1 : 1) : { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!isPress(event) && step === undefined) return;
    event.preventDefault();
    if (step === undefined) {
      if (!event.repeat && current) this.#guard?.press(current);
      return;
    }
    const buttons = this.#buttons();
    buttons[(buttons.indexOf(current!) + step + buttons.length) % buttons.length]?.focus({ preventScroll: true });
  }
}

function copyBySelection(parent: Element, words: string): boolean {
  const { ownerDocument } = parent;
  const holder = ownerDocument.createElement('textarea');
  const before = ownerDocument.activeElement as HTMLElement | null;
  holder.value = words;
  parent.append(holder);
  holder.select();
  const isCopied = ownerDocument.execCommand('copy');
  holder.remove();
  before?.focus({ preventScroll: true });
  return isCopied;
}
