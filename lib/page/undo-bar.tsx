/** A line at the foot of the page that says what was just done, with the button that takes it back. */
import { render } from 'preact';
import { type Step, settle } from '../engine/undo.ts';
import { schemeOf } from '../highlight/ground.ts';
import { shorten, showBreaks } from '../ui/fix-preview.ts';
import { currentLocale, type TextKey, text } from '../ui/text.ts';
import { themeOf } from '../ui/theme.ts';
import type { CheckedField } from './checked-field.ts';
import { openSurface, type Surface } from './surface.ts';

/** Milliseconds that the bar stays while nobody points at it. */
const STAY = 10_000;
/** Pixels to the lower edge of the viewport. */
const FOOT = 16;

const STYLES = `.place{color:var(--qy-text)}
.bar{display:flex;align-items:center;gap:12px;padding:6px 8px 6px 16px;max-width:calc(100vw - 16px);box-sizing:border-box;
background:var(--qy-surface);border:1px solid var(--qy-border);border-radius:10px;
box-shadow:0 1px 2px rgb(0 0 0 / 8%),0 8px 28px rgb(0 0 0 / 16%)}
button{flex:none;min-height:28px;padding:2px 12px;font:inherit;font-weight:600;color:var(--qy-focus);cursor:pointer;
background:none;border:0;border-radius:6px}
button:hover{background:var(--qy-raised)}
.words{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}`;

const SAID: Readonly<Record<Step['kind'], TextKey>> = {
  fix: 'didFix',
  ignore: 'didIgnore',
  silence: 'didSilence',
  word: 'didAddWord',
  rule: 'didRuleOff',
};

interface Done {
  readonly field: CheckedField;
  readonly step: Step;
  /** Takes back a step that did not change the text. */
  takeBack(): void;
}

export class UndoBar {
  #done: Done | undefined;
  #surface: Surface | undefined;
  #life: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(signal: AbortSignal) {
    signal.addEventListener('abort', () => this.close(), { once: true });
  }

  show(done: Done): void {
    this.close();
    this.#done = done;
    this.#life = new AbortController();
    const { signal } = this.#life;
    const { element } = done.field;
    const surface = openSurface(element, 'qingyang-undo', themeOf(schemeOf(element)) + STYLES, signal);
    this.#surface = surface;
    const { words, count, kind } = done.step;
    this.#say(text(SAID[kind], kind === 'fix' ? count : showBreaks(shorten(words))), true);
    surface.box.addEventListener('pointerenter', () => clearTimeout(this.#timer), { signal });
    surface.box.addEventListener('pointerleave', () => this.#closeLater(), { signal });
    const view = element.ownerDocument.defaultView!;
    view.addEventListener('resize', () => this.#place(), { signal });
    view.addEventListener('keydown', (event) => this.#pressed(event), { signal, capture: true });
    this.#closeLater();
  }

  /** The text of a field, or where its issues are, has changed: what can no longer be taken back goes. */
  fieldChanged(field: CheckedField): void {
    const done = this.#done;
    if (done?.field !== field) return;
    if (settle([done.step], field.field.text).length === 0) this.close();
  }

  close(): void {
    clearTimeout(this.#timer);
    if (this.#surface) render(null, this.#surface.box);
    this.#life?.abort();
    this.#surface = undefined;
    this.#done = undefined;
  }

  #closeLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.close(), STAY);
  }

  /** Alt+, beside Alt+. which goes on. */
  #pressed(event: KeyboardEvent): void {
    const { altKey, ctrlKey, metaKey, shiftKey, code, isTrusted } = event;
    if (!isTrusted || !altKey || ctrlKey || metaKey || shiftKey || code !== 'Comma' || !this.#done) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void this.#undo();
  }

  #say(sentence: string, canUndo: boolean): void {
    if (!this.#surface) return;
    render(
      <div class="bar" lang={currentLocale()}>
        <span class="words" role="status">
          {sentence}
        </span>
        {canUndo && (
          <button type="button" aria-keyshortcuts="Alt+Comma" title="Alt+," onClick={() => void this.#undo()}>
            {text('undo')}
          </button>
        )}
      </div>,
      this.#surface.box,
    );
    this.#place();
  }

  #place(): void {
    if (!this.#surface) return;
    const { width, height } = this.#surface.box.getBoundingClientRect();
    this.#surface.moveTo(Math.max(0, (innerWidth - width) / 2), innerHeight - height - FOOT);
  }

  /** Takes back what the bar offers to. */
  async #undo(): Promise<void> {
    const done = this.#done;
    if (!done) return;
    // While it is being taken back, the text is neither the one nor the other.
    this.#done = undefined;
    if (done.step.kind !== 'fix') {
      done.takeBack();
      this.#say(text('undoDone'), false);
    } else {
      const { refused } = await done.field.fix(done.step.inverse);
      this.#say(text(refused === 0 ? 'undoDone' : 'undoRefused'), false);
    }
    this.#closeLater();
  }
}
