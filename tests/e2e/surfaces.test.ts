/** The surfaces around the checklist: the first page, the panel beside the page, the context menu. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from './harness/accessibility.ts';
import { BROWSERS, type ExtensionBrowser, launchBrowser } from './harness/browsers.ts';
import { startServer, type TestServer } from './harness/server.ts';

const waitForMatched = (list: Page, words: readonly string[]) =>
  list.waitForFunction(
    (expected) =>
      JSON.stringify([...document.querySelectorAll('.sentence mark')].map((mark) => mark.textContent)) === expected,
    { polling: 'mutation' },
    JSON.stringify(words),
  );

describe.each(BROWSERS)('the surfaces in %s', (name) => {
  let server: TestServer;
  let extension: ExtensionBrowser;

  beforeAll(async () => {
    server = await startServer();
    for (const [path, text] of [
      ['/one', '选派帮扶帮扶工作队。'],
      ['/two', '走访走访群众。'],
    ] as const)
      server.serve(path, `<!doctype html><meta charset="utf-8"><textarea autofocus>${text}</textarea>`);
    extension = await launchBrowser(name);
    // The browsers under test speak English; whoever writes Chinese may prefer Chinese all the same.
    const options = await extension.openExtensionPage('options.html');
    await options.locator('select').fill('zh-CN');
    await options.waitForFunction(() => document.title === '清样设置');
    await options.close();
  });
  afterAll(async () => {
    await extension?.close();
    await server?.close();
  });

  const openTab = async (path: string) => {
    const page = await extension.newPage();
    await page.goto(server.origin + path);
    return page;
  };

  it('welcome the writer with a text to play on, in either language', async () => {
    const page = await extension.openExtensionPage('welcome.html');
    await page.locator('.languages ::-p-text(中文)').click();
    await page.waitForFunction(() => document.title === '欢迎使用清样');
    expect(await accessibilityProblems(page)).toEqual([]);
    // The sample is checked as any field is.
    const list = await extension.openExtensionPage('popup.html', page);
    await list.bringToFront();
    await list.waitForFunction(() =>
      ['XX', '帮扶帮扶'].every((words) =>
        [...document.querySelectorAll('.sentence mark')].some(({ textContent }) => textContent === words),
      ),
    );
    await list.close();
    await page.close();
  });

  it('follow the tab that is in front, in the panel', async () => {
    const one = await openTab('/one');
    const panel = await extension.openExtensionPage('sidepanel.html', one);
    await panel.setViewport({ width: 320, height: 700 });
    await panel.bringToFront();
    await waitForMatched(panel, ['帮扶帮扶']);
    expect(await accessibilityProblems(panel)).toEqual([]);
    await panel.locator('.qy-certain').click();
    await one.waitForFunction(() => document.querySelector('textarea')?.value === '选派帮扶工作队。', { polling: 50 });
    await panel.close();
    await one.close();
  });

  // Firefox shows nothing of its sidebar to a test.
  if (name === 'chrome')
    it('open the panel from the popup, and it follows from tab to tab', async () => {
      const one = await openTab('/one');
      const popup = await extension.openExtensionPage('popup.html');
      await popup.locator('.tool[aria-label="在网页旁边打开"]').click();
      const target = await extension.browser.waitForTarget((candidate) => candidate.url().endsWith('/sidepanel.html'));
      const panel = await target.asPage();
      await one.bringToFront();
      await waitForMatched(panel, ['帮扶帮扶']);
      const two = await openTab('/two');
      await waitForMatched(panel, ['走访走访']);
      await two.close();
      await waitForMatched(panel, ['帮扶帮扶']);
      await one.close();
      await panel.close();
    });

  // Firefox has no way to reach its event page from a test.
  if (name === 'chrome')
    it('hand the selected words with their lines to the workbench, and turn a site off, from the menu', async () => {
      server.serve('/words', '<!doctype html><meta charset="utf-8"><p>第一段。</p><p>第二段。</p>');
      const page = await openTab('/words');
      await page.evaluate(() => document.getSelection()!.selectAllChildren(document.body));
      const worker = await (
        await extension.browser.waitForTarget((candidate) => candidate.type() === 'service_worker')
      ).worker();
      /** Chooses the item for the tab in front; answers with what is then handed over, where something is. */
      const choose = (menuItemId: string, pageUrl: string, handsOver: boolean) =>
        worker!.evaluate(
          async (id, url, waits) => {
            type Changed = { addListener(listener: (changes: Record<string, { newValue?: unknown }>) => void): void };
            const { chrome } = globalThis as unknown as {
              chrome: {
                tabs: { query(filter: object): Promise<object[]> };
                contextMenus: { onClicked: { dispatch(click: object, tab: object): void } };
                storage: { session: { onChanged: Changed } };
              };
            };
            const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
            const handed = new Promise((resolve) => {
              chrome.storage.session.onChanged.addListener((changes) => {
                for (const { newValue } of Object.values(changes)) if (newValue !== undefined) resolve(newValue);
              });
            });
            chrome.contextMenus.onClicked.dispatch({ menuItemId: id, pageUrl: url, frameId: 0 }, tab!);
            return waits ? handed : undefined;
          },
          menuItemId,
          pageUrl,
          handsOver,
        );
      expect(await choose('check-selection', page.url(), true)).toBe('第一段。\n\n第二段。');
      await page.bringToFront();
      const list = await extension.openExtensionPage('popup.html', await openTab('/one'));
      await waitForMatched(list, ['帮扶帮扶']);
      await choose('turn-off', `${server.origin}/one`, false);
      await list.waitForFunction(() => document.querySelector('.notice h2')?.textContent === '本站已停用', {
        polling: 'mutation',
      });
    });
});
