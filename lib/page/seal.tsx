/**
 * The seal at the field that has the focus: how many errors and doubts there are, or that nothing more was found. A press opens
 * its menu; it can be dragged out of the way, and turned off here, on this site and everywhere.
 */
import { render } from 'preact';
import { schemeOf } from '../highlight/ground.ts';
import { type Box, visibleBox } from '../highlight/overlay.ts';
import type { Placement } from '../highlight/placement.ts';
import { PREFIX } from '../highlight/styles.ts';
import type { FrameCommand } from '../protocol/messages.ts';
import { currentLocale, text } from '../ui/text.ts';
import { MARGIN, placeBeside } from './beside.ts';
import type { CheckedField } from './checked-field.ts';
import { hasControlAt, hasTextAt } from './occupied.ts';
import { type Corner, chooseCorner, sealPlace } from './seal-place.ts';
import { type SealState, sealState } from './seal-state.ts';
import { sealStyles } from './seal-styles.ts';
import { openSurface, type Surface } from './surface.ts';

export interface SealActions {
  /** Opens the card of the next issue. */
  next(): void;
  openList(field: CheckedField): void;
  off(where: 'site' | 'everywhere'): void;
  siteOff(): void;
}

type Settings = Pick<FrameCommand & { type: 'seal' }, 'shown' | 'model'>;

/** Milliseconds that an answer may take before the seal says that it is waited for. */
const PATIENCE = 500;
const TOO_LONG: SealState = { status: 'too-long' };
/** Pixels that a press may tremble and still be one. */
const STEADY = 4;

export class Seal {
  readonly #actions: SealActions;
  readonly #placement: Placement;
  readonly #signal: AbortSignal;
  #settings: Settings = { shown: false, model: 'idle' };
  #field: CheckedField | undefined;
  #surface: Surface | undefined;
  #life: AbortController | undefined;
  #corner: Corner = 'bottom';
  /** How far the writer has dragged it from its corner. */
  #dragged = { x: 0, y: 0 };
  #hasMoved = false;
  #isOpen = false;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #isLate = false;
  /** Fields on which the writer wants no seal. */
  readonly #hidden = new WeakSet<Element>();
  /** What is drawn. */
  #drawn = '';
  /** What was last announced. */
  #said = '';

  constructor(document: Document, placement: Placement, actions: SealActions, signal: AbortSignal) {
    this.#actions = actions;
    this.#placement = placement;
    this.#signal = signal;
    document.addEventListener('focusin', () => this.#leaveIfElsewhere(document), { capture: true, signal });
    document.addEventListener('pointerdown', ({ target }) => !this.#isHost(target) && this.#setOpen(false), {
      capture: true,
      passive: true,
      signal,
    });
    signal.addEventListener('abort', () => this.#hide(), { once: true });
  }

  /** Whether an event's target, as the document sees it, is the seal. */
  #isHost(target: EventTarget | null): boolean {
    return this.#surface !== undefined && this.#surface.host === target;
  }

  configure(settings: Settings): void {
    this.#settings = settings;
    if (settings.shown) this.#draw();
    else this.#hide();
  }

  /** The field has the focus now. */
  focused(field: CheckedField): void {
    if (this.#field === field) return;
    this.#hide();
    this.#field = field;
    this.#dragged = { x: 0, y: 0 };
    this.#said = '';
    this.fieldChanged(field);
  }

  /** What is known of a field has changed. */
  fieldChanged(field: CheckedField): void {
    if (this.#field !== field) return;
    clearTimeout(this.#waiting);
    if (field.isWaiting) {
      this.#waiting = setTimeout(() => {
        this.#isLate = true;
        this.#draw();
      }, PATIENCE);
    } else {
      this.#isLate = false;
    }
    this.#draw();
  }

  fieldGone(field: CheckedField): void {
    if (this.#field !== field) return;
    this.#hide();
    this.#field = undefined;
  }

  /** Another element of the page has the focus now. */
  #leaveIfElsewhere(document: Document): void {
    const { activeElement } = document;
    if (!this.#field || !activeElement || activeElement.localName.startsWith(PREFIX)) return;
    if (this.#field.element.matches(':focus-within')) return;
    this.fieldGone(this.#field);
  }

  #hide(): void {
    clearTimeout(this.#waiting);
    if (this.#surface) render(null, this.#surface.box);
    this.#life?.abort();
    this.#surface = undefined;
    this.#isOpen = false;
  }

  #mount({ element }: CheckedField): Surface {
    this.#life = new AbortController();
    const { signal } = this.#life;
    const surface = openSurface(element, 'qingyang-seal', sealStyles(schemeOf(element)), signal);
    this.#surface = surface;
    this.#placement.add({ element, measure: () => () => this.#place() }, signal);
    const resized = new ResizeObserver(() => this.#settle());
    resized.observe(element);
    signal.addEventListener('abort', () => resized.disconnect(), { once: true });
    this.#listen(surface.box, signal);
    return surface;
  }

  /** A press opens the menu; a drag moves the seal. */
  #listen(box: HTMLElement, signal: AbortSignal): void {
    let from: { x: number; y: number; dragged: { x: number; y: number } } | undefined;
    const isSeal = ({ target }: Event) => (target as Element).closest('.seal') !== null;
    box.addEventListener(
      'pointerdown',
      (event) => {
        if (!isSeal(event)) return;
        this.#hasMoved = false;
        from = { x: event.clientX, y: event.clientY, dragged: this.#dragged };
        box.setPointerCapture(event.pointerId);
      },
      { signal },
    );
    box.addEventListener(
      'pointermove',
      ({ clientX, clientY }) => {
        if (!from) return;
        const x = clientX - from.x;
        const y = clientY - from.y;
        this.#hasMoved ||= Math.hypot(x, y) > STEADY;
        if (!this.#hasMoved) return;
        this.#dragged = { x: from.dragged.x + x, y: from.dragged.y + y };
        this.#place();
      },
      { signal },
    );
    for (const type of ['pointerup', 'pointercancel'] as const) {
      box.addEventListener(
        type,
        () => {
          const isPress = from !== undefined && type === 'pointerup' && !this.#hasMoved;
          from = undefined;
          if (isPress) this.#setOpen(!this.#isOpen);
        },
        { signal },
      );
    }
  }

  #setOpen(isOpen: boolean): void {
    if (this.#isOpen === isOpen) return;
    this.#isOpen = isOpen;
    this.#draw();
  }

  #draw(): void {
    const field = this.#field;
    const { shown, model } = this.#settings;
    if (!field || !shown || this.#signal.aborted || this.#hidden.has(field.element)) return;
    const state = field.isTooLong ? TOO_LONG : sealState(field.field.text, field.issues, this.#isLate, model);
    // At each key the same is known again: drawing it would have the page laid out.
    const drawn = JSON.stringify([state, this.#isOpen, currentLocale()]);
    if (this.#surface && drawn === this.#drawn) return;
    this.#drawn = drawn;
    const isNew = !this.#surface;
    const { box } = this.#surface ?? this.#mount(field);
    const label = labelOf(state);
    // Counts that come and go under the writer's hands are not worth a word: only the first, and the end.
    const announced = state.status === 'clean' || (state.status === 'issues' && this.#said === '') ? label : this.#said;
    this.#said = announced;
    render(
      <div lang={currentLocale()}>
        <button
          type="button"
          class={`seal ${state.status}`}
          aria-label={label}
          aria-expanded={this.#isOpen}
          title={label}
          tabIndex={-1}
        >
          <Sign state={state} />
        </button>
        <span class="said" role="status">
          {announced}
        </span>
        {this.#isOpen && (
          <Menu
            label={label}
            hasIssues={field.issues.length > 0}
            onNext={() => this.#closeAnd(() => this.#actions.next())}
            onList={() => this.#closeAnd(() => this.#actions.openList(field))}
            onHideHere={() => {
              this.#hidden.add(field.element);
              this.#hide();
            }}
            onHide={(where) => this.#closeAnd(() => this.#actions.off(where))}
            onSiteOff={() => this.#closeAnd(() => this.#actions.siteOff())}
          />
        )}
      </div>,
      box,
    );
    if (isNew) this.#settle();
    else this.#place();
  }

  #closeAnd(act: () => void): void {
    this.#setOpen(false);
    act();
  }

  /** Chooses the corner where the seal covers neither text nor anything of the page's. */
  #settle(): void {
    const field = this.#field;
    if (!field || !this.#surface) return;
    const seal = this.#sealBox();
    this.#surface.host.hidden = true;
    this.#corner = chooseCorner((corner) => {
      const { left, top } = sealPlace(innerBox(field.element), seal, corner);
      const box = { left, top, right: left + seal.width, bottom: top + seal.height };
      const isInside = corner === 'bottom' || corner === 'top';
      return !hasControlAt(field.element, box, isInside) && !hasTextAt(field.element, box);
    });
    this.#surface.host.hidden = false;
    this.#place();
  }

  #sealBox(): DOMRect {
    return this.#surface!.box.querySelector('.seal')!.getBoundingClientRect();
  }

  #place(): void {
    const field = this.#field;
    if (!field || !this.#surface) return;
    const { box, moveTo } = this.#surface;
    const inner = innerBox(field.element);
    const isSeen =
      inner.right - inner.left > 0 && inner.bottom - inner.top > 0 && inner.bottom > 0 && inner.top < innerHeight;
    box.style.visibility = isSeen ? 'visible' : 'hidden';
    const seal = this.#sealBox();
    const { left, top } = sealPlace(inner, seal, this.#corner);
    const x = Math.max(0, Math.min(left + this.#dragged.x, innerWidth - seal.width));
    const y = Math.max(0, Math.min(top + this.#dragged.y, innerHeight - seal.height));
    moveTo(x, y);
    const menu = box.querySelector<HTMLElement>('.menu');
    if (!menu) return;
    const anchor = { left: x, top: y, right: x + seal.width, bottom: y + seal.height };
    const size = { width: menu.offsetWidth, height: menu.offsetHeight };
    const place = placeBeside({ ...anchor, left: Math.max(MARGIN, anchor.right - size.width) }, size, {
      width: innerWidth,
      height: innerHeight,
    });
    menu.style.left = `${place.left - x}px`;
    menu.style.top = `${place.top - y}px`;
  }
}

/** The visible part of the field within its borders and beside its scroll bar. */
function innerBox(element: HTMLElement): Box {
  const visible = visibleBox(element);
  const { left, top } = element.getBoundingClientRect();
  return {
    left: Math.max(visible.left, left + element.clientLeft),
    top: Math.max(visible.top, top + element.clientTop, 0),
    right: Math.min(visible.right, left + element.clientLeft + element.clientWidth, innerWidth),
    bottom: Math.min(visible.bottom, top + element.clientTop + element.clientHeight, innerHeight),
  };
}

function labelOf(state: SealState): string {
  switch (state.status) {
    case 'issues':
      return text('sealCounts', state.errors, state.warnings);
    case 'clean':
      return text('sealClean');
    case 'checking':
      return text('sealChecking');
    case 'partial':
      return text('sealFailed');
    case 'too-long':
      return text('sealTooLong');
    case 'empty':
      return text('seal');
  }
}

function Sign({ state }: { readonly state: SealState }) {
  if (state.status === 'issues') {
    return (
      <>
        {state.errors > 0 && <b class="errors">{state.errors}</b>}
        {state.warnings > 0 && <span class="warnings">{state.warnings}</span>}
      </>
    );
  }
  return <>{{ checking: '…', clean: '✓', partial: '–', 'too-long': '–', empty: '·' }[state.status]}</>;
}

interface MenuProps {
  readonly label: string;
  readonly hasIssues: boolean;
  onNext(): void;
  onList(): void;
  onHideHere(): void;
  onHide(where: 'site' | 'everywhere'): void;
  onSiteOff(): void;
}

function Menu({ label, hasIssues, onNext, onList, onHideHere, onHide, onSiteOff }: MenuProps) {
  return (
    <section class="menu" aria-label={label}>
      <p>{label}</p>
      {hasIssues && (
        <>
          <p class="legend">{text('legend')}</p>
          <button type="button" onClick={onNext}>
            {text('sealNext')} <kbd>Alt+.</kbd>
          </button>
        </>
      )}
      <button type="button" onClick={onList}>
        {text('sealList')}
      </button>
      <hr />
      <button type="button" onClick={onHideHere}>
        {text('sealHideHere')}
      </button>
      <button type="button" onClick={() => onHide('site')}>
        {text('sealHideSite')}
      </button>
      <button type="button" onClick={() => onHide('everywhere')}>
        {text('sealHideEverywhere')}
      </button>
      <button type="button" onClick={onSiteOff}>
        {text('sealSiteOff')}
      </button>
    </section>
  );
}
