/** The extension is replaced or removed under open editors: nothing of it stays behind that does nothing. */
import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { BROWSERS, type ExtensionBrowser, launchBrowser } from '../harness/browsers.ts';
import { nextFrame, paintedTexts, waitForPainted } from '../harness/highlights.ts';
import { accountOf, instrumentedExtension } from '../harness/instrumented.ts';
import { startServer, type TestServer } from '../harness/server.ts';
import { CHOSEN_EDITORS } from './editors.ts';
import { Workbench } from './workbench.ts';

const CONTENT = [[{ text: '今年选派帮扶帮扶工作队。' }]];
const ISSUES = ['帮扶帮扶'];

describe.each(BROWSERS)('%s', (name) => {
  let server: TestServer;
  let extensionPath: string;
  let browser: ExtensionBrowser;
  let benches: Workbench[];
  const errors: string[] = [];
  beforeAll(async () => {
    server = await startServer();
    extensionPath = instrumentedExtension(name);
  });
  afterAll(async () => {
    await server.close();
    await rm(extensionPath, { recursive: true });
  });
  beforeEach(async () => {
    browser = await launchBrowser(name, { extensionPath });
    benches = [];
    errors.length = 0;
    for (const editor of CHOSEN_EDITORS) {
      const bench = await Workbench.open(editor, browser, server);
      bench.page.on('pageerror', (error) => errors.push(`${editor.name}: ${error}`));
      benches.push(bench);
      await bench.mount(CONTENT);
      await bench.painted(ISSUES);
      await bench.placeCaretAt(0);
    }
  });
  afterEach(() => browser.close());

  /** Hosts of ours in the page, by name, those in the editor's own frame among them. */
  const hosts = async (bench: Workbench) => {
    const frames = new Set([bench.page.mainFrame(), await bench.frame()]);
    const names = await Promise.all(
      [...frames].map((frame) =>
        frame.$$eval(':root > *', (elements) =>
          elements.map(({ localName }) => localName).filter((localName) => localName.startsWith('qingyang-')),
        ),
      ),
    );
    return names.flat();
  };
  const NOTE = ['qingyang-note'];

  /** Waits, no longer than a second and what the test itself takes, until only the note is left of us. */
  async function isGone(bench: Workbench): Promise<void> {
    await bench.page.bringToFront();
    const frame = await bench.frame();
    await waitForPainted(frame, [], 3_000);
    await expect.poll(() => hosts(bench)).toEqual(NOTE);
    const sheets = () => frame.evaluate(() => document.adoptedStyleSheets.length);
    expect(await sheets()).toBe(0);
  }

  /** The note's computed background, which the page itself cannot read. */
  async function groundOfNote({ page }: Workbench): Promise<unknown> {
    const tools = await page.createCDPSession();
    await tools.send('DOM.enable');
    const { nodes } = await tools.send('DOM.getFlattenedDocument', { depth: -1, pierce: true });
    const note = nodes.find(({ attributes }) => attributes?.join('=').startsWith('class=note'));
    const { object } = await tools.send('DOM.resolveNode', { nodeId: note!.nodeId });
    const { result } = await tools.send('Runtime.callFunctionOn', {
      objectId: object.objectId!,
      functionDeclaration: 'function () { return getComputedStyle(this).backgroundColor; }',
    });
    await tools.detach();
    return result.value;
  }

  async function writesOn(bench: Workbench): Promise<void> {
    await bench.page.keyboard.type('再');
    await nextFrame(bench.page);
    expect((await bench.text()).length).toBe(CONTENT[0]![0]!.text.length + 1);
  }

  // Firefox ends a content script with its extension, and starts that of the next one.
  if (name === 'firefox')
    test('a new script takes over where the extension is replaced, and clears away what the old one has left', async () => {
      await browser.browser.installExtension(extensionPath);
      for (const bench of benches) {
        await bench.page.bringToFront();
        await bench.painted(ISSUES);
        const own = await hosts(bench);
        expect(own).toEqual([...new Set(own)]);
        expect(own).not.toContain(NOTE[0]);
        await bench.placeCaretAt(0);
        await bench.page.keyboard.type('再次再次');
        await bench.paints('再次再次');
        expect(await paintedTexts(await bench.frame())).toHaveLength(2);
      }
      expect(errors).toEqual([]);
    });

  if (name === 'chrome')
    test.each([
      ['replaced', () => browser.browser.installExtension(extensionPath)],
      ['removed', () => browser.browser.uninstallExtension(new URL(browser.extensionUrl).host)],
    ])('marks, hosts, sheets and listeners go, and one line says so, when it is %s', async (_, act) => {
      await act();
      for (const bench of benches) {
        await isGone(bench);
        expect(await groundOfNote(bench)).toBe('rgb(255, 255, 255)');
        const { listeners, observers, intervals } = await accountOf(await bench.frame());
        // The note's own: its button, and what keeps it beside the field.
        expect(listeners.filter((entry) => !/^(click on button|mousedown on div|scroll|resize)/.test(entry))).toEqual(
          [],
        );
        expect(intervals).toBe(0);
        expect(observers).toBeLessThanOrEqual(2);
        await bench.placeCaretAt(0);
        await writesOn(bench);
      }
      expect(errors).toEqual([]);
    });
});
