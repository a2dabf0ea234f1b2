/** Real browsers with the built extension in them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findBrowser } from '../../../tools/browsers.mjs';
import { EXTENSION_PATHS } from '../build-extension.ts';

export const BROWSERS = ['chrome', 'firefox'] as const;
export type BrowserName = (typeof BROWSERS)[number];

/** Firefox gives every installation a random UUID; a fixed one lets a test open the extension's pages. */
const FIREFOX_UUID = '6b1f1c58-6a4e-4c55-9f37-0f7a5f1f2a11';

export interface ExtensionBrowser {
  readonly name: BrowserName;
  readonly browser: Browser;
  /** 'chrome-extension://…/' or 'moz-extension://…/'. */
  readonly extensionUrl: string;
  newPage(): Promise<Page>;
  /**
   * Opens a page of the extension, such as 'popup.html', for the tab that shows `page`: the tab's number is added as
   * `?tab=`. The checked page stays the active one of its window.
   */
  openExtensionPage(path: string, page?: Page): Promise<Page>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  headless?: boolean;
  /** The folder of another build than the one just made. */
  extensionPath?: string;
  args?: readonly string[];
}

/** Starts the browser with the extension; throws when the browser is not on this machine. */
export async function launchBrowser(name: BrowserName, options: LaunchOptions = {}): Promise<ExtensionBrowser> {
  const executablePath = findBrowser(name);
  if (!executablePath) throw new Error(`${name} is not installed; run npm test, which installs it where it can`);
  const extensionPath = options.extensionPath ?? EXTENSION_PATHS[name];
  const browser = await (name === 'chrome' ? launchChrome : launchFirefox)(executablePath, options);
  const id = await browser.installExtension(extensionPath);
  const extensionUrl = name === 'chrome' ? `chrome-extension://${id}/` : `moz-extension://${FIREFOX_UUID}/`;
  await closeWelcomePage(browser, extensionUrl);
  const newPage = async () => {
    const page = await browser.newPage();
    page.setDefaultTimeout(15_000);
    return page;
  };

  return {
    name,
    browser,
    extensionUrl,
    newPage,
    async openExtensionPage(path, page) {
      await page?.bringToFront();
      const opened = await browser.newPage({ background: page !== undefined });
      opened.setDefaultTimeout(15_000);
      await navigate(opened, extensionUrl + path);
      if (page) {
        const tab = await opened.evaluate(activeTab);
        await navigate(opened, `${extensionUrl}${path}?tab=${tab}`);
      }
      return opened;
    },
    close: () => browser.close(),
  };
}

/** Installation opens a page that would come to the front of whatever is tested. */
async function closeWelcomePage(browser: Browser, extensionUrl: string): Promise<void> {
  // Firefox tells of no tab that an extension opens; a page of the extension sees the others. It takes the tab that is there:
  // while Firefox opens one for WebDriver, now and then it opens none for the extension.
  const [page] = await browser.pages();
  await navigate(page!, `${extensionUrl}welcome.html?test`);
  // A busy machine takes its time to start an extension.
  await page!.waitForFunction(closeWelcomeTabs, { polling: 50, timeout: 100_000 });
  await page!.goto('about:blank');
}

/** Runs in a page of the extension: closes the first page, where it is already there. */
function closeWelcomeTabs(): boolean {
  type Views = { extension: { getViews(filter: object): Window[] } };
  const page = globalThis as unknown as { browser?: Views; chrome: Views };
  const views = (page.browser ?? page.chrome).extension.getViews({ type: 'tab' });
  const welcome = views.find(({ location }) => location.pathname === '/welcome.html' && location.search === '');
  welcome?.close();
  return welcome !== undefined;
}

/**
 * Goes to a page of the extension. Puppeteer's own `goto` waits for events that Firefox does not send of such pages, so
 * there the WebDriver command itself, which does return when the page has loaded, is sent.
 */
async function navigate(page: Page, url: string): Promise<void> {
  const frame = page.mainFrame() as unknown as {
    browsingContext?: { navigate(url: string, wait: string): Promise<void> };
  };
  if (frame.browsingContext) await frame.browsingContext.navigate(url, 'complete');
  else await page.goto(url);
}

/** Runs in a page of the extension; Chrome has `browser` only where the polyfill was loaded. */
async function activeTab(): Promise<number | undefined> {
  const page = globalThis as unknown as { browser?: Browser; chrome: Browser };
  type Browser = { tabs: { query(filter: object): Promise<{ id?: number }[]> } };
  const [tab] = await (page.browser ?? page.chrome).tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

const launchChrome = (executablePath: string, { headless = true, args = [] }: LaunchOptions) =>
  puppeteer.launch({
    executablePath,
    headless,
    pipe: true,
    // Chromium on Linux takes the language of its interface from here.
    env: { ...process.env, LANGUAGE: 'zh_CN' },
    enableExtensions: true,
    defaultViewport: { width: 1100, height: 800 },
    args: [
      // The sandbox refuses to run as root, which is who continuous integration is.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-timer-throttling',
      '--disable-renderer-backgrounding',
      ...args,
    ],
  });

/** The extension's id in its manifest. */
function firefoxId(): string {
  const manifest = JSON.parse(readFileSync(join(EXTENSION_PATHS.firefox, 'manifest.json'), 'utf8'));
  return manifest.browser_specific_settings.gecko.id;
}

const launchFirefox = (executablePath: string, { headless = true, args = [] }: LaunchOptions) =>
  puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless,
    defaultViewport: { width: 1100, height: 800 },
    // Without it WebDriver may not navigate to the extension's own pages.
    args: ['--remote-allow-system-access', ...args],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [firefoxId()]: FIREFOX_UUID }),
      'intl.locale.requested': 'zh-CN',
      // The test pages are local: nothing else should be asked of the network.
      'browser.newtabpage.enabled': false,
    },
  });
