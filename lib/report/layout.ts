/** A record in words, section by section: what its writers (page, Markdown, Word) share. They add nothing but markup. */
import { fillIn } from '../engine/issue.ts';
import { SEVERITIES, type Severity } from '../engine/types.ts';
import type { Locale } from '../settings/locale.ts';
import en from './en.json' with { type: 'json' };
import { OUTCOMES, type Outcome, type RecordEntry, type RecordPlace, type ReviewRecord } from './record.ts';
import zh from './zh-CN.json' with { type: 'json' };

/** More places of one cause than this are counted, not shown. */
const MOST_PLACES = 20;

/** The words of a record, of which the names of severities and categories serve other listings too. */
export const RECORD_WORDS: Readonly<Record<Locale, typeof zh>> = { 'zh-CN': zh, en };

export type PartState = 'present' | 'missing' | 'usual';

export interface LaidOutEntry {
  readonly severity: Severity;
  /** “错误”. */
  readonly level: string;
  readonly category: string;
  readonly message: string;
  /** Each with where it stands: “第 3 段”. */
  readonly places: readonly (RecordPlace & { readonly where?: string })[];
  /** “同样的还有 30 处”, where not all are shown. */
  readonly more?: string;
  /** What was or may be done, the clause, remarks: a sentence each. */
  readonly details: readonly string[];
}

export interface LaidOutSection {
  readonly outcome: Outcome;
  readonly heading: string;
  readonly count: string;
  readonly entries: readonly LaidOutEntry[];
}

export interface RecordLayout {
  readonly title: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly summary: {
    readonly heading: string;
    readonly sentence: string;
    /** A head, a row a category, a row of sums; none where nothing was found. */
    readonly table: readonly (readonly string[])[];
  };
  readonly parts?: {
    readonly heading: string;
    readonly items: readonly { readonly name: string; readonly state: PartState; readonly label: string }[];
  };
  readonly omissions?: { readonly heading: string; readonly sentences: readonly string[] };
  readonly sections: readonly LaidOutSection[];
  readonly closing: string;
  /** Labels before the blanks for who has read it and when. */
  readonly signature: readonly string[];
}

type Words = typeof zh;

const twoDigits = (value: number) => String(value).padStart(2, '0');

/** Minutes are enough, and in the time of whoever made it. */
function showDate(iso: string, locale: Locale): string {
  const date = new Date(iso);
  const [year, month, day] = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  const time = `${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
  return locale === 'zh-CN'
    ? `${year}年${month}月${day}日 ${time}`
    : `${year}-${twoDigits(month)}-${twoDigits(day)} ${time}`;
}

/** Line breaks as a sign, so that a place stays one line. */
const oneLine = (text: string) => text.replace(/\r\n|[\n\r\v\f\u2028\u2029]/g, '↵');

function describeChange({ matched, becomes }: RecordPlace, words: Words): string | undefined {
  if (becomes === undefined) return undefined;
  if (becomes === '') return fillIn(words.removed, { text: oneLine(matched) });
  if (matched === '') return fillIn(words.inserted, { text: oneLine(becomes) });
  return fillIn(words.change, { from: oneLine(matched), to: oneLine(becomes) });
}

/** What was done is seen at its place; what might be done is told, of all places by the first. */
function proposalOf({ outcome, suggestions, places }: RecordEntry, words: Words): string | undefined {
  if (outcome === 'fixed') return undefined;
  if (suggestions.length > 0) return fillIn(words.offered, { suggestions: suggestions.join(words.or) });
  const change = describeChange(places[0]!, words);
  return change === undefined ? undefined : fillIn(words.proposed, { change });
}

function detailsOf(entry: RecordEntry, words: Words): string[] {
  const proposal = proposalOf(entry, words);
  return [
    ...(proposal === undefined ? [] : [proposal]),
    ...(entry.basis === undefined ? [] : [fillIn(words.basis, { basis: entry.basis })]),
    ...(entry.remark === undefined ? [] : [entry.remark]),
  ];
}

function layOutEntry(entry: RecordEntry, words: Words): LaidOutEntry {
  const { severity, category, message, places } = entry;
  return {
    severity,
    level: words.severities[severity],
    category: words.categories[category],
    message,
    places: places.slice(0, MOST_PLACES).map((place) => ({
      ...place,
      before: oneLine(place.before),
      matched: oneLine(place.matched),
      after: oneLine(place.after),
      ...(place.becomes !== undefined && { becomes: oneLine(place.becomes) }),
      ...(place.paragraph !== undefined && { where: fillIn(words.paragraph, { number: place.paragraph }) }),
    })),
    ...(places.length > MOST_PLACES && { more: fillIn(words.more, { count: places.length - MOST_PLACES }) }),
    details: detailsOf(entry, words),
  };
}

/** The sure ones first; within a level, in the order of the text. */
function sectionOf(outcome: Outcome, { entries, counts }: ReviewRecord, words: Words): LaidOutSection {
  const ofOutcome = entries.filter((entry) => entry.outcome === outcome);
  return {
    outcome,
    heading: words.sections[outcome],
    count: fillIn(words.count, { count: counts[outcome] }),
    entries: SEVERITIES.flatMap((severity) => ofOutcome.filter((entry) => entry.severity === severity)).map((entry) =>
      layOutEntry(entry, words),
    ),
  };
}

const sum = (counts: ReviewRecord['counts']) => OUTCOMES.reduce((total, outcome) => total + counts[outcome], 0);

function tableOf({ families, counts }: ReviewRecord, words: Words): string[][] {
  if (families.length === 0) return [];
  const { columns } = words;
  const row = (label: string, of: ReviewRecord['counts']) => [
    label,
    String(sum(of)),
    ...OUTCOMES.map((outcome) => String(of[outcome])),
  ];
  return [
    [columns.category, columns.found, ...OUTCOMES.map((outcome) => columns[outcome])],
    ...families.map(({ category, ...of }) => row(words.categories[category], of)),
    row(words.total, counts),
  ];
}

const stateOf = ({ present, required }: { present: boolean; required: boolean }): PartState =>
  present ? 'present' : required ? 'missing' : 'usual';

/** Puts a record into words. */
export function layOutRecord(record: ReviewRecord, locale: Locale): RecordLayout {
  const words = RECORD_WORDS[locale];
  const { name, documentType, length, date, omissions = [], counts } = record;
  const found = sum(counts);
  return {
    title: words.title,
    facts: [
      [words.facts.name, name],
      [words.facts.kind, documentType?.name ?? words.unknownKind],
      [words.facts.length, fillIn(words.characters, { count: length })],
      [words.facts.date, showDate(date, locale)],
      [words.facts.tool, words.tool],
    ],
    summary: {
      heading: words.summary,
      sentence: found === 0 ? words.nothing : fillIn(words.found, { found, ...counts }),
      table: tableOf(record, words),
    },
    ...(documentType &&
      documentType.parts.length > 0 && {
        parts: {
          heading: words.parts,
          items: documentType.parts.map((part) => {
            const state = stateOf(part);
            return { name: part.name, state, label: words.partStates[state] };
          }),
        },
      }),
    ...(omissions.length > 0 && { omissions: { heading: words.omissions, sentences: omissions } }),
    sections: OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) => sectionOf(outcome, record, words)),
    closing: words.closing,
    signature: [words.signature.reader, words.signature.date],
  };
}
