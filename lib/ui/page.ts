import type { GeneralSettings } from '../settings/settings.ts';
import { loadSettings } from '../settings/store.ts';
import issueRules from './issue.css?inline';
import { applyLocale } from './locale.ts';
import { currentLocale, type TextKey, text } from './text.ts';
import { themeStyles } from './theme.ts';

/** Gives a page of the extension its colours, language and title. Resolves with the general settings. */
export async function preparePage(title: TextKey): Promise<GeneralSettings> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(themeStyles + issueRules);
  document.adoptedStyleSheets = [sheet];
  const settings = await loadSettings(['general']);
  applyLocale(settings);
  document.documentElement.lang = currentLocale();
  document.title = text(title);
  return settings;
}
