import { browser } from 'wxt/browser';
import { chooseLocale } from '../settings/locale.ts';
import type { Settings } from '../settings/settings.ts';
import { setLocale } from './text.ts';

/** Lets this surface speak the language that the settings and the browser ask for. */
export function applyLocale({ language }: Pick<Settings, 'language'>): void {
  setLocale(chooseLocale(language, browser.i18n.getUILanguage()));
}
