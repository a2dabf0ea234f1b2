/** What is to be done once, when the extension has been installed or updated. */
import { browser } from 'wxt/browser';
import { updateSettings } from '../../lib/settings/store.ts';

/** Under which, in the memory of the browser, the tabs are noted that were open before this version came. */
const OLDER_TABS = 'older-tabs';

/** The part of a version that changes when there is something new to tell. */
const release = (version: string) => version.split('.').slice(0, 2).join('.');

/**
 * Notes the tabs whose pages do not have the content script of this version yet, and then welcomes the writer or notes that
 * there is something new.
 */
export async function onInstalled(reason: string, previousVersion: string | undefined): Promise<void> {
  const tabs = await browser.tabs.query({});
  await browser.storage.session.set({ [OLDER_TABS]: tabs.map(({ id }) => id) });
  if (reason === 'install') await browser.tabs.create({ url: '/welcome.html' });
  const { version } = browser.runtime.getManifest();
  if (reason === 'update' && previousVersion !== undefined && release(previousVersion) !== release(version))
    await updateSettings(() => ({ news: version }));
}

/** Whether the tab was open before this version came, and may show a page that knows nothing of it. */
export async function isOlderTab(tab: number): Promise<boolean> {
  const { [OLDER_TABS]: tabs } = await browser.storage.session.get(OLDER_TABS);
  return Array.isArray(tabs) && tabs.includes(tab);
}
