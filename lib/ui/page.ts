import { loadSettings } from '../settings/store.ts';
import issueRules from './issue.css?inline';
import { applyLocale } from './locale.ts';
import { currentLocale, type TextKey, text } from './text.ts';
import { themeStyles } from './theme.ts';

/** Gives a page of the extension its colours, language and title. */
export async function preparePage(title: TextKey): Promise<void> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(themeStyles + issueRules);
  document.adoptedStyleSheets = [sheet];
  applyLocale(await loadSettings());
  document.documentElement.lang = currentLocale();
  document.title = text(title);
}
