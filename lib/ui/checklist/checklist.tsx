/** The checklist of a tab, in each of its states. */
import type { ChecklistState } from '../../protocol/messages.ts';
import { text } from '../text.ts';
import type { ChecklistActions } from './actions.ts';
import { DocumentParts } from './document-parts.tsx';
import { Header } from './header.tsx';
import { IssueList } from './issue-list.tsx';
import { Loading, Notice } from './notice.tsx';
import { Summary } from './summary.tsx';

export interface ChecklistProps {
  readonly state: ChecklistState;
  readonly actions: ChecklistActions;
}

export function Checklist({ state, actions }: ChecklistProps) {
  return (
    <>
      <Header state={state} actions={actions} />
      <main>
        <Body state={state} actions={actions} />
      </main>
      {state.status === 'ready' && state.issues.length > 0 && <KeyHints />}
    </>
  );
}

function Body({ state, actions }: ChecklistProps) {
  switch (state.status) {
    case 'unsupported':
      return (
        <Notice title={text('unsupportedTitle')}>
          <p>{text('unsupportedBody')}</p>
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
      return <Ready state={state} actions={actions} />;
  }
}

function Ready({ state, actions }: ChecklistProps & { readonly state: { status: 'ready' } }) {
  const { issues, length, cleared, documentType } = state;
  const parts = documentType && documentType.parts.length > 0 && <DocumentParts {...documentType} />;
  if (issues.length > 0) {
    return (
      <>
        <Summary state={state} actions={actions} />
        {parts}
        <IssueList issues={issues} actions={actions} />
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
      <Notice title={text('cleanTitle')} clean>
        <p>{cleared > 0 ? text('cleanBodyCleared', cleared, length) : text('cleanBody', length)}</p>
      </Notice>
      {parts}
    </>
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
