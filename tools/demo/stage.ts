/** The demo on its stage: a page whose editors hold a faulty report, read in a real browser. For `npm start` and the screenshots. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import type { Locale } from '../../lib/settings/locale.ts';
import { DEFAULT_SETTINGS, serializeSettings } from '../../lib/settings/settings.ts';
import { EXTENSION_PATHS } from '../../tests/e2e/build-extension.ts';
import type { ExtensionBrowser } from '../../tests/e2e/harness/browsers.ts';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8').trimEnd();
const escapeHtml = (text: string) => text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);

/** The faulty report. */
export const REPORT = read('report.txt');

/** HTML of the page. */
export function demoPage(): string {
  const paragraphs = REPORT.split('\n').map((line) => `<p>${escapeHtml(line) || '<br>'}</p>`);
  return read('page.html')
    .replace('<!-- report -->', paragraphs.join(''))
    .replace('<!-- note -->', escapeHtml(read('note.txt')));
}

/** Lets the extension speak a language, whatever the browser speaks. */
export async function speak(extension: ExtensionBrowser, language: Locale): Promise<void> {
  const page = await extension.openExtensionPage('options.html');
  const general = serializeSettings({ ...DEFAULT_SETTINGS, language }).general;
  await page.evaluate(
    (stored) => {
      type Storage = { storage: { local: { set(values: object): Promise<void> } } };
      const { browser, chrome } = globalThis as unknown as { browser?: Storage; chrome: Storage };
      return (browser ?? chrome).storage.local.set(stored);
    },
    { 'settings.general': general },
  );
  await page.close();
}

/** Opens the page with the caret in the report, and waits until all of its issues are marked. */
export async function openDemo(extension: ExtensionBrowser, url: string): Promise<Page> {
  const page = await extension.newPage();
  await page.goto(url);
  await page.click('#report p');
  // Doublings are the language model's to find: when one is marked, the model has loaded.
  await page.waitForFunction(() =>
    [...CSS.highlights].some(
      ([key, ranges]) => key.startsWith('qingyang-') && [...ranges].some((range) => String(range) === '还还'),
    ),
  );
  return page;
}

/** The list of the page's issues. */
export async function openList(extension: ExtensionBrowser, page: Page): Promise<Page> {
  const list = await extension.openExtensionPage('popup.html', page);
  await list.waitForSelector('[data-issue]');
  return list;
}

/** Opens the card of the issue at the caret, or of the next one, by its key. */
export async function openCard(page: Page): Promise<void> {
  await page.bringToFront();
  await page.focus('#report');
  await page.keyboard.down('Alt');
  await page.keyboard.press('Period');
  await page.keyboard.up('Alt');
  await page.waitForSelector('qingyang-card');
}

/** Whether the extension has that page, such as 'welcome.html'. */
export const hasPage = ({ name }: ExtensionBrowser, path: string): boolean =>
  readdirSync(EXTENSION_PATHS[name]).includes(path);
