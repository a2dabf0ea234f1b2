import type { ChecklistState } from '../../protocol/messages.ts';
import { Mark } from '../mark.tsx';
import { Switch } from '../switch.tsx';
import { text } from '../text.ts';
import type { ChecklistActions } from './actions.ts';

/** Name, site with its switch, and the ways to the window and the settings. */
export function Header({ state, actions }: { readonly state: ChecklistState; readonly actions: ChecklistActions }) {
  const { detach } = actions;
  return (
    <header class="top">
      <Mark />
      <h1>{text('name')}</h1>
      {hasSite(state) && <SiteSwitch state={state} actions={actions} />}
      <span class="tools">
        {detach && (
          <button type="button" class="tool" title={text('detach')} aria-label={text('detach')} onClick={detach}>
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M6.5 3H3.8a.8.8 0 0 0-.8.8v8.4c0 .44.360.8.8.800h8.4a.8.8 0 0 0 .8-.8V9.5M9.5 3H13v3.5M13 3 7.5 8.5" />
            </svg>
          </button>
        )}
        <button
          type="button"
          class="tool"
          title={text('settings')}
          aria-label={text('settings')}
          onClick={() => actions.openSettings()}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M2 4.5h5.5M11.5 4.5H14M2 11.5h2.5M8.5 11.5H14" />
            <circle cx="9.5" cy="4.5" r="2" />
            <circle cx="6.5" cy="11.5" r="2" />
          </svg>
        </button>
      </span>
    </header>
  );
}

type SiteState = Extract<ChecklistState, { host: string }>;

/** Before any frame has answered, the site is not known. */
const hasSite = (state: ChecklistState): state is SiteState =>
  'host' in state && !(state.status === 'loading' && state.host === '');

function SiteSwitch({ state, actions }: { readonly state: SiteState; readonly actions: ChecklistActions }) {
  const enabled = state.status !== 'off';
  const host = state.host === '' ? text('localFile') : state.host;
  return (
    <Switch
      class="site"
      checked={enabled}
      title={text(enabled ? 'turnOffHere' : 'turnOnHere')}
      onChange={(wanted) => actions.setSite(wanted)}
    >
      <span class="host">{host}</span>
    </Switch>
  );
}
