import { LANGUAGES, type Language } from '../../settings/locale.ts';
import { openShortcutSettings } from '../shortcuts.ts';
import { Switch } from '../switch.tsx';
import { text } from '../text.ts';
import type { SettingsProps } from './props.ts';

export function General({ settings, update }: SettingsProps) {
  return (
    <section aria-labelledby="general">
      <h2 id="general">{text('general')}</h2>
      <div class="panel">
        <Switch class="line" checked={settings.hintsOnPage} onChange={(hintsOnPage) => update(() => ({ hintsOnPage }))}>
          <span class="line-text">
            <span>{text('hintsOnPage')}</span>
            <span class="quiet">{text('hintsOnPageNote')}</span>
          </span>
        </Switch>
        <Switch class="line" checked={settings.seal} onChange={(seal) => update(() => ({ seal }))}>
          <span class="line-text">
            <span>{text('sealSetting')}</span>
            <span class="quiet">{text('sealSettingNote')}</span>
          </span>
        </Switch>
        <label class="line">
          <span class="line-text">{text('language')}</span>
          <select
            value={settings.language}
            onChange={({ currentTarget }) => update(() => ({ language: currentTarget.value as Language }))}
          >
            {LANGUAGES.map((language) => (
              <option key={language} value={language}>
                {text(language === 'auto' ? 'languageAuto' : language === 'en' ? 'languageEnglish' : 'languageChinese')}
              </option>
            ))}
          </select>
        </label>
        <div class="line">
          <span class="line-text">
            <span>{text('keyboard')}</span>
            <span class="quiet">{text('keyboardNote')}</span>
          </span>
          <button type="button" class="plain" onClick={() => void openShortcutSettings()}>
            {text('changeKeys')}
          </button>
        </div>
      </div>
    </section>
  );
}
