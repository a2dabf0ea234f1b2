/** One editor's page, open in a browser: what the checks do to it and read from it. */
import type { Frame, KeyInput, Page } from 'puppeteer-core';
import type { ExtensionBrowser } from '../harness/browsers.ts';
import { waitForPainted } from '../harness/highlights.ts';
import type { TestServer } from '../harness/server.ts';
import { bundlePage } from './bundle.ts';
import type { EditorUnderTest } from './editors.ts';
import type { Content } from './page-contract.ts';

export interface PageOptions {
  /** Around the place where the editor is mounted: HTML with an element #place in it. */
  readonly body?: string;
  /** Attributes of <html>. */
  readonly html?: string;
}

export class Workbench {
  readonly editor: EditorUnderTest;
  readonly browser: ExtensionBrowser;
  readonly page: Page;

  private constructor(editor: EditorUnderTest, browser: ExtensionBrowser, page: Page) {
    this.editor = editor;
    this.browser = browser;
    this.page = page;
  }

  static async open(
    editor: EditorUnderTest,
    browser: ExtensionBrowser,
    server: TestServer,
    { body = '<div id="place"></div>', html = '' }: PageOptions = {},
  ): Promise<Workbench> {
    const script = await bundlePage(editor.script);
    const heads = [
      ...(editor.styles ?? []).map((path) => `<link rel="stylesheet" href="${path}">`),
      ...(editor.scripts ?? []).map((path) => `<script src="${path}"></script>`),
    ];
    server.serve(`/bundle/${editor.script}.js`, script);
    server.serve(
      `/editor/${editor.script}`,
      `<!doctype html><html lang="zh-CN" ${html}><meta charset="utf-8"><title>${editor.name}</title>
<style>body{font:16px/1.8 'Noto Sans CJK SC',sans-serif;margin:20px}</style>${heads.join('')}
<body>${body}<script src="/bundle/${editor.script}.js"></script></body></html>`,
    );
    const page = await browser.newPage();
    await page.goto(`${server.origin}/editor/${editor.script}`);
    return new Workbench(editor, browser, page);
  }

  async mount(content: Content): Promise<void> {
    await this.page.evaluate((pieces) => window.testPage.mount(pieces), this.fit(content));
  }

  unmount = (): Promise<void> => this.page.evaluate(() => window.testPage.unmount());

  /** The content as far as the editor can hold it. */
  fit(content: Content): Content {
    const plain = this.editor.isRich ? content : content.map((pieces) => pieces.map(({ text }) => ({ text })));
    return this.editor.isSingleLine ? [plain.flat()] : plain;
  }

  /** The frame that the text is edited in. */
  async frame(): Promise<Frame> {
    if (!this.editor.isFramed) return this.page.mainFrame();
    const handle = await this.page.evaluateHandle(() => {
      const { defaultView } = window.testPage.editor!.editable().ownerDocument;
      return defaultView?.frameElement ?? null;
    });
    const frame = await handle.asElement()?.contentFrame();
    if (!frame) throw new Error('the editor has no frame');
    return frame;
  }

  text = (): Promise<string> => this.page.evaluate(() => window.testPage.editor!.text());
  value = (): Promise<string> => this.page.evaluate(() => window.testPage.editor!.value());

  async painted(expected: readonly string[]): Promise<void> {
    await waitForPainted(await this.frame(), expected);
  }

  /** Waits until the editor's own text is as expected, and fails by saying what it is instead. */
  async hasText(expected: string, timeout = 5_000): Promise<void> {
    const deadline = Date.now() + timeout;
    let last = '';
    while (Date.now() < deadline) {
      last = await this.text();
      if (last === expected) return;
      await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
    throw new Error(`the editor holds ${JSON.stringify(last)}, expected ${JSON.stringify(expected)}`);
  }

  /** Puts the caret `offset` characters into the n-th occurrence of `words`. */
  async placeCaret(words: string, offset: number): Promise<void> {
    await this.page.bringToFront();
    await this.page.evaluate(
      (words, offset) => {
        const editable = window.testPage.editor!.editable();
        editable.ownerDocument.defaultView!.focus();
        editable.focus();
        if (editable instanceof HTMLTextAreaElement || editable instanceof HTMLInputElement) {
          const at = editable.value.indexOf(words) + offset;
          editable.setSelectionRange(at, at);
          return;
        }
        const walker = editable.ownerDocument.createTreeWalker(editable, NodeFilter.SHOW_TEXT);
        const nodes: Text[] = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text);
        let left =
          nodes
            .map(({ data }) => data)
            .join('')
            .indexOf(words) + offset;
        if (left < offset) throw new Error(`no ${words} in the editor`);
        for (const node of nodes) {
          if (left <= node.data.length) {
            // Some editors have a field of its own for each paragraph.
            node.parentElement?.closest<HTMLElement>('[contenteditable="true"]')?.focus();
            const root = editable.getRootNode() as Document & { getSelection?(): Selection | null };
            (root.getSelection?.() ?? editable.ownerDocument.getSelection())!.collapse(node, left);
            return;
          }
          left -= node.data.length;
        }
      },
      words,
      offset,
    );
    await this.settle();
  }

  /** Lets the editor act on what has just been done: two frames and a task. */
  async settle(): Promise<void> {
    await this.page.evaluate(
      () =>
        new Promise<void>((resolve) =>
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 0))),
        ),
    );
  }

  type = (text: string): Promise<void> => this.page.keyboard.type(text);

  async press(...keys: KeyInput[]): Promise<void> {
    const { keyboard } = this.page;
    for (const key of keys.slice(0, -1)) await keyboard.down(key);
    await keyboard.press(keys.at(-1)!);
    for (const key of keys.slice(0, -1).reverse()) await keyboard.up(key);
  }

  /** Fixes the issue at the caret as a writer without a mouse does: card, then its first button. */
  async fixAtCaret(): Promise<void> {
    await this.press('Alt', 'Period');
    await (await this.frame()).waitForSelector('qingyang-card');
    await this.press('Enter');
  }

  undo = (): Promise<void> => this.press('Control', 'z');
  redo = (): Promise<void> => (this.editor.redo ? this.press('Control', 'y') : this.press('Control', 'Shift', 'z'));

  close = (): Promise<void> => this.page.close();
}
