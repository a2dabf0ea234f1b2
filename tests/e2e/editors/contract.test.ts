/** One contract for every editor, in both browsers. docs/editors.md is the table of its outcome. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, type ExtensionBrowser, launchBrowser } from '../harness/browsers.ts';
import { startServer, type TestServer } from '../harness/server.ts';
import { EDITORS, type EditorUnderTest } from './editors.ts';
import type { Content } from './page-contract.ts';
import { Workbench } from './workbench.ts';

const CONTENT: Content = [
  [
    { text: '今年选派驻村' },
    { text: '驻村', bold: true },
    { text: '工作队，扎实' },
    { text: '开展开展', link: true },
    { text: '帮扶活动。' },
  ],
  [{ text: '第二段：继续推进推进乡村振兴。' }],
];
const ISSUES = ['驻村驻村', '开展开展', '推进推进'];
const LINES = ['今年选派驻村驻村工作队，扎实开展开展帮扶活动。', '第二段：继续推进推进乡村振兴。'];

const textOf = (editor: EditorUnderTest, lines: readonly string[] = LINES) =>
  lines.join(editor.isSingleLine ? '' : '\n');

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

for (const browserName of BROWSERS) {
  describe(browserName, () => {
    let browser: ExtensionBrowser;
    beforeAll(async () => {
      browser = await launchBrowser(browserName);
    });
    afterAll(() => browser.close());

    for (const editor of EDITORS) {
      describe(editor.name, () => {
        let bench: Workbench | undefined;
        const check = (name: string, run: (bench: Workbench) => Promise<void>) =>
          test(name, async () => {
            bench ??= await Workbench.open(editor, browser, server);
            try {
              await bench.mount(CONTENT);
              await bench.painted(ISSUES);
              await run(bench);
              await bench.unmount();
            } catch (error) {
              // What went wrong must not spoil the next check: that one gets a page of its own.
              await bench.close();
              bench = undefined;
              throw error;
            }
          });
        afterAll(() => bench?.close());
        const original = textOf(editor);

        check('paints exactly the issues', async (bench) => {
          expect(await bench.text()).toBe(original);
        });

        check('keeps them exact while typing before, behind and inside', async (bench) => {
          await bench.placeCaret('驻村驻村', 0);
          await bench.type('新');
          await bench.hasText(original.replace('驻村驻村', '新驻村驻村'));
          await bench.painted(ISSUES);
          await bench.placeCaret('开展开展', 4);
          await bench.type('了');
          await bench.hasText(original.replace('驻村驻村', '新驻村驻村').replace('开展开展', '开展开展了'));
          await bench.painted(ISSUES);
          await bench.placeCaret('推进推进', 3);
          await bench.type('不');
          await bench.painted(['驻村驻村', '开展开展']);
        });

        check('fixes in the editor’s own model, and typing goes on', async (bench) => {
          await bench.placeCaret('驻村驻村', 2);
          await bench.fixAtCaret();
          await bench.hasText(original.replace('驻村驻村', '驻村'));
          await bench.painted(['开展开展', '推进推进']);
          await bench.type('新');
          await bench.hasText(original.replace('驻村驻村', '驻村新'));
        });

        check('undoes and redoes in one step', async (bench) => {
          await bench.placeCaret('推进推进', 2);
          await bench.fixAtCaret();
          const fixed = original.replace('推进推进', '推进');
          await bench.hasText(fixed);
          await bench.painted(['驻村驻村', '开展开展']);
          await bench.undo();
          await bench.hasText(original);
          await bench.painted(ISSUES);
          await bench.redo();
          await bench.hasText(fixed);
        });
      });
    }
  });
}
