/** Opens a page of the extension with something that must not stand in an address: a text, a record. */
import { browser } from 'wxt/browser';

const PARAMETER = 'handed';
const PREFIX = 'handed ';

/** Opens the page in a tab. The value goes along in the browser's memory under a name that is used once. */
export async function openPageWith(path: `/${string}.html`, value: unknown): Promise<void> {
  const id = crypto.randomUUID();
  await browser.storage.session.set({ [PREFIX + id]: value });
  await browser.tabs.create({ url: `${path}?${PARAMETER}=${id}` });
}

/**
 * What this page was opened with; undefined where there was nothing. From then on it is the tab's alone, which has it again
 * after a reload and forgets it when it is closed.
 */
export async function takeHanded(): Promise<unknown> {
  const id = new URLSearchParams(location.search).get(PARAMETER);
  if (id === null) return undefined;
  const key = PREFIX + id;
  const { [key]: value } = await browser.storage.session.get(key);
  await browser.storage.session.remove(key);
  if (value !== undefined) sessionStorage.setItem(key, JSON.stringify(value));
  const kept = sessionStorage.getItem(key);
  return kept === null ? undefined : JSON.parse(kept);
}

/** What was handed has been taken in: a reload does not ask for it again. */
export function forgetHanded(): void {
  const id = new URLSearchParams(location.search).get(PARAMETER);
  if (id !== null) sessionStorage.removeItem(PREFIX + id);
  history.replaceState(null, '', location.pathname);
}
