/** The card of one issue: in the page beside the marked words, and in the checklist below its row. */
import type { Range } from '../document/types.ts';
import type { KeyedIssue } from '../engine/types.ts';
import { CategoryLabel } from './category-label.tsx';
import { FixChoices } from './fix-choices.tsx';
import type { Original } from './fix-preview.ts';
import issueRules from './issue.css?inline';
import cardRules from './issue-card.css?inline';
import { RelatedPlaces } from './related-places.tsx';
import { currentLocale, text } from './text.ts';
import { themeStyles } from './theme.ts';

/** Everything the card needs in a shadow root. */
export const issueCardStyles = `${themeStyles}${issueRules}${cardRules}`;

export interface IssueCardProps {
  readonly issue: KeyedIssue;
  /** The text of `issue.range` as it stands in the field. */
  readonly original: Original;
  /** How many places share the issue's cause; fixing and ignoring mean all of them. */
  readonly places: number;
  /** Takes the certain fix, or the suggestion of that index. */
  onFix(suggestion?: number): void;
  onIgnore(): void;
  /** Shows something that the issue is related to. */
  onReveal(range: Range): void;
  /** Offered where the issue doubts a word that may be the writer's own. */
  readonly onAddWord?: () => void;
  /** Offered where a fix could not be applied: the writer pastes it by hand. */
  readonly onCopy?: (text: string) => void;
  /** What became of the last fix, where it did not succeed. */
  readonly notice?: string;
}

export function IssueCard(props: IssueCardProps) {
  const { issue, original, places, onFix, onIgnore, onReveal, onAddWord, onCopy, notice } = props;
  const replacement = issue.fix ?? issue.suggestions?.[0]?.fix;
  return (
    <section class="qy-card" lang={currentLocale()} data-category={issue.category} aria-label={issue.message}>
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
      {places > 1 && <p class="qy-elsewhere">{text('elsewhere', places - 1)}</p>}
      <RelatedPlaces issue={issue} onReveal={onReveal} />
      <FixChoices issue={issue} original={original} onFix={onFix} />
      <footer class="qy-card-foot">
        {issue.basis !== undefined && <p class="qy-basis">{text('basis', issue.basis)}</p>}
        {onCopy && replacement?.text && (
          <button type="button" class="qy-quiet" onClick={() => onCopy(replacement.text)}>
            {text('copy')}
          </button>
        )}
        {onAddWord && (
          <button type="button" class="qy-quiet" onClick={onAddWord}>
            {text('addWord')}
          </button>
        )}
        <button type="button" class="qy-quiet" onClick={onIgnore}>
          {text('ignore')}
        </button>
      </footer>
    </section>
  );
}
