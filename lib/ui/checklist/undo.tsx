/** What the writer has put out of sight can be had back, by the button beside what has just gone or by Ctrl+Z. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { shorten, showBreaks } from '../fix-preview.ts';
import { text } from '../text.ts';
import type { ChecklistActions } from './actions.ts';

export interface Dismissal {
  readonly how: 'ignoredOne' | 'wordAdded';
  readonly words: string;
  /** Of the issue, where it is one that was dismissed. */
  readonly id?: string;
  takeBack(): void;
}

/** The actions, with a memory of what they have dismissed since the text was last changed from here. */
export function useUndo(given: ChecklistActions): {
  readonly actions: ChecklistActions;
  readonly last: Dismissal | undefined;
  /** Id of the issue that the last undo brings back. */
  readonly restored: string | undefined;
  undo(): void;
} {
  const [dismissals, set] = useState<readonly Dismissal[]>([]);
  const [restored, setRestored] = useState<string>();
  const last = dismissals.at(-1);

  const undo = () => {
    last?.takeBack();
    setRestored(last?.id);
    set(dismissals.slice(0, -1));
  };

  useEffect(() => {
    if (!last) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      undo();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });

  const actions = useMemo((): ChecklistActions => {
    const dismiss = (dismissal: Dismissal) => {
      set((before) => [...before, dismissal]);
      setRestored(undefined);
    };
    return {
      ...given,
      fix(issue, suggestion) {
        set([]);
        given.fix(issue, suggestion);
      },
      fixAll() {
        set([]);
        given.fixAll();
      },
      ignore(issue) {
        given.ignore(issue);
        const words = issue.matched === '' ? issue.message : showBreaks(shorten(issue.matched));
        dismiss({ how: 'ignoredOne', id: issue.id, words, takeBack: () => given.stopIgnoring(issue) });
      },
      addWord(word) {
        given.addWord(word);
        dismiss({ how: 'wordAdded', words: word, takeBack: () => given.removeWord(word) });
      },
    };
  }, [given]);

  return { actions, last, restored, undo };
}

export function Dismissed({ how, words, onUndo }: Dismissal & { onUndo(): void }) {
  return (
    <div class="dismissed">
      <p role="status">{text(how, words)}</p>
      <button type="button" class="plain" aria-keyshortcuts="Control+Z Meta+Z" onClick={onUndo}>
        {text('undo')}
      </button>
    </div>
  );
}
