/**
 * Random writers in every editor: whatever they do in whatever order, the editor holds what was typed and fixed, nothing
 * lost and nothing doubled. FUZZ_COUNT is the number of writers in all, FUZZ_SEED makes others of them; a failure names
 * the FUZZ_EDITOR, FUZZ_SEED and FUZZ_PATH with which it happens again.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, test } from 'vitest';
import type { Checker } from '../../../lib/engine/checker.ts';
import { nodeChecker } from '../../../tools/check/node-checker.ts';
import { BROWSERS, type ExtensionBrowser, launchBrowser } from '../harness/browsers.ts';
import { startServer, type TestServer } from '../harness/server.ts';
import { CHOSEN_EDITORS, EDITORS } from './editors.ts';
import { noteWriters } from './outcomes.ts';
import { RandomWriter, type Step, steps } from './random-writer.ts';
import { CONTENT } from './sample.ts';
import { Workbench } from './workbench.ts';

const { FUZZ_COUNT = '12', FUZZ_SEED = '1', FUZZ_EDITOR, FUZZ_BROWSER, FUZZ_PATH } = process.env;
/** Four writers in five are in Chromium, which alone can be made to compose. */
const SHARES = { chrome: 0.8, firefox: 0.2 } as const;
/** So many writers in all are worth being written down. */
const LONG_RUN = 2_000;
/** Milliseconds that one writer takes at most. */
const WRITER_TIME = 60_000;

const editors = FUZZ_EDITOR ? EDITORS.filter(({ name }) => name === FUZZ_EDITOR) : CHOSEN_EDITORS;

let server: TestServer;
let checker: Checker;
beforeAll(async () => {
  server = await startServer();
  checker = await nodeChecker('zh-CN');
});
afterAll(() => server.close());

for (const browserName of BROWSERS.filter((name) => name === (FUZZ_BROWSER ?? name))) {
  describe(browserName, () => {
    let browser: ExtensionBrowser;
    beforeAll(async () => {
      browser = await launchBrowser(browserName);
    });
    let passed = 0;
    afterAll(() => {
      if (passed >= LONG_RUN * SHARES[browserName]) noteWriters(browserName, passed, FUZZ_SEED);
      return browser.close();
    });

    const count = Math.max(1, Math.ceil((Number(FUZZ_COUNT) * SHARES[browserName]) / editors.length));
    for (const editor of editors) {
      // A second chance would hide what a writer has found.
      test(`${count} in ${editor.name}`, { retry: 0, timeout: count * WRITER_TIME }, async () => {
        let bench: Workbench | undefined;
        const write = async (taken: Step[]) => {
          bench ??= await Workbench.open(editor, browser, server);
          try {
            await new RandomWriter(bench, checker).write(bench.fit(CONTENT), taken);
          } catch (error) {
            await bench.close();
            bench = undefined;
            throw new Error(`FUZZ_BROWSER=${browserName} FUZZ_EDITOR='${editor.name}': ${(error as Error).message}`);
          }
        };
        try {
          await fc.assert(fc.asyncProperty(steps, write), {
            seed: Number(FUZZ_SEED) * EDITORS.length + EDITORS.indexOf(editor),
            numRuns: count,
            endOnFailure: true,
            ...(FUZZ_PATH && { path: FUZZ_PATH }),
          });
          passed += count;
        } finally {
          await bench?.close();
        }
      });
    }
  });
}
