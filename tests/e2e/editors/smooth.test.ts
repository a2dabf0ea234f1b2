/** Fifty thousand characters in each editor: typing in them stays smooth, and paint follows the scrolling. */
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, type ExtensionBrowser, launchBrowser } from '../harness/browsers.ts';
import { accountOf, instrumentedExtension } from '../harness/instrumented.ts';
import { startServer, type TestServer } from '../harness/server.ts';
import { CHOSEN_EDITORS } from './editors.ts';
import { noteLongestTask, writeOutcomes } from './outcomes.ts';
import type { Content } from './page-contract.ts';
import { Workbench } from './workbench.ts';

/** A task of ours that takes longer keeps the page from answering. */
const LONGEST_TASK = 50;
const SENTENCE = '镇党委认真落实春耕备耕的各项任务，逐项梳理水渠和机耕道的维修进度，受到群众欢迎。';
const PARAGRAPHS = 500;
/** Each paragraph has one issue, so that there are too many to paint them all. */
const CONTENT: Content = Array.from({ length: PARAGRAPHS }, (_, index) => [
  { text: `第${index}段：${SENTENCE}选派帮扶帮扶工作队，${SENTENCE}` },
]);
const TYPED = '，继续推进推进各项工作';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => {
  writeOutcomes();
  return server.close();
});

for (const browserName of BROWSERS) {
  describe(browserName, () => {
    let extensionPath: string;
    let browser: ExtensionBrowser;
    beforeAll(async () => {
      extensionPath = instrumentedExtension(browserName);
      browser = await launchBrowser(browserName, { extensionPath });
    });
    afterAll(async () => {
      await browser.close();
      await rm(extensionPath, { recursive: true });
    });

    // Nobody writes a document in a field of one line.
    for (const editor of CHOSEN_EDITORS.filter(({ isSingleLine }) => !isSingleLine)) {
      test(editor.name, async () => {
        const bench = await Workbench.open(editor, browser, server);
        try {
          await bench.mount(CONTENT);
          const frame = await bench.frame();
          await bench.paints('帮扶帮扶');
          await bench.placeCaretAt((await bench.text()).indexOf('第3段') + 10);
          // From here on only what typing brings is counted.
          await accountOf(frame);
          await bench.type(TYPED);
          await bench.paints('推进推进');
          const typing = await accountOf(frame);
          await bench.scrollToEnd(/第49\d段/);
          noteLongestTask(browserName, editor.name, typing.longest);
          expect(typing.longest, typing.task).toBeLessThan(LONGEST_TASK);
        } finally {
          await bench.close();
        }
      });
    }
  });
}
