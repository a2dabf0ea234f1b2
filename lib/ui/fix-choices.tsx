import type { KeyedIssue } from '../engine/types.ts';
import { type FixPreview, type Original, previewFix } from './fix-preview.ts';
import { currentLocale, text } from './text.ts';

export interface FixChoicesProps {
  readonly issue: KeyedIssue;
  /** The text of `issue.range` as it stands in the field. */
  readonly original: Original;
  /** `suggestion` is the index among the issue's suggestions, undefined for its certain fix. */
  onFix(suggestion?: number): void;
}

/** The certain fix and the suggestions as buttons, each showing what it does to the text. */
export function FixChoices({ issue, original, onFix }: FixChoicesProps) {
  const { fix, suggestions = [] } = issue;
  if (!fix && suggestions.length === 0) return null;
  return (
    <ul class="qy-choices">
      {fix && (
        <li>
          <button type="button" class="qy-choice qy-certain" onClick={() => onFix()}>
            <Preview preview={previewFix(original, issue.range, fix)} />
          </button>
        </li>
      )}
      {suggestions.map(({ message, fix: offered }, index) => {
        const preview = previewFix(original, issue.range, offered);
        return (
          <li key={`${offered.range.join()} ${offered.text}`}>
            <button type="button" class="qy-choice" onClick={() => onFix(index)}>
              {!isSaidBy(
                message,
                previewFix({ before: '', matched: original.matched, after: '' }, issue.range, offered),
              ) && <span class="qy-choice-name">{message}</span>}
              <Preview preview={preview} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** “改为“部署”” above “布署 → 部署” would say the same twice. */
function isSaidBy(message: string, { before, removed, added, after }: FixPreview): boolean {
  const whole = added === '' ? removed : `${before}${added}${after}`;
  return message.includes(whole.replaceAll('…', ''));
}

/** A fix as the writer sees it: what goes, and what comes. */
export /** Before → after; what becomes nothing, or comes from nothing, is named as such. */
function Preview({ preview: { before, removed, added, after } }: { readonly preview: FixPreview }) {
  const around = before + after;
  const verb = around + removed === '' ? 'verb_add' : around + added === '' ? 'verb_remove' : undefined;
  return (
    <span class="qy-preview" lang="zh-CN">
      {verb && (
        <span class="qy-verb" lang={currentLocale()}>
          {text(verb)}
        </span>
      )}
      {verb !== 'verb_add' && (
        <span>
          {before}
          {removed !== '' && <del>{removed}</del>}
          {after}
        </span>
      )}
      {!verb && (
        <span class="qy-verb" role="img" aria-label={text('verb_replace')}>
          →
        </span>
      )}
      {verb !== 'verb_remove' && (
        <span>
          {before}
          {added !== '' && <ins>{added}</ins>}
          {after}
        </span>
      )}
    </span>
  );
}
