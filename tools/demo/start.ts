/**
 * `npm start`: builds the extension, serves a page whose editors hold a faulty report, opens it in a browser with the
 * extension in it and prints the checklist. With a display the browser stays open; without one it leaves screenshots.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { fillIn } from '../../lib/engine/issue.ts';
import { buildExtension, ROOT } from '../../tests/e2e/build-extension.ts';
import { BROWSERS, type BrowserName, type ExtensionBrowser, launchBrowser } from '../../tests/e2e/harness/browsers.ts';
import { startServer } from '../../tests/e2e/harness/server.ts';
import words from './zh-CN.json' with { type: 'json' };

const PICTURES = join(ROOT, '.output', 'demo');
const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8').trimEnd();
const escapeHtml = (text: string) => text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
const say = (template: string, data: Record<string, string | number> = {}) =>
  process.stdout.write(`${fillIn(template, data)}\n`);

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

function demoPage(): string {
  const paragraphs = read('report.txt')
    .split('\n')
    .map((line) => `<p>${escapeHtml(line) || '<br>'}</p>`);
  return read('page.html')
    .replace('<!-- report -->', paragraphs.join(''))
    .replace('<!-- note -->', escapeHtml(read('note.txt')));
}

async function photograph(page: Page, name: string): Promise<void> {
  const path = join(PICTURES, `${name}.png`) as `${string}.png`;
  await page.screenshot({ path, fullPage: name !== 'card' });
  say(words.picture, { path });
}

/** Prints what the popup shows, group by group. */
async function printChecklist(popup: Page): Promise<void> {
  // Doublings are the language model's to find: when one is listed, the model has loaded.
  await popup.waitForFunction(() =>
    [...document.querySelectorAll('mark')].some(({ textContent }) => textContent === '还还'),
  );
  const groups = await popup.$$eval('section.group', (sections) =>
    sections.map((section) => ({
      title: section.querySelector('h2')?.textContent ?? '',
      rows: [...section.querySelectorAll('[data-issue]')].map((row) => ({
        sentence: row.querySelector('.sentence')?.textContent ?? '',
        message: row.querySelector('.row-message')?.textContent ?? '',
      })),
    })),
  );
  for (const { title, rows } of groups) {
    say(`\n${title}`);
    for (const { sentence, message } of rows) say(`  ${message}\n      ${sentence}`);
  }
  say('');
}

/** Rests the pointer on the first misspelling, as a reader would. */
async function openCard(page: Page): Promise<void> {
  await page.bringToFront();
  const { x, y } = await page.evaluate(() => {
    const [range] = CSS.highlights.get('qingyang-error-light')!;
    const box = (range as Range).getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  });
  await page.mouse.move(x, y, { steps: 5 });
  await page.waitForSelector('qingyang-card');
}

async function show({ browser, ...extension }: ExtensionBrowser, url: string): Promise<void> {
  const page = await extension.newPage();
  await page.goto(url);
  await page.click('#report p');
  await page.waitForFunction(() => [...CSS.highlights.keys()].some((key) => key.startsWith('qingyang-')));
  const popup = await extension.openExtensionPage('popup.html', page);
  await printChecklist(popup);
  if (hasDisplay) {
    say(words.open, { url });
    await new Promise((resolve) => browser.once('disconnected', resolve));
    return;
  }
  await photograph(page, 'page');
  await openCard(page);
  await photograph(page, 'card');
  await popup.setViewport({ width: 400, height: 600 });
  await photograph(popup, 'popup');
}

const name: BrowserName = BROWSERS.find((candidate) => candidate === process.argv[2]) ?? 'chrome';
mkdirSync(PICTURES, { recursive: true });
buildExtension();
const server = await startServer();
server.serve('/', demoPage());
const extension = await launchBrowser(name, { headless: !hasDisplay });
try {
  await show(extension, `${server.origin}/`);
} finally {
  await extension.close();
  await server.close();
}
