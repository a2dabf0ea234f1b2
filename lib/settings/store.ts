import { browser } from 'wxt/browser';
import { parseSettings, type Settings, serializeSettings } from './settings.ts';

const KEY = 'settings';

export async function loadSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  return parseSettings(stored[KEY]);
}

/** Changes the settings. Background and pages take turns, so that no change is lost. */
export async function updateSettings(change: (settings: Settings) => Partial<Settings>): Promise<void> {
  await navigator.locks.request('settings', async () => {
    const settings = await loadSettings();
    await browser.storage.local.set({ [KEY]: serializeSettings({ ...settings, ...change(settings) }) });
  });
}

/** Calls back with the settings after each change, wherever it was made, until the signal aborts. */
export function watchSettings(listener: (settings: Settings) => void, signal?: AbortSignal): void {
  const onChanged = (changes: Record<string, { newValue?: unknown }>) => {
    if (KEY in changes) listener(parseSettings(changes[KEY]?.newValue));
  };
  browser.storage.local.onChanged.addListener(onChanged);
  signal?.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(onChanged));
}
