import { useState } from 'preact/hooks';
import { exportSettings, importSettings } from '../../settings/settings.ts';
import { type TextKey, text } from '../text.ts';
import { download } from './download.ts';
import type { SettingsProps } from './props.ts';

export function Backup({ settings, update }: SettingsProps) {
  const [outcome, setOutcome] = useState<TextKey>();

  const read = async (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    // So that the same file can be chosen again.
    input.value = '';
    if (!file) return;
    const imported = importSettings(await file.text());
    if (imported) update(() => imported);
    setOutcome(imported ? 'imported' : 'importFailed');
  };

  return (
    <section aria-labelledby="backup">
      <h2 id="backup">{text('backup')}</h2>
      <p class="quiet">{text('backupNote')}</p>
      <div class="buttons">
        <button
          type="button"
          class="plain"
          onClick={() => download('qingyang-settings.json', exportSettings(settings), 'application/json')}
        >
          {text('exportSettings')}
        </button>
        <label class="plain">
          {text('importSettings')}
          <input
            type="file"
            class="hidden-input"
            accept="application/json,.json"
            onChange={({ currentTarget }) => void read(currentTarget)}
          />
        </label>
      </div>
      <p role="status">{outcome && text(outcome)}</p>
    </section>
  );
}
