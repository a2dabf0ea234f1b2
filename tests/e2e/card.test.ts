/** The card beside the marked words as a writer uses it by keyboard, in both browsers. */
import type { KeyInput, Page, SerializedAXNode } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, type ExtensionBrowser, launchBrowser } from './harness/browsers.ts';
import { nextFrame, waitForPainted } from './harness/highlights.ts';
import { startServer, type TestServer } from './harness/server.ts';

const TEXT = '今年选派帮扶帮扶工作队。\n走访走访群众一百二十户。\n切实解决困难困难。';
const ISSUES = ['帮扶帮扶', '走访走访', '困难困难'];
const FIELDS = {
  textarea: `<textarea rows="6" cols="60">${TEXT}</textarea>`,
  'rich text': `<div contenteditable="true">${TEXT.replace(/.+/g, '<p>$&</p>')}</div>`,
};

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

describe.each(BROWSERS)('the card in %s', (name) => {
  let browser: ExtensionBrowser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchBrowser(name);
    page = await browser.newPage();
  });
  afterAll(() => browser.close());

  async function show(body: string, issues: readonly string[] = ISSUES): Promise<void> {
    server.serve('/card', `<!doctype html><meta charset="utf-8"><title>稿</title><body>${body}</body>`);
    await page.goto(`${server.origin}/card`);
    await page.bringToFront();
    await page.focus('textarea, [contenteditable]');
    await putCaret(0);
    await waitForPainted(page, issues);
  }

  /** Puts the caret into the first line. */
  const putCaret = (offset: number) =>
    page.evaluate((offset) => {
      const field = document.querySelector<HTMLElement>('textarea, [contenteditable]')!;
      if (field instanceof HTMLTextAreaElement) field.setSelectionRange(offset, offset);
      else getSelection()!.collapse((field.querySelector('p') ?? field).firstChild, offset);
    }, offset);

  async function press(...keys: KeyInput[]): Promise<void> {
    for (const key of keys) await page.keyboard.down(key);
    for (const key of keys.reverse()) await page.keyboard.up(key);
  }

  async function openCard(): Promise<void> {
    await press('Alt', 'Period');
    await page.waitForFunction(() => document.activeElement?.localName === 'qingyang-card');
  }

  const waitUntilClosed = () => page.waitForFunction(() => !document.querySelector('qingyang-card'));

  const text = () =>
    page.evaluate(() => {
      const field = document.querySelector<HTMLElement>('textarea, [contenteditable]')!;
      if (field instanceof HTMLTextAreaElement) return field.value;
      return [...field.children].map(({ textContent }) => textContent).join('\n');
    });

  test('an issue that has come to be where the caret is goes before those that the walk would go on to', async () => {
    await show(FIELDS.textarea);
    await putCaret(TEXT.length);
    await openCard();
    await press('Escape');
    await waitUntilClosed();
    // Not by keys: these end the walk.
    await page.evaluate(() => {
      const area = document.querySelector('textarea')!;
      area.setRangeText('全镇工作工作', area.value.length, area.value.length, 'end');
      area.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await waitForPainted(page, [...ISSUES, '工作工作']);
    await openCard();
    await press('Enter');
    await waitForPainted(page, ISSUES);
    expect(await text()).toBe(`${TEXT}全镇工作`);
  });

  test('is wholly in sight in a low frame', async () => {
    await show(`<iframe width="700" height="170"></iframe>${FIELDS.textarea}`);
    await page.evaluate((body) => {
      const { contentDocument } = document.querySelector('iframe')!;
      contentDocument!.body.innerHTML = body;
      contentDocument!.body.contentEditable = 'true';
    }, FIELDS['rich text']);
    const frame = page.frames().find((one) => one !== page.mainFrame())!;
    await waitForPainted(frame, ISSUES);
    await frame.evaluate(() => {
      document.body.focus();
      getSelection()!.collapse(document.querySelectorAll('p')[1]!.firstChild, 0);
    });
    await press('Alt', 'Period');
    await frame.waitForFunction(() => document.querySelector('qingyang-card'));
    await nextFrame(page);
    const lines = () =>
      frame.evaluate(() => {
        const isCard = (y: number) => {
          for (let x = 0; x < innerWidth; x += 4) {
            if (document.elementFromPoint(x, y)?.localName === 'qingyang-card') return true;
          }
          return false;
        };
        return Array.from({ length: innerHeight }, (_, y) => y).filter(isCard);
      });
    await expect.poll(async () => (await lines()).length).toBeGreaterThan(80);
    const covered = await lines();
    expect(covered[0]).toBeGreaterThanOrEqual(7);
    expect(covered.at(-1)).toBeLessThanOrEqual(170 - 8);
  });

  test('is not opened by events that the page makes, nor pressed before it can have been seen', async () => {
    await show(FIELDS.textarea);
    const mark = await page.evaluate(async () => {
      const area = document.querySelector('textarea')!;
      const { left, top } = area.getBoundingClientRect();
      // On the first issue, in the first line.
      const place = { x: left + 90, y: top + 12 };
      const log = { opened: 0, pressed: 0, fixed: 0 };
      Object.assign(window, { log });
      new MutationObserver(() => {
        if (document.querySelector('qingyang-card')) log.opened ||= performance.now();
      }).observe(document.documentElement, { childList: true });
      window.addEventListener('pointerdown', () => Object.assign(log, { pressed: performance.now() }), true);
      area.addEventListener('input', () => Object.assign(log, { fixed: log.pressed }));
      const init = { clientX: place.x, clientY: place.y, bubbles: true, composed: true };
      for (const type of ['pointermove', 'pointerdown', 'pointerup', 'click']) {
        area.dispatchEvent(new PointerEvent(type, init));
      }
      // A card that these had asked for would have come before this timer.
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 300)));
      return { ...place, opened: log.opened };
    });
    expect(mark.opened).toBe(0);
    await page.mouse.move(mark.x, mark.y);
    await page.waitForSelector('qingyang-card');
    const log = () =>
      page.evaluate(() => (window as unknown as { log: { opened: number; pressed: number; fixed: number } }).log);
    // Down the card, again and again, until its button is hit and heard.
    for (let y = 20; (await log()).fixed === 0; y = y > 120 ? 20 : y + 10) {
      await page.mouse.click(mark.x + 20, mark.y + y);
    }
    const { opened, fixed } = await log();
    // The card's own clock has begun a little before the page sees it.
    expect(fixed - opened).toBeGreaterThanOrEqual(300);
    expect(await text()).toBe(TEXT.replace('帮扶帮扶', '帮扶'));
  });

  describe.each(Object.entries(FIELDS))('on a %s', (_, field) => {
    test('a key that is held down fixes one issue and writes nothing', async () => {
      await show(field);
      await putCaret(6);
      await openCard();
      // Each further `down` without an `up` is what the keyboard repeats.
      for (let times = 0; times < 4; times++) await page.keyboard.down('Enter');
      await waitUntilClosed();
      for (let times = 0; times < 4; times++) await page.keyboard.down('Enter');
      await page.keyboard.up('Enter');
      await waitForPainted(page, ISSUES.slice(1));
      expect(await text()).toBe(TEXT.replace('帮扶帮扶', '帮扶'));
    });

    test('a key that is pressed twice fixes one issue and writes nothing', async () => {
      await show(field);
      await putCaret(6);
      await openCard();
      await press('Enter');
      await press('Enter');
      await waitForPainted(page, ISSUES.slice(1));
      expect(await text()).toBe(TEXT.replace('帮扶帮扶', '帮扶'));
      // Later presses are the writer's own again.
      await expect
        .poll(
          async () => {
            await press('Enter');
            return text();
          },
          { timeout: 5_000 },
        )
        .not.toBe(TEXT.replace('帮扶帮扶', '帮扶'));
    });

    test('Alt+. goes on to the next issue, and from the last to the first', async () => {
      await show(field);
      await putCaret(6);
      await openCard();
      await press('Alt', 'Period');
      await press('Alt', 'Period');
      await press('Enter');
      await waitForPainted(page, ISSUES.slice(0, 2));
      await openCard();
      await press('Enter');
      await waitForPainted(page, ISSUES.slice(1, 2));
      expect(await text()).toBe(TEXT.replace('困难困难', '困难').replace('帮扶帮扶', '帮扶'));
    });

    test('fixes one issue after the other from where it was opened last', async () => {
      await show(field);
      await openCard();
      await press('Alt', 'Period');
      await press('Enter');
      await waitForPainted(page, [ISSUES[0]!, ISSUES[2]!]);
      await openCard();
      await press('Enter');
      await waitForPainted(page, [ISSUES[0]!]);
      // Whoever goes elsewhere begins there.
      await press('ArrowLeft');
      await openCard();
      await press('Enter');
      await waitForPainted(page, []);
    });
  });

  /** The middle of the right end of what is shown of a surface of ours, in pixels of the viewport; undefined without. */
  const rightEndOf = (host: string) =>
    page.evaluate((host) => {
      const rows: number[] = [];
      let right = 0;
      for (let y = 0; y < innerHeight; y += 4) {
        for (let x = innerWidth - 1; x > 0; x -= 4) {
          if (document.elementFromPoint(x, y)?.localName !== host) continue;
          rows.push(y);
          right = Math.max(right, x);
          break;
        }
      }
      return rows.length === 0 ? undefined : { x: right, y: rows[Math.floor(rows.length / 2)]! };
    }, host);

  describe.each(Object.entries(FIELDS))('what was done to %s', (_, field) => {
    /** Presses the bar's button until it is heard: not in the first moment. */
    async function takeBack(isBack: () => Promise<boolean>): Promise<void> {
      await expect
        .poll(
          async () => {
            const end = await rightEndOf('qingyang-undo');
            if (end && !(await isBack())) await page.mouse.click(end.x - 30, end.y);
            return isBack();
          },
          { timeout: 8_000 },
        )
        .toBe(true);
    }

    test('can be taken back at the foot of the page', async () => {
      await show(field);
      await openCard();
      await press('Enter');
      await waitForPainted(page, ISSUES.slice(1));
      await takeBack(async () => (await text()) === TEXT);
      await waitForPainted(page, ISSUES);
      await openCard();
      // From the fix on to what ignores it.
      await press('Tab');
      await press('Enter');
      await waitForPainted(page, ISSUES.slice(1));
      await page.waitForFunction(() => document.querySelector('qingyang-undo'));
      await press('Alt', 'Comma');
      await waitForPainted(page, ISSUES);
      expect(await text()).toBe(TEXT);
    });

    test('stays once the writer writes on', async () => {
      await show(field);
      await openCard();
      await press('Enter');
      await waitForPainted(page, ISSUES.slice(1));
      await page.waitForFunction(() => document.querySelector('qingyang-undo'));
      await page.keyboard.type('新');
      await page.waitForFunction(() => !document.querySelector('qingyang-undo'));
    });
  });

  test('has a seal at the field with the focus, over no word, whose menu leads to the issues', async () => {
    const lines = '<p>甲</p>'.repeat(2);
    await show(`<textarea rows="4" cols="60">${TEXT}</textarea>${lines}<button>送</button>`);
    await expect.poll(() => rightEndOf('qingyang-seal')).toBeDefined();
    const seal = (await rightEndOf('qingyang-seal'))!;
    const isInside = await page.evaluate(({ x, y }) => {
      const { left, right, top, bottom } = document.querySelector('textarea')!.getBoundingClientRect();
      return x > left && x < right && y > top && y < bottom;
    }, seal);
    expect(isInside).toBe(true);
    // Not heard in the first moment: pressed until the menu is there, which is much higher than the seal.
    const height = () =>
      page.evaluate(() => {
        let rows = 0;
        for (let y = 0; y < innerHeight; y += 4) {
          for (let x = innerWidth - 1; x > 0; x -= 4) {
            if (document.elementFromPoint(x, y)?.localName !== 'qingyang-seal') continue;
            rows++;
            break;
          }
        }
        return rows * 4;
      });
    await expect
      .poll(
        async () => {
          if ((await height()) < 100) await page.mouse.click(seal.x - 4, seal.y);
          return height();
        },
        { timeout: 8_000 },
      )
      .toBeGreaterThan(100);
    expect(await page.evaluate(() => document.activeElement!.localName)).toBe('textarea');
    await page.mouse.click(600, 700);
    await page.focus('button');
    await page.waitForFunction(() => !document.querySelector('qingyang-seal'));
  });

  test('is not opened by the click that places the caret', async () => {
    await show(FIELDS.textarea);
    const place = await page.evaluate(() => {
      const painted = [...CSS.highlights.values()].flatMap((highlight) => [...highlight] as Range[]);
      const { left, top, width, height } = painted[0]!.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
    await page.mouse.click(place.x, place.y);
    await page.mouse.move(place.x + 2, place.y);
    // By then a pointer that only rests there would have opened it.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
    expect(await page.$('qingyang-card')).toBeNull();
    await page.mouse.move(600, 700);
    await nextFrame(page);
    await page.mouse.move(place.x, place.y);
    await page.waitForSelector('qingyang-card');
    await page.mouse.move(600, 700);
    await waitUntilClosed();
  });

  test('begins at the caret where the page has moved it', async () => {
    await show(FIELDS.textarea);
    await openCard();
    await press('Alt', 'Period');
    await press('Enter');
    await waitForPainted(page, [ISSUES[0]!, ISSUES[2]!]);
    await putCaret(6);
    await openCard();
    await press('Enter');
    await waitForPainted(page, [ISSUES[2]!]);
  });

  test('Alt+. scrolls to an issue that is out of sight', async () => {
    const words = `${TEXT.split('\n')[0]}\n${'一行文字。\n'.repeat(30)}${TEXT.split('\n')[2]}`;
    await show(`<textarea rows="4" cols="60">${words}</textarea>`, [ISSUES[0]!, ISSUES[2]!]);
    await openCard();
    await press('Alt', 'Period');
    await page.waitForFunction(() => {
      const area = document.querySelector('textarea')!;
      return area.scrollTop > area.scrollHeight / 2;
    });
    await press('Escape');
    await nextFrame(page);
    expect(await page.evaluate(() => document.querySelector('textarea')!.selectionStart)).toBe(0);
  });

  test('adds a word to the writer’s own', async () => {
    await show('<textarea rows="6" cols="60">工作布署，选派帮扶帮扶工作队，再次布署。</textarea>', [
      '布署',
      '帮扶帮扶',
      '布署',
    ]);
    await openCard();
    // The fix, the word, and to ignore it.
    await press('Tab');
    await press('Enter');
    await waitForPainted(page, ['帮扶帮扶']);
    expect(await text()).toContain('工作布署');
  });

  test('leads to the passage that is repeated', async () => {
    const passage = '全县各级党组织坚持以高质量发展为主线，扎实推进乡村振兴重点工作。';
    const words = `${passage}\n${'一行文字。\n'.repeat(30)}${passage}`;
    await show(`<textarea rows="4" cols="90">${words}</textarea>`, [passage.slice(0, -1)]);
    const scrollTop = () => page.evaluate(() => document.querySelector('textarea')!.scrollTop);
    await openCard();
    await expect.poll(scrollTop).toBeGreaterThan(100);
    await press('Enter');
    await waitUntilClosed();
    await expect.poll(scrollTop).toBeLessThan(30);
    expect(await text()).toBe(words);
  });

  test('has a menu, by which the words are never reported again, and that can be taken back', async () => {
    await show(FIELDS.textarea);
    await openCard();
    // From the fix: what ignores it, the menu; in it, what ignores it here, and what silences the words.
    await press('Tab');
    await press('Tab');
    await press('Enter');
    await press('Tab');
    await press('Tab');
    await press('Enter');
    await waitForPainted(page, ISSUES.slice(1));
    await page.waitForFunction(() => document.querySelector('qingyang-undo'));
    await press('Alt', 'Comma');
    await waitForPainted(page, ISSUES);
  });

  // Firefox lets nobody look into a closed shadow root.
  if (name === 'chrome')
    test('has a name for whatever a screen reader comes to', async () => {
      await show(FIELDS.textarea);
      await openCard();
      await press('Tab');
      await press('Tab');
      await press('Enter');
      const nodes = (node: SerializedAXNode): SerializedAXNode[] => [node, ...(node.children ?? []).flatMap(nodes)];
      const tree = nodes((await page.accessibility.snapshot())!);
      const buttons = tree.filter(({ role }) => role === 'button');
      // To the neighbours, the fix, to ignore, the menu with its four, and the seal.
      expect(buttons.length).toBeGreaterThanOrEqual(9);
      expect(buttons.filter(({ name }) => !name)).toEqual([]);
      expect(tree.some(({ role, name }) => role === 'dialog' && name !== '')).toBe(true);
      await press('Escape');
    });

  if (name === 'chrome')
    test('shows what Enter will press, after a click too', async () => {
      await show(FIELDS['rich text']);
      // The mouse alone has brought the focus.
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await page.mouse.click(400, 30);
      await openCard();
      const tools = await page.createCDPSession();
      const { root } = await tools.send('DOM.getDocument', { depth: -1, pierce: true });
      const { nodeIds } = await tools.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'qingyang-card' });
      const { node } = await tools.send('DOM.describeNode', { nodeId: nodeIds[0]!, depth: -1, pierce: true });
      const { object } = await tools.send('DOM.resolveNode', { backendNodeId: node.shadowRoots![0]!.backendNodeId });
      const { result } = await tools.send('Runtime.callFunctionOn', {
        objectId: object.objectId!,
        functionDeclaration: 'function () { return getComputedStyle(this.activeElement).outlineStyle; }',
      });
      expect(result.value).toBe('solid');
      await press('Escape');
    });
});
