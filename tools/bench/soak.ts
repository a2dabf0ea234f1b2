/** Ten editors written in for minutes on end: what the extension holds at the start and at the end, and how fast it still is. */
import { buildExtension } from '../../tests/e2e/build-extension.ts';
import { EDITORS } from '../../tests/e2e/editors/editors.ts';
import { CONTENT } from '../../tests/e2e/editors/sample.ts';
import { Workbench } from '../../tests/e2e/editors/workbench.ts';
import { type ExtensionBrowser, launchBrowser } from '../../tests/e2e/harness/browsers.ts';
import { startServer } from '../../tests/e2e/harness/server.ts';

const COUNT = 10;
/** Stands nowhere in what the editors hold. */
const WORD = '按步就班';
/** At most so much more at the end than at the start. */
const GROWTH = {
  pageHeap: 1.3,
  backgroundHeap: 1.3,
  nodes: 1.05,
  listeners: 1.05,
  highlights: 1,
  latency: 1.5,
} as const;

/** Megabytes, counts, and milliseconds from the last key to the paint; of all pages together. */
export type Holdings = Record<keyof typeof GROWTH, number>;

export interface SoakFigures {
  readonly minutes: number;
  readonly editors: readonly string[];
  readonly edits: number;
  readonly start: Holdings;
  readonly end: Holdings;
}

/** Bytes that the extension's background holds after a collection of garbage. */
async function backgroundHeap({ browser }: ExtensionBrowser): Promise<number> {
  const target = await browser.waitForTarget((each) => each.type() === 'service_worker');
  const session = await target.createCDPSession();
  try {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  } finally {
    await session.detach();
  }
}

async function holdings(browser: ExtensionBrowser, benches: readonly Workbench[], latency: number): Promise<Holdings> {
  const sums = { pageHeap: 0, nodes: 0, listeners: 0, highlights: 0 };
  for (const bench of benches) {
    const { page } = bench;
    await page.bringToFront();
    const session = await page.createCDPSession();
    await session.send('HeapProfiler.collectGarbage');
    await session.detach();
    const { JSHeapUsedSize = 0, Nodes = 0, JSEventListeners = 0 } = await page.metrics();
    sums.pageHeap += JSHeapUsedSize / 2 ** 20;
    sums.nodes += Nodes;
    sums.listeners += JSEventListeners;
    const frame = await bench.frame();
    sums.highlights += await frame.evaluate(() =>
      [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0),
    );
  }
  return { ...sums, backgroundHeap: (await backgroundHeap(browser)) / 2 ** 20, latency };
}

/** Types a faulty word behind the first character, waits until it is painted, and takes it back. Milliseconds to the paint. */
async function write(bench: Workbench): Promise<number> {
  await bench.page.bringToFront();
  await bench.placeCaretAt(1);
  await bench.type(WORD);
  const typed = performance.now();
  await bench.paints(WORD);
  const latency = performance.now() - typed;
  for (const _ of WORD) await bench.press('Backspace');
  return latency;
}

const median = (times: readonly number[]) => [...times].sort((a, b) => a - b)[times.length >> 1]!;

/** @param minutes that it takes, after each editor has been written in once */
export async function soak(minutes: number): Promise<SoakFigures> {
  buildExtension();
  const server = await startServer();
  const browser = await launchBrowser('chrome');
  try {
    const editors = EDITORS.filter(({ isSingleLine }) => !isSingleLine).slice(0, COUNT);
    const benches: Workbench[] = [];
    for (const editor of editors) {
      const bench = await Workbench.open(editor, browser, server);
      await bench.mount(CONTENT);
      benches.push(bench);
    }
    const round = async () => {
      const times: number[] = [];
      for (const bench of benches) times.push(await write(bench));
      return times;
    };
    await round();
    const first = await round();
    const start = await holdings(browser, benches, median(first));
    const until = performance.now() + minutes * 60_000;
    let edits = 0;
    let last = first;
    while (performance.now() < until) {
      last = await round();
      edits += last.length;
    }
    return {
      minutes,
      editors: editors.map(({ name }) => name),
      edits,
      start,
      end: await holdings(browser, benches, median(last)),
    };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** What has grown by more than it may. */
export const grown = ({ start, end }: SoakFigures): (keyof Holdings)[] =>
  (Object.keys(GROWTH) as (keyof Holdings)[]).filter((name) => end[name] > start[name] * GROWTH[name]);
