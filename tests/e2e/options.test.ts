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

  async function readFile(selector: string, path: string): Promise<void> {
    const input = (await options.waitForSelector(selector)) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(path);
  }

  async function importFile(content: unknown): Promise<void> {
    const path = join(folder, 'settings.json');
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
    await readFile('[aria-labelledby=backup] input[type=file]', path);
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

  it('take words from a file in GBK, beside those that there are, and tell what they refuse', async () => {
    // What was typed before is shown until the field is left.
    await options.focus('select');
    await options.waitForFunction(() => document.querySelector('textarea')?.value === '');
    await options.type('textarea', '青石镇\n');
    await waitForText(options, '[aria-labelledby=own-words]', '已记下 1 个');
    const path = join(folder, 'words.txt');
    // “帮扶帮扶”, “青石镇”, “的”
    await writeFile(path, Buffer.from('b0efb7f6b0efb7f60d0ac7e0caafd5f20d0ab5c40d0a', 'hex'));
    await readFile('[aria-labelledby=own-words] input[type=file]', path);
    await waitForText(options, '[aria-labelledby=own-words] .panel', '读到 1 个新词，另有 1 个已经有了');
    await waitForText(options, '.refusal', '有 1 行没有收：“的”');
    expect(await accessibilityProblems(options)).toEqual([]);
    await options.locator('[aria-labelledby=own-words] .primary').click();
    await waitForRows(popup, ['走访走访']);
    expect(await options.$eval('textarea', ({ value }) => value)).toBe('青石镇\n帮扶帮扶');
  });

  it('find a rule by its words, and put all rules back', async () => {
    await options.type('.rule-search', '重复的词');
    await options.waitForFunction(() => document.querySelectorAll('details.rules').length === 1);
    await options.locator('[data-rule="repetition/doubled-word"]').click();
    await waitForRows(popup, []);
    await options.locator('::-p-text(规则恢复默认)').click();
    await waitForRows(popup, ['帮扶帮扶', '走访走访']);
    await options.$eval('input.rule-search', (search) => {
      search.value = '';
      search.dispatchEvent(new Event('input', { bubbles: true }));
    });
    // The card leads to its rule.
    await options.evaluate(() => {
      location.hash = '#rule=typo/confusion';
    });
    await options.waitForFunction(() => document.activeElement?.getAttribute('data-rule') === 'typo/confusion');
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
