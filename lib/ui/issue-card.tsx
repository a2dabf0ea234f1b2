/** The card of one issue: in the page beside the marked words, and in the checklist below its row. */
import type { Fix, KeyedIssue } from '../engine/types.ts';
import { CategoryLabel } from './category-label.tsx';
import { type FixPreview, previewFix } from './fix-preview.ts';
import cardRules from './issue-card.css?inline';
import { text } from './text.ts';
import { themeStyles } from './theme.ts';

/** Everything the card needs in a shadow root. */
export const issueCardStyles = `${themeStyles}${cardRules}`;

export interface IssueCardProps {
  readonly issue: KeyedIssue;
  /** The text of `issue.range` as it stands in the field. */
  readonly original: string;
  onFix(fix: Fix): void;
  onIgnore(): void;
  /** Offered where a fix could not be applied: the writer pastes it by hand. */
  readonly onCopy?: (text: string) => void;
  /** What became of the last fix, where it did not succeed. */
  readonly notice?: string;
}

export function IssueCard({ issue, original, onFix, onIgnore, onCopy, notice }: IssueCardProps) {
  const replacement = issue.fix ?? issue.suggestions?.[0]?.fix;
  return (
    <section class="qy-card" data-category={issue.category} aria-label={issue.message}>
      <header class="qy-card-head">
        <CategoryLabel category={issue.category} />
        <span class={`qy-severity qy-severity-${issue.severity}`}>{text(`severity_${issue.severity}`)}</span>
      </header>
      <p class="qy-message">{issue.message}</p>
      {notice !== undefined && (
        <p class="qy-notice" role="status">
          {notice}
        </p>
      )}
      <FixChoices issue={issue} original={original} onFix={onFix} />
      <footer class="qy-card-foot">
        {issue.basis !== undefined && <p class="qy-basis">{text('basis', issue.basis)}</p>}
        {onCopy && replacement?.text && (
          <button type="button" class="qy-quiet" onClick={() => onCopy(replacement.text)}>
            {text('copy')}
          </button>
        )}
        <button type="button" class="qy-quiet" onClick={onIgnore}>
          {text('ignore')}
        </button>
      </footer>
    </section>
  );
}

interface FixChoicesProps {
  readonly issue: KeyedIssue;
  readonly original: string;
  /** `suggestion` is the index among the issue's suggestions, undefined for its certain fix. */
  onFix(fix: Fix, suggestion?: number): void;
}

/** The certain fix and the suggestions as buttons, each showing what it does to the text. */
export function FixChoices({ issue, original, onFix }: FixChoicesProps) {
  const { fix, suggestions = [] } = issue;
  if (!fix && suggestions.length === 0) return null;
  return (
    <ul class="qy-choices">
      {fix && (
        <li>
          <button type="button" class="qy-choice qy-certain" onClick={() => onFix(fix)}>
            <Preview preview={previewFix(original, issue.range, fix)} />
          </button>
        </li>
      )}
      {suggestions.map((suggestion, index) => (
        <li key={`${suggestion.fix.range.join()}${suggestion.fix.text}`}>
          <button type="button" class="qy-choice" onClick={() => onFix(suggestion.fix, index)}>
            <span class="qy-choice-name">{suggestion.message}</span>
            <Preview preview={previewFix(original, issue.range, suggestion.fix)} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function Preview({ preview: { before, removed, added, after } }: { preview: FixPreview }) {
  if (removed === '') {
    return (
      <span class="qy-preview">
        <span class="qy-verb">{text('verb_add')}</span>
        <span>
          {before}
          <ins>{added}</ins>
          {after}
        </span>
      </span>
    );
  }
  if (added === '') {
    return (
      <span class="qy-preview">
        <span class="qy-verb">{text('verb_remove')}</span>
        <span>
          {before}
          <del>{removed}</del>
          {after}
        </span>
      </span>
    );
  }
  return (
    <span class="qy-preview">
      <span>
        {before}
        <del>{removed}</del>
        {after}
      </span>
      <span class="qy-arrow" role="img" aria-label={text('verb_replace')}>
        →
      </span>
      <span>
        {before}
        <ins>{added}</ins>
        {after}
      </span>
    </span>
  );
}
