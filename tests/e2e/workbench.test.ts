/** Whole files on the workbench: opened, proofread, edited, saved and opened again, in real browsers. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWordFile } from '../../lib/docx/word-file.ts';
import { accessibilityProblems } from './harness/accessibility.ts';
import { BROWSERS, type ExtensionBrowser, launchBrowser } from './harness/browsers.ts';
import { reportFile } from './workbench/report-file.ts';

/** “认真布署工作，走访走访群众。” as old programs on Chinese computers wrote it. */
const GBK = Uint8Array.from([
  ...[0xc8, 0xcf, 0xd5, 0xe6, 0xb2, 0xbc, 0xca, 0xf0, 0xb9, 0xa4, 0xd7, 0xf7, 0xa3, 0xac],
  ...[0xd7, 0xdf, 0xb7, 0xc3, 0xd7, 0xdf, 0xb7, 0xc3, 0xc8, 0xba, 0xd6, 0xda, 0xa1, 0xa3],
]);

/** Runs in the page: whether an edit with those words in it lies in the database of the workbench. */
async function keptEdits(words: string): Promise<boolean> {
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await settled(indexedDB.open('workbench'));
  const kept = await settled(database.transaction('edits').objectStore('edits').getAll());
  database.close();
  return JSON.stringify(kept).includes(words);
}

describe.each(BROWSERS)('the workbench in %s', (name) => {
  let extension: ExtensionBrowser;
  let folder: string;
  let page: Page;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'qingyang-'));
    extension = await launchBrowser(name);
    page = await extension.openExtensionPage('workbench.html');
    await page.evaluate(() => {
      const { browser, chrome } = globalThis as unknown as Record<
        string,
        { storage: { local: { set(items: object): void } } }
      >;
      (browser ?? chrome)!.storage.local.set({ 'settings.general': { version: 3, language: 'zh-CN' } });
    });
    await page.waitForFunction(() => document.documentElement.lang === 'zh-CN');
  });
  afterAll(async () => {
    await extension?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function open(file: string, bytes: Uint8Array): Promise<void> {
    const path = join(folder, file);
    await writeFile(path, bytes);
    const input = (await page.waitForSelector('.chooser')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(path);
  }

  const waitForPaper = (words: string) =>
    page.waitForFunction(
      (expected) => {
        const host = document.querySelector('.paper-place:not([hidden]) .paper');
        const lines = host?.shadowRoot?.querySelectorAll('.cm-line') ?? [];
        return [...lines].some(({ textContent }) => textContent?.includes(expected));
      },
      { polling: 100 },
      words,
    );
  const waitForText = (selector: string, words: string) =>
    page.waitForFunction(
      (where, expected) => document.querySelector(where)?.textContent?.includes(expected),
      { polling: 100 },
      selector,
      words,
    );
  const waitForRow = (words: string, isThere = true) =>
    page.waitForFunction(
      (expected, wanted) =>
        [...document.querySelectorAll('.sentence mark')].some(({ textContent }) => textContent === expected) === wanted,
      { polling: 100 },
      words,
      isThere,
    );
  const row = (words: string) => page.locator(`.row-main ::-p-text(${words})`);

  /** Puppeteer's own `reload` waits for events that Firefox does not send of such pages. */
  async function reload(): Promise<void> {
    await page.evaluate(() => {
      document.body.dataset.old = '';
      location.reload();
    });
    await page.waitForFunction(() => document.body?.dataset.old === undefined && document.querySelector('.workbench'), {
      polling: 100,
    });
  }

  /** Puts the caret behind words on the paper. */
  async function clickBehind(words: string): Promise<void> {
    const place = await page.evaluate((wanted) => {
      const root = document.querySelector('.paper-place:not([hidden]) .paper')!.shadowRoot!;
      const walker = document.createTreeWalker(root.querySelector('.cm-content')!, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent!.indexOf(wanted);
        if (at === -1) continue;
        const range = document.createRange();
        range.setStart(node, at + wanted.length - 1);
        range.setEnd(node, at + wanted.length);
        const { right, top, height } = range.getBoundingClientRect();
        return { x: right - 1, y: top + height / 2 };
      }
      return undefined;
    }, words);
    await page.mouse.click(place!.x, place!.y);
  }

  /** The file that the page hands to the browser when it saves. */
  async function save(mode: string): Promise<Uint8Array> {
    await page.evaluate(() => {
      const create = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (blob: Blob) => {
        URL.createObjectURL = create;
        void blob.arrayBuffer().then((buffer) => {
          document.body.dataset.saved = JSON.stringify([...new Uint8Array(buffer)]);
        });
        return create(blob);
      };
    });
    await page.locator('.bar .primary').click();
    await page.waitForSelector('dialog.save');
    if (mode !== '') await page.locator(`dialog.save input[value=${mode}]`).click();
    await page.locator('dialog.save .primary').click();
    const saved = await page.waitForFunction(() => document.body.dataset.saved);
    const bytes = Uint8Array.from(JSON.parse((await saved.jsonValue()) as string) as number[]);
    await page.evaluate(() => delete document.body.dataset.saved);
    return bytes;
  }

  it('says of a file that cannot be read why, and what to do', async () => {
    await open('扫描件.pdf', new TextEncoder().encode('%PDF-1.7'));
    await waitForText('.failures', 'PDF 读不了');
    await page.locator('.failures .qy-quiet').click();
  });

  it('opens a Word file with its numbers, tables, notes and revisions', async () => {
    await open('总结.docx', await reportFile());
    await waitForPaper('（一）抓产业');
    await waitForPaper('白露村');
    await waitForText('.file-notices', '2 处别人的修订');
    await waitForRow('布署');
    await waitForPaper('统计站');
  });

  it('fixes, ignores and takes back from the list', async () => {
    await row('布署').click();
    await page.keyboard.press('Enter');
    await waitForPaper('工作部署');
    await waitForRow('布署', false);
    await page.locator('.undo-bar button').click();
    await waitForRow('布署');
    await row('布署').click();
    await page.keyboard.press('Enter');
    await waitForPaper('工作部署');
    await row('走访走访').click();
    await page.keyboard.press('Delete');
    await waitForRow('走访走访', false);
  });

  it('shows the card where the caret is, and fixes from it by the keyboard', async () => {
    await clickBehind('全年选派');
    await page.keyboard.down('Alt');
    await page.keyboard.press('Period');
    await page.keyboard.up('Alt');
    await page.waitForFunction(() => document.activeElement?.closest('.qy-card'), { polling: 100 });
    await page.keyboard.press('Enter');
    await waitForPaper('选派帮扶工作队');
  });

  it('takes what is written within a paragraph, and says why it takes no more', async () => {
    await clickBehind('白露村');
    await page.keyboard.type('等村');
    await waitForPaper('白露村等村');
    await page.keyboard.press('Enter');
    await waitForText('.remark-line', '段落不能在这里拆开或合并');
    await waitForPaper('白露村等村');
  });

  it('has everything again after a reload', async () => {
    await page.waitForFunction(keptEdits, { polling: 100 }, '等村');
    await reload();
    await waitForPaper('白露村等村');
    await waitForPaper('工作部署');
    await waitForRow('帮扶帮扶', false);
    await waitForRow('走访走访', false);
  });

  it('writes a copy with tracked changes, which opens again with them', async () => {
    const bytes = await save('tracked');
    const { text, revisions } = openWordFile(bytes);
    expect(text).toContain('工作部署，较好');
    expect(text).toContain('选派帮扶工作队');
    expect(text).toContain('白露村等村');
    expect(revisions.filter(({ author }) => author === '清样').map((revision) => revision.text)).toEqual(
      expect.arrayContaining(['布', '部', '等村']),
    );
    expect(revisions.some(({ author }) => author === '方明远')).toBe(true);
    await waitForText('.remark-line', '总结（清样修订）.docx');
    await open('总结（清样修订）.docx', bytes);
    await waitForText('.tab.active', '清样修订');
    // What is deleted is shown, struck out, until somebody agrees.
    await waitForPaper('工作布部署');
  });

  it('reads an old text and writes it in UTF-8', async () => {
    await open('旧稿.txt', GBK);
    await waitForPaper('认真布署工作');
    await waitForRow('布署');
    await row('布署').click();
    await page.keyboard.press('Enter');
    await waitForPaper('认真部署工作');
    expect(new TextDecoder().decode(await save(''))).toBe('认真部署工作，走访走访群众。');
  });

  it.each(['light', 'dark'])('is accessible in %s colours', async (scheme) => {
    // Firefox cannot be asked for a colour scheme through WebDriver; there the system's is tested twice.
    if (name === 'chrome') await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('forgets what is closed', async () => {
    page.on('dialog', (dialog) => void dialog.accept());
    for (let left = 3; left > 0; left--) {
      await page.locator('.tab.active .tab-close').click();
      await page.waitForFunction(
        (count) => document.querySelectorAll('.tab').length === count,
        { polling: 100 },
        left - 1,
      );
    }
    await reload();
    await page.waitForSelector('.start');
  });
});
