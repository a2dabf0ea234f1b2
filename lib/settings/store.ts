import { browser } from 'wxt/browser';
import { MATTERS, type MatterName, mattersOf, parseSettings, type Settings, serializeSettings } from './settings.ts';

/** Under which each matter lies. */
const keyOf = (matter: string) => `settings.${matter}`;
/** Under which everything lay until version 2. */
const LEGACY_KEY = 'settings';

type Stored = Readonly<Record<string, unknown>>;

const parse = (stored: Stored): Settings =>
  parseSettings(Object.fromEntries(MATTERS.map((matter) => [matter, stored[keyOf(matter)]])), stored[LEGACY_KEY]);

const keysOf = (matters: readonly MatterName[]) => [...matters.map(keyOf), LEGACY_KEY];
const read = (matters: readonly MatterName[]): Promise<Stored> => browser.storage.local.get(keysOf(matters));

/** The settings; only the matters that are asked for are read, the others take their defaults. */
export async function loadSettings(matters = MATTERS): Promise<Settings> {
  return parse(await read(matters));
}

/**
 * Changes the settings. Background and pages take turns, so that no change is lost. Only the matters that the change touches
 * are written; what still lies in the form of version 2 is written anew as a whole, once.
 */
export async function updateSettings(change: (settings: Settings) => Partial<Settings>): Promise<void> {
  await navigator.locks.request('settings', async () => {
    const before = await read(MATTERS);
    const settings = parse(before);
    const changed = change(settings);
    const all = serializeSettings({ ...settings, ...changed });
    const isLegacy = before[LEGACY_KEY] !== undefined;
    const written = isLegacy ? MATTERS : mattersOf(changed);
    await browser.storage.local.set(Object.fromEntries(written.map((matter) => [keyOf(matter), all[matter]])));
    if (isLegacy) await browser.storage.local.remove(LEGACY_KEY);
  });
}

/** Calls back with the settings after each change of those matters, wherever it was made, until the signal aborts. */
export function watchSettings(listener: (settings: Settings) => void, signal?: AbortSignal, matters = MATTERS): void {
  const keys = keysOf(matters);
  let latest = 0;
  const onChanged = async (changes: Record<string, unknown>) => {
    if (!keys.some((key) => key in changes)) return;
    const asked = ++latest;
    const settings = await loadSettings(matters);
    if (asked === latest && !signal?.aborted) listener(settings);
  };
  browser.storage.local.onChanged.addListener(onChanged);
  signal?.addEventListener('abort', () => {
    // A content script whose extension has gone may not ask for anything any more, and hears nothing either.
    if (browser.runtime?.id !== undefined) browser.storage.local.onChanged.removeListener(onChanged);
  });
}
