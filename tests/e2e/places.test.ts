/** Where fields stand in a page: shadow roots, frames, dialogs, scaled and scrolled places; and what is no field. */
import type { Frame, Page, ScreenshotClip } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type Browser from 'webextension-polyfill';
import { bundlePage } from './editors/bundle.ts';
import { BROWSERS, type ExtensionBrowser, launchBrowser } from './harness/browsers.ts';
import { nextFrame, paintedRanges, waitForPainted } from './harness/highlights.ts';
import { startServer, type TestServer } from './harness/server.ts';

const WORDS = '今年选派帮扶帮扶工作队。';
const FIXED = '今年选派帮扶工作队。';
const ISSUES = ['帮扶帮扶'];
const AREA = `<textarea style="width:400px;height:90px;font:16px/1.6 sans-serif;padding:8px 12px">${WORDS}</textarea>`;
const RICH = `<div contenteditable="true" id="rich">${WORDS}</div>`;

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

for (const browserName of BROWSERS) {
  describe(browserName, () => {
    let browser: ExtensionBrowser;
    let page: Page;
    beforeAll(async () => {
      browser = await launchBrowser(browserName);
      page = await browser.newPage();
    });
    afterAll(() => browser.close());

    const show = async (body: string, html = '') => {
      server.serve('/place', `<!doctype html><html ${html}><meta charset="utf-8"><body>${body}</body></html>`);
      await page.goto(`${server.origin}/place`);
    };

    /** Opens the card at the caret and takes its first offer. */
    const fix = async (frame: Page | Frame = page) => {
      await page.keyboard.down('Alt');
      await page.keyboard.press('Period');
      await page.keyboard.up('Alt');
      await frame.waitForSelector('qingyang-card');
      await page.keyboard.press('Enter');
    };

    /** Whether the painted box of the first issue lies on its letters in the textarea: the browser says what is there. */
    const liesOnItsLetters = (frame: Page | Frame = page) =>
      frame.waitForFunction(() => {
        const area = document.querySelector('textarea')!;
        const [highlight] = [...CSS.highlights].flatMap(([name, item]) => (name.startsWith('qingyang-') ? [item] : []));
        const range = [...(highlight ?? [])][0] as Range | undefined;
        const rect = range?.getBoundingClientRect();
        if (!rect || rect.width === 0) return false;
        const start = area.value.indexOf('帮扶帮扶');
        return [0, 1, 2, 3].every((letter) => {
          // A third into each letter, so that the nearest place for a caret is before it.
          const x = rect.left + (rect.width * (letter + 0.3)) / 4;
          const place = document.caretPositionFromPoint(x, rect.top + rect.height / 2);
          return place?.offsetNode === area && place.offset === start + letter;
        });
      });

    /** Fixes the textarea and the rich field of a page that has one of each. */
    const fixBoth = async () => {
      for (const [selector, property] of [
        ['textarea', 'value'],
        ['#rich', 'textContent'],
      ] as const) {
        await page.focus(selector);
        await fix();
        await page.waitForFunction(
          (selector, property, fixed) => document.querySelector<HTMLTextAreaElement>(selector)![property] === fixed,
          {},
          selector,
          property,
          FIXED,
        );
      }
    };

    test('an open shadow root', async () => {
      await show('<div id="host"></div>');
      await page.evaluate((rich) => {
        document.querySelector('#host')!.attachShadow({ mode: 'open' }).innerHTML = rich;
      }, RICH);
      await page.evaluate(() => {
        const field = document.querySelector('#host')!.shadowRoot!.querySelector<HTMLElement>('#rich')!;
        field.focus();
      });
      await waitForPainted(page, ISSUES);
      await fix();
      await page.waitForFunction(
        (fixed) => document.querySelector('#host')!.shadowRoot!.querySelector('#rich')!.textContent === fixed,
        {},
        FIXED,
      );
    });

    test('a closed shadow root', async () => {
      await show('<x-host></x-host>');
      await page.evaluate((area) => {
        const root = document.querySelector('x-host')!.attachShadow({ mode: 'closed' });
        root.innerHTML = area;
        const field = root.querySelector('textarea')!;
        Object.assign(window, { field });
        field.focus();
      }, AREA);
      await waitForPainted(page, ISSUES);
      await fix();
      await page.waitForFunction(
        (fixed) => (window as unknown as { field: HTMLTextAreaElement }).field.value === fixed,
        {},
        FIXED,
      );
    });

    for (const kind of ['same origin', 'other origin', 'srcdoc'] as const) {
      test(`a frame: ${kind}`, async () => {
        server.serve('/inner', `<!doctype html><meta charset="utf-8"><body>${AREA}${RICH}</body>`);
        const source = {
          'same origin': `src="${server.origin}/inner"`,
          'other origin': `src="${server.otherOrigin}/inner"`,
          srcdoc: `srcdoc='${AREA}${RICH}'`,
        }[kind];
        await show(`<iframe ${source} style="width:600px;height:300px"></iframe>`);
        const frame = await (await page.waitForSelector('iframe'))!.contentFrame();
        await waitForPainted(frame, [...ISSUES, ...ISSUES]);
        await waitForPainted(page, []);
        await frame.click('textarea');
        await fix(frame);
        await frame.waitForFunction((fixed) => document.querySelector('textarea')!.value === fixed, {}, FIXED);
      });
    }

    test('a textarea that React holds the value of', async () => {
      server.serve('/react.js', await bundlePage('react-textarea'));
      await show('<div id="root"></div><script src="/react.js"></script>');
      await waitForPainted(page, ISSUES);
      await page.focus('textarea');
      await fix();
      await page.waitForFunction((fixed) => document.querySelector('output')!.textContent === fixed, {}, FIXED);
      await waitForPainted(page, []);
    });

    test('blocks that are each a region of their own are one text', async () => {
      const block = (words: string) =>
        `<div><div contenteditable="true" data-content-editable-leaf>${words}</div></div>`;
      const passage = '全县各级党组织坚持以高质量发展为主线，扎实推进乡村振兴重点工作。';
      await show(`<div class="notion-page-content">${block(passage)}${block(WORDS)}${block(passage)}</div>`);
      // What stands twice is found across blocks.
      await waitForPainted(page, ['帮扶帮扶', passage.slice(0, -1)]);
      await page.focus('div:nth-child(2) > [contenteditable]');
      await fix();
      await page.waitForFunction(
        (fixed) => document.querySelectorAll('[contenteditable]')[1]!.textContent === fixed,
        {},
        FIXED,
      );
    });

    test('a region of plain text alone', async () => {
      await show(
        `<div contenteditable="plaintext-only" id="rich" style="white-space:pre-wrap">${WORDS}\n${WORDS}</div>`,
      );
      await waitForPainted(page, [...ISSUES, ...ISSUES]);
      await page.focus('#rich');
      await fix();
      await page.waitForFunction(
        (expected) => document.querySelector('#rich')!.textContent === expected,
        {},
        `${FIXED}\n${WORDS}`,
      );
    });

    test('a modal dialog', async () => {
      await show(`<dialog>${AREA}</dialog>`);
      await page.evaluate(() => document.querySelector('dialog')!.showModal());
      await waitForPainted(page, ISSUES);
      await page.focus('textarea');
      await liesOnItsLetters();
      await fix();
      await page.waitForFunction((fixed) => document.querySelector('textarea')!.value === fixed, {}, FIXED);
    });

    const PLACES = {
      'a plain page': AREA,
      'CSS zoom': `<div style="zoom:1.4">${AREA}</div>`,
      'a transform': `<div style="transform:translate(60px,40px) scale(1.3);transform-origin:0 0">${AREA}</div>`,
      'a scrolled container': `<div id="scroller" style="height:160px;overflow:auto"><p style="height:400px"></p>${AREA}<p style="height:400px"></p></div>`,
      'borders and centred text': `<div style="margin:50px">${AREA.replace('style="', 'style="border:7px solid;text-align:center;letter-spacing:2px;')}</div>`,
    };
    for (const [name, body] of Object.entries(PLACES)) {
      test(`the paint lies on the letters: ${name}`, async () => {
        await show(body);
        await page.evaluate(() => document.querySelector('textarea')!.scrollIntoView({ block: 'center' }));
        await waitForPainted(page, ISSUES);
        await liesOnItsLetters();
      });
    }

    test('the paint lies on the letters: a page from right to left', async () => {
      await show(AREA + RICH, 'dir="rtl"');
      await waitForPainted(page, [...ISSUES, ...ISSUES]);
      await liesOnItsLetters();
      await fixBoth();
    });

    test('the paint lies on the letters: the browser zooms to 200%', async () => {
      await show(AREA + RICH);
      await waitForPainted(page, [...ISSUES, ...ISSUES]);
      const own = await browser.openExtensionPage('options.html', page);
      const zoom = (factor: number) =>
        own.evaluate(async (factor) => {
          const { browser, chrome } = globalThis as unknown as { browser?: typeof Browser; chrome: typeof Browser };
          const tab = Number(new URLSearchParams(location.search).get('tab'));
          await (browser ?? chrome).tabs.setZoom(tab, factor);
        }, factor);
      const { width, ratio } = await page.evaluate(() => ({ width: innerWidth, ratio: devicePixelRatio }));
      try {
        await zoom(2);
        await page.waitForFunction(
          (width, ratio) => innerWidth < width * 0.6 || devicePixelRatio > ratio * 1.9,
          {},
          width,
          ratio,
        );
        await liesOnItsLetters();
        await fixBoth();
      } finally {
        await zoom(1);
        await own.close();
      }
    });

    test('the paint follows when the field is scrolled and when it grows', async () => {
      await show(AREA);
      await page.evaluate((words) => {
        const area = document.querySelector('textarea')!;
        area.value = `${'一行文字。\n'.repeat(40)}${words}`;
        area.dispatchEvent(new Event('input', { bubbles: true }));
        area.scrollTop = area.scrollHeight;
      }, WORDS);
      await waitForPainted(page, ISSUES);
      await liesOnItsLetters();
      await page.evaluate(() => {
        document.querySelector('textarea')!.style.width = '300px';
      });
      await page.evaluate(() => {
        const area = document.querySelector('textarea')!;
        area.scrollTop = area.scrollHeight;
      });
      await liesOnItsLetters();
    });

    test('of many fields those in sight are painted, and what pushes one about takes its paint along', async () => {
      const layers = () => page.evaluate(() => document.querySelectorAll('qingyang-overlay').length);
      await show(`<p id="above"></p>${AREA.repeat(60)}`);
      await page.waitForFunction(() => CSS.highlights.size > 0);
      expect(await layers()).toBeLessThan(30);
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await page.waitForFunction(() => {
        const painted = [...CSS.highlights.values()].flatMap((highlight) => [...highlight] as Range[]);
        return painted.some((range) => range.getBoundingClientRect().bottom > innerHeight - 200);
      });
      expect(await layers()).toBeLessThan(30);
      await show(`<p id="above"></p>${AREA}`);
      await waitForPainted(page, ISSUES);
      await liesOnItsLetters();
      await page.evaluate(() => {
        document.querySelector<HTMLElement>('#above')!.style.height = '70px';
      });
      await liesOnItsLetters();
    });

    const DARK = {
      'a style': ['style="color-scheme:dark"', ''],
      'a meta element': ['', '<meta name="color-scheme" content="dark">'],
    } as const;
    for (const [name, [html, head]] of Object.entries(DARK)) {
      test(`the paint is light on a page that is dark by ${name} alone`, async () => {
        await show(head + RICH, html);
        await waitForPainted(page, ISSUES);
        expect((await paintedRanges(page)).map(({ name }) => name)).toEqual(['error-dark']);
      });
    }

    /** Pictures of a part of the page without and with our paint. */
    const compare = async (body: string, issues: readonly string[], box: () => Promise<ScreenshotClip>) => {
      await show(body, 'data-qingyang="off"');
      const clip = await box();
      const picture = () => page.screenshot({ clip, encoding: 'base64' });
      const before = await picture();
      await page.evaluate(() => document.documentElement.removeAttribute('data-qingyang'));
      await waitForPainted(page, issues);
      for (const _ of [1, 2]) await nextFrame(page);
      return { before, picture };
    };

    test('nothing is painted over what the page puts above a field', async () => {
      const cover = 'position:fixed;top:0;left:0;width:460px;height:150px;background:white';
      const clip = async () => ({ x: 0, y: 0, width: 440, height: 130 });
      const menu = `<div style="position:relative;z-index:3">${AREA}</div><div style="${cover};z-index:4">菜单</div>`;
      const { before, picture } = await compare(menu, ISSUES, clip);
      expect(await picture()).toBe(before);
      const dialog = await compare(`<p>页面</p><div style="${cover};z-index:1050">${AREA}</div>`, ISSUES, clip);
      await expect.poll(dialog.picture).not.toBe(dialog.before);
    });

    test('a line scrolled out of a field leaves no mark on its border', async () => {
      const area = AREA.replace('</textarea>', `${'\n一行文字。'.repeat(20)}</textarea>`);
      const { before, picture } = await compare(area, ISSUES, () =>
        page.$eval('textarea', (area) => {
          // The padding and the letters of a line.
          area.scrollTop = 8 + 21;
          const { left, top, width } = area.getBoundingClientRect();
          return { x: left, y: top, width, height: 12 };
        }),
      );
      expect(await picture()).toBe(before);
      await page.$eval('textarea', (area) => {
        area.scrollTop = 12;
      });
      await expect.poll(picture).not.toBe(before);
    });

    test('what is no field is left alone, and what becomes one is found', async () => {
      await show(
        `<input type="password" value="${WORDS}"><input type="search" value="${WORDS}"><input type="email" value="a@b">
<textarea readonly>${WORDS}</textarea><textarea disabled>${WORDS}</textarea>
<fieldset disabled><textarea>${WORDS}</textarea></fieldset>
<div data-qingyang="off">${RICH}</div><textarea hidden>${WORDS}</textarea>
<textarea id="late" spellcheck="false"></textarea>`,
      );
      await page.type('#late', WORDS);
      // The one that is found shows that the others have been looked at.
      await waitForPainted(page, ISSUES);
      await page.evaluate(() => {
        document.querySelector<HTMLTextAreaElement>('[readonly]')!.readOnly = false;
        document.querySelector<HTMLTextAreaElement>('[hidden]')!.hidden = false;
      });
      await waitForPainted(page, [...ISSUES, ...ISSUES, ...ISSUES]);
    });

    test('a form submits what was typed, and the page has nothing of ours left when fields are gone', async () => {
      await show(`<form action="/place">${AREA.replace('<textarea', '<textarea name="t"')}<button>go</button></form>`);
      await waitForPainted(page, ISSUES);
      expect(await page.evaluate(() => new FormData(document.forms[0]!).get('t'))).toBe(WORDS);
      await page.evaluate(() => document.forms[0]!.remove());
      await waitForPainted(page, []);
      await page.waitForFunction(() => document.querySelector('qingyang-overlay, qingyang-card') === null);
    });

    test('a page that throws our elements out and changes all the time', async () => {
      await show(`${AREA}<p id="noise"></p>`);
      await page.evaluate(() => {
        let removed = 0;
        new MutationObserver((records) => {
          for (const { addedNodes } of records) {
            for (const node of addedNodes) {
              if (node instanceof Element && node.localName.startsWith('qingyang-')) {
                node.remove();
                removed++;
              }
            }
          }
          document.title = String(removed);
        }).observe(document.documentElement, { childList: true });
        const noise = document.querySelector('#noise')!;
        setInterval(() => noise.replaceChildren(`${Math.random()}`), 5);
      });
      await waitForPainted(page, ISSUES);
      const before = Number(await page.title());
      // A second of frames: no race of removing and putting back.
      await page.evaluate(
        () =>
          new Promise<void>((resolve) => {
            let frames = 0;
            const next = () => (++frames < 60 ? requestAnimationFrame(next) : resolve());
            next();
          }),
      );
      expect(Number(await page.title()) - before).toBeLessThan(10);
    });
  });
}
