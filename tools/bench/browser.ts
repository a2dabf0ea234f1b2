import type { Page } from 'puppeteer-core';
import { TYPING_PAUSE } from '../../lib/page/checked-field.ts';
import { buildExtension } from '../../tests/e2e/build-extension.ts';
import { launchBrowser } from '../../tests/e2e/harness/browsers.ts';
import { startServer } from '../../tests/e2e/harness/server.ts';
import { reportText } from './report-text.ts';

const REPORT = 5000;
const KEYS = 40;
const WORD = '参加参加';

export interface LatencyFigures {
  /** Milliseconds from the last key press to the painted highlight, less the typing pause. */
  readonly median: number;
  readonly p95: number;
  readonly samples: number;
  readonly typingPause: number;
}

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
  await browserPage.keyboard.sendCharacter(`，今天${WORD}`);
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

/** Measures in Chromium, in a rich text field with a report of 5,000 characters, by real key events. */
export async function measureLatency(): Promise<LatencyFigures> {
  buildExtension();
  const server = await startServer();
  server.serve('/bench.html', page());
  const extension = await launchBrowser('chrome');
  try {
    const browserPage = await extension.newPage();
    await browserPage.goto(`${server.origin}/bench.html`);
    await browserPage.click('#editor p:nth-of-type(4)');
    await browserPage.keyboard.press('End');
    await browserPage.waitForFunction(() => CSS.highlights.size > 0);
    const times: number[] = [];
    for (let count = 1; count <= KEYS; count++) times.push(await sample(browserPage, count));
    times.sort((a, b) => a - b);
    return {
      median: times[Math.floor(KEYS / 2)]!,
      p95: times[Math.ceil(KEYS * 0.95) - 1]!,
      samples: KEYS,
      typingPause: TYPING_PAUSE,
    };
  } finally {
    await extension.close();
    await server.close();
  }
}
