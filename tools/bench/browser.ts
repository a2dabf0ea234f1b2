import type { Page } from 'puppeteer-core';
import { TYPING_PAUSE } from '../../lib/page/checked-field.ts';
import { buildExtension } from '../../tests/e2e/build-extension.ts';
import { type ExtensionBrowser, launchBrowser } from '../../tests/e2e/harness/browsers.ts';
import { startServer } from '../../tests/e2e/harness/server.ts';
import { measurePages, type PageCost } from './pages.ts';
import { reportText } from './report-text.ts';

const REPORT = 5000;
const KEYS = 40;
const WORD = '布署';

export interface LatencyFigures {
  /** Milliseconds from the last key press to the painted highlight, less the typing pause. */
  readonly median: number;
  readonly p95: number;
  readonly samples: number;
  readonly typingPause: number;
}

export interface BrowserFigures {
  readonly latency: LatencyFigures;
  /** Milliseconds from opening a page in a browser just started to its first marks. */
  readonly coldStart: number;
  readonly pages: readonly PageCost[];
}

const STARTS = 5;

const escapeHtml = (text: string) => text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);

function page(): string {
  const paragraphs = reportText(REPORT)
    .split('\n')
    .map((line) => `<p>${escapeHtml(line) || '<br>'}</p>`);
  return `<!doctype html><meta charset="utf-8"><title>bench</title><div id="editor" contenteditable="true">${paragraphs.join('')}</div>`;
}

/** Types a faulty word and waits, frame by frame, until one more of its kind is painted. */
async function sample(browserPage: Page, expected: number): Promise<number> {
  await browserPage.evaluate(() => {
    document.addEventListener('input', ({ timeStamp }) => Object.assign(window, { lastInput: timeStamp }), {
      once: true,
    });
  });
  // Each time another clause: one that comes again would be told as a whole.
  await browserPage.keyboard.sendCharacter(`，${expected}日${WORD}`);
  const painted = await browserPage.waitForFunction(
    (word, count) => {
      const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
      const found = ranges.filter((range) => (range as Range).toString() === word).length;
      return found >= count && performance.now() - (window as unknown as { lastInput: number }).lastInput;
    },
    { polling: 'raf' },
    WORD,
    expected,
  );
  return Number(await painted.jsonValue()) - TYPING_PAUSE;
}

async function measureLatency(extension: ExtensionBrowser, url: string): Promise<LatencyFigures> {
  const browserPage = await extension.newPage();
  await browserPage.goto(url);
  await browserPage.click('#editor p:nth-of-type(4)');
  await browserPage.keyboard.press('End');
  await browserPage.waitForFunction(() => CSS.highlights.size > 0);
  const times: number[] = [];
  for (let count = 1; count <= KEYS; count++) times.push(await sample(browserPage, count));
  await browserPage.close();
  times.sort((a, b) => a - b);
  return {
    median: times[Math.floor(KEYS / 2)]!,
    p95: times[Math.ceil(KEYS * 0.95) - 1]!,
    samples: KEYS,
    typingPause: TYPING_PAUSE,
  };
}

/** Milliseconds from opening a page to its first marks, in a browser whose background has not run yet. */
async function measureColdStart(url: string): Promise<number> {
  const times: number[] = [];
  for (let start = 0; start < STARTS; start++) {
    const extension = await launchBrowser('chrome');
    try {
      const browserPage = await extension.newPage();
      await browserPage.goto(url);
      const painted = await browserPage.waitForFunction(() => CSS.highlights.size > 0 && performance.now(), {
        polling: 'raf',
      });
      times.push(Number(await painted.jsonValue()));
    } finally {
      await extension.close();
    }
  }
  return median(times);
}

const median = (times: readonly number[]) => [...times].sort((a, b) => a - b)[times.length >> 1]!;

/** Measures in Chromium, with a report of 5,000 characters in a rich text field, by real key events. */
export async function measureBrowser(): Promise<BrowserFigures> {
  buildExtension();
  const server = await startServer();
  server.serve('/bench.html', page());
  const url = `${server.origin}/bench.html`;
  try {
    const coldStart = await measureColdStart(url);
    const extension = await launchBrowser('chrome');
    try {
      return { coldStart, latency: await measureLatency(extension, url), pages: await measurePages() };
    } finally {
      await extension.close();
    }
  } finally {
    await server.close();
  }
}
