/** What the writer has just done can be taken back, by the button beside what was done or by Ctrl+Z. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { shorten, showBreaks } from '../fix-preview.ts';
import { text } from '../text.ts';
import type { ReviewActions } from './actions.ts';

/** Something that was put out of sight. */
interface Dismissal {
  readonly words: string;
  /** Of the row, where it is one that was ignored. */
  readonly id?: string;
  takeBack(): void;
}

/** Fixes can be taken back only as long as the text is as they left it; who knows the text knows whether it is. */
type Step = Dismissal | 'fix';

/**
 * The actions, with a memory of what they have done since the list was opened.
 *
 * @param undoable how many places the last fixes changed, as long as they can be taken back
 */
export function useUndo(
  given: ReviewActions,
  undoable: number | undefined,
): {
  readonly actions: ReviewActions;
  /** What can be taken back now. */
  readonly last: { readonly words: string } | undefined;
  /** Id of the row that the last undo brings back. */
  readonly restored: string | undefined;
  undo(): void;
} {
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const [restored, setRestored] = useState<string>();
  const fixes: Dismissal | undefined =
    undoable === undefined ? undefined : { words: text('fixedPlaces', undoable), takeBack: () => given.undoFix() };
  const index = steps.findLastIndex((step) => step !== 'fix' || fixes);
  const step = steps[index];
  // Fixes that were made before this list was opened can be taken back too.
  const last = step === undefined || step === 'fix' ? fixes : step;

  const undo = () => {
    last?.takeBack();
    setRestored(last?.id);
    setSteps(steps.slice(0, Math.max(0, index)));
  };

  useEffect(() => {
    if (!last) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey)
        return;
      // What is being typed has an undo of its own.
      if (event.target instanceof HTMLElement && event.target.matches('input[type=search],textarea')) return;
      event.preventDefault();
      undo();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });

  const actions = useMemo((): ReviewActions => {
    const remember = (done: Step) => {
      setSteps((before) => [...before, done]);
      setRestored(undefined);
    };
    return {
      ...given,
      fix(issue, suggestion) {
        given.fix(issue, suggestion);
        remember('fix');
      },
      fixChosen(choices) {
        given.fixChosen(choices);
        remember('fix');
      },
      ignore(row) {
        given.ignore(row);
        const words = row.matched === '' ? row.message : showBreaks(shorten(row.matched));
        remember({ id: row.id, words: text('ignoredOne', words), takeBack: () => given.stopIgnoring(row) });
      },
      silence(ruleId, words, silenced) {
        given.silence(ruleId, words, silenced);
        remember({ words: text('silenced', words), takeBack: () => given.silence(ruleId, words, !silenced) });
      },
      setRule(ruleId, on) {
        given.setRule(ruleId, on);
        remember({ words: text('ruleOff'), takeBack: () => given.setRule(ruleId, !on) });
      },
      addWord(word) {
        given.addWord(word);
        remember({ words: text('wordAdded', word), takeBack: () => given.removeWord(word) });
      },
    };
  }, [given]);

  return { actions, last, restored, undo };
}

export function UndoBar({ words, onUndo }: { readonly words: string; onUndo(): void }) {
  return (
    <div class="undo-bar">
      <p role="status">{words}</p>
      <button type="button" class="plain" aria-keyshortcuts="Control+Z Meta+Z" onClick={onUndo}>
        {text('undo')}
      </button>
    </div>
  );
}
