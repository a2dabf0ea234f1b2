/** What the seal at a field tells. */
import type { KeyedIssue } from '../engine/types.ts';
import type { ModelState } from '../language/model-loader.ts';

export type SealState =
  | { readonly status: 'checking' | 'clean' | 'partial' | 'too-long' | 'empty' }
  | { readonly status: 'issues'; readonly errors: number; readonly warnings: number };

/**
 * @param isWaiting whether an answer for the text has been waited for noticeably long
 * @param model 'ready' when all that can be found was looked for: before, nothing is called clean
 */
export function sealState(
  text: string,
  issues: readonly Pick<KeyedIssue, 'severity'>[],
  isWaiting: boolean,
  model: ModelState['status'],
): SealState {
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const warnings = issues.filter(({ severity }) => severity === 'warning').length;
  if (errors + warnings > 0) return { status: 'issues', errors, warnings };
  if (text.trim() === '') return { status: 'empty' };
  if (isWaiting) return { status: 'checking' };
  if (model === 'ready') return { status: 'clean' };
  return { status: model === 'failed' ? 'partial' : 'checking' };
}
