/** One editor's page, open in a browser: what the checks do to it and read from it. */
import { type CDPSession, type Frame, type KeyInput, type Page, TimeoutError } from 'puppeteer-core';
import type { ExtensionBrowser } from '../harness/browsers.ts';
import { nextFrame, paintedTexts, waitForPainted } from '../harness/highlights.ts';
import type { TestServer } from '../harness/server.ts';
import { bundlePage } from './bundle.ts';
import type { EditorUnderTest } from './editors.ts';
import type { Content } from './page-contract.ts';

/** The extension's page from which commands are given. */
interface Watcher {
  browser?: ExtensionApi;
  chrome: ExtensionApi;
  port?: ChecklistPort;
  state?: ChecklistView;
}
interface ExtensionApi {
  runtime: { connect(options: { name: string }): ChecklistPort };
}
interface ChecklistPort {
  postMessage(message: object): void;
  disconnect(): void;
  onMessage: { addListener(listener: (state: ChecklistView) => void): void };
}
interface ChecklistView {
  status: string;
  length?: number;
  issues?: { key: string; matched: string; range: number[]; fix?: object }[];
  refused?: number;
}

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
  #watcher: Page | undefined;
  #cdp: CDPSession | undefined;

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

  async painted(expected: readonly string[], frame?: Frame): Promise<void> {
    await waitForPainted(frame ?? (await this.frame()), expected);
  }

  /** Fails when anything else is painted at any time within twice the typing pause. */
  async staysPainted(expected: readonly string[]): Promise<void> {
    const frame = await this.frame();
    const until = Date.now() + 600;
    while (Date.now() < until) await waitForPainted(frame, expected, 100);
  }

  /** Waits until these words are among what is painted. */
  async paints(words: string): Promise<void> {
    const frame = await this.frame();
    const deadline = Date.now() + 20_000;
    while (!(await paintedTexts(frame)).includes(words)) {
      if (Date.now() > deadline) throw new Error(`${words} is not painted`);
      await nextFrame(this.page);
    }
  }

  /** Scrolls to the end of the text, which editors that draw a part of it find bit by bit, until paint is seen there. */
  async scrollToEnd(words: RegExp): Promise<void> {
    const frame = await this.frame();
    const deadline = Date.now() + 10_000;
    for (;;) {
      await this.page.evaluate(() => {
        const editable = window.testPage.editor!.editable();
        const end = editable instanceof HTMLTextAreaElement ? editable : editable.lastElementChild!;
        end.scrollIntoView({ block: 'end' });
        editable.scrollTop = editable.scrollHeight;
      });
      await this.settle();
      const isSeen = await frame.evaluate((words) => {
        const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight] as Range[]);
        return ranges.some((range) => {
          const { top, bottom, width } = range.getBoundingClientRect();
          const line = (range.startContainer as Text).data;
          return width > 0 && top >= 0 && bottom <= innerHeight && new RegExp(words).test(line);
        });
      }, words.source);
      if (isSeen) return;
      if (Date.now() > deadline) throw new Error('nothing is painted at the end of the text');
    }
  }

  /** How many bold stretches and links the editor's own value has. */
  async formats(): Promise<{ bold: number; link: number }> {
    const value = await this.value();
    return {
      bold: value.match(/<(?:strong|b)\b|"bold":true|"style":"BOLD"|"format":1\b/g)?.length ?? 0,
      link: value.match(/<a\b|"href":|"link":|"type":"link"/g)?.length ?? 0,
    };
  }

  setHolder = (property: string, value: string): Promise<void> =>
    this.page.evaluate(
      (property, value) => document.querySelector<HTMLElement>('#holder')!.style.setProperty(property, value),
      property,
      value,
    );

  /** False where the test page has no way to it. */
  setReadOnly = (readOnly: boolean): Promise<boolean> =>
    this.page.evaluate(async (readOnly) => {
      const { editor } = window.testPage;
      await editor!.setReadOnly?.(readOnly);
      return editor!.setReadOnly !== undefined;
    }, readOnly);

  /** Takes the opt-out attribute away. */
  allow = (): Promise<void> => this.page.evaluate(() => document.documentElement.removeAttribute('data-qingyang'));

  /** Waits until the editor has come to rest, starts to count events, and gives what `recorded` gives then. */
  async record(): Promise<unknown> {
    await this.settle();
    await this.page.evaluate(async () => {
      const editable = window.testPage.editor!.editable();
      let html = '';
      while (html !== editable.outerHTML) {
        html = editable.outerHTML;
        await new Promise((resolve) => setTimeout(resolve, 150));
      }
      const counts: Record<string, number> = {};
      for (const type of ['input', 'change', 'beforeinput', 'compositionstart', 'keydown', 'focus', 'mouseup']) {
        counts[type] = 0;
        editable.ownerDocument.addEventListener(type, () => counts[type]!++, { capture: true });
      }
      Object.assign(window, { counts });
    });
    return this.recorded();
  }

  recorded = (): Promise<unknown> =>
    this.page.evaluate(async () => {
      const { editor } = window.testPage;
      const editable = editor!.editable();
      const holder = document.querySelector('#holder')!;
      return {
        value: await editor!.value(),
        html: editable.outerHTML,
        holder: holder.outerHTML,
        root: [...editable.ownerDocument.documentElement.attributes]
          .filter(({ name }) => name !== 'data-qingyang')
          .map(({ name, value }) => `${name}=${value}`),
        body: editable.ownerDocument.body.getAttribute('style'),
        counts: { ...(window as unknown as { counts: Record<string, number> }).counts },
      };
    });

  async #devTools(): Promise<CDPSession> {
    this.#cdp ??= await this.page.createCDPSession();
    return this.#cdp;
  }

  /** What an input method shows while it composes; '' takes it back. */
  async compose(text: string): Promise<void> {
    const { length } = text;
    const cdp = await this.#devTools();
    await cdp.send('Input.imeSetComposition', { text, selectionStart: length, selectionEnd: length });
    await this.settle();
  }

  async commit(text: string): Promise<void> {
    const cdp = await this.#devTools();
    await cdp.send('Input.insertText', { text });
    await this.settle();
  }

  /** Waits until the editor's own text is as expected, and fails by saying what it is instead. */
  async hasText(expected: string, timeout = 5_000): Promise<void> {
    const deadline = Date.now() + timeout;
    let last = '';
    while (Date.now() < deadline) {
      last = await this.text();
      if (last === expected) return;
      await nextFrame(this.page);
    }
    throw new Error(`the editor holds ${JSON.stringify(last)}, expected ${JSON.stringify(expected)}`);
  }

  /** Puts the caret `offset` characters into the first occurrence of `words`. */
  async placeCaret(words: string, offset: number): Promise<void> {
    const at = (await this.text()).indexOf(words);
    if (at === -1) throw new Error(`no ${words} in the editor`);
    await this.placeCaretAt(at + offset);
  }

  /**
   * Puts the caret at an offset of the editor's text; at the start of a line it may stand at the end of the one before.
   * An editor that is still drawing puts it back: as a writer would, this looks where it is before going on.
   */
  async placeCaretAt(offset: number): Promise<void> {
    const breaks = (await this.text()).slice(0, offset).split('\n').length - 1;
    await this.page.bringToFront();
    const deadline = Date.now() + 5_000;
    do {
      if (Date.now() > deadline) throw new Error(`the caret does not stay at ${offset}`);
      await this.settle();
      const region = await this.#collapse(offset, breaks);
      if (region) {
        await this.page.mouse.click(region.x, region.y);
        await this.#collapse(offset, breaks);
      }
      await this.settle();
    } while (!(await this.#isCaretAt(offset, breaks)));
  }

  /** Gives the middle of the paragraph where it is a region of its own: such editors must see it pressed. */
  #collapse = (offset: number, breaks: number): Promise<{ x: number; y: number } | undefined> =>
    this.page.evaluate(
      (offset, breaks) => {
        const editable = window.testPage.editor!.editable();
        editable.ownerDocument.defaultView!.focus();
        editable.focus();
        if (editable instanceof HTMLTextAreaElement || editable instanceof HTMLInputElement) {
          editable.setSelectionRange(offset, offset);
          return undefined;
        }
        const walker = editable.ownerDocument.createTreeWalker(editable, NodeFilter.SHOW_TEXT);
        let left = offset - breaks;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const { data, parentElement } = node as Text;
          let at = 0;
          // Line breaks between blocks, and what editors hold the caret with, are no text.
          for (; at < data.length && left > 0; at++) if (!/[\u200b\u2060\ufeff\n\t]/.test(data[at]!)) left--;
          if (left > 0 || data === '') continue;
          editable.ownerDocument.getSelection()!.collapse(node, at);
          const region = parentElement?.closest<HTMLElement>('[contenteditable="true"]');
          if (!region || !editable.contains(region) || region === editable) return undefined;
          const box = region.getBoundingClientRect();
          return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
        }
        throw new Error('the editor shows less text than it holds');
      },
      offset,
      breaks,
    );

  /** Whether the caret is there, in the page and for the editor itself. */
  #isCaretAt = (offset: number, breaks: number): Promise<boolean> =>
    this.page.evaluate(
      (offset, breaks) => {
        const editor = window.testPage.editor!;
        const editable = editor.editable();
        if (editable instanceof HTMLTextAreaElement || editable instanceof HTMLInputElement) {
          return editable.selectionStart === offset && editable.selectionEnd === offset;
        }
        const selection = editable.ownerDocument.getSelection();
        if (!selection?.isCollapsed || !editable.contains(selection.focusNode)) return false;
        const before = editable.ownerDocument.createRange();
        before.selectNodeContents(editable);
        before.setEnd(selection.focusNode!, selection.focusOffset);
        const length = before.toString().replace(/[\u200b\u2060\ufeff\n\t]/g, '').length;
        return length === offset - breaks && (editor.caret?.() ?? offset) === offset;
      },
      offset,
      breaks,
    );

  /** Lets the editor act on what has just been done: two frames and a task. A page that is not shown has no frames. */
  async settle(): Promise<void> {
    await this.page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 0)));
          setTimeout(resolve, 250);
        }),
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
    const frame = await this.frame();
    await frame.waitForFunction(() => document.activeElement?.localName === 'qingyang-card');
    await this.press('Enter');
    await frame.waitForFunction(() => !document.querySelector('qingyang-card'));
  }

  /** The same where no card may come, or its fix be refused; false when none came. */
  async fixIfOffered(time: number): Promise<boolean> {
    await this.press('Alt', 'Period');
    const frame = await this.frame();
    // The card comes with the key or not at all.
    if (!(await frame.$('qingyang-card'))) return false;
    await this.press('Enter');
    const isGone = frame.waitForFunction(() => !document.querySelector('qingyang-card'), { timeout: time });
    await isGone.catch((error: unknown) => {
      if (!(error instanceof TimeoutError)) throw error;
      return this.press('Escape');
    });
    return true;
  }

  /** A page of the extension that watches this one as the popup does. */
  async #checklist(): Promise<Page> {
    this.#watcher ??= await this.browser.openExtensionPage('popup.html', this.page);
    await this.page.bringToFront();
    return this.#watcher;
  }

  /** Opens the connection that the popup has, and waits until its checklist has `count` issues of so long a text. */
  async watch(count: number): Promise<void> {
    const watcher = await this.#checklist();
    const { length } = await this.text();
    await watcher.evaluate(
      (count, length) => {
        const page = globalThis as unknown as Watcher;
        page.port?.disconnect();
        const port = (page.browser ?? page.chrome).runtime.connect({ name: 'checklist' });
        page.port = port;
        return new Promise<void>((resolve, reject) => {
          setTimeout(() => reject(new Error(`the checklist never had ${count} issues`)), 10_000);
          port.onMessage.addListener((state) => {
            page.state = state;
            if (state.status === 'ready' && state.issues?.length === count && state.length === length) resolve();
          });
          port.postMessage({ type: 'watch', tab: Number(new URLSearchParams(location.search).get('tab')) });
        });
      },
      count,
      length,
    );
  }

  /**
   * Gives a command as the popup would; a `fix` is for the first issue of these words. Gives how many fixes were
   * refused, or 0 when no issue with a certain fix is left; undefined when nothing came of it, since the text was
   * just about to be checked again.
   */
  async command(type: 'fix' | 'fix-all', words = ''): Promise<number | undefined> {
    if (!this.#watcher) throw new Error('watch first');
    return this.#watcher.evaluate(
      (type, words) => {
        const { port, state } = globalThis as unknown as Required<Watcher>;
        const { issues = [] } = state;
        const issue = issues.find(({ matched }) => matched === words);
        return new Promise<number | undefined>((resolve) => {
          setTimeout(() => resolve(undefined), 5_000);
          port.onMessage.addListener(({ status, issues: left = [], refused = 0 }) => {
            if (status === 'ready' && (refused > 0 || left.every(({ fix }) => !fix))) resolve(refused);
          });
          port.postMessage(type === 'fix' ? { type, key: issue!.key, start: issue!.range[0] } : { type });
        });
      },
      type,
      words,
    );
  }

  undo = (): Promise<void> => this.press('Control', 'z');
  redo = (): Promise<void> => (this.editor.redo ? this.press('Control', 'y') : this.press('Control', 'Shift', 'z'));

  async close(): Promise<void> {
    await this.#watcher?.close();
    await this.page.close();
  }
}
