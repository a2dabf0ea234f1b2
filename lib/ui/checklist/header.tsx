import type { ComponentChildren } from 'preact';
import type { ChecklistState } from '../../protocol/messages.ts';
import { Mark } from '../mark.tsx';
import { Switch } from '../switch.tsx';
import { type TextKey, text } from '../text.ts';
import type { ChecklistActions } from './actions.ts';

/** Name, site with its switch, and the ways to the window and the settings. */
export function Header({ state, actions }: { readonly state: ChecklistState; readonly actions: ChecklistActions }) {
  const { detach, openPanel, openWorkbench } = actions;
  return (
    <header class="top">
      <Mark />
      <h1>{text('name')}</h1>
      {hasSite(state) && <SiteSwitch state={state} actions={actions} />}
      <span class="tools">
        {openWorkbench && (
          <Tool name="openWorkbench" onClick={openWorkbench}>
            <path d="M4 2.5h5.5L12.5 5.5v8H4zM9.5 2.5v3h3M6 8.5h4.5M6 11h3" />
          </Tool>
        )}
        {openPanel && (
          <Tool name="openPanel" onClick={openPanel}>
            <rect x="2" y="3" width="12" height="10" rx="1" />
            <path d="M9.5 3v10" />
          </Tool>
        )}
        {detach && (
          <Tool name="detach" onClick={detach}>
            <path d="M6.5 3H4a1 1 0 0 0-1 1v8a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1V9.5M9.5 3H13v3.5M13 3 7.5 8.5" />
          </Tool>
        )}
        <Tool name="settings" onClick={actions.openSettings}>
          <path d="M2 4.5h5.5M11.5 4.5H14M2 11.5h2.5M8.5 11.5H14" />
          <circle cx="9.5" cy="4.5" r="2" />
          <circle cx="6.5" cy="11.5" r="2" />
        </Tool>
      </span>
    </header>
  );
}

interface ToolProps {
  readonly name: TextKey;
  readonly children: ComponentChildren;
  onClick(): void;
}

/** A button that is a picture alone; its name is told by the pointer and to screen readers. */
function Tool({ name, children, onClick }: ToolProps) {
  return (
    <button type="button" class="tool" title={text(name)} aria-label={text(name)} onClick={() => onClick()}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {children}
      </svg>
    </button>
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
