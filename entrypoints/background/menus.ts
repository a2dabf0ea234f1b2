/** What the extension offers in the context menus of pages and of its toolbar button. */
import { type Browser, browser } from 'wxt/browser';
import { SELECTION_REQUEST } from '../../lib/protocol/messages.ts';
import { openSidePanel } from '../../lib/ui/side-panel.ts';
import { type TextKey, text } from '../../lib/ui/text.ts';
import { openWorkbench } from '../../lib/workbench/open.ts';

type Click = Browser.contextMenus.OnClickData;

interface MenuItem {
  readonly title: TextKey;
  readonly contexts: [`${Browser.contextMenus.ContextType}`, ...`${Browser.contextMenus.ContextType}`[]];
  /** Runs in answer to the click: a panel is opened before anything is waited for. */
  clicked(click: Click, tab: Browser.tabs.Tab): void;
}

export interface MenuEvents {
  turnOff(host: string): void;
  pause(): void;
}

/** The selected words with their line breaks, which the menu's own event has lost; those where no frame of ours answers. */
async function selectionOf({ frameId = 0, selectionText = '' }: Click, tabId: number): Promise<string> {
  const answer: unknown = await browser.tabs
    .sendMessage(tabId, { type: SELECTION_REQUEST }, { frameId })
    .catch(() => undefined);
  return typeof answer === 'string' && answer !== '' ? answer : selectionText;
}

const items = ({ turnOff, pause }: MenuEvents): Readonly<Record<string, MenuItem>> => ({
  'check-selection': {
    title: 'menuCheckSelection',
    contexts: ['selection'],
    clicked: (click, { id }) => {
      if (id !== undefined) void selectionOf(click, id).then(openWorkbench);
    },
  },
  'check-field': {
    title: 'menuCheckField',
    contexts: ['editable'],
    clicked: (_, { windowId }) => void openSidePanel({ windowId }),
  },
  'turn-off': {
    title: 'turnOffHere',
    contexts: ['editable'],
    clicked: ({ pageUrl = '' }) => {
      if (URL.canParse(pageUrl)) turnOff(new URL(pageUrl).host);
    },
  },
  pause: { title: 'pause', contexts: ['action'], clicked: pause },
  workbench: { title: 'openWorkbench', contexts: ['action'], clicked: () => void openWorkbench() },
});

let made: Promise<void> = Promise.resolve();

/** Makes the menus anew. Browsers keep them: this is for installation, updates and another language. */
export function makeMenus(events: MenuEvents): Promise<void> {
  // One after the other: menus that are made twice at once are refused.
  made = made.then(async () => {
    await browser.contextMenus?.removeAll();
    for (const [id, { title, contexts }] of Object.entries(items(events)))
      browser.contextMenus?.create({ id, title: text(title), contexts });
  });
  return made;
}

/** Answers the menus from now on. Browsers of telephones have none. */
export function answerMenus(events: MenuEvents): void {
  const known = items(events);
  browser.contextMenus?.onClicked.addListener((click, tab) => {
    if (tab) known[click.menuItemId]?.clicked(click, tab);
  });
}
