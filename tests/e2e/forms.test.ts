/** Long form fields, in both browsers. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyFixes, certainFixes } from '../../lib/engine/fix.ts';
import { BROWSERS, type ExtensionBrowser, launchBrowser } from './harness/browsers.ts';
import { watchChecklist } from './harness/checklist.ts';
import { startServer, type TestServer } from './harness/server.ts';

/** Every tenth line has something to fix; one has what means something to HTML. */
const TEXT = Array.from({ length: 3_000 }, (_, index) =>
  index % 10 === 5
    ? `第${index}行，认真布署年度任务。`
    : `第${index}行，扎实开展工作。${index === 1_234 ? '<b>&amp;\t😀' : ''}`,
).join('\n');

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

describe.each(BROWSERS)('a long textarea in %s', (name) => {
  let browser: ExtensionBrowser;
  beforeAll(async () => {
    browser = await launchBrowser(name);
  });
  afterAll(() => browser.close());

  // Browsers keep such pages from being written to as HTML; extensions are let.
  test.each(['', "require-trusted-types-for 'script'"])(
    'is fixed at once, and in one step back [%s]',
    async (policy) => {
      server.serve('/long', {
        body: '<!doctype html><meta charset="utf-8"><title>稿</title><textarea rows="9" cols="60"></textarea>',
        headers: { 'content-security-policy': policy },
      });
      const page = await browser.newPage();
      await page.goto(`${server.origin}/long`);
      await page.evaluate((words) => {
        const area = document.querySelector('textarea')!;
        area.value = words;
        area.focus();
        area.dispatchEvent(new Event('input', { bubbles: true }));
      }, TEXT);
      const checklist = await watchChecklist(browser, page);
      const { issues } = await checklist.until(({ length, issues }) => length === TEXT.length && issues!.length >= 300);
      const fixed = applyFixes(TEXT, certainFixes(issues!));
      expect(fixed).not.toContain('布署');
      await checklist.send({ type: 'fix-all' });
      await page.waitForFunction((fixed) => document.querySelector('textarea')!.value === fixed, {}, fixed);
      await page.evaluate(() => document.execCommand('undo'));
      expect(await page.evaluate((text) => document.querySelector('textarea')!.value === text, TEXT)).toBe(true);
      await checklist.close();
      await page.close();
    },
  );
});
