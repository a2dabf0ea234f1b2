import { withItem } from '../../settings/lists.ts';
import { text } from '../text.ts';
import type { SettingsProps } from './props.ts';

export function DisabledSites({ settings, update }: SettingsProps) {
  const { disabledHosts } = settings;
  return (
    <section aria-labelledby="sites">
      <h2 id="sites">{text('sites')}</h2>
      {disabledHosts.length === 0 ? (
        <p class="quiet">{text('sitesNone')}</p>
      ) : (
        <ul class="panel">
          {disabledHosts.map((host) => (
            <li class="line" key={host}>
              <span class="line-text">{host === '' ? text('localFile') : host}</span>
              <button
                type="button"
                class="plain"
                onClick={() => update((present) => ({ disabledHosts: withItem(present.disabledHosts, host, false) }))}
              >
                {text('turnOnAgain')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
