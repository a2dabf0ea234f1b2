/** The checklist as a writer uses it: beside a page with a text, by mouse and by keyboard, in both browsers. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type Browser from 'webextension-polyfill';
import { accessibilityProblems } from './harness/accessibility.ts';
import { BROWSERS, type ExtensionBrowser, launchBrowser } from './harness/browsers.ts';
import { startServer, type TestServer } from './harness/server.ts';

const TEXT = '今年选派帮扶帮扶工作队，走访走访群众，解决困难困难。';

const waitForMatched = (popup: Page, words: readonly string[]) =>
  popup.waitForFunction(
    (expected) =>
      JSON.stringify([...document.querySelectorAll('.sentence mark')].map((mark) => mark.textContent)) === expected,
    {},
    JSON.stringify(words),
  );

const waitForHeading = (popup: Page, heading: string) =>
  popup.waitForFunction(
    (expected) => [...document.querySelectorAll('.notice h2')].some(({ textContent }) => textContent === expected),
    {},
    heading,
  );

/** Asks by the clock: the page lies behind the checklist, and a page out of sight may draw no frames to ask in. */
const waitForValue = (page: Page, value: string) =>
  page.waitForFunction((expected) => document.querySelector('textarea')?.value === expected, { polling: 50 }, value);

describe.each(BROWSERS)('the checklist in %s', (name) => {
  let server: TestServer;
  let extension: ExtensionBrowser;
  const opened: Page[] = [];

  beforeAll(async () => {
    server = await startServer();
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
  afterEach(async () => {
    for (const page of opened.splice(0)) await page.close();
  });

  async function openPage(body: string): Promise<Page> {
    server.serve('/checklist', `<!doctype html><meta charset="utf-8"><title>稿</title><body>${body}</body>`);
    const page = await extension.newPage();
    opened.push(page);
    await page.goto(`${server.origin}/checklist`);
    return page;
  }

  async function openChecklist(page: Page): Promise<Page> {
    const popup = await extension.openExtensionPage('popup.html', page);
    opened.push(popup);
    await popup.bringToFront();
    return popup;
  }

  async function openText(text: string): Promise<{ page: Page; popup: Page }> {
    const page = await openPage('<textarea rows="10" cols="60" autofocus></textarea>');
    await page.$eval(
      'textarea',
      (area, value) => {
        area.value = value;
        area.dispatchEvent(new Event('input', { bubbles: true }));
      },
      text,
    );
    await page.focus('textarea');
    return { page, popup: await openChecklist(page) };
  }

  it('lists the issues of the field and applies the fix that is clicked', async () => {
    const { page, popup } = await openText(TEXT);
    await waitForMatched(popup, ['帮扶帮扶', '走访走访', '困难困难']);
    expect(await popup.$eval('.remaining', ({ textContent }) => textContent)).toContain('3');

    await popup.locator('.row:nth-of-type(2) .row-main').click();
    await popup.locator('.row:nth-of-type(2) .qy-certain').click();
    await waitForValue(page, '今年选派帮扶帮扶工作队，走访群众，解决困难困难。');
    await waitForMatched(popup, ['帮扶帮扶', '困难困难']);
    expect(await popup.$eval('progress', ({ value, max }) => [value, max])).toEqual([1, 3]);
  });

  it('shows what would be changed, does what is ticked and nothing else, and takes it back', async () => {
    const text = `${TEXT}落实布署，再次布署。建立台帐。`;
    const { page, popup } = await openText(text);
    await waitForMatched(popup, ['帮扶帮扶', '走访走访', '困难困难', '布署', '台帐']);
    await popup.locator('.summary .primary').click();
    const changes = await popup.$$eval('.change', (lines) =>
      lines.map((line) => [
        line.querySelector('label')!.textContent?.replace(/\s+/g, ''),
        line.querySelector('input')!.checked,
      ]),
    );
    expect(changes).toEqual([
      ['帮扶帮扶→帮扶', true],
      ['走访走访→走访', true],
      ['困难困难→困难', true],
      ['布署→部署×2', true],
      // A guess is left to the writer.
      ['台帐→台账', false],
    ]);
    expect(await accessibilityProblems(popup)).toEqual([]);
    await popup.locator('.change:first-child input').click();
    await popup.locator('.change-buttons .primary').click();
    await waitForValue(page, '今年选派帮扶帮扶工作队，走访群众，解决困难。落实部署，再次部署。建立台帐。');
    await waitForMatched(popup, ['帮扶帮扶', '台帐']);
    expect(await popup.$eval('.undo-bar p', ({ textContent }) => textContent)).toBe('改正了 4 处');
    await popup.locator('.undo-bar button').click();
    await waitForValue(page, text);
    await waitForMatched(popup, ['帮扶帮扶', '走访走访', '困难困难', '布署', '台帐']);
    expect(await popup.$('.undo-bar')).toBeNull();
  });

  it('gives up taking a fix back once the text has been written on', async () => {
    const { page, popup } = await openText(TEXT);
    await waitForMatched(popup, ['帮扶帮扶', '走访走访', '困难困难']);
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('.undo-bar');
    await page.bringToFront();
    await page.type('textarea', '好');
    await popup.bringToFront();
    await popup.waitForSelector('.undo-bar', { hidden: true });
  });

  it('shows one level, finds words, and stands in either order', async () => {
    const { popup } = await openText('落实工作布署。选派帮扶帮扶工作队，走访群众XX户。建立台帐。');
    const [blank, hint] = ['XX', '台帐'];
    await waitForMatched(popup, [blank, '布署', '帮扶帮扶', hint]);
    expect(await popup.$eval('.group.first h2', ({ textContent }) => textContent)).toContain('交稿前必看');
    await popup.locator('.order:last-child').click();
    await popup.waitForFunction(() => document.querySelectorAll('.group').length === 3);
    await popup.locator('.order:first-child').click();

    await popup.locator('.counter:first-child').click();
    await waitForMatched(popup, ['布署', '帮扶帮扶']);
    expect(await popup.$eval('.counter', (counter) => counter.getAttribute('aria-pressed'))).toBe('true');
    expect(await accessibilityProblems(popup)).toEqual([]);
    await popup.locator('.counter:first-child').click();
    await waitForMatched(popup, [blank, '布署', '帮扶帮扶', hint]);

    await popup.locator('.toolbar .tool').click();
    await popup.type('.search', '工作队');
    await waitForMatched(popup, [blank, '帮扶帮扶']);
    expect(await accessibilityProblems(popup)).toEqual([]);
    await popup.type('.search', '没有');
    await waitForHeading(popup, '没有符合的');
    await popup.keyboard.press('Escape');
    await waitForMatched(popup, [blank, '布署', '帮扶帮扶', hint]);

    await popup.locator('.group.first .fold').click();
    await waitForMatched(popup, ['布署', '帮扶帮扶', hint]);
    await popup.locator('.group.first .fold').click();
    await waitForMatched(popup, [blank, '布署', '帮扶帮扶', hint]);
  });

  it('never again says what it is told not to say of some words, and has a rule turned off', async () => {
    const { popup } = await openText('落实工作布署，走访走访群众。');
    await waitForMatched(popup, ['布署', '走访走访']);
    await popup.locator('.selected .more summary').click();
    await popup.locator('.selected ::-p-text(以后都不报)').click();
    await waitForMatched(popup, ['走访走访']);
    expect(await popup.$eval('.undo-bar p', ({ textContent }) => textContent)).toBe('以后不再报“布署”');
    await popup.locator('.selected .more summary').click();
    await popup.locator('.selected ::-p-text(关掉这条规则)').click();
    await waitForHeading(popup, '没有再发现问题');
    expect(await popup.$eval('.notice', ({ textContent }) => textContent)).toContain('另有 1 条规则关着');
    await popup.locator('.undo-bar button').click();
    await waitForMatched(popup, ['走访走访']);
    await popup.locator('.undo-bar button').click();
    await waitForMatched(popup, ['布署', '走访走访']);
  });

  it('can be used by keyboard alone', async () => {
    const { page, popup } = await openText(TEXT);
    await waitForMatched(popup, ['帮扶帮扶', '走访走访', '困难困难']);
    const focused = () =>
      popup.evaluate(
        () => document.activeElement?.querySelector('mark')?.textContent ?? document.activeElement?.tagName,
      );
    expect(await focused()).toBe('帮扶帮扶');

    await popup.keyboard.press('End');
    expect(await focused()).toBe('困难困难');
    await popup.keyboard.press('ArrowUp');
    expect(await focused()).toBe('走访走访');
    await popup.keyboard.press('Enter');
    await waitForValue(page, '今年选派帮扶帮扶工作队，走访群众，解决困难困难。');
    await waitForMatched(popup, ['帮扶帮扶', '困难困难']);
    // The next issue takes the place of the one that has gone.
    expect(await focused()).toBe('困难困难');

    await popup.keyboard.press('Delete');
    await waitForMatched(popup, ['帮扶帮扶']);
    expect(await focused()).toBe('帮扶帮扶');
    await popup.keyboard.press('Enter');
    await waitForValue(page, '今年选派帮扶工作队，走访群众，解决困难困难。');
    await waitForHeading(popup, '没有再发现问题');
  });

  it('shows what can be done about the selected issue, wherever it is', async () => {
    const { popup } = await openText('选派帮扶帮扶工作队。\n同比增长12%%。\n'.repeat(20));
    await popup.setViewport({ width: 400, height: 580 });
    await popup.waitForSelector('.row[aria-setsize="40"]');
    const waitUntilSeen = (position: number) =>
      popup.waitForFunction(
        (expected) => {
          const row = document.querySelector('.selected')!;
          const { top, bottom } = row.getBoundingClientRect();
          const upper = document.querySelector('.toolbar')!.getBoundingClientRect().bottom;
          const lower = document.querySelector('.review-foot')!.getBoundingClientRect().top;
          return row.getAttribute('aria-posinset') === String(expected) && top >= upper - 1 && bottom <= lower + 1;
        },
        {},
        position,
      );
    // What the language model finds may come after the list was opened on the rest, whose first row stays selected.
    await popup.keyboard.press('Home');
    await waitUntilSeen(1);
    for (const position of [2, 3, 4, 5, 6, 7, 8, 9]) {
      await popup.keyboard.press('ArrowDown');
      await waitUntilSeen(position);
    }
    await popup.keyboard.press('End');
    await waitUntilSeen(40);
    for (const position of [39, 38, 37, 36, 35]) {
      await popup.keyboard.press('ArrowUp');
      await waitUntilSeen(position);
    }
  });

  it('takes back what was ignored, by the button and by Ctrl+Z', async () => {
    const { popup } = await openText(TEXT);
    const all = ['帮扶帮扶', '走访走访', '困难困难'];
    await waitForMatched(popup, all);
    await popup.keyboard.press('ArrowDown');
    await popup.keyboard.press('Delete');
    await waitForMatched(popup, ['帮扶帮扶', '困难困难']);
    await popup.keyboard.press('Delete');
    await waitForMatched(popup, ['帮扶帮扶']);
    expect(await popup.$eval('.undo-bar p', ({ textContent }) => textContent)).toBe('已忽略“困难困难”');
    expect(await accessibilityProblems(popup)).toEqual([]);
    await popup.locator('.undo-bar button').click();
    await waitForMatched(popup, ['帮扶帮扶', '困难困难']);
    await popup.keyboard.down('Control');
    await popup.keyboard.press('z');
    await popup.keyboard.up('Control');
    await waitForMatched(popup, all);
    expect(await popup.$eval('.selected mark', ({ textContent }) => textContent)).toBe('走访走访');
    expect(await popup.$('.undo-bar')).toBeNull();

    // With the last issue the list is gone; the way back is not.
    for (const left of [['帮扶帮扶', '困难困难'], ['帮扶帮扶'], []]) {
      await popup.keyboard.press('Delete');
      await waitForMatched(popup, left);
    }
    await waitForHeading(popup, '没有再发现问题');
    for (const back of [1, 2, 3]) {
      await popup.locator('.undo-bar button').click();
      await popup.waitForFunction((count) => document.querySelectorAll('.row').length === count, {}, back);
    }
  });

  it('adds a word to the writer’s own, and takes it out again', async () => {
    const { popup } = await openText('选派帮扶帮扶工作队，落实工作布署，再次布署。');
    await waitForMatched(popup, ['帮扶帮扶', '布署']);
    await popup.keyboard.press('ArrowDown');
    expect(await popup.$eval('.row-times', ({ textContent }) => textContent)).toBe('×2');
    await popup.locator('.selected ::-p-text(加入我的词)').click();
    await waitForMatched(popup, ['帮扶帮扶']);
    expect(await popup.$eval('.undo-bar p', ({ textContent }) => textContent)).toBe('“布署”已加入我的词');
    expect(await popup.$('.selected ::-p-text(加入我的词)')).toBeNull();
    await popup.locator('.undo-bar button').click();
    await waitForMatched(popup, ['帮扶帮扶', '布署']);
  });

  it('fixes and ignores all issues of one cause at once', async () => {
    const { page, popup } = await openText('落实工作布署，再次布署。建立台帐，更新台帐。');
    await waitForMatched(popup, ['布署', '台帐']);
    await popup.keyboard.press('Enter');
    await waitForValue(page, '落实工作部署，再次部署。建立台帐，更新台帐。');
    await waitForMatched(popup, ['台帐']);
    await popup.keyboard.press('Delete');
    await waitForHeading(popup, '没有再发现问题');
    await popup.locator('.undo-bar button').click();
    await waitForMatched(popup, ['台帐']);
  });

  it('begins with the first issue that is left when all that is certain has been fixed', async () => {
    const [first, second] = [
      '县各级党组织坚持以高质量发展为主线，扎实推进乡村振兴重点工作。',
      '全年共为群众办成实事一百二十件，群众满意度比上年有了明显提高。',
    ];
    const { popup } = await openText(`${first}\n${second}\n选派帮扶帮扶工作队。${first}\n${second}`);
    await popup.waitForFunction(() => document.querySelectorAll('.row').length === 3);
    await popup.keyboard.press('ArrowDown');
    await popup.locator('.summary .primary').click();
    await popup.locator('.change-buttons .primary').click();
    await popup.waitForFunction(() => document.querySelectorAll('.row').length === 2);
    expect(await popup.$eval('.row:first-child', (row) => row.classList.contains('selected'))).toBe(true);
  });

  it('has no blank before a message that opens with a quotation mark', async () => {
    const { popup } = await openText('落实工作布署。');
    await waitForMatched(popup, ['布署']);
    const message = await popup.$eval('.row-message', (element) => {
      const mark = new Range();
      mark.setStart(element.firstChild!, 0);
      mark.setEnd(element.firstChild!, 1);
      const { width } = mark.getBoundingClientRect();
      return { mark: mark.toString(), width: width / Number.parseFloat(getComputedStyle(element).fontSize) };
    });
    expect(message.mark).toBe('“');
    expect(message.width).toBeLessThan(0.7);
  });

  it('follows what is typed in the page', async () => {
    const { page, popup } = await openText('');
    await waitForHeading(popup, '还没有文字');
    await page.bringToFront();
    await page.type('textarea', '选派帮扶帮扶工作队。');
    await popup.bringToFront();
    await waitForMatched(popup, ['帮扶帮扶']);
  });

  it('turns the site off and on', async () => {
    const { popup } = await openText(TEXT);
    await waitForMatched(popup, ['帮扶帮扶', '走访走访', '困难困难']);
    await popup.locator('.site').click();
    await waitForHeading(popup, '本站已停用');
    expect(await accessibilityProblems(popup)).toEqual([]);
    await popup.locator('.notice .primary').click();
    await waitForMatched(popup, ['帮扶帮扶', '走访走访', '困难困难']);
  });

  it('says where there is nothing to check', async () => {
    const page = await openPage('<p>没有输入框</p>');
    await waitForHeading(await openChecklist(page), '点一下要校对的文字');
  });

  it('says where it may not look', async () => {
    const own = await extension.openExtensionPage('options.html');
    opened.push(own);
    const popup = await openChecklist(own);
    await waitForHeading(popup, '这个页面不能校对');
    expect(await accessibilityProblems(popup)).toEqual([]);
  });

  it.each([
    ['Google Docs', 'https://docs.google.com/document/d/1/edit', '<div class="kix-appview-editor"></div>'],
    ['腾讯文档', 'https://docs.qq.com/doc/1', '<div id="canvasContainer"></div>'],
    ['WPS', 'https://www.kdocs.cn/l/1', '<iframe id="office-iframe"></iframe>'],
  ])('says that %s cannot be read, and what to do instead', async (editor, address, mark) => {
    const page = await extension.newPage();
    opened.push(page);
    // The document's own site is never asked: what it would answer stands here.
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const body = request.url() === address ? `<!doctype html><body>${mark}<canvas></canvas></body>` : '';
      void request.respond({ contentType: 'text/html; charset=utf-8', body });
    });
    await page.goto(address);
    const popup = await openChecklist(page);
    await waitForHeading(popup, `读不到“${editor}”里的文字`);
    expect(await popup.$eval('.notice p', ({ textContent }) => textContent)).toContain('复制到普通的输入框');
    expect(await accessibilityProblems(popup)).toEqual([]);
  });

  it('shows what the page says as text', async () => {
    const { popup } = await openText('<img src=x>选派帮扶帮扶工作队');
    await popup.waitForFunction(() =>
      [...document.querySelectorAll('.sentence')].some(
        ({ textContent }) => textContent?.includes('帮扶帮扶') && textContent.includes('<img src=x>'),
      ),
    );
    expect(await popup.$$('.sentence img')).toEqual([]);
  });

  it('has room for five hundred issues', async () => {
    const { popup } = await openText('选派帮扶帮扶工作队。\n'.repeat(500));
    await popup.waitForSelector('.row[aria-setsize="500"]');
    // Only those near the window are drawn.
    expect((await popup.$$('.row')).length).toBeLessThan(100);
    const focused = () => popup.evaluate(() => document.activeElement?.closest('.row')?.getAttribute('aria-posinset'));
    await popup.keyboard.press('End');
    expect(await focused()).toBe('500');
    await popup.waitForFunction(() => {
      const { top, bottom } = document.querySelector('[aria-posinset="500"]')!.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
    await popup.keyboard.press('Home');
    expect(await focused()).toBe('1');
  });

  it('opens in a window that stays beside the page', async () => {
    const popup = await extension.openExtensionPage('popup.html');
    await popup.locator('.tool[aria-label="在独立窗口中打开"]').click();
    const observer = await extension.openExtensionPage('options.html');
    opened.push(observer);
    const windows = () =>
      observer.evaluate(async () => {
        const { browser, chrome } = globalThis as unknown as { browser?: typeof Browser; chrome: typeof Browser };
        const all = await (browser ?? chrome).windows.getAll({ windowTypes: ['popup'] });
        return all.map(({ id, width }) => ({ id, width }));
      });
    await expect.poll(windows).toMatchObject([{ width: 420 }]);
  });

  it('says that its page has been closed', async () => {
    const { page, popup } = await openText(TEXT);
    await waitForMatched(popup, ['帮扶帮扶', '走访走访', '困难困难']);
    await page.close();
    opened.splice(opened.indexOf(page), 1);
    await waitForHeading(popup, '网页已经关闭');
  });

  it.each(['light', 'dark'])('is accessible in %s colours', async (scheme) => {
    const { popup } = await openText(TEXT);
    // Firefox cannot be asked for a colour scheme through WebDriver; there the system's is tested twice.
    if (name === 'chrome') await popup.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await waitForMatched(popup, ['帮扶帮扶', '走访走访', '困难困难']);
    expect(await accessibilityProblems(popup)).toEqual([]);
  });

  // Firefox has no way to reach its event page from a test.
  if (name === 'chrome')
    it('is there again after the background was stopped', async () => {
      const { page, popup } = await openText(TEXT);
      await waitForMatched(popup, ['帮扶帮扶', '走访走访', '困难困难']);
      await popup.close();
      opened.splice(opened.indexOf(popup), 1);
      const worker = await extension.browser.waitForTarget((target) => target.type() === 'service_worker');
      await (await worker.worker())?.close();

      const again = await openChecklist(page);
      await waitForMatched(again, ['帮扶帮扶', '走访走访', '困难困难']);
      await again.locator('.qy-certain').click();
      await waitForValue(page, '今年选派帮扶工作队，走访走访群众，解决困难困难。');
      await waitForMatched(again, ['走访走访', '困难困难']);
    });
});
