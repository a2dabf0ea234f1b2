/** The browser's own page on which the keys of extensions are chosen. */
import { browser } from 'wxt/browser';

/** Newer than the polyfill's types. */
interface ShortcutApis {
  readonly commands?: { openShortcutSettings?(): Promise<void> };
}

/** Firefox has a call for it, Chrome an address. */
export async function openShortcutSettings(): Promise<void> {
  const { commands } = browser as unknown as ShortcutApis;
  if (commands?.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
