/** The card of an issue beside its words on the paper: on hover, and by Alt+. from the caret on. */
import { autoUpdate, computePosition, flip, offset, shift } from '@floating-ui/dom';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { groupOf } from '../../engine/group.ts';
import type { KeyedIssue } from '../../engine/types.ts';
import { excerpt } from '../../protocol/excerpt.ts';
import { IssueCard } from '../issue-card.tsx';
import type { WorkbenchFile } from './workbench-file.ts';

export interface PaperCardProps {
  readonly file: WorkbenchFile;
  readonly issue: KeyedIssue;
  /** Whether the keyboard has opened it. */
  readonly hasFocus: boolean;
  onIgnore(issues: readonly KeyedIssue[]): void;
  onAddWord(word: string): void;
  /** `focus`: back to the text. */
  onClose(focus: boolean): void;
  /** The pointer is on the card, or has left it. */
  onPointer(isInside: boolean): void;
}

const MARGIN = 8;

export function PaperCard({ file, issue, hasFocus, onIgnore, onAddWord, onClose, onPointer }: PaperCardProps) {
  const box = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const card = box.current!;
    const reference = {
      contextElement: file.view.contentDOM,
      getBoundingClientRect: () => rectOf(file, issue) ?? file.host.getBoundingClientRect(),
    };
    return autoUpdate(reference, card, async () => {
      const { x, y } = await computePosition(reference, card, {
        strategy: 'fixed',
        placement: 'bottom-start',
        middleware: [offset(6), flip({ padding: MARGIN }), shift({ padding: MARGIN })],
      });
      card.style.transform = `translate(${Math.round(x)}px,${Math.round(y)}px)`;
    });
  }, [file, issue]);

  useEffect(() => {
    if (!hasFocus) return;
    const card = box.current!;
    (card.querySelector<HTMLElement>('.qy-choice') ?? card.querySelector<HTMLElement>('button'))?.focus({
      preventScroll: true,
    });
  }, [hasFocus]);

  const group = groupOf(issue, file.issues);
  const closeAnd = (act: () => void) => {
    onClose(hasFocus);
    act();
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose(true);
      return;
    }
    const step = event.key === 'Tab' ? (event.shiftKey ? -1 : 1) : { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...box.current!.querySelectorAll<HTMLElement>('button')];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus({ preventScroll: true });
  };
  return (
    <div
      class="card-place"
      ref={box}
      role="dialog"
      aria-label={issue.message}
      tabIndex={-1}
      onKeyDown={pressed}
      // A press must not take the focus, and with it the caret, out of the text.
      onMouseDown={(event) => event.preventDefault()}
      onPointerEnter={() => onPointer(true)}
      onPointerLeave={() => onPointer(false)}
    >
      <IssueCard
        issue={issue}
        original={excerpt(file.text, issue.range)}
        places={group.length}
        onFix={(suggestion) => closeAnd(() => file.fix(issue, suggestion))}
        onReveal={(range) => closeAnd(() => file.reveal(range))}
        onIgnore={() => closeAnd(() => onIgnore(group))}
        {...(issue.word !== undefined && { onAddWord: () => closeAnd(() => onAddWord(issue.word!)) })}
      />
    </div>
  );
}

/** Where the words of an issue stand in the viewport; undefined where they are not drawn. */
function rectOf({ view }: WorkbenchFile, { range: [start, end] }: KeyedIssue): DOMRect | undefined {
  const from = view.coordsAtPos(Math.min(start, view.state.doc.length), 1);
  if (!from) return undefined;
  const to = view.coordsAtPos(Math.min(Math.max(end, start + 1), view.state.doc.length), -1);
  const isOneLine = to && to.top < from.bottom && to.right > from.left;
  return new DOMRect(from.left, from.top, isOneLine ? to.right - from.left : 2, from.bottom - from.top);
}
