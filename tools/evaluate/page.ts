/** docs/evaluation.md: generated sections between marks; what a person writes around them stays. */

import type { Category } from '../../lib/engine/types.ts';
import type { PlantedScores, Recall } from './planted.ts';
import kindTitles from './planting/zh-CN.json' with { type: 'json' };
import {
  ALARM_LIMITS,
  charactersRead,
  isExceeding,
  type Judgements,
  perTenThousand,
  type Row,
  type RuleAlarms,
  rowsOf,
} from './rule-alarms.ts';
import { ERROR_KINDS, type Measure, type Scores, type Share } from './sentences.ts';
import type { WordScores } from './words.ts';
import zh from './zh-CN.json' with { type: 'json' };

/** Where the numbers come from. */
export interface Provenance {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly model: string;
}

export type Section = 'scores' | 'cross-validation' | 'rules' | 'planted' | 'words';

const SEVERITIES = ['error', 'warning', 'hint'] as const;

/** Puts a section's text between its marks, at the end of the page where it has none yet. */
export function replaceSection(page: string, section: Section, text: string): string {
  const begin = `<!-- ${section}: begin -->`;
  const end = `<!-- ${section}: end -->`;
  const block = `${begin}\n${text.trim()}\n${end}`;
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from >= 0 && to > from) return page.slice(0, from) + block + page.slice(to + end.length);
  return `${page === '' ? `# ${zh.title}\n\n${zh.introduction}\n` : `${page.trimEnd()}\n`}\n${block}\n`;
}

type FileScores = readonly (readonly [name: string, scores: Scores])[];

/** Scores on sentences that the judges did not learn from. */
export const crossValidationSection = (files: FileScores, from: Provenance): string =>
  [
    `## ${zh.crossValidation}`,
    stamp(from),
    zh.crossValidationNote,
    zh.method,
    ...scoreTables(files),
    ...published(),
  ].join('\n\n');

export const scoresSection = (files: FileScores, from: Provenance): string =>
  [`## ${zh.scores}`, stamp(from), zh.method, ...scoreTables(files), ...published()].join('\n\n');

/** Scores of other systems, to set ours beside. */
const published = (): string[] => [
  `### ${zh.anchors}`,
  zh.anchorsNote,
  table(
    zh.anchorColumns,
    zh.anchorRows.map((row) => [...row]),
  ),
];

function scoreTables(files: FileScores): string[] {
  const { columns } = zh;
  return [
    table(
      [columns.file, columns.sentences, columns.detection, columns.correction, columns.falsePositives, columns.alarms],
      files.map(([name, scores]) => [
        name,
        String(scores.sentences),
        triple(scores.detection),
        triple(scores.correction),
        percent(scores.falsePositives),
        perTenThousand(scores.alarms.hits, scores.alarms.of).toFixed(2),
      ]),
    ),
    `### ${zh.characters}`,
    table(
      [columns.file, columns.characterDetection, columns.characterCorrection, ...SEVERITIES.map((s) => zh.severity[s])],
      files.map(([name, scores]) => [
        name,
        triple(scores.characterDetection),
        triple(scores.characterCorrection),
        ...SEVERITIES.map((severity) => withCount(scores.bySeverity[severity])),
      ]),
    ),
    `### ${zh.kinds}`,
    kindsTable(files),
  ];
}

function kindsTable(files: FileScores): string {
  const { columns } = zh;
  const rows = ERROR_KINDS.map((kind) => {
    const sum = (field: 'errors' | 'corrected' | 'detected'): number =>
      files.reduce((total, [, scores]) => total + scores.byKind[kind][field], 0);
    const missed = sum('errors') - sum('corrected') - sum('detected');
    return [
      zh.kind[kind],
      zh.kindExample[kind],
      ...[sum('errors'), sum('corrected'), sum('detected'), missed].map(String),
    ];
  });
  return table(
    [columns.kind, columns.example, columns.errors, columns.corrected, columns.otherwise, columns.missed],
    rows,
  );
}

export function rulesSection(alarms: RuleAlarms, judgements: Judgements, rules: number, from: Provenance): string {
  const rows = rowsOf(alarms, judgements);
  const silent = rules - new Set(rows.map(({ ruleId }) => ruleId)).size;
  return [
    `## ${zh.rules}`,
    stamp(from),
    zh.read.replace('{error}', String(ALARM_LIMITS.error)).replace('{warning}', String(ALARM_LIMITS.warning)),
    sourcesTable(alarms),
    table(
      [
        zh.columns.rule,
        zh.columns.severity,
        zh.columns.count,
        zh.columns.rate,
        zh.columns.looked,
        zh.columns.falseRate,
      ],
      rows.map(ruleCells),
    ),
    zh.silent.replace('{rules}', String(silent)),
  ].join('\n\n');
}

function sourcesTable(alarms: RuleAlarms): string {
  const total = {
    name: zh.total,
    characters: charactersRead(alarms),
    count: Object.fromEntries(
      SEVERITIES.map((severity) => [severity, alarms.alarms.filter((alarm) => alarm.severity === severity).length]),
    ) as Record<(typeof SEVERITIES)[number], number>,
  };
  const { columns } = zh;
  return table(
    [columns.source, columns.characters, columns.loud, columns.hints],
    [...alarms.sources, total].map(({ name, characters, count }) => [
      name,
      String(characters),
      perTenThousand(count.error + count.warning, characters).toFixed(2),
      perTenThousand(count.hint, characters).toFixed(2),
    ]),
  );
}

const recallCells = ({ any, loud, fixed }: Recall): string[] => [
  String(any.of),
  ...[any, loud, fixed].map((share) => `${((100 * share.hits) / share.of).toFixed(0)}%`),
];

/** How many of the mistakes planted in clean documents are found, by family and by kind. */
export function plantedSection(scores: PlantedScores, from: Provenance): string {
  const { columns } = zh;
  const recallColumns = [columns.places, columns.any, columns.loudly, columns.fixed];
  return [
    `## ${zh.planted}`,
    stamp(from),
    zh.plantedNote
      .replace('{documents}', String(scores.documents))
      .replace('{characters}', String(scores.characters))
      .replace('{kinds}', String(scores.kinds.length)),
    table(
      [columns.family, columns.kinds, ...recallColumns],
      [
        ...scores.families
          .filter(({ kinds }) => kinds > 0)
          .map(({ family, kinds, ...recall }) => [zh.family[family], String(kinds), ...recallCells(recall)]),
        [zh.total, String(scores.kinds.length), ...recallCells(scores.total)],
      ],
    ),
    ...scores.families
      .filter(({ kinds }) => kinds > 0)
      .map(({ family }) =>
        [`### ${zh.family[family]}`, table([columns.kind, ...recallColumns], kindRows(family, scores))].join('\n\n'),
      ),
  ].join('\n\n');
}

/** How text is cut into words, beside other programs. */
export function wordsSection(
  rows: readonly { treebank: string; system: string; scores: WordScores }[],
  from: Provenance,
): string {
  const { words } = zh;
  return [
    `## ${words.title}`,
    stamp(from),
    words.note,
    table(
      [words.treebank, words.system, words.cut, words.crossing, words.sameClass, words.behindParticle],
      rows.map(({ treebank, system, scores }) => [
        treebank,
        system,
        triple(scores),
        ((1000 * scores.crossing.hits) / scores.crossing.of).toFixed(1),
        percent(scores.sameClass),
        withCount(scores.behindParticle),
      ]),
    ),
  ].join('\n\n');
}

/** The kinds of a family in the order in which their titles are written down. */
const kindRows = (family: Category, { kinds }: PlantedScores): string[][] =>
  Object.entries(kindTitles[family]).flatMap(([name, title]) => {
    const found = kinds.find(({ kind }) => kind.id === `${family}/${name}`);
    return found ? [[title, ...recallCells(found)]] : [];
  });

function ruleCells(row: Row): string[] {
  const { ruleId, severity, count, rate, judgement, falseRate } = row;
  const rest = falseRate.toFixed(3);
  return [
    `\`${ruleId}\``,
    zh.severity[severity],
    String(count),
    rate.toFixed(3),
    judgement ? `${judgement.looked}, ${judgement.deserved}` : '–',
    isExceeding(row) ? `**${rest}**` : rest,
  ];
}

const stamp = ({ date, model }: Provenance): string => zh.stamp.replace('{date}', date).replace('{model}', model);

const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const ratio = ({ hits, of }: Share): number | undefined => (of === 0 ? undefined : hits / of);
const percent = (share: Share): string => asPercent(ratio(share));
const asPercent = (value: number | undefined): string => (value === undefined ? '–' : `${(100 * value).toFixed(1)}%`);
const withCount = (share: Share): string => (share.of === 0 ? '–' : `${percent(share)} (${share.hits}/${share.of})`);

/** Harmonic mean of precision and recall in 0…1; undefined where nothing was to be found and nothing was. */
export function f1({ precision, recall }: Measure): number | undefined {
  const denominator = precision.of + recall.of;
  return denominator === 0 ? undefined : (2 * precision.hits) / denominator;
}

const triple = (measure: Measure): string =>
  measure.recall.of === 0
    ? '–'
    : `${percent(measure.precision)} / ${percent(measure.recall)} / ${asPercent(f1(measure))}`;
