/** docs/editors.md: what came of the contract, editors × checks × browsers. Runs of a part keep the rest as it was. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../build-extension.ts';
import { BROWSERS, type BrowserName } from '../harness/browsers.ts';
import { CHOSEN_EDITORS, EDITORS } from './editors.ts';
import { KNOWN_FAILURES } from './known-failures.ts';

const STORE = join(ROOT, '.output', 'editors.json');
const PAGE = join(ROOT, 'docs', 'editors.md');

/** The checks, in the order of the columns, and what each asks. */
export const CHECKS = {
  paint: ['标出', '标出的文字正好是该标的，跨粗体、跨链接也一样。'],
  typing: ['边写边标', '在标记之前、之中、之后打字，标记仍然准确。'],
  fix: ['改正', '编辑器自己的内容变成预期的文字，周围格式还在，光标在原处，可以接着写。'],
  undo: ['撤销', '一次撤销还原，一次重做恢复。'],
  'three undos': ['三次撤销', '改三处，撤销三次，一次一处。'],
  'fix all': ['全部改正', '长短不一的多处改动一次改对。'],
  'outdated fix': ['过时的改法', '文字刚变过的地方不改，并告诉写的人。'],
  lifecycle: ['去留', '编辑器销毁、重建、隐藏、只读时标记随之去留。'],
  inert: ['不动原文', '只校对时，内容、HTML、事件、属性与没有装扩展时一模一样。'],
  'input method': ['输入法', '组字时不校对、不标记，上屏后恢复（只在 Chromium 中检验）。'],
} as const;
export type CheckName = keyof typeof CHECKS;

/** What came of a check, or the longest task of ours while somebody typed, in milliseconds. */
type Outcomes = Record<string, 'pass' | 'fail' | number>;
const noted: Outcomes = {};
const earlier = (): Outcomes => (existsSync(STORE) ? JSON.parse(readFileSync(STORE, 'utf8')) : {});
const cellOf = (browser: BrowserName, editor: string, check: string) => `${browser}|${editor}|${check}`;
const LONG_TEXT = 'long text';

export function note(browser: BrowserName, editor: string, check: CheckName, outcome: 'pass' | 'fail'): void {
  noted[cellOf(browser, editor, check)] = outcome;
}

export function noteLongestTask(browser: BrowserName, editor: string, milliseconds: number): void {
  noted[cellOf(browser, editor, LONG_TEXT)] = milliseconds;
}

const pageNow = (): string => (existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '');
const BROWSER_TITLES: Readonly<Record<BrowserName, string>> = { chrome: 'Chromium', firefox: 'Firefox' };

/** Writes down what came of a long run of random writers, all of whom ended with the right text. */
export function noteWriters(browser: BrowserName, writers: number, seed: string): void {
  const line = `- ${BROWSER_TITLES[browser]}：${writers} 人，种子 ${seed}，文字全部相符，标记也全部相符。`;
  writeFileSync(PAGE, pageNow().replace(new RegExp(`^- ${BROWSER_TITLES[browser]}：.*$`, 'm'), line));
}

/** What long runs have left in the page; a run of another kind keeps it. */
const writersNoted = (browser: BrowserName): string =>
  new RegExp(`^- ${BROWSER_TITLES[browser]}：.*$`, 'm').exec(pageNow())?.[0] ??
  `- ${BROWSER_TITLES[browser]}：还没有跑过。`;

export const knownFailure = (browser: BrowserName, editor: string, check: CheckName) =>
  KNOWN_FAILURES.find(
    (failure) => failure.editor === editor && failure.check === check && failure.browsers.includes(browser),
  );

const symbolIn =
  (outcomes: Outcomes) =>
  (browser: BrowserName, editor: string, check: CheckName): string => {
    const outcome = outcomes[cellOf(browser, editor, check)];
    if (check === 'input method' && browser === 'firefox') return '';
    return outcome === 'pass' ? '✓' : outcome === 'fail' ? '✗' : '–';
  };

/** Keeps what came of this run, and writes the page if every editor was part of it. */
export function writeOutcomes(): void {
  mkdirSync(dirname(STORE), { recursive: true });
  const outcomes = { ...earlier(), ...noted };
  const symbol = symbolIn(outcomes);
  writeFileSync(STORE, JSON.stringify(outcomes, null, 1));
  if (CHOSEN_EDITORS.length < EDITORS.length) return;
  const names = Object.keys(CHECKS) as CheckName[];
  const cells = EDITORS.flatMap(({ name }) => names.flatMap((check) => BROWSERS.map((b) => symbol(b, name, check))));
  const rows = EDITORS.map(({ name }) => {
    const columns = names.map((check) => BROWSERS.map((browser) => symbol(browser, name, check)).join(' '));
    return `| ${name} | ${columns.join(' | ')} |`;
  });
  const longest = EDITORS.filter(({ isSingleLine }) => !isSingleLine).map(({ name }) => {
    const times = BROWSERS.map((browser) => outcomes[cellOf(browser, name, LONG_TEXT)]);
    return `| ${name} | ${times.map((time) => (typeof time === 'number' ? Math.round(time) : '–')).join(' | ')} |`;
  });
  const failures = KNOWN_FAILURES.map(
    ({ editor, check, browsers, reason }) =>
      `- ${editor}，${CHECKS[check as CheckName][0]}（${browsers.join('、')}）：${reason}`,
  );
  const count = (mark: string) => cells.filter((cell) => cell === mark).length;
  const page = `# 编辑器

<!-- 由 tests/e2e/editors 的测试写成，不要手改。 -->

同一份约定在每种编辑器、两种浏览器里各跑一遍。每格左边是 Chromium，右边是 Firefox；✓ 通过，✗ 没有通过，– 没有跑。
通过 ${count('✓')} 格，没有通过 ${count('✗')} 格，没有跑 ${count('–')} 格。

| 编辑器 | ${names.map((check) => CHECKS[check][0]).join(' | ')} |
|---|${names.map(() => '---|').join('')}
${rows.join('\n')}

${names.map((check) => `- ${CHECKS[check][0]}：${CHECKS[check][1]}`).join('\n')}

## 五万字的文稿

在五万字、五百处问题的文稿当中打字，扩展在页面里最长的一次停顿，毫秒；不许超过 50。滚到文末，那里的标记随即补上。

| 编辑器 | ${BROWSERS.map((browser) => BROWSER_TITLES[browser]).join(' | ')} |
|---|---|---|
${longest.join('\n')}

## 随机的写作者

\`npm run test:fuzz\` 让许多人在各种编辑器里随意打字、删字、改正、全部改正、撤销、重做、用输入法组字、拆掉重建，每一步之后编辑器自己的内容都
必须正是打进去和改过的：不少一字，不多一字；最后的标记必须正是这些文字应有的。Firefox 里不组字；KindEditor 里不撤销，它自己的撤销会和浏览器的
混在一起。

${BROWSERS.map(writersNoted).join('\n')}

## 没有通过的

${failures.join('\n')}

## 读不到的编辑器

金山文档（WPS）、腾讯文档、Google 文档把文字画在画布上，扩展读不到。弹出窗口会说明，并请写的人把文字粘贴到能读的地方校对。
网页可以用 \`data-qingyang="off"\` 谢绝校对；\`spellcheck="false"\` 不算谢绝。
`;
  mkdirSync(dirname(PAGE), { recursive: true });
  writeFileSync(PAGE, page);
}
