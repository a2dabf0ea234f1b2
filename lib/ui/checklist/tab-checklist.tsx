/** The checklist of a tab on a page of the extension: popup, window of its own, side panel. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import type { ChecklistMessage, ChecklistState } from '../../protocol/messages.ts';
import type { GeneralSettings } from '../../settings/settings.ts';
import { updateSettings, watchSettings } from '../../settings/store.ts';
import { openWorkbench } from '../../workbench/open.ts';
import { applyLocale } from '../locale.ts';
import type { ChecklistActions } from './actions.ts';
import { Checklist } from './checklist.tsx';
import { openChecklistPort } from './port.ts';

/** What the page itself can do. */
export type Offers = Pick<ChecklistActions, 'openPanel' | 'detach'>;

export interface TabChecklist {
  /** Shows the tab; undefined stands for one that cannot be checked. */
  watch(tab: number | undefined): void;
  /** The tab is no longer there. */
  close(): void;
}

const actionsFor = (send: (message: ChecklistMessage) => void): ChecklistActions => ({
  reveal: (range) => send({ type: 'reveal', range }),
  fix: ({ key, range }, suggestion) =>
    send({ type: 'fix', key, start: range[0], ...(suggestion !== undefined && { suggestion }) }),
  fixChosen: (choices) => send({ type: 'fix-chosen', choices }),
  undoFix: () => send({ type: 'undo' }),
  ignore: ({ places }) => send({ type: 'ignore', keys: places.map(({ key }) => key), ignored: true }),
  stopIgnoring: ({ places }) => send({ type: 'ignore', keys: places.map(({ key }) => key), ignored: false }),
  silence: (ruleId, words, silenced) => send({ type: 'silence', ruleId, words, silenced }),
  setRule: (ruleId, on) => send({ type: 'rule', ruleId, on }),
  addWord: (word) => send({ type: 'word', word, own: true }),
  removeWord: (word) => send({ type: 'word', word, own: false }),
  setOrder: (listOrder) => void updateSettings(() => ({ listOrder })),
  setSite: (enabled) => send({ type: 'site', enabled }),
  openSettings: () => void browser.runtime.openOptionsPage(),
  openWorkbench: () => void openWorkbench(),
  dismissNews: () => void updateSettings(() => ({ news: '' })),
});

/** Draws the checklist into the element, and draws it anew with every change of the text or of the settings. */
export function drawTabChecklist(root: Element, settings: GeneralSettings, offers: Offers): TabChecklist {
  let { listOrder, news } = settings;
  let tab: number | undefined;
  let state: ChecklistState = { status: 'loading', host: '' };
  const port = openChecklistPort((next) => {
    // The background knows a tab without frames as one that cannot be checked.
    if (tab === undefined || state.status === 'closed') return;
    show(next);
  });
  const actions = { ...actionsFor((message) => tab !== undefined && port.send(message)), ...offers };
  const version = browser.runtime.getManifest().version;
  const draw = () =>
    // Each tab has a list of its own, with its own filter and its own undo.
    render(<Checklist key={tab} state={state} actions={actions} order={listOrder} isNew={news === version} />, root);
  const show = (next: ChecklistState) => {
    state = next;
    draw();
  };
  watchSettings(
    (present) => {
      ({ listOrder, news } = present);
      applyLocale(present);
      draw();
    },
    undefined,
    ['general'],
  );
  return {
    watch(next) {
      tab = next;
      if (next !== undefined) port.watch(next);
      show(next === undefined ? { status: 'unsupported' } : { status: 'loading', host: '' });
    },
    close: () => show({ status: 'closed' }),
  };
}
