/** What was found in a text: how much, in which order, what can be done about it, and what is still to be said at the end. */
import { useMemo, useState } from 'preact/hooks';
import type { Severity } from '../../engine/types.ts';
import type { FixChoice, ReadyState } from '../../protocol/messages.ts';
import type { ListOrder } from '../../settings/settings.ts';
import { text } from '../text.ts';
import type { ReviewActions } from './actions.ts';
import { ChangeList } from './change-list.tsx';
import { DocumentParts } from './document-parts.tsx';
import { Clean, LastLine } from './ending.tsx';
import { IssueList } from './issue-list.tsx';
import { KeyHints } from './key-hints.tsx';
import { Notice } from './notice.tsx';
import { filterRows, rowsOf } from './rows.ts';
import { Summary } from './summary.tsx';
import { Toolbar } from './toolbar.tsx';
import { UndoBar, useUndo } from './undo.tsx';

export interface ReviewProps {
  readonly state: ReadyState;
  readonly actions: ReviewActions;
  /** The order to begin with. */
  readonly order?: ListOrder;
  /** Where the writer has come to in the text: the row of that place is selected when it changes, and takes no focus. */
  readonly current?: FixChoice | undefined;
}

export function Review({ state, actions: given, order: kept = 'reading', current }: ReviewProps) {
  const { actions, undo, last, restored } = useUndo(given, state.undoable);
  const [order, setOrder] = useState(kept);
  const [severity, setSeverity] = useState<Severity>();
  const [query, setQuery] = useState('');
  const [isChoosing, setChoosing] = useState(false);
  /** How often ticked changes were made: after each, reading begins anew with the first issue left. */
  const [round, setRound] = useState(0);
  const rows = useMemo(() => rowsOf(state.issues), [state.issues]);
  const shown = useMemo(() => filterRows(rows, { severity, query }), [rows, severity, query]);
  const { issues, documentType, stopped, refused, covered } = state;

  const parts = (
    <>
      {refused !== undefined && (
        <p class="refused" role="alert">
          {text(covered ? 'refusedCovered' : 'refused', refused)}
        </p>
      )}
      {stopped && <p class="stopped">{text('rulesStopped', stopped.join(text('listMark')))}</p>}
      {documentType && documentType.parts.length > 0 && <DocumentParts {...documentType} />}
    </>
  );
  const undoBar = last && <UndoBar words={last.words} onUndo={undo} />;

  if (issues.length === 0) {
    return (
      <div class="review">
        {state.length === 0 ? (
          <Notice title={text('emptyTitle')}>
            <p>{text('emptyBody')}</p>
          </Notice>
        ) : (
          <Clean state={state} />
        )}
        {parts}
        <div class="review-foot">{undoBar}</div>
      </div>
    );
  }
  if (isChoosing) {
    return (
      <ChangeList
        rows={rows}
        onCancel={() => setChoosing(false)}
        onReveal={actions.reveal}
        onFix={(choices) => {
          actions.fixChosen(choices);
          setRound(round + 1);
          setChoosing(false);
        }}
      />
    );
  }
  return (
    <div class="review">
      <Summary state={state} onFixAll={() => setChoosing(true)} />
      <Toolbar
        issues={issues}
        severity={severity}
        query={query}
        order={order}
        onSeverity={setSeverity}
        onQuery={setQuery}
        onOrder={(wanted) => {
          setOrder(wanted);
          actions.setOrder?.(wanted);
        }}
      />
      {parts}
      {shown.length === 0 ? (
        <Notice title={text('nothingShown')}>
          <button
            type="button"
            class="plain"
            onClick={() => {
              setSeverity(undefined);
              setQuery('');
            }}
          >
            {text('showEverything')}
          </button>
        </Notice>
      ) : (
        <IssueList key={round} rows={shown} order={order} actions={actions} restored={restored} current={current} />
      )}
      <LastLine state={state} />
      <div class="review-foot">
        {undoBar}
        <KeyHints />
      </div>
    </div>
  );
}
