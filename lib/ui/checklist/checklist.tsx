/** The checklist of a tab, in each of its states. */
import { useState } from 'preact/hooks';
import type { ChecklistState } from '../../protocol/messages.ts';
import { text } from '../text.ts';
import type { ChecklistActions } from './actions.ts';
import { DocumentParts, missingParts } from './document-parts.tsx';
import { Header } from './header.tsx';
import { IssueList } from './issue-list.tsx';
import { Loading, Notice } from './notice.tsx';
import { Summary } from './summary.tsx';
import { Dismissed, useUndo } from './undo.tsx';

export interface ChecklistProps {
  readonly state: ChecklistState;
  readonly actions: ChecklistActions;
}

export function Checklist({ state, actions: given }: ChecklistProps) {
  const { actions: undoable, undo, last, restored } = useUndo(given);
  const [round, setRound] = useState(0);
  const actions: ChecklistActions = {
    ...undoable,
    fixAll() {
      undoable.fixAll();
      setRound(round + 1);
    },
  };
  return (
    <>
      <Header state={state} actions={actions} />
      {state.status === 'ready' && state.issues.length > 0 && <Summary state={state} actions={actions} />}
      <main>
        <Body state={state} actions={actions} round={round} restored={restored} />
      </main>
      {state.status === 'ready' && last && <Dismissed {...last} onUndo={undo} />}
      {state.status === 'ready' && state.issues.length > 0 && <KeyHints />}
    </>
  );
}

type ReadyState = Extract<ChecklistState, { status: 'ready' }>;

interface BodyProps extends ChecklistProps {
  /** How often all that is certain was fixed at once: after each, reading begins anew with the first issue left. */
  readonly round: number;
  readonly restored: string | undefined;
}

function Body(props: BodyProps) {
  const { state, actions } = props;
  switch (state.status) {
    case 'unsupported':
      return (
        <Notice title={text('unsupportedTitle')}>
          <p>{text('unsupportedBody')}</p>
        </Notice>
      );
    case 'closed':
      return (
        <Notice title={text('closedTitle')}>
          <p>{text('closedBody')}</p>
        </Notice>
      );
    case 'off':
      return (
        <Notice title={text('offTitle')}>
          <p>{text('offBody')}</p>
          <button type="button" class="primary" onClick={() => actions.setSite(true)}>
            {text('turnOn')}
          </button>
        </Notice>
      );
    case 'unreadable':
      return (
        <Notice title={text('unreadableTitle', state.editor)}>
          <p>{text('unreadableBody')}</p>
        </Notice>
      );
    case 'no-field':
      return (
        <Notice title={text('noFieldTitle')}>
          <p>{text('noFieldBody')}</p>
        </Notice>
      );
    case 'loading':
      return <Loading />;
    case 'ready':
      return <Ready {...props} state={state} />;
  }
}

function Ready({ state, actions, round, restored }: BodyProps & { readonly state: ReadyState }) {
  const { issues, length, documentType, stopped } = state;
  const parts = (
    <>
      {stopped && <p class="stopped">{text('rulesStopped', stopped.join(text('listMark')))}</p>}
      {documentType && documentType.parts.length > 0 && <DocumentParts {...documentType} />}
    </>
  );
  if (issues.length > 0) {
    return (
      <>
        {parts}
        <IssueList key={round} issues={issues} actions={actions} restored={restored} />
      </>
    );
  }
  if (length === 0) {
    return (
      <Notice title={text('emptyTitle')}>
        <p>{text('emptyBody')}</p>
      </Notice>
    );
  }
  return (
    <>
      <Clean state={state} />
      {parts}
    </>
  );
}

/** Nothing to change in the words; whether the proof is clean depends on the parts as well. */
function Clean({ state: { length, cleared, documentType } }: { readonly state: ReadyState }) {
  const missing = missingParts(documentType?.parts ?? []);
  const done = cleared > 0 ? text('cleanBodyCleared', cleared, length) : text('cleanBody', length);
  return (
    <Notice title={missing > 0 ? text('missingTitle', missing) : text('cleanTitle')} clean={missing === 0}>
      <p>{done}</p>
    </Notice>
  );
}

function KeyHints() {
  const hints = [
    ['↑↓', text('keySelect')],
    ['Enter', text('keyFix')],
    [text('keySpaceName'), text('keyReveal')],
    ['Del', text('keyIgnore')],
  ] as const;
  return (
    <footer class="keys">
      {hints.map(([key, meaning]) => (
        <span key={key}>
          <kbd>{key}</kbd> {meaning}
        </span>
      ))}
    </footer>
  );
}
