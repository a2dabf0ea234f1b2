/** docs/benchmarks.md, from what was measured. */
import { fillIn } from '../../lib/engine/issue.ts';
import type { BrowserFigures } from './browser.ts';
import { type EngineFigures, SUBJECTS, type Subject } from './engine.ts';
import type { Ratios } from './regression.ts';
import type { Holdings, SoakFigures } from './soak.ts';
import words from './zh-CN.json' with { type: 'json' };

/** What was measured last, each part by its own run of the program. */
export interface Results {
  readonly machine?: { readonly date: string; readonly cpu: string; readonly node: string };
  readonly engine?: EngineFigures;
  readonly browser?: BrowserFigures;
  readonly soak?: SoakFigures;
  /** What `--check` compares with. */
  readonly ratios?: Ratios;
}

const number = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: value < 10 ? 1 : 0 });
const milliseconds = (value: number | undefined) =>
  value === undefined ? '' : fillIn(words.milliseconds, { value: number(value) });
const speed = (value: number | undefined) =>
  value === undefined ? '' : fillIn(words.charactersPerSecond, { value: number(Math.round(value)) });
const megabytes = (value: number | undefined) =>
  value === undefined ? '' : fillIn(words.megabytes, { value: number(value) });

const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [`| ${head.join(' | ')} |`, `|${'---|'.repeat(head.length)}`, ...rows.map((row) => `| ${row.join(' | ')} |`)].join(
    '\n',
  );

function engineTable(engine: EngineFigures): string {
  const row = (name: string, goal: string, cell: (subject: Subject) => string) => [
    name,
    ...SUBJECTS.map((subject) => (engine[subject] ? cell(subject) : '')),
    goal,
  ];
  const { first = [], edit = [], folder } = engine.rules ?? {};
  const goals: Readonly<Record<number, string>> = words.goalsOfEdit;
  return table(
    [words.figure, ...SUBJECTS.map((subject) => words.subjects[subject]), words.goal],
    [
      row(words.checks, '', (subject) => words.checked[subject]),
      ...(folder
        ? [
            row(fillIn(words.folder, folder), words.goalOfFolder, (id) =>
              speed(engine[id]!.folder?.charactersPerSecond),
            ),
          ]
        : []),
      ...first.map(({ length }, at) =>
        row(fillIn(words.first, { length: number(length) }), '', (id) =>
          milliseconds(engine[id]!.first[at]?.milliseconds),
        ),
      ),
      ...edit.map(({ length }, at) =>
        row(fillIn(words.edit, { length: number(length) }), goals[at] ?? '', (id) =>
          milliseconds(engine[id]!.edit[at]?.milliseconds),
        ),
      ),
      row(words.memory, '', (id) => megabytes(engine[id]!.megabytes)),
    ],
  );
}

const goalsOfPage: Readonly<Record<number, string>> = words.goalsOfPage;

const browserTable = ({ latency, coldStart, pages }: BrowserFigures): string =>
  table(
    [words.figure, words.measured, words.goal],
    [
      [
        fillIn(words.latency, { pause: latency.typingPause }),
        `${milliseconds(latency.median)} / ${milliseconds(latency.p95)}`,
        words.goalOfLatency,
      ],
      [words.coldStart, milliseconds(coldStart), words.goalOfColdStart],
      ...pages.map(({ fields, opening, frame }) => [
        fillIn(words.page, { fields }),
        `${milliseconds(opening)} / ${milliseconds(frame)}`,
        goalsOfPage[fields] ?? '',
      ]),
    ],
  );

function soakTable({ minutes, editors, edits, start, end }: SoakFigures): string {
  const names = Object.keys(words.holdings) as (keyof Holdings)[];
  return [
    fillIn(words.soaked, { minutes, edits, editors: editors.join('、') }),
    '',
    table(
      [words.figure, words.atStart, words.atEnd],
      names.map((name) => [words.holdings[name], number(start[name]), number(end[name])]),
    ),
  ].join('\n');
}

/** The page, in Markdown. What was not measured is left out. */
export function benchmarksPage({ machine, engine, browser, soak }: Results): string {
  return [
    words.generated,
    `# ${words.title}`,
    '',
    ...(machine ? [fillIn(words.machine, machine), ''] : []),
    ...(engine ? [`## ${words.engine}`, '', words.engineNote, '', engineTable(engine), ''] : []),
    ...(browser ? [`## ${words.browser}`, '', browserTable(browser), ''] : []),
    ...(soak ? [`## ${words.soak}`, '', soakTable(soak), ''] : []),
  ].join('\n');
}
