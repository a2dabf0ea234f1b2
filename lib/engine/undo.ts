/**
 * What the writer has just done with issues and can take back: fixes, and what was put out of sight. A pure history;
 * whoever keeps one shows its last step and carries it out backwards.
 */
import type { Fix } from './types.ts';

/** Fixes that were made together, and the text that they left. */
export interface TextStep {
  readonly kind: 'fix';
  readonly after: string;
  /** What takes the fixes back; counts in `after`. */
  readonly inverse: readonly Fix[];
}

/** A choice that changed what is shown and not the text: an issue ignored, words silenced, a word added, a rule turned off. */
export interface ChoiceStep {
  readonly kind: 'ignore' | 'silence' | 'word' | 'rule';
}

/** `words` names what it was about, in the writer's words; `count` is the number of places that it dealt with. */
export type Step = (TextStep | ChoiceStep) & { readonly words: string; readonly count: number };

/** The latest last. */
export type History = readonly Step[];

/** So many steps are remembered; texts can be long. */
const LONGEST = 20;

/**
 * The edits that take fixes back, in their order; they count in the text after the fixes.
 *
 * @param text that the fixes count in
 * @param fixes none of which touch the same text
 */
export function inverseFixes(text: string, fixes: readonly Fix[]): Fix[] {
  let shift = 0;
  return [...fixes]
    .sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1])
    .map(({ range: [start, end], text: written }) => {
      const from = start + shift;
      shift += written.length - (end - start);
      return { range: [from, from + written.length], text: text.slice(start, end) };
    });
}

/** The history with one step more. */
export const withStep = (history: History, step: Step): History => [...history, step].slice(-LONGEST);

/**
 * The history for a text that may have been changed since. Fixes can only be taken back from the text that they left;
 * a writer who has taken the last ones back by the editor's own undo has those before it left. Linear in the history.
 */
export function settle(history: History, text: string): History {
  const last = history.findLastIndex(({ kind }) => kind === 'fix');
  const step = history[last];
  if (step?.kind !== 'fix' || step.after === text) return history;
  return settle(
    history.filter((_, index) => index !== last),
    text,
  );
}
