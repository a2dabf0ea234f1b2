import { useState } from 'preact/hooks';
import { withItem } from '../../settings/lists.ts';
import { hostIn, PAUSE } from '../../settings/sites.ts';
import { type TextKey, text } from '../text.ts';
import type { SettingsProps } from './props.ts';

/** Where nothing is checked: for an hour, on some sites, or everywhere but on some. */
export function DisabledSites({ settings, update }: SettingsProps) {
  const { disabledHosts, onlyHosts, pausedUntil } = settings;
  const isPaused = pausedUntil > Date.now();
  return (
    <section aria-labelledby="sites">
      <h2 id="sites">{text('sites')}</h2>
      <div class="panel line">
        <span class="line-text" role="status">
          {isPaused
            ? text('pausedNow', new Date(pausedUntil).toLocaleTimeString([], { timeStyle: 'short' }))
            : text('pauseNote')}
        </span>
        <button
          type="button"
          class="plain"
          onClick={() => update(() => ({ pausedUntil: isPaused ? 0 : Date.now() + PAUSE }))}
        >
          {text(isPaused ? 'resume' : 'pause')}
        </button>
      </div>
      <HostList
        title="disabledSites"
        note="sitesNone"
        hosts={disabledHosts}
        onChange={(host, listed) =>
          update((present) => ({ disabledHosts: withItem(present.disabledHosts, host, listed) }))
        }
      />
      <HostList
        title="onlySites"
        note="onlySitesNone"
        hosts={onlyHosts}
        onChange={(host, listed) => update((present) => ({ onlyHosts: withItem(present.onlyHosts, host, listed) }))}
      />
    </section>
  );
}

interface HostListProps {
  readonly title: TextKey;
  /** Said while there is none. */
  readonly note: TextKey;
  readonly hosts: readonly string[];
  onChange(host: string, listed: boolean): void;
}

function HostList({ title, note, hosts, onChange }: HostListProps) {
  const [typed, setTyped] = useState('');
  const host = hostIn(typed);
  return (
    <>
      <h3>{text(title)}</h3>
      {hosts.length === 0 ? (
        <p class="quiet">{text(note)}</p>
      ) : (
        <ul class="panel">
          {hosts.map((listed) => (
            <li class="line" key={listed}>
              <span class="line-text">{listed === '' ? text('localFile') : listed}</span>
              <button
                type="button"
                class="plain"
                aria-label={text('removeSite', listed === '' ? text('localFile') : listed)}
                onClick={() => onChange(listed, false)}
              >
                {text('remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <form
        class="buttons"
        onSubmit={(event) => {
          event.preventDefault();
          if (host === undefined) return;
          onChange(host, true);
          setTyped('');
        }}
      >
        <input
          class="site-input"
          type="text"
          inputMode="url"
          spellcheck={false}
          aria-label={text('siteAddress')}
          placeholder={text('siteAddress')}
          value={typed}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <button type="submit" class="plain" disabled={host === undefined}>
          {text('addSite')}
        </button>
      </form>
    </>
  );
}
