/** The checklist beside the page: of whichever tab is in front in this window. With `?tab=`, of that tab. */
import { browser } from 'wxt/browser';
import { drawTabChecklist } from '../../lib/ui/checklist/tab-checklist.tsx';
import { preparePage } from '../../lib/ui/page.ts';

async function start(): Promise<void> {
  const [settings, { id: windowId }] = await Promise.all([preparePage('name'), browser.windows.getCurrent()]);
  const checklist = drawTabChecklist(document.querySelector('#checklist')!, settings, {});
  const given = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  if (Number.isSafeInteger(given)) {
    checklist.watch(given);
    return;
  }
  browser.tabs.onActivated.addListener((active) => {
    if (active.windowId === windowId) checklist.watch(active.tabId);
  });
  const [tab] = await browser.tabs.query({ active: true, ...(windowId !== undefined && { windowId }) });
  checklist.watch(tab?.id);
}

void start();
