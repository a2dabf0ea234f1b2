/** The settings page as a writer uses it, and what its settings do to a page that is open beside it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import repetition from '../../rules/repetition/index.ts';
import { accessibilityProblems } from './harness/accessibility.ts';
import { BROWSERS, type ExtensionBrowser, launchBrowser } from './harness/browsers.ts';
import { startServer, type TestServer } from './harness/server.ts';

const TEXT = '今年选派帮扶帮扶工作队，走访走访群众。';

const waitForRows = (popup: Page, words: readonly string[]) =>
  popup.waitForFunction(
    (expected) =>
      JSON.stringify([...document.querySelectorAll('.sentence mark')].map((mark) => mark.textContent)) === expected,
    { polling: 'mutation' },
    JSON.stringify(words),
  );

const waitForText = (page: Page, selector: string, text: string) =>
  page.waitForFunction(
    (where, expected) => document.querySelector(where)?.textContent?.includes(expected),
    { polling: 'mutation' },
    selector,
    text,
  );

describe.each(BROWSERS)('the settings in %s', (name) => {
  let server: TestServer;
  let extension: ExtensionBrowser;
  let folder: string;
  let options: Page;
  let popup: Page;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'qingyang-'));
    server = await startServer();
    server.serve('/settings', `<!doctype html><meta charset="utf-8"><textarea autofocus>${TEXT}</textarea>`);
    extension = await launchBrowser(name);
    const page = await extension.newPage();
    await page.goto(`${server.origin}/settings`);
    popup = await extension.openExtensionPage('popup.html', page);
    options = await extension.openExtensionPage('options.html');
    await importFile({ version: 1, language: 'zh-CN' });
    await waitForText(options, 'h1', '清样设置');
  });
  afterAll(async () => {
    await extension?.close();
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    await options.bringToFront();
    await importFile({ version: 1, language: 'zh-CN' });
    await waitForRows(popup, ['帮扶帮扶', '走访走访']);
  });

  async function importFile(content: unknown): Promise<void> {
    const path = join(folder, 'settings.json');
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
    const input = (await options.waitForSelector('input[type=file]')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(path);
  }

  it('turn a rule off and on', async () => {
    const group = 'details[data-category=repetition]';
    await options.locator(`${group} summary`).click();
    const rule = await options.waitForSelector(`${group} ::-p-text(重复的词)`);
    await rule!.click();
    await waitForRows(popup, []);
    await waitForText(options, `${group} summary`, `开 ${repetition.length - 1} 条，共 ${repetition.length} 条`);
    await rule!.click();
    await waitForRows(popup, ['帮扶帮扶', '走访走访']);
  });

  it('keep the writer’s own words', async () => {
    await options.type('textarea', '帮扶帮扶\n');
    await waitForRows(popup, ['走访走访']);
    await waitForText(options, 'section:has(textarea)', '已记下 1 个');
  });

  it('list the sites that are off and turn them on again', async () => {
    const host = new URL(server.origin).host;
    await importFile({ version: 1, language: 'zh-CN', disabledHosts: [host] });
    await waitForText(options, 'ul.panel', host);
    await waitForText(popup, '.notice', '本站已停用');
    await options.locator('ul.panel .plain').click();
    await waitForRows(popup, ['帮扶帮扶', '走访走访']);
  });

  it('show ignored issues again', async () => {
    await popup.bringToFront();
    await popup.locator('.row:first-child .row-main').click();
    await popup.locator('.row:first-child .qy-quiet').click();
    await waitForRows(popup, ['走访走访']);
    await options.bringToFront();
    // It can be told what it was, and where.
    await waitForText(options, '[aria-labelledby=ignored] li', '帮扶帮扶');
    await waitForText(options, '[aria-labelledby=ignored] li', new URL(server.origin).host);
    expect(await accessibilityProblems(options)).toEqual([]);
    await options.locator('[aria-labelledby=ignored] li .plain').click();
    await waitForRows(popup, ['帮扶帮扶', '走访走访']);
  });

  it('say how the card is used by keyboard', () => waitForText(options, '[aria-labelledby=general]', 'Alt+.'));

  it('refuse a file that holds no settings', async () => {
    await importFile('{"name": "other"}');
    await waitForText(options, '[aria-labelledby=backup]', '这不是清样的设置文件');
    await waitForRows(popup, ['帮扶帮扶', '走访走访']);
  });

  it('are written to a file that can be read again', async () => {
    await options.evaluate(() => {
      const create = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (blob: Blob) => {
        void blob.text().then((text) => {
          document.body.dataset.exported = text;
        });
        return create(blob);
      };
    });
    await options.locator('[aria-labelledby=backup] button').click();
    const exported = await options.waitForFunction(() => document.body.dataset.exported);
    expect(JSON.parse((await exported.jsonValue()) ?? '')).toMatchObject({
      format: 'qingyang-settings',
      general: { version: 3, language: 'zh-CN' },
      words: { version: 3, ownWords: [] },
    });
  });

  it('speak the chosen language everywhere at once', async () => {
    await options.locator('select').fill('en');
    await waitForText(options, 'h1', 'Qingyang settings');
    await waitForText(popup, '.row-message', 'twice in a row');
    // Quotation marks are as wide as the script asks that they stand in.
    const fontOf = (selector: string) => popup.$eval(selector, (words) => getComputedStyle(words).fontFamily);
    expect(await fontOf('.row-message')).toMatch(/^"?SF Pro Text/);
    expect(await fontOf('.sentence')).toMatch(/^"?PingFang SC/);
  });

  it.each(['light', 'dark'])('are accessible in %s colours', async (scheme) => {
    // Firefox cannot be asked for a colour scheme through WebDriver; there the system's is tested twice.
    if (name === 'chrome') await options.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await options.$$eval('details', (groups) => {
      for (const group of groups) {
        group.removeAttribute('name');
        group.open = true;
      }
    });
    expect(await accessibilityProblems(options)).toEqual([]);
  });
});
