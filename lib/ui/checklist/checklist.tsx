/** The checklist of a tab, in each of its states. */
import type { ChecklistState } from '../../protocol/messages.ts';
import type { ListOrder } from '../../settings/settings.ts';
import { text } from '../text.ts';
import type { ChecklistActions } from './actions.ts';
import { Header } from './header.tsx';
import { Loading, Notice, TooLong } from './notice.tsx';
import { Review } from './review.tsx';

export interface ChecklistProps {
  readonly state: ChecklistState;
  readonly actions: ChecklistActions;
  /** The order to begin with. */
  readonly order: ListOrder;
  /** Whether this version is new to the writer. */
  readonly isNew?: boolean;
}

export function Checklist(props: ChecklistProps) {
  return (
    <>
      <Header {...props} />
      {props.isNew && <News onDismiss={props.actions.dismissNews} />}
      <main>
        <Body {...props} />
      </main>
    </>
  );
}

/** What is new in this version, until it has been read. */
function News({ onDismiss }: { onDismiss(): void }) {
  return (
    <div class="news">
      <p>{text('news')}</p>
      <button type="button" class="qy-quiet" onClick={onDismiss}>
        {text('newsRead')}
      </button>
    </div>
  );
}

function Body({ state, actions, order }: ChecklistProps) {
  switch (state.status) {
    case 'unsupported':
      return (
        <Notice title={text(state.isOlder ? 'olderTitle' : 'unsupportedTitle')}>
          <p>{text(state.isOlder ? 'olderBody' : 'unsupportedBody')}</p>
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
        <Notice title={text(`off_${state.reason}`)}>
          <p>{text(`offBody_${state.reason}`)}</p>
          <button type="button" class="primary" onClick={() => actions.setSite(true)}>
            {text(state.reason === 'paused' ? 'resume' : 'turnOn')}
          </button>
        </Notice>
      );
    case 'unreadable':
      return (
        <Notice title={text('unreadableTitle', state.editor)}>
          <p>{text('unreadableBody')}</p>
        </Notice>
      );
    case 'too-long':
      return <TooLong />;
    case 'no-field':
      return (
        <Notice title={text('noFieldTitle')}>
          <p>{text('noFieldBody')}</p>
        </Notice>
      );
    case 'loading':
      return <Loading />;
    case 'ready':
      return <Review state={state} actions={actions} order={order} />;
  }
}
