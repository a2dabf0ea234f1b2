/**
 * `npm run screenshots`: pictures of every surface for the README and the stores, in docs/screenshots (Chinese) and
 * docs/screenshots/en, 1280×800 as the stores ask for; the list as wide as the browser shows it.
 */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describeDocument } from '../../lib/kinds/kind.ts';
import { nameDocument } from '../../lib/kinds/names.ts';
import { recordToHtml } from '../../lib/report/html.ts';
import { inContext, makeRecord } from '../../lib/report/record.ts';
import { LOCALES, type Locale } from '../../lib/settings/locale.ts';
import { buildExtension, ROOT } from '../../tests/e2e/build-extension.ts';
import { type ExtensionBrowser, launchBrowser } from '../../tests/e2e/harness/browsers.ts';
import { startServer } from '../../tests/e2e/harness/server.ts';
import { nodeChecker } from '../check/node-checker.ts';
import { demoPage, hasPage, openCard, openDemo, openList, REPORT, speak } from '../demo/stage.ts';

const FOLDERS: Readonly<Record<Locale, string>> = { 'zh-CN': '', en: 'en' };
const STORE = { width: 1280, height: 800 };
const POPUP = { width: 400, height: 600, deviceScaleFactor: 2 };

/** The record of the demo's report, of which what is certain was fixed. */
async function demoRecord(locale: Locale): Promise<string> {
  const session = (await nodeChecker(locale)).open();
  const reviewed = inContext(session.check(REPORT), REPORT).map((issue) =>
    issue.fix ? { issue, outcome: 'fixed' as const, fix: issue.fix } : { issue, outcome: 'left' as const },
  );
  const description = describeDocument(session.document);
  const subject = {
    name: REPORT.slice(0, REPORT.indexOf('\n')),
    // Always the same, so that a picture changes only with what it shows.
    date: new Date(2025, 0, 6, 9, 30).toISOString(),
    length: REPORT.length,
    ...(description && { documentType: nameDocument(description, locale) }),
  };
  return recordToHtml(makeRecord(subject, reviewed), locale);
}

async function photograph(extension: ExtensionBrowser, url: string, locale: Locale): Promise<void> {
  const take = async (page: Page, name: string, viewport: typeof STORE | typeof POPUP = STORE) => {
    await page.setViewport(viewport);
    const path = join(ROOT, 'docs', 'screenshots', FOLDERS[locale], `${name}.png`) as `${string}.png`;
    mkdirSync(dirname(path), { recursive: true });
    await page.bringToFront();
    await page.screenshot({ path });
    process.stdout.write(`${path}\n`);
  };
  await speak(extension, locale);
  const page = await openDemo(extension, url);
  await page.setViewport(STORE);
  await take(page, 'page');
  await take(await openList(extension, page), 'list', POPUP);
  await openCard(page);
  await take(page, 'card');
  for (const [path, name] of [
    ['welcome.html', 'welcome'],
    ['workbench.html', 'workbench'],
    ['options.html', 'settings'],
  ] as const) {
    if (hasPage(extension, path)) await take(await extension.openExtensionPage(path), name);
  }
  const record = await extension.newPage();
  await record.goto(`${url}record`);
  await take(record, 'record');
}

buildExtension();
const server = await startServer();
server.serve('/', demoPage());
try {
  for (const locale of LOCALES) {
    server.serve('/record', await demoRecord(locale));
    const extension = await launchBrowser('chrome');
    try {
      await photograph(extension, `${server.origin}/`, locale);
    } finally {
      await extension.close();
    }
  }
} finally {
  await server.close();
}
