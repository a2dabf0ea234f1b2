/** A checklist without a face: a page of the extension that watches another as the popup does. */
import type { Page } from 'puppeteer-core';
import type { ChecklistIssue } from '../../../lib/protocol/messages.ts';
import type { ExtensionBrowser } from './browsers.ts';

/** As much of the checklist's state as tests ask for. */
export interface WatchedState {
  readonly status: string;
  readonly length?: number;
  readonly issues?: readonly ChecklistIssue[];
}

interface Port {
  postMessage(message: object): void;
  onMessage: { addListener(listener: (state: WatchedState) => void): void };
}
type Api = { runtime: { connect(info: { name: string }): Port } };
/** What the watching page keeps. */
type Watcher = { browser?: Api; chrome: Api; port: Port; state: WatchedState };

export interface WatchedChecklist {
  /** Resolves with the first state that is so. */
  until(holds: (state: WatchedState) => boolean): Promise<WatchedState>;
  send(message: object): Promise<void>;
  close(): Promise<void>;
}

/** Opens the connection that the popup has, for the tab of `page`, which stays in front. */
export async function watchChecklist(browser: ExtensionBrowser, page: Page): Promise<WatchedChecklist> {
  const watcher = await browser.openExtensionPage('popup.html', page);
  await watcher.evaluate(() => {
    const own = globalThis as unknown as Watcher;
    own.port = (own.browser ?? own.chrome).runtime.connect({ name: 'checklist' });
    own.port.onMessage.addListener((state) => {
      own.state = state;
    });
    own.port.postMessage({ type: 'watch', tab: Number(new URLSearchParams(location.search).get('tab')) });
  });
  await page.bringToFront();
  return {
    async until(holds) {
      const deadline = Date.now() + 20_000;
      for (;;) {
        const state = await watcher.evaluate(() => (globalThis as unknown as Watcher).state);
        if (state && holds(state)) return state;
        if (Date.now() > deadline)
          throw new Error(`the checklist came to ${state?.status}, ${state?.issues?.length} issues`);
        await page.evaluate(() => new Promise(requestAnimationFrame));
      }
    },
    send: (message) =>
      watcher.evaluate((message) => (globalThis as unknown as Watcher).port.postMessage(message), message),
    close: () => watcher.close(),
  };
}
