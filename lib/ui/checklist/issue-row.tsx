import type { Range } from '../../document/types.ts';
import { FixChoices } from '../fix-choices.tsx';
import { shorten, showBreaks } from '../fix-preview.ts';
import { RelatedPlaces } from '../related-places.tsx';
import { SeverityMark } from '../severity-mark.tsx';
import { text } from '../text.ts';
import type { ChecklistActions } from './actions.ts';
import type { ListedIssue } from './order.ts';

export interface IssueRowProps {
  readonly issue: ListedIssue;
  readonly selected: boolean;
  readonly actions: ChecklistActions;
  onSelect(): void;
}

/** One issue in its sentence; the selected one opens and shows what can be done about it. */
export function IssueRow({ issue, selected, actions, onSelect }: IssueRowProps) {
  const select = () => {
    onSelect();
    actions.reveal(issue.range);
  };
  return (
    <li class={selected ? 'row selected' : 'row'}>
      <button
        type="button"
        class="row-main"
        data-issue={issue.id}
        tabIndex={selected ? 0 : -1}
        aria-current={selected}
        onClick={select}
      >
        <SeverityMark severity={issue.severity} />
        <span class="row-text">
          <span class="sentence" lang="zh-CN">
            {issue.before}
            <mark>{issue.matched === '' ? '‸' : showBreaks(shorten(issue.matched))}</mark>
            {issue.after}
          </span>
          <span class="row-message">{issue.message}</span>
        </span>
        {issue.places.length > 1 && <span class="row-times">×{issue.places.length}</span>}
      </button>
      {selected && <RowDetail issue={issue} actions={actions} />}
    </li>
  );
}

/** So many places of one cause get a button each; who has more looks at these and trusts the rest. */
const MOST_PLACES = 20;

/** The ways to all places of one cause. */
function Places({ issue: { places }, onReveal }: { readonly issue: ListedIssue; onReveal(range: Range): void }) {
  if (places.length < 2) return null;
  return (
    <div class="places">
      <span>{text('elsewhere', places.length - 1)}</span>
      {places.slice(0, MOST_PLACES).map(({ range }, index) => (
        <button
          type="button"
          class="qy-quiet"
          key={range.join()}
          aria-label={text('place', index + 1)}
          onClick={() => onReveal(range)}
        >
          {index + 1}
        </button>
      ))}
    </div>
  );
}

function RowDetail({ issue, actions }: Pick<IssueRowProps, 'issue' | 'actions'>) {
  const { word } = issue;
  return (
    <div class="row-detail">
      <RelatedPlaces issue={issue} onReveal={actions.reveal} />
      <Places issue={issue} onReveal={actions.reveal} />
      <FixChoices issue={issue} original={issue} onFix={(suggestion) => actions.fix(issue, suggestion)} />
      <div class="row-foot">
        {issue.basis !== undefined && <span class="basis">{text('basis', issue.basis)}</span>}
        {word !== undefined && (
          <button type="button" class="qy-quiet" onClick={() => actions.addWord(word)}>
            {text('addWord')}
          </button>
        )}
        <button type="button" class="qy-quiet" onClick={() => actions.ignore(issue)}>
          {text('ignore')}
        </button>
      </div>
    </div>
  );
}
