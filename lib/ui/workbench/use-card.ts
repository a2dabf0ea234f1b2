/** When the card of an issue on the paper is shown: on hover, and by Alt+. (Option+. on a Mac) as in web pages. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { KeyedIssue } from '../../engine/types.ts';
import { nextStop, type Walk, type Walkable } from '../../page/keyboard-walk.ts';
import { issueAt } from './marks.ts';
import type { WorkbenchFile } from './workbench-file.ts';

/** Milliseconds that the pointer rests before the card opens, and stays away before it closes. */
const OPEN_DELAY = 220;
const CLOSE_DELAY = 320;

interface Place {
  readonly file: WorkbenchFile;
  readonly key: string;
  readonly start: number;
  readonly hasFocus: boolean;
}

export interface CardState {
  /** The issue whose card is shown, where it now stands. */
  readonly issue: KeyedIssue | undefined;
  readonly hasFocus: boolean;
  close(focus: boolean): void;
  pointer(isInside: boolean): void;
}

const MODIFIERS: ReadonlySet<string> = new Set(['Alt', 'AltGraph', 'Control', 'Meta', 'Shift']);

const isShortcut = ({ altKey, ctrlKey, metaKey, shiftKey, code }: KeyboardEvent) =>
  altKey && !ctrlKey && !metaKey && !shiftKey && code === 'Period';

/** The issue that the pointer is on. */
function issueUnder({ view, host }: WorkbenchFile, x: number, y: number): KeyedIssue | undefined {
  const mark = host.shadowRoot!.elementFromPoint(x, y)?.closest('.issue');
  return mark ? issueAt(view.state, view.posAtDOM(mark)) : undefined;
}

export function useCard(file: WorkbenchFile | undefined): CardState {
  const [place, setPlace] = useState<Place>();
  const distance = ({ range }: KeyedIssue) => Math.abs(range[0] - (place?.start ?? 0));
  const issue =
    place?.file === file
      ? file?.issues.filter(({ key }) => key === place?.key).sort((a, b) => distance(a) - distance(b))[0]
      : undefined;
  const hasFocus = issue !== undefined && place?.hasFocus === true;
  /** What is shown, for listeners that outlive a drawing. */
  const shown = useRef({ issue, hasFocus });
  shown.current = { issue, hasFocus };
  /** Set anew with each file. */
  const controls = useRef({ closeSoon() {}, keepOpen() {} });

  useEffect(() => {
    if (!file) return undefined;
    const abort = new AbortController();
    const { signal } = abort;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = (task: () => void, delay: number) => {
      clearTimeout(timer);
      timer = setTimeout(task, delay);
    };
    const keepOpen = () => clearTimeout(timer);
    const closeSoon = () => {
      if (shown.current.issue && !shown.current.hasFocus) later(() => setPlace(undefined), CLOSE_DELAY);
      else clearTimeout(timer);
    };
    controls.current = { closeSoon, keepOpen };
    const show = ({ key, range }: KeyedIssue, focus: boolean) =>
      setPlace({ file, key, start: range[0], hasFocus: focus });

    const hover = ({ clientX, clientY, buttons }: PointerEvent) => {
      // Whoever drags is selecting.
      if (buttons !== 0 || shown.current.hasFocus) return;
      const under = issueUnder(file, clientX, clientY);
      if (!under) closeSoon();
      else if (under.key === shown.current.issue?.key) keepOpen();
      else later(() => show(under, false), OPEN_DELAY);
    };
    const { walkable } = file;
    let walked: Walk<Walkable> | undefined;
    const walk = (event: KeyboardEvent) => {
      const open = shown.current.hasFocus && shown.current.issue;
      const next = nextStop([walkable], walked, open ? { field: walkable, issue: open } : undefined);
      if (!next) return;
      event.preventDefault();
      keepOpen();
      walked = next.walk;
      file.bringIntoView(next.stop.issue.range);
      show(next.stop.issue, true);
    };
    const pressed = (event: KeyboardEvent) => {
      if (event.isComposing) return;
      if (isShortcut(event)) walk(event);
      // Whoever types on has seen the card.
      else if (event.target === file.host && !MODIFIERS.has(event.key)) {
        walked = undefined;
        setPlace(undefined);
      }
    };
    file.host.addEventListener('pointermove', hover, { signal, passive: true });
    file.host.addEventListener('pointerleave', closeSoon, { signal });
    document.addEventListener('keydown', pressed, { signal, capture: true });
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [file]);

  return {
    issue,
    hasFocus,
    close(focus) {
      setPlace(undefined);
      if (focus) file?.view.focus();
    },
    pointer: (isInside) => (isInside ? controls.current.keepOpen() : controls.current.closeSoon()),
  };
}
