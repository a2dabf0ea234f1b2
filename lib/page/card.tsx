/** The card of one issue, beside the words it is about. */
import { render } from 'preact';
import type { Range as TextRange } from '../document/types.ts';
import { groupFixes } from '../engine/fix.ts';
import { choiceOf, groupOf } from '../engine/group.ts';
import type { Fix, KeyedIssue } from '../engine/types.ts';
import { schemeOf } from '../highlight/ground.ts';
import type { Placement } from '../highlight/placement.ts';
import { excerpt } from '../protocol/excerpt.ts';
import type { Reason } from '../protocol/messages.ts';
import { IssueCard, issueCardStyles } from '../ui/issue-card.tsx';
import { text } from '../ui/text.ts';
import { MARGIN, placeBeside } from './beside.ts';
import { type CheckedField, wordsOf } from './checked-field.ts';
import { openSurface, type Surface } from './surface.ts';

/** What the card asks of the frame's session. */
export interface CardActions {
  /** These issues, named in a word or two, are not to be shown. */
  ignore(field: CheckedField, issues: readonly KeyedIssue[]): void;
  /** The word that the issue doubts is right. */
  addWord(field: CheckedField, issue: KeyedIssue): void;
  silence(field: CheckedField, issue: KeyedIssue): void;
  ruleOff(field: CheckedField, issue: KeyedIssue): void;
  explain(ruleId: string): void;
  openRule(ruleId: string): void;
  /** Fixes were made in a text that was `before`. */
  fixed(field: CheckedField, before: string, fixes: readonly Fix[]): void;
}

const STYLES = `.qy-card{max-height:calc(100vh - ${2 * MARGIN}px);overflow-y:auto;overscroll-behavior:contain;scrollbar-width:thin}`;

const NOTICES = { changed: 'fixOutdated', rejected: 'fixRejected', covered: 'fixCovered' } as const;

/** Whether the key presses a button that has the focus. */
export const isPress = ({ key }: KeyboardEvent): boolean => key === 'Enter' || key === ' ';

interface Shown {
  readonly field: CheckedField;
  readonly issue: KeyedIssue;
  readonly notice?: string;
  readonly offersCopy?: boolean;
  readonly reason?: Reason;
}

export class Card {
  readonly #actions: CardActions;
  readonly #placement: Placement;
  readonly #keepOpen: () => void;
  readonly #signal: AbortSignal;
  #shown: Shown | undefined;
  #isBusy = false;
  /** The field's selection when the card took the focus from it. */
  #selection: TextRange | undefined;
  /** Ends with the card that is shown. */
  #life: AbortController | undefined;
  #surface: Surface | undefined;

  constructor(actions: CardActions, placement: Placement, keepOpen: () => void, signal: AbortSignal) {
    this.#actions = actions;
    this.#placement = placement;
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
    return this.#surface !== undefined && this.#surface.root.activeElement !== null;
  }

  /** Whether an event's target, as the document sees it, is the card. */
  isHost(target: EventTarget | null): boolean {
    return this.#surface !== undefined && this.#surface.host === target;
  }

  /** Whether the card covers that point of the viewport. */
  contains(x: number, y: number): boolean {
    if (!this.#surface) return false;
    const { left, right, top, bottom } = this.#surface.box.getBoundingClientRect();
    return x >= left && x <= right && y >= top && y <= bottom;
  }

  open(place: { field: CheckedField; issue: KeyedIssue }, { focus = false } = {}): void {
    if (this.#signal.aborted || this.#isBusy) return;
    if (this.#shown && this.hasFocus && this.#shown.field === place.field) {
      // Between issues of a field, field and page see nothing of it.
      this.#shown = place;
      this.#render();
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
    if (this.#surface) render(null, this.#surface.box);
    this.#life?.abort();
    this.#surface = undefined;
  }

  /** Puts focus and caret back where they were before the card had them. */
  #returnFocus(): void {
    const field = this.#shown?.field;
    if (field?.element.isConnected && this.hasFocus) {
      field.field.focus(this.#selection);
      // A document that is edited as a whole takes no focus: it has it when nothing else does.
      (this.#surface?.root.activeElement as HTMLElement | null)?.blur();
    }
    this.#selection = undefined;
  }

  #mount(field: CheckedField): void {
    this.#life = new AbortController();
    const { signal } = this.#life;
    const { element } = field;
    const surface = openSurface(element, 'qingyang-card', issueCardStyles(schemeOf(element)) + STYLES, signal);
    surface.box.tabIndex = -1;
    surface.box.setAttribute('role', 'dialog');
    surface.box.addEventListener('pointerenter', this.#keepOpen, { signal });
    this.#surface = surface;
    this.#render();
    const position = () => this.#position(field);
    const resized = new ResizeObserver(position);
    resized.observe(surface.box);
    signal.addEventListener('abort', () => resized.disconnect(), { once: true });
    this.#placement.add({ element, measure: () => position }, signal);
    position();
  }

  #position({ element, field, painter }: CheckedField): void {
    if (!this.#surface || !this.#shown) return;
    const { box, moveTo } = this.#surface;
    const anchor = painter.rectOfRange(this.#shown.issue.range) ?? element.getBoundingClientRect();
    const caret = (field.selection ?? this.#selection)?.[1];
    const written = caret === undefined ? undefined : painter.rectOfRange([Math.max(caret - 1, 0), Math.max(caret, 1)]);
    const viewport = { width: innerWidth, height: innerHeight };
    const { left, top } = placeBeside(anchor, box.getBoundingClientRect(), viewport, written && lineOf(written));
    moveTo(left, top);
  }

  #render(): void {
    if (!this.#shown || !this.#surface) return;
    const { field, issue, notice, offersCopy, reason } = this.#shown;
    const { issues } = field;
    const group = groupOf(issue, issues);
    const original = excerpt(field.field.text, issue.range);
    const alike = issues.filter((other) => other.ruleId === issue.ruleId && wordsOf(field, other) === original.matched);
    const blanks = issues.filter(({ category }) => category === 'placeholder');
    const choose = (act: (field: CheckedField, issue: KeyedIssue) => void) => () =>
      this.#closeAnd(() => act(field, issue));
    this.#surface.box.setAttribute('aria-label', issue.message);
    render(
      <IssueCard
        issue={issue}
        original={original}
        places={group.length}
        position={[indexOf(issue, issues) + 1, issues.length]}
        onFix={(suggestion) => void this.#fix(groupFixes(group, choiceOf(issue, suggestion)))}
        onReveal={(range) => this.#closeAnd(() => field.reveal(range))}
        onStep={(step) => this.#step(field, issue, issues, step)}
        onIgnore={() => this.#closeAnd(() => this.#actions.ignore(field, group))}
        {...(alike.length > group.length && {
          onIgnoreAll: () => this.#closeAnd(() => this.#actions.ignore(field, alike)),
        })}
        onSilence={choose(this.#actions.silence)}
        onRuleOff={choose(this.#actions.ruleOff)}
        onExplain={() => this.#actions.explain(issue.ruleId)}
        onOpenRule={() => this.#closeAnd(() => this.#actions.openRule(issue.ruleId))}
        {...(issue.word !== undefined && { onAddWord: choose(this.#actions.addWord) })}
        {...(issue.category === 'placeholder' && {
          onFill: () => this.#closeAnd(() => field.select(issue.range)),
          ...(blanks.length > 1 && { onNextBlank: () => this.#step(field, issue, blanks, 1) }),
        })}
        {...(offersCopy && { onCopy: (words: string) => void this.#copy(words) })}
        {...(notice !== undefined && { notice })}
        {...(reason && { reason })}
      />,
      this.#surface.box,
    );
    this.#position(field);
  }

  /** Goes to a neighbour of the issue among those, round and round. */
  #step(field: CheckedField, issue: KeyedIssue, among: readonly KeyedIssue[], step: 1 | -1): void {
    const next = among.at((indexOf(issue, among) + step) % among.length);
    if (!next) return;
    const { hasFocus } = this;
    if (!hasFocus) this.close();
    this.open({ field, issue: next }, { focus: hasFocus });
    field.bringIntoView(next.range);
  }

  /** Why the rule of the shown issue speaks, as the background has answered. */
  explain(ruleId: string, reason: Reason): void {
    if (this.#shown?.issue.ruleId !== ruleId) return;
    this.#shown = { ...this.#shown, reason };
    this.#render();
  }

  async #fix(fixes: readonly Fix[]): Promise<void> {
    const shown = this.#shown;
    if (!shown || this.#isBusy) return;
    this.#returnFocus();
    this.#isBusy = true;
    const before = shown.field.field.text;
    const outcome = await shown.field.fix(fixes).finally(() => {
      this.#isBusy = false;
    });
    if (outcome.refused === 0) this.#actions.fixed(shown.field, before, fixes);
    if (this.#shown?.issue.key !== shown.issue.key) return;
    if (outcome.refused === 0) {
      this.close();
      return;
    }
    const notice = text(NOTICES[outcome.reason ?? 'changed']);
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
    if (!this.#shown || !this.#surface) return;
    const isCopied = window.isSecureContext
      ? await navigator.clipboard.writeText(words).then(
          () => true,
          () => false,
        )
      : copyBySelection(this.#surface.box, words);
    if (!this.#shown) return;
    this.#shown = { ...this.#shown, notice: text(isCopied ? 'copied' : 'copyFailed') };
    this.#render();
  }

  #buttons(): HTMLElement[] {
    return [...(this.#surface?.box.querySelectorAll<HTMLElement>('button') ?? [])];
  }

  #focusFirst(): void {
    this.#selection ??= this.#shown?.field.field.selection;
    const choice = this.#surface?.box.querySelector<HTMLElement>('.qy-choice');
    (choice ?? this.#buttons()[0] ?? this.#surface?.box)?.focus({ preventScroll: true });
  }

  /** A key on the focused card: arrow keys and Tab go round among the buttons, Enter and the space bar press one. */
  press(event: KeyboardEvent): void {
    const current = this.#surface?.root.activeElement as HTMLElement | null;
    const step = event.key === 'Tab' ? (event.shiftKey ? -1 : 1) : { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!isPress(event) && step === undefined) return;
    event.preventDefault();
    if (step === undefined) {
      if (!event.repeat && current) this.#surface?.guard.press(current);
      return;
    }
    const buttons = this.#buttons();
    buttons[(buttons.indexOf(current!) + step + buttons.length) % buttons.length]?.focus({ preventScroll: true });
  }
}

const indexOf = ({ key, range }: KeyedIssue, among: readonly KeyedIssue[]) =>
  among.findIndex((other) => other.key === key && other.range[0] === range[0]);

/** All of the line across the page that the words stand in. */
const lineOf = ({ top, bottom }: DOMRect) => ({ left: 0, right: innerWidth, top, bottom });

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
