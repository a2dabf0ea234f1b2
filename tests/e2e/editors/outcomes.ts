/** docs/editors.md: what came of the contract, editors × checks × browsers. Runs of a part keep the rest as it was. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../build-extension.ts';
import { BROWSERS, type BrowserName } from '../harness/browsers.ts';
import { EDITORS } from './editors.ts';
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

type Outcomes = Record<string, 'pass' | 'fail'>;
const noted: Outcomes = {};
const earlier = (): Outcomes => (existsSync(STORE) ? JSON.parse(readFileSync(STORE, 'utf8')) : {});
const cellOf = (browser: BrowserName, editor: string, check: string) => `${browser}|${editor}|${check}`;

export function note(browser: BrowserName, editor: string, check: CheckName, outcome: 'pass' | 'fail'): void {
  noted[cellOf(browser, editor, check)] = outcome;
}

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

/** Writes the page from all that is known. */
export function writeOutcomes(): void {
  mkdirSync(dirname(STORE), { recursive: true });
  const outcomes = { ...earlier(), ...noted };
  const symbol = symbolIn(outcomes);
  writeFileSync(STORE, JSON.stringify(outcomes, null, 1));
  const names = Object.keys(CHECKS) as CheckName[];
  const cells = EDITORS.flatMap(({ name }) => names.flatMap((check) => BROWSERS.map((b) => symbol(b, name, check))));
  const rows = EDITORS.map(({ name }) => {
    const columns = names.map((check) => BROWSERS.map((browser) => symbol(browser, name, check)).join(' '));
    return `| ${name} | ${columns.join(' | ')} |`;
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

## 没有通过的

${failures.join('\n')}

## 读不到的编辑器

金山文档（WPS）、腾讯文档、Google 文档把文字画在画布上，扩展读不到。弹出窗口会说明，并请写的人把文字粘贴到能读的地方校对。
网页可以用 \`data-qingyang="off"\` 谢绝校对；\`spellcheck="false"\` 不算谢绝。
`;
  mkdirSync(dirname(PAGE), { recursive: true });
  writeFileSync(PAGE, page);
}
