import { text } from '../text.ts';
import type { SettingsProps } from './props.ts';

export function IgnoredIssues({ settings, update }: SettingsProps) {
  const count = settings.ignored.length;
  return (
    <section aria-labelledby="ignored">
      <h2 id="ignored">{text('ignoredIssues')}</h2>
      {count === 0 ? (
        <p class="quiet">{text('ignoredNone')}</p>
      ) : (
        <div class="panel line">
          <span class="line-text">{text('ignoredCount', count)}</span>
          <button type="button" class="plain" onClick={() => update(() => ({ ignored: [] }))}>
            {text('ignoredClear')}
          </button>
        </div>
      )}
    </section>
  );
}
