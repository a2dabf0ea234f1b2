import type { Range } from '../../document/types.ts';
import { CategoryLabel } from '../category-label.tsx';
import { FixChoices } from '../fix-choices.tsx';
import { shorten, showBreaks } from '../fix-preview.ts';
import { RelatedPlaces } from '../related-places.tsx';
import { SeverityMark } from '../severity-mark.tsx';
import { text } from '../text.ts';
import type { ReviewActions } from './actions.ts';
import type { Row } from './rows.ts';
import type { ItemProps } from './virtual-rows.tsx';

export interface IssueRowProps {
  readonly row: Row;
  readonly item: ItemProps;
  readonly selected: boolean;
  readonly actions: ReviewActions;
  onSelect(): void;
}

/** One issue in its sentence; the selected one opens and shows what can be done about it. */
export function IssueRow({ row, item, selected, actions, onSelect }: IssueRowProps) {
  const select = () => {
    onSelect();
    actions.reveal(row.range);
  };
  return (
    <li class={selected ? 'row selected' : 'row'} data-category={row.category} {...item}>
      <div class="row-box">
        <button
          type="button"
          class="row-main"
          data-issue={row.id}
          tabIndex={selected ? 0 : -1}
          aria-current={selected}
          onClick={select}
        >
          <SeverityMark severity={row.severity} />
          <span class="row-text">
            <span class="sentence" lang="zh-CN">
              {row.before}
              <mark>{row.matched === '' ? '‸' : showBreaks(shorten(row.matched))}</mark>
              {row.after}
            </span>
            <span class="row-message">{row.message}</span>
          </span>
          {row.places.length > 1 && <span class="row-times">×{row.places.length}</span>}
        </button>
        {selected && <RowDetail row={row} actions={actions} />}
      </div>
    </li>
  );
}

/** So many places of one cause get a button each; who has more looks at these and trusts the rest. */
const MOST_PLACES = 20;

/** The ways to all places of one cause. */
function Places({ row: { places }, onReveal }: { readonly row: Row; onReveal(range: Range): void }) {
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

function RowDetail({ row, actions }: Pick<IssueRowProps, 'row' | 'actions'>) {
  const { word, places } = row;
  return (
    <div class="row-detail">
      <RelatedPlaces issue={row} onReveal={actions.reveal} />
      <Places row={row} onReveal={actions.reveal} />
      <FixChoices issue={row} original={row} onFix={(suggestion) => actions.fix(row, suggestion)} />
      <div class="row-foot">
        <span class="basis">
          <CategoryLabel category={row.category} />
          {row.basis !== undefined && ` ${text('basis', row.basis)}`}
        </span>
        {word !== undefined && (
          <button type="button" class="qy-quiet" onClick={() => actions.addWord(word)}>
            {text('addWord')}
          </button>
        )}
        <button type="button" class="qy-quiet" onClick={() => actions.ignore(row)}>
          {places.length > 1 ? text('ignoreAll', places.length) : text('ignore')}
        </button>
        <MoreChoices row={row} actions={actions} />
      </div>
    </div>
  );
}

/** Words longer than this are a passage: nobody writes it again. */
const LONGEST_SAYING = 20;

/** What reaches further than the row. */
function MoreChoices({ row: { ruleId, matched }, actions }: Pick<IssueRowProps, 'row' | 'actions'>) {
  const isSaying = /\p{L}/u.test(matched) && matched.length <= LONGEST_SAYING;
  return (
    <details class="more">
      <summary>{text('more')}</summary>
      {isSaying && (
        <button type="button" class="qy-quiet" onClick={() => actions.silence(ruleId, matched, true)}>
          {text('silence', showBreaks(matched))}
        </button>
      )}
      <button type="button" class="qy-quiet" onClick={() => actions.setRule(ruleId, false)}>
        {text('turnRuleOff')}
      </button>
    </details>
  );
}
