/** The checklist in the toolbar's popup, and, with `?tab=`, in a window of its own. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import type { ChecklistState } from '../../lib/protocol/messages.ts';
import { updateSettings, watchSettings } from '../../lib/settings/store.ts';
import type { ChecklistActions } from '../../lib/ui/checklist/actions.ts';
import { Checklist } from '../../lib/ui/checklist/checklist.tsx';
import { watchTab } from '../../lib/ui/checklist/port.ts';
import { applyLocale } from '../../lib/ui/locale.ts';
import { preparePage } from '../../lib/ui/page.ts';

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
  const [{ listOrder: order }, tab] = await Promise.all([preparePage('name'), activeTab()]);
  document.body.classList.toggle('detached', isDetached);
  const root = document.querySelector('#checklist')!;
  let state: ChecklistState = tab === undefined ? { status: 'unsupported' } : { status: 'loading', host: '' };
  const draw = () => render(<Checklist state={state} actions={actions} order={order} />, root);
  const show = (next: ChecklistState) => {
    // The background knows a tab without frames as one that cannot be checked.
    if (state.status === 'closed') return;
    state = next;
    draw();
  };
  const send = tab === undefined ? () => {} : watchTab(tab, show);
  const actions: ChecklistActions = {
    reveal: (range) => send({ type: 'reveal', range }),
    fix: ({ key, range }, suggestion) =>
      send({ type: 'fix', key, start: range[0], ...(suggestion !== undefined && { suggestion }) }),
    fixChosen: (choices) => send({ type: 'fix-chosen', choices }),
    undoFix: () => send({ type: 'undo' }),
    silence: (ruleId, words, silenced) => send({ type: 'silence', ruleId, words, silenced }),
    setRule: (ruleId, on) => send({ type: 'rule', ruleId, on }),
    setOrder: (listOrder) => void updateSettings(() => ({ listOrder })),
    ignore: ({ places }) => send({ type: 'ignore', keys: places.map(({ key }) => key), ignored: true }),
    stopIgnoring: ({ places }) => send({ type: 'ignore', keys: places.map(({ key }) => key), ignored: false }),
    addWord: (word) => send({ type: 'word', word, own: true }),
    removeWord: (word) => send({ type: 'word', word, own: false }),
    setSite: (enabled) => send({ type: 'site', enabled }),
    openSettings: () => void browser.runtime.openOptionsPage(),
    ...(tab !== undefined && !isDetached && { detach: () => void detach(tab) }),
  };
  draw();
  browser.tabs.onRemoved.addListener((removed) => {
    if (isDetached && removed === ownTab) show({ status: 'closed' });
  });
  watchSettings(
    (settings) => {
      applyLocale(settings);
      draw();
    },
    undefined,
    ['general'],
  );
}

void start();
