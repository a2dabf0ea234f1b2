/** What is painted, as the page itself can see it. */
import type { Frame, Page } from 'puppeteer-core';

export interface PaintedRange {
  /** The highlight's name without the prefix: 'typo-error'. */
  readonly name: string;
  readonly text: string;
}

/** Highlights of rich text, in order of their place, by name and exact text. */
export const paintedRanges = (frame: Page | Frame): Promise<PaintedRange[]> =>
  frame.evaluate(() => {
    const found: { name: string; text: string; range: Range }[] = [];
    for (const [key, highlight] of CSS.highlights) {
      if (!key.startsWith('qingyang-')) continue;
      for (const item of highlight) {
        const range = item as Range;
        found.push({ name: key.slice('qingyang-'.length), text: range.toString(), range });
      }
    }
    // Ranges of different trees have no order among them: the document's come first, then shadow roots as found.
    const roots = [document as Node, ...found.map(({ range }) => range.startContainer.getRootNode())];
    return found
      .map((item) => ({ ...item, root: roots.indexOf(item.range.startContainer.getRootNode()) }))
      .sort((a, b) => a.root - b.root || a.range.compareBoundaryPoints(Range.START_TO_START, b.range))
      .map(({ name, text }) => ({ name, text }));
  });

/** The painted strings alone, sorted by place. */
export const paintedTexts = async (frame: Page | Frame): Promise<string[]> =>
  (await paintedRanges(frame)).map(({ text }) => text);

/** A frame of the page's own, so that it is not kept busy by being asked; a page that is not shown has none. */
export const nextFrame = (frame: Page | Frame): Promise<void> =>
  frame.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => resolve());
        setTimeout(resolve, 100);
      }),
  );

/** Waits until exactly these strings are painted, and fails by saying what is painted instead. */
export async function waitForPainted(
  frame: Page | Frame,
  expected: readonly string[],
  timeout = 10_000,
): Promise<void> {
  const deadline = Date.now() + timeout;
  let last: string[] = [];
  while (Date.now() < deadline) {
    last = await paintedTexts(frame);
    if (JSON.stringify(last) === JSON.stringify(expected)) return;
    await nextFrame(frame);
  }
  throw new Error(`painted ${JSON.stringify(last)}, expected ${JSON.stringify(expected)}`);
}
