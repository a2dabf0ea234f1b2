/** One contract for every editor, in both browsers. docs/editors.md is the table of its outcome. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, type ExtensionBrowser, launchBrowser } from '../harness/browsers.ts';
import { startServer, type TestServer } from '../harness/server.ts';
import { CHOSEN_EDITORS, type EditorUnderTest } from './editors.ts';
import { type CheckName, knownFailure, note, writeOutcomes } from './outcomes.ts';
import { CONTENT } from './sample.ts';
import { Workbench } from './workbench.ts';

const ISSUES = ['帮扶帮扶', '开展开展', '推进推进', '布署'];
const LINES = ['今年选派帮扶帮扶工作队，扎实开展开展帮扶活动。', '第二段：继续推进推进乡村振兴，认真布署年度任务。'];
const FIXES: Readonly<Record<string, string>> = {
  帮扶帮扶: '帮扶',
  开展开展: '开展',
  推进推进: '推进',
  布署: '部署',
};
const ALL = ISSUES as readonly string[];

/** The text with these issues fixed. */
const fixed = (text: string, ...issues: readonly string[]) =>
  issues.reduce((result, issue) => result.replace(issue, FIXES[issue]!), text);
const without = (...issues: readonly string[]) => ALL.filter((issue) => !issues.includes(issue));

const textOf = (editor: EditorUnderTest) => LINES.join(editor.isSingleLine ? '' : '\n');

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
    let browser: ExtensionBrowser;
    beforeAll(async () => {
      browser = await launchBrowser(browserName);
    });
    afterAll(() => browser.close());

    for (const editor of CHOSEN_EDITORS) {
      describe(editor.name, () => {
        let bench: Workbench | undefined;
        /** A known failure must fail, and the first time is enough: whoever mends it takes it off the list. */
        const cell = (name: CheckName, run: () => Promise<void>) => {
          const noted = async () => {
            try {
              await run();
              note(browserName, editor.name, name, 'pass');
            } catch (error) {
              note(browserName, editor.name, name, 'fail');
              throw error;
            }
          };
          if (knownFailure(browserName, editor.name, name)) test.fails(name, { retry: 0 }, noted);
          else test(name, noted);
        };
        const check = (name: CheckName, run: (bench: Workbench) => Promise<void>) =>
          cell(name, async () => {
            bench ??= await Workbench.open(editor, browser, server);
            try {
              await bench.page.bringToFront();
              await bench.mount(CONTENT);
              await bench.painted(ALL);
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

        check('paint', async (bench) => {
          expect(await bench.text()).toBe(original);
        });

        check('typing', async (bench) => {
          await bench.placeCaret('帮扶帮扶', 0);
          await bench.type('新');
          const before = original.replace('帮扶帮扶', '新帮扶帮扶');
          await bench.hasText(before);
          await bench.painted(ALL);
          await bench.placeCaret('开展开展', 4);
          await bench.type('了');
          await bench.hasText(before.replace('开展开展', '开展开展了'));
          await bench.painted(ALL);
          await bench.placeCaret('推进推进', 3);
          await bench.type('不');
          await bench.painted(without('推进推进'));
        });

        check('fix', async (bench) => {
          const formats = await bench.formats();
          await bench.placeCaret('帮扶帮扶', 2);
          await bench.fixAtCaret();
          await bench.hasText(fixed(original, '帮扶帮扶'));
          await bench.painted(without('帮扶帮扶'));
          await bench.type('新');
          await bench.hasText(original.replace('帮扶帮扶', '帮扶新'));
          await bench.placeCaret('布署', 1);
          await bench.fixAtCaret();
          await bench.hasText(original.replace('帮扶帮扶', '帮扶新').replace('布署', '部署'));
          // The bold half of the first issue is gone with it; the link and the bold letter are still there.
          expect(await bench.formats()).toEqual({ ...formats, bold: Math.max(formats.bold - 1, 0) });
        });

        check('undo', async (bench) => {
          await bench.placeCaret('推进推进', 2);
          await bench.fixAtCaret();
          await bench.hasText(fixed(original, '推进推进'));
          await bench.painted(without('推进推进'));
          await bench.undo();
          await bench.hasText(original);
          await bench.painted(ALL);
          await bench.redo();
          await bench.hasText(fixed(original, '推进推进'));
        });

        check('three undos', async (bench) => {
          const order = ['推进推进', '帮扶帮扶', '布署'];
          for (const [index, issue] of order.entries()) {
            await bench.placeCaret(issue, 1);
            await bench.fixAtCaret();
            await bench.hasText(fixed(original, ...order.slice(0, index + 1)));
            await bench.painted(without(...order.slice(0, index + 1)));
          }
          for (let index = order.length - 1; index >= 0; index--) {
            await bench.undo();
            await bench.hasText(fixed(original, ...order.slice(0, index)));
          }
          await bench.painted(ALL);
        });

        check('fix all', async (bench) => {
          await bench.placeCaret('今年', 1);
          await bench.watch(ALL.length);
          expect(await bench.command('fix-all')).toBe(0);
          await bench.hasText(fixed(original, ...ALL));
          await bench.painted([]);
        });

        check('outdated fix', async (bench) => {
          await bench.placeCaret('帮扶帮扶', 3);
          await bench.watch(ALL.length);
          await bench.type('新');
          expect(await bench.command('fix', '帮扶帮扶')).toBe(1);
          await bench.hasText(original.replace('帮扶帮扶', '帮扶帮新扶'));
        });

        check('lifecycle', async (bench) => {
          await bench.unmount();
          await bench.painted([], await bench.page.mainFrame());
          await bench.mount(CONTENT);
          await bench.painted(ALL);
          if (editor.isFramed) return;
          await bench.setHolder('display', 'none');
          await bench.painted([]);
          await bench.setHolder('display', '');
          await bench.painted(ALL);
          if (await bench.setReadOnly(true)) {
            await bench.painted([]);
            await bench.setReadOnly(false);
            await bench.painted(ALL);
          }
        });

        cell('inert', async () => {
          const quiet = await Workbench.open(editor, browser, server, { html: 'data-qingyang="off"' });
          try {
            await quiet.mount(CONTENT);
            const before = await quiet.record();
            await quiet.allow();
            await quiet.painted(ALL);
            expect(await quiet.recorded()).toEqual(before);
          } finally {
            await quiet.close();
          }
        });

        if (browserName === 'chrome') {
          check('input method', async (bench) => {
            // What is taken back inside an issue leaves it as it was.
            await bench.placeCaret('推进推进', 2);
            await bench.compose('落');
            await bench.compose('');
            await bench.hasText(original);
            await bench.painted(ALL);
            await bench.placeCaret('帮扶活动', 0);
            await bench.compose('落实');
            await bench.compose('落实落实');
            await bench.staysPainted(ALL);
            await bench.compose('');
            await bench.hasText(original);
            await bench.compose('落实落实');
            await bench.commit('落实落实');
            await bench.hasText(original.replace('帮扶活动', '落实落实帮扶活动'));
            await bench.painted(['帮扶帮扶', '开展开展', '落实落实', '推进推进', '布署']);
          });
        }
      });
    }
  });
}
