/** The checklist in the toolbar's popup, and, with `?tab=`, in a window of its own. */
import { browser } from 'wxt/browser';
import { drawTabChecklist } from '../../lib/ui/checklist/tab-checklist.tsx';
import { preparePage } from '../../lib/ui/page.ts';
import { hasSidePanel, openSidePanel } from '../../lib/ui/side-panel.ts';

/** The tab that a checklist in its own window belongs to. */
const ownTab = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
const isDetached = Number.isSafeInteger(ownTab);
const DETACHED_SIZE = { width: 420, height: 720 };

async function activeTab(): Promise<number | undefined> {
  if (isDetached) return ownTab;
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

/** Opens the checklist in a window of its own, at the right edge of the present one. */
async function detach(tab: number): Promise<void> {
  const { left, top, width } = await browser.windows.getCurrent();
  await browser.windows.create({
    type: 'popup',
    url: `/popup.html?tab=${tab}`,
    ...DETACHED_SIZE,
    ...(left !== undefined && width !== undefined && { left: Math.max(0, left + width - DETACHED_SIZE.width) }),
    ...(top !== undefined && { top: Math.max(0, top) }),
  });
  window.close();
}

async function start(): Promise<void> {
  document.body.classList.toggle('detached', isDetached);
  const [settings, tab, ownWindow] = await Promise.all([
    preparePage('name'),
    activeTab(),
    browser.windows.getCurrent(),
  ]);
  const canLeave = tab !== undefined && !isDetached;
  const checklist = drawTabChecklist(document.querySelector('#checklist')!, settings, {
    ...(canLeave && { detach: () => void detach(tab) }),
    ...(canLeave &&
      ownWindow.id !== undefined &&
      hasSidePanel() && {
        openPanel: () => void openSidePanel({ windowId: ownWindow.id! }).then(() => window.close()),
      }),
  });
  checklist.watch(tab);
  browser.tabs.onRemoved.addListener((removed) => {
    if (isDetached && removed === ownTab) checklist.close();
  });
}

void start();
