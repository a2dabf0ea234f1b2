/** What the extension costs a page: main thread while it opens and while it is scrolled, with the extension and without. */
import puppeteer, { type Browser } from 'puppeteer-core';
import { buildExtension } from '../../tests/e2e/build-extension.ts';
import { launchBrowser } from '../../tests/e2e/harness/browsers.ts';
import { startServer } from '../../tests/e2e/harness/server.ts';
import { findBrowser } from '../browsers.mjs';

const FIELDS = [0, 5, 200, 600] as const;
const ROUNDS = 5;
const FRAMES = 60;
/** Pixels that a frame scrolls. */
const STRIDE = 37;
/** Milliseconds in which a page and all that is checked in it come to rest. */
const REST = 2_500;

/** Medians, in milliseconds. */
export interface PageCost {
  readonly fields: number;
  /** Main thread until the page has come to rest, more than without the extension. */
  readonly opening: number;
  /** Main thread of a frame while the page is scrolled, more than without the extension. */
  readonly frame: number;
}

function page(fields: number): string {
  const areas = Array.from(
    { length: fields },
    (_, index) =>
      `<p>第${index}项</p><textarea rows="4" cols="60">第${index}项：认真布署年度任务，选派帮扶帮扶工作队，扎实开展工作。</textarea>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>bench</title>${areas.join('')}`;
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Median main-thread time, in milliseconds, of opening the page and of a frame in which it is scrolled. */
async function measure(browser: Browser, url: string): Promise<{ opening: number; frame: number }> {
  const openings: number[] = [];
  const frames: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const tab = await browser.newPage();
    await tab.goto(url);
    await tab.evaluate((rest) => new Promise((resolve) => setTimeout(resolve, rest)), REST);
    const opened = (await tab.metrics()).TaskDuration!;
    await tab.evaluate(
      async (count, stride) => {
        for (let frame = 0; frame < count; frame++) {
          scrollBy(0, stride);
          await new Promise(requestAnimationFrame);
        }
      },
      FRAMES,
      STRIDE,
    );
    const scrolled = (await tab.metrics()).TaskDuration!;
    openings.push(opened * 1000);
    frames.push(((scrolled - opened) * 1000) / FRAMES);
    await tab.close();
  }
  return { opening: median(openings), frame: median(frames) };
}

/** Measures in Chromium pages with textareas that each have two issues. */
export async function measurePages(): Promise<PageCost[]> {
  buildExtension();
  const server = await startServer();
  const withIt = await launchBrowser('chrome');
  const without = await puppeteer.launch({
    executablePath: findBrowser('chrome')!,
    pipe: true,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const costs: PageCost[] = [];
    for (const fields of FIELDS) {
      server.serve(`/fields-${fields}`, page(fields));
      const url = `${server.origin}/fields-${fields}`;
      const bare = await measure(without, url);
      const ours = await measure(withIt.browser, url);
      costs.push({ fields, opening: ours.opening - bare.opening, frame: ours.frame - bare.frame });
    }
    return costs;
  } finally {
    await withIt.close();
    await without.close();
    await server.close();
  }
}
