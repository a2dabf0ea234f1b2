/** The word that a writer may add to the words of their own, where an issue doubts one. */
import type { ChecklistIssue } from './messages.ts';

const QUOTED = /“([^“”]+)”/g;
/** A single character is never offered: all its errors would go unseen. */
const WORD = /^[\p{L}\p{N}·]{2,20}$/u;

export const isWord = (word: string): boolean => WORD.test(word);

type Doubt = Pick<ChecklistIssue, 'category' | 'message' | 'before' | 'matched' | 'after'>;

/** Whether the word stands in the text where the issue is, around what it marks. */
function covers(word: string, { before, matched, after }: Doubt): boolean {
  for (let at = word.indexOf(matched); at !== -1; at = word.indexOf(matched, at + 1)) {
    if (before.endsWith(word.slice(0, at)) && after.startsWith(word.slice(at + matched.length))) return true;
    if (at === word.length) return false;
  }
  return false;
}

/** The word that the issue's message calls wrong, or else what it marks; undefined where it is not about a word. */
export function wordInQuestion(issue: Doubt): string | undefined {
  if (issue.category !== 'typo') return undefined;
  const quoted = [...issue.message.matchAll(QUOTED)].map(([, words]) => words!);
  const word = quoted.find((words) => covers(words, issue)) ?? issue.matched;
  return isWord(word) ? word : undefined;
}
