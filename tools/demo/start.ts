/**
 * `npm start`: builds the extension, serves a page whose editors hold a faulty report, opens it in a browser with the
 * extension in it and prints what is found. With a display the browser stays open; without one it leaves screenshots.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { fillIn } from '../../lib/engine/issue.ts';
import { buildExtension, ROOT } from '../../tests/e2e/build-extension.ts';
import { BROWSERS, type BrowserName, type ExtensionBrowser, launchBrowser } from '../../tests/e2e/harness/browsers.ts';
import { startServer } from '../../tests/e2e/harness/server.ts';
import { nodeChecker } from '../check/node-checker.ts';
import { toPretty } from '../check/pretty.ts';
import checkWords from '../check/zh-CN.json' with { type: 'json' };
import { demoPage, hasPage, openCard, openDemo, openList, REPORT, speak } from './stage.ts';
import words from './zh-CN.json' with { type: 'json' };

const PICTURES = join(ROOT, '.output', 'demo');
/** Pages of the extension that a newcomer should see beside the demo. */
const FIRST_PAGES = ['welcome', 'workbench'];

const say = (template: string, data: Record<string, string | number> = {}) =>
  process.stdout.write(`${fillIn(template, data)}\n`);

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

async function photograph(page: Page, name: string): Promise<void> {
  const path = join(PICTURES, `${name}.png`) as `${string}.png`;
  await page.screenshot({ path, fullPage: name === 'page' });
  say(words.picture, { path });
}

/** What the command line says of the report: the same engine. */
async function printIssues(): Promise<void> {
  const checker = await nodeChecker('zh-CN');
  const result = { filePath: words.report, text: REPORT, documentType: null, issues: checker.check(REPORT) };
  say(`\n${toPretty([result], checkWords, process.stdout.isTTY === true)}`);
}

async function show(extension: ExtensionBrowser, url: string): Promise<void> {
  await speak(extension, 'zh-CN');
  const page = await openDemo(extension, url);
  const others = FIRST_PAGES.filter((name) => hasPage(extension, `${name}.html`));
  if (hasDisplay) {
    for (const name of others) await extension.openExtensionPage(`${name}.html`);
    await page.bringToFront();
    say(words.open, { url });
    await new Promise((resolve) => extension.browser.once('disconnected', resolve));
    return;
  }
  await photograph(page, 'page');
  await openCard(page);
  await photograph(page, 'card');
  const list = await openList(extension, page);
  await list.setViewport({ width: 400, height: 600 });
  await photograph(list, 'list');
  for (const name of others) await photograph(await extension.openExtensionPage(`${name}.html`), name);
}

const name: BrowserName = BROWSERS.find((candidate) => candidate === process.argv[2]) ?? 'chrome';
mkdirSync(PICTURES, { recursive: true });
say(words.building);
buildExtension();
await printIssues();
const server = await startServer();
server.serve('/', demoPage());
const extension = await launchBrowser(name, { headless: !hasDisplay });
try {
  await show(extension, `${server.origin}/`);
} finally {
  await extension.close();
  await server.close();
}
