/** The card of one issue, beside the marked words. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Range } from '../document/types.ts';
import type { KeyedIssue } from '../engine/types.ts';
import type { Reason } from '../protocol/messages.ts';
import { CategoryLabel } from './category-label.tsx';
import { FixChoices } from './fix-choices.tsx';
import { type Original, shorten, showBreaks } from './fix-preview.ts';
import issueRules from './issue.css?inline';
import cardRules from './issue-card.css?inline';
import { RelatedPlaces } from './related-places.tsx';
import { currentLocale, text } from './text.ts';
import { type Scheme, themeOf } from './theme.ts';

/** Everything the card needs in a shadow root, on a light or a dark ground. */
export const issueCardStyles = (scheme: Scheme): string => `${themeOf(scheme)}${issueRules}${cardRules}`;

/** What the writer can do with the issue beside fixing it; what is not offered is undefined. */
export interface IssueCardActions {
  /** Takes the certain fix, or the suggestion of that index. */
  onFix(suggestion?: number): void;
  /** Shows something that the issue is related to. */
  onReveal(range: Range): void;
  /** To the issue before or behind it. */
  readonly onStep?: (step: 1 | -1) => void;
  onIgnore(): void;
  /** The same of all such words in this text. */
  readonly onIgnoreAll?: () => void;
  /** The rule says no more of these words, wherever they stand. */
  readonly onSilence?: () => void;
  readonly onRuleOff?: () => void;
  /** Asks for the reason, which comes as `reason`. */
  readonly onExplain?: () => void;
  /** Shows the rule in the settings. */
  readonly onOpenRule?: () => void;
  /** Offered where the issue doubts a word that may be the writer's own. */
  readonly onAddWord?: () => void;
  /** Offered for a blank: selects it, to be written over. */
  readonly onFill?: () => void;
  /** Offered where there is another blank. */
  readonly onNextBlank?: () => void;
  /** Offered where a fix could not be applied: the writer pastes it by hand. */
  readonly onCopy?: (text: string) => void;
}

export interface IssueCardProps extends IssueCardActions {
  readonly issue: KeyedIssue;
  /** The text of `issue.range` as it stands in the field. */
  readonly original: Original;
  /** How many places share the issue's cause; fixing and ignoring mean all of them. */
  readonly places: number;
  /** Which issue of the text it is, from 1, and how many there are. */
  readonly position?: readonly [index: number, count: number];
  /** Why the rule speaks, once it is known. */
  readonly reason?: Reason;
  /** What became of the last fix, where it did not succeed. */
  readonly notice?: string;
}

export function IssueCard(props: IssueCardProps) {
  const { issue, original, places, reason, notice, onFix, onReveal, onIgnore, onAddWord, onFill, onCopy } = props;
  // Of the issue for which it was opened, not of the next one.
  const [opened, setOpened] = useState<string>();
  const place = `${issue.key} ${issue.range[0]}`;
  const isOpen = opened === place;
  const hasMenu = [props.onIgnoreAll, props.onSilence, props.onRuleOff, props.onExplain].some(Boolean);
  const replacement = issue.fix ?? issue.suggestions?.[0]?.fix;
  return (
    <section class="qy-card" lang={currentLocale()} data-category={issue.category} aria-label={issue.message}>
      <Head {...props} />
      <p class="qy-message">{issue.message}</p>
      {notice !== undefined && (
        <p class="qy-notice" role="status">
          {notice}
        </p>
      )}
      {places > 1 && <p class="qy-elsewhere">{text('elsewhere', places - 1)}</p>}
      <RelatedPlaces issue={issue} onReveal={onReveal} />
      <FixChoices issue={issue} original={original} onFix={onFix} />
      {onFill && (
        <div class="qy-blank">
          <button type="button" class="qy-choice" onClick={onFill}>
            {text('fillBlank')}
          </button>
          {props.onNextBlank && <Quiet onClick={props.onNextBlank}>{text('nextBlank')}</Quiet>}
        </div>
      )}
      <footer class="qy-card-foot">
        {issue.basis !== undefined && <p class="qy-basis">{text('basis', issue.basis)}</p>}
        {onCopy && replacement?.text && <Quiet onClick={() => onCopy(replacement.text)}>{text('copy')}</Quiet>}
        {onAddWord && <Quiet onClick={onAddWord}>{text('addWord')}</Quiet>}
        <Quiet onClick={onIgnore}>{text('ignore')}</Quiet>
        {hasMenu && (
          <button
            type="button"
            class="qy-quiet qy-more"
            aria-expanded={isOpen}
            aria-label={text('more')}
            title={text('more')}
            onClick={() => setOpened(isOpen ? undefined : place)}
          >
            ⋯
          </button>
        )}
      </footer>
      {isOpen && <Menu {...props} />}
      {isOpen && reason && <Why reason={reason} {...(props.onOpenRule && { onOpenRule: props.onOpenRule })} />}
    </section>
  );
}

function Head({ issue, position: [index, count] = [1, 1], onStep }: IssueCardProps) {
  return (
    <header class="qy-card-head">
      <CategoryLabel category={issue.category} />
      <span class={`qy-severity qy-severity-${issue.severity}`}>{text(`severity_${issue.severity}`)}</span>
      {count > 1 && onStep && (
        <span class="qy-steps">
          <Step label={text('previousIssue')} sign="‹" onClick={() => onStep(-1)} />
          <span class="qy-position">{text('position', index, count)}</span>
          <Step label={text('nextIssue')} sign="›" onClick={() => onStep(1)} />
        </span>
      )}
    </header>
  );
}

function Step({ label, sign, onClick }: { readonly label: string; readonly sign: string; onClick(): void }) {
  return (
    <button type="button" class="qy-quiet qy-step" aria-label={label} title={label} onClick={onClick}>
      {sign}
    </button>
  );
}

function Menu(props: IssueCardProps) {
  const { original, reason, onIgnore, onIgnoreAll, onSilence, onRuleOff, onExplain } = props;
  return (
    <ul class="qy-menu">
      <Item onClick={onIgnore}>{text('ignoreHere')}</Item>
      {onIgnoreAll && <Item onClick={onIgnoreAll}>{text('ignoreInText')}</Item>}
      {onSilence && original.matched.trim() !== '' && (
        <Item onClick={onSilence}>{text('silence', showBreaks(shorten(original.matched)))}</Item>
      )}
      {onRuleOff && <Item onClick={onRuleOff}>{text('turnRuleOff')}</Item>}
      {onExplain && !reason && <Item onClick={onExplain}>{text('why')}</Item>}
    </ul>
  );
}

function Item({ children, onClick }: { readonly children: ComponentChildren; onClick(): void }) {
  return (
    <li>
      <Quiet onClick={onClick}>{children}</Quiet>
    </li>
  );
}

function Quiet({ children, onClick }: { readonly children: ComponentChildren; onClick(): void }) {
  return (
    <button type="button" class="qy-quiet" onClick={onClick}>
      {children}
    </button>
  );
}

function Why({
  reason: { title, description, wrong, right },
  onOpenRule,
}: {
  reason: Reason;
  onOpenRule?: () => void;
}) {
  return (
    <div class="qy-why" role="status">
      <p class="qy-why-title">{title}</p>
      <p>{description}</p>
      {wrong !== undefined && (
        <p lang="zh-CN">
          ✗ {wrong}
          {right !== undefined && (
            <>
              <br />✓ {right}
            </>
          )}
        </p>
      )}
      {onOpenRule && <Quiet onClick={onOpenRule}>{text('openRule')}</Quiet>}
    </div>
  );
}
