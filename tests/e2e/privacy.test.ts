/** What docs/privacy.md promises, held against the extension as it is built and as it runs. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXTENSION_PATHS, ROOT } from './build-extension.ts';
import { BROWSERS, type ExtensionBrowser, launchBrowser } from './harness/browsers.ts';
import { startServer, type TestServer } from './harness/server.ts';

interface Manifest {
  permissions?: string[];
  host_permissions?: string[];
  optional_permissions?: string[];
  optional_host_permissions?: string[];
  content_scripts: { matches: string[] }[];
}

/** The first column of the table below that heading of the page: `name` in each row, or `name`（Browser） for one browser. */
function documented(heading: string, browser: string): string[] {
  const page = readFileSync(join(ROOT, 'docs', 'privacy.md'), 'utf8');
  const section = page.split('\n## ').find((part) => part.startsWith(heading));
  return [...(section ?? '').matchAll(/^\| `([^`]+)`(?:（(\w+)）)? \| \S/gm)].flatMap(([, name, only]) =>
    only === undefined || only.toLowerCase() === browser ? [name!] : [],
  );
}

/** Ways to send something from a page; the page's own code may use them, the content script has no need to. */
const SENDING = /\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|WebTransport|RTCPeerConnection)\b/;

describe.each(BROWSERS)('privacy in %s', (name) => {
  const path = EXTENSION_PATHS[name];
  const manifest = JSON.parse(readFileSync(join(path, 'manifest.json'), 'utf8')) as Manifest;
  let server: TestServer;
  let extension: ExtensionBrowser;

  beforeAll(async () => {
    server = await startServer();
    extension = await launchBrowser(name);
  });
  afterAll(async () => {
    await extension?.close();
    await server?.close();
  });

  it('asks for the permissions that the page gives reasons for, and no more', () => {
    expect(manifest.permissions).toEqual(documented('权限', name));
    expect(manifest.host_permissions ?? []).toEqual([]);
    expect(manifest.optional_permissions ?? []).toEqual([]);
    expect(manifest.optional_host_permissions ?? []).toEqual([]);
    expect([...new Set(manifest.content_scripts.flatMap(({ matches }) => matches))]).toEqual(
      documented('在哪些网页运行', name),
    );
  });

  it('has no code that sends in what runs in web pages', () => {
    const folder = join(path, 'content-scripts');
    const scripts = readdirSync(folder).filter((file) => file.endsWith('.js'));
    expect(scripts).not.toEqual([]);
    for (const script of scripts) expect(readFileSync(join(folder, script), 'utf8')).not.toMatch(SENDING);
  });

  it('cannot reach the network from its own pages', async () => {
    server.serve('/reached', { body: 'reached', headers: { 'access-control-allow-origin': '*' } });
    const page = await extension.openExtensionPage('options.html');
    const outcome = await page.evaluate(
      (url) =>
        fetch(url).then(
          (answer) => answer.text(),
          (error: unknown) => `refused: ${(error as Error).name}`,
        ),
      `${server.origin}/reached`,
    );
    expect(outcome).toBe('refused: TypeError');
    await page.close();
  });

  // Firefox has no way to reach its event page from a test.
  if (name === 'chrome')
    it('cannot reach the network from its background', async () => {
      server.serve('/reached', { body: 'reached', headers: { 'access-control-allow-origin': '*' } });
      const target = await extension.browser.waitForTarget((candidate) => candidate.type() === 'service_worker');
      const worker = await target.worker();
      const outcome = await worker!.evaluate(
        (url) =>
          fetch(url).then(
            (answer) => answer.text(),
            (error: unknown) => `refused: ${(error as Error).name}`,
          ),
        `${server.origin}/reached`,
      );
      expect(outcome).toBe('refused: TypeError');
    });

  it('adds no request to a page while it checks it', async () => {
    server.serve(
      '/private',
      '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><textarea></textarea>',
    );
    const page = await extension.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(`${server.origin}/private`);
    await page.type('textarea', '选派帮扶帮扶工作队。');
    const popup = await extension.openExtensionPage('popup.html', page);
    await popup.bringToFront();
    await popup.waitForSelector('[data-issue]');
    const foreign = requests.filter((url) => !/^(?:data|chrome-extension|moz-extension):/.test(url));
    expect(foreign).toEqual([`${server.origin}/private`]);
    await popup.close();
    await page.close();
  });
});
