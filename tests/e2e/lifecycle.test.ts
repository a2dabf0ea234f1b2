/** Fields come and go with frames, histories and styles: paint, listeners and observers go with them and come back. */
import { rm } from 'node:fs/promises';
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, type ExtensionBrowser, launchBrowser } from './harness/browsers.ts';
import { waitForPainted } from './harness/highlights.ts';
import { accountOf, instrumentedExtension } from './harness/instrumented.ts';
import { startServer, type TestServer } from './harness/server.ts';

const WORDS = '今年选派帮扶帮扶工作队。';
const ISSUES = ['帮扶帮扶'];
const FIELDS = {
  textarea: `<textarea id="field" style="width:400px;height:90px">${WORDS}</textarea>`,
  'rich text': `<div id="field" contenteditable="true">${WORDS}</div>`,
};
/** Often enough for anything left behind to add up. */
const ROUNDS = 5;

const htmlOf = (body: string) => `<!doctype html><meta charset="utf-8"><title>稿</title><body>${body}</body>`;

/** What the content script still listens to. */
async function attachments(frame: Page | Frame) {
  const { listeners, observers, intervals } = await accountOf(frame);
  return { listeners, observers, intervals };
}

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

describe.each(BROWSERS)('%s', (browserName) => {
  let extensionPath: string;
  let browser: ExtensionBrowser;
  let page: Page;
  beforeAll(async () => {
    extensionPath = instrumentedExtension(browserName);
    browser = await launchBrowser(browserName, { extensionPath });
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser.close();
    await rm(extensionPath, { recursive: true });
  });

  async function show(body: string): Promise<void> {
    server.serve('/life', htmlOf(body));
    await page.goto(`${server.origin}/life`);
  }

  // Firefox has no way to reach its event page from a test.
  if (browserName === 'chrome')
    test('the background is stopped while somebody writes', async () => {
      await show(FIELDS.textarea);
      await page.focus('#field');
      await waitForPainted(page, ISSUES);
      const worker = await browser.browser.waitForTarget((target) => target.type() === 'service_worker');
      await (await worker.worker())?.close();
      await page.keyboard.press('End');
      await page.keyboard.type('又开展开展活动。');
      await waitForPainted(page, [...ISSUES, '开展开展']);
    });

  describe.each(Object.entries(FIELDS))('%s', (_, field) => {
    /** Does and undoes it again and again: paint goes and comes, and nothing is left behind. */
    async function comesAndGoes(leave: () => unknown, comeBack: () => unknown): Promise<void> {
      await show('<main></main><aside></aside>');
      // A field beside it shows that the page is under proof before the one under test is there.
      await page.evaluate((html) => {
        document.querySelector('main')!.innerHTML = html;
      }, field);
      await waitForPainted(page, ISSUES);
      const present = await attachments(page);
      let absent: object | undefined;
      for (let round = 0; round < ROUNDS; round++) {
        await page.evaluate(leave as () => void);
        await waitForPainted(page, []);
        // The paint goes as soon as the field is out of sight; what listens to it, when it is found to be gone.
        const listens = async () => (await attachments(page)).listeners.some((name) => name.startsWith('composition'));
        await expect.poll(listens).toBe(false);
        const left = await attachments(page);
        absent ??= left;
        expect(left).toEqual(absent);
        await page.evaluate(comeBack as () => void);
        await waitForPainted(page, ISSUES);
        await expect.poll(() => attachments(page)).toEqual(present);
      }
      expect((absent as typeof present).listeners.length).toBeLessThan(present.listeners.length);
    }

    test('hidden and shown', () =>
      comesAndGoes(
        () => {
          document.querySelector('main')!.style.display = 'none';
        },
        () => {
          document.querySelector('main')!.style.display = '';
        },
      ));

    test('disabled and enabled', () =>
      comesAndGoes(
        () => {
          const field = document.querySelector<HTMLTextAreaElement>('#field')!;
          field.disabled = true;
          field.contentEditable = field.isContentEditable ? 'false' : 'inherit';
        },
        () => {
          const field = document.querySelector<HTMLTextAreaElement>('#field')!;
          field.disabled = false;
          if (field.localName === 'div') field.contentEditable = 'true';
        },
      ));

    test('taken out of the page and put back', () =>
      comesAndGoes(
        () => {
          const field = document.querySelector('#field')!;
          Object.assign(window, { field });
          field.remove();
        },
        () => document.querySelector('main')!.append((window as unknown as { field: HTMLElement }).field),
      ));

    test('another page of an application, and back in its history', async () => {
      await comesAndGoes(
        () => {
          const main = document.querySelector('main')!;
          const html = main.innerHTML;
          history.pushState(null, '', '/life/other');
          main.innerHTML = '<p>别的页面</p>';
          window.addEventListener(
            'popstate',
            () => {
              main.innerHTML = html;
            },
            { once: true },
          );
        },
        () => history.back(),
      );
    });

    test('moved in the page', async () => {
      await show(`<main>${field}</main><aside style="margin:80px"></aside>`);
      // The seal comes with the focus, and listens too.
      await page.focus('#field');
      await waitForPainted(page, ISSUES);
      const before = await attachments(page);
      for (let round = 0; round < ROUNDS; round++) {
        await page.evaluate(() => {
          const field = document.querySelector('#field')!;
          document.querySelector(field.closest('main') ? 'aside' : 'main')!.append(field);
        });
        await waitForPainted(page, ISSUES);
      }
      await page.focus('#field');
      await page.keyboard.press('End');
      await page.keyboard.type('又开展开展活动。');
      await waitForPainted(page, [...ISSUES, '开展开展']);
      expect(await attachments(page)).toEqual(before);
    });

    test('its frame goes elsewhere', async () => {
      server.serve('/life/inner', htmlOf(field));
      server.serve('/life/next', htmlOf(field.replace('今年', '明年再次')));
      await show('<iframe src="/life/inner" style="width:600px;height:300px"></iframe>');
      const frame = await (await page.waitForSelector('iframe'))!.contentFrame();
      await waitForPainted(frame, ISSUES);
      const [outside, inside] = [await attachments(page), await attachments(frame)];
      for (const path of ['/life/next', '/life/inner']) {
        await frame.goto(server.origin + path);
        await waitForPainted(frame, ISSUES);
        expect(await attachments(frame)).toEqual(inside);
      }
      await page.$eval('iframe', (element) => element.remove());
      await waitForPainted(page, []);
      expect(await attachments(page)).toEqual(outside);
    });

    test('the page is left and returned to', async () => {
      server.serve('/life', htmlOf(field));
      const own = await browser.newPage();
      try {
        await own.goto(`${server.origin}/life`);
        await waitForPainted(own, ISSUES);
        await own.goto(`${server.origin}/life?elsewhere`);
        await own.evaluate(() => history.back());
        await own.waitForFunction(() => location.search === '' && document.querySelector('#field'));
        await own.focus('#field');
        await own.keyboard.press('End');
        await own.keyboard.type('又开展开展活动。');
        await waitForPainted(own, [...ISSUES, '开展开展']);
      } finally {
        await own.close();
      }
    });
  });
});
