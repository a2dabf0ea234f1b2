/** How other surfaces open the workbench: with nothing, or with a text that they hand over. */
import { browser } from 'wxt/browser';

const PARAMETER = 'text';
const PREFIX = 'workbench-text ';

/**
 * Opens the workbench in a tab. A text goes along in the memory of the browser under a name that is used once, so that
 * nothing of it stands in an address.
 */
export async function openWorkbench(text = ''): Promise<void> {
  if (text === '') {
    await browser.tabs.create({ url: '/workbench.html' });
    return;
  }
  const id = crypto.randomUUID();
  await browser.storage.session.set({ [PREFIX + id]: text });
  await browser.tabs.create({ url: `/workbench.html?${PARAMETER}=${id}` });
}

/** The text that the page was opened with; undefined where there was none, or where it has been taken before. */
export async function takeHandedText(address: URL): Promise<string | undefined> {
  const id = address.searchParams.get(PARAMETER);
  if (id === null) return undefined;
  const key = PREFIX + id;
  const { [key]: text } = await browser.storage.session.get(key);
  await browser.storage.session.remove(key);
  return typeof text === 'string' ? text : undefined;
}
