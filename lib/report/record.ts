/** The record of a proofreading (校对记录): what was found in a text and what became of it. Plain data, fit for JSON. */
import { partitionPoint } from '../document/search.ts';
import { CATEGORIES, type Category, type Fix, type Issue, type Severity } from '../engine/types.ts';
import { excerpt } from '../protocol/excerpt.ts';

/** What became of an issue. In the order in which a record tells of them: what is still to be done comes first. */
export const OUTCOMES = ['left', 'fixed', 'ignored'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** An issue with its words and those around it, as checklists have it. */
export interface IssueInContext extends Issue {
  readonly before: string;
  readonly matched: string;
  readonly after: string;
  /** Number of its paragraph from 1, blank lines not counted. */
  readonly paragraph?: number;
}

/** One issue and what became of it. Taken while the text still reads as it was checked. */
export interface Reviewed {
  readonly issue: IssueInContext;
  readonly outcome: Outcome;
  /** What was done to the text, where it was fixed. */
  readonly fix?: Fix;
  /** A plain sentence of why it could not be done otherwise, such as a place that only Word may change. */
  readonly remark?: string;
}

export interface RecordPlace {
  readonly paragraph?: number;
  readonly before: string;
  readonly matched: string;
  readonly after: string;
  /** What the matched words have become or would become; absent where that cannot be told by these words alone. */
  readonly becomes?: string;
}

/** What was found: one issue, or the issues of one cause that went the same way. */
export interface RecordEntry {
  readonly ruleId: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly outcome: Outcome;
  readonly message: string;
  readonly basis?: string;
  readonly remark?: string;
  /** What was offered to the writer, in words. */
  readonly suggestions: readonly string[];
  readonly places: readonly RecordPlace[];
}

/** The kind of a document and its parts, as `nameDocument` of lib/kinds gives them. */
export interface RecordDocumentType {
  readonly name: string;
  readonly parts: readonly { readonly name: string; readonly present: boolean; readonly required: boolean }[];
}

/** Of what the record is. */
export interface RecordSubject {
  /** Name of the file, or title of the page. */
  readonly name: string;
  /** When it was made, as ISO 8601. */
  readonly date: string;
  /** UTF-16 length of the text. */
  readonly length: number;
  readonly documentType?: RecordDocumentType;
  /** What was not checked and why, in plain sentences: a rule that took too long, a language model that did not load. */
  readonly omissions?: readonly string[];
}

export type OutcomeCounts = Readonly<Record<Outcome, number>>;

export interface ReviewRecord extends RecordSubject {
  /** Places by what became of them. */
  readonly counts: OutcomeCounts;
  /** The same of every category in which something was found. */
  readonly families: readonly ({ readonly category: Category } & OutcomeCounts)[];
  /** In the order of the text. */
  readonly entries: readonly RecordEntry[];
}

/** Puts issues into their context, for whoever holds the text. Linear in the text and the issues. */
export function inContext(issues: readonly Issue[], text: string): IssueInContext[] {
  const starts = [...text.matchAll(/[^\s\u200b][^\n\r\v\f\u2028\u2029]*/g)].map(({ index }) => index);
  return issues.map((issue) => ({
    ...issue,
    ...excerpt(text, issue.range),
    paragraph: Math.max(
      1,
      partitionPoint(starts.length, (index) => starts[index]! > issue.range[0]),
    ),
  }));
}

/** What a fix makes of the words of an issue; undefined where it reaches beyond them. */
function become({ range, matched }: IssueInContext, fix: Fix | undefined): string | undefined {
  if (!fix || fix.range[0] < range[0] || fix.range[1] > range[1]) return undefined;
  return matched.slice(0, fix.range[0] - range[0]) + fix.text + matched.slice(fix.range[1] - range[0]);
}

function placeOf({ issue, outcome, fix }: Reviewed): RecordPlace {
  const { before, matched, after, paragraph } = issue;
  const becomes = become(issue, outcome === 'fixed' ? fix : (issue.fix ?? issue.suggestions?.[0]?.fix));
  return {
    ...(paragraph !== undefined && { paragraph }),
    before,
    matched,
    after,
    ...(becomes !== undefined && { becomes }),
  };
}

/** Those of one cause that were told the same and went the same way stand together. */
const causeOf = ({ issue, outcome, remark }: Reviewed, index: number): string =>
  issue.group === undefined ? String(index) : [issue.group, outcome, issue.message, remark].join('\u0000');

function entriesOf(reviewed: readonly Reviewed[]): RecordEntry[] {
  const entries = new Map<string, RecordEntry & { places: RecordPlace[] }>();
  for (const [index, one] of reviewed.entries()) {
    const cause = causeOf(one, index);
    const known = entries.get(cause);
    if (known) {
      known.places.push(placeOf(one));
      continue;
    }
    const { ruleId, category, severity, message, basis, suggestions = [] } = one.issue;
    entries.set(cause, {
      ruleId,
      category,
      severity,
      outcome: one.outcome,
      message,
      ...(basis !== undefined && { basis }),
      ...(one.remark !== undefined && { remark: one.remark }),
      suggestions: suggestions.map((suggestion) => suggestion.message),
      places: [placeOf(one)],
    });
  }
  return [...entries.values()];
}

function countOutcomes(reviewed: readonly Reviewed[]): OutcomeCounts {
  const counts = { left: 0, fixed: 0, ignored: 0 };
  for (const { outcome } of reviewed) counts[outcome]++;
  return counts;
}

/** Makes the record of a text. Give `reviewed` in the order of the text. */
export function makeRecord(subject: RecordSubject, reviewed: readonly Reviewed[]): ReviewRecord {
  return {
    ...subject,
    counts: countOutcomes(reviewed),
    families: CATEGORIES.flatMap((category) => {
      const ofCategory = reviewed.filter(({ issue }) => issue.category === category);
      return ofCategory.length > 0 ? [{ category, ...countOutcomes(ofCategory) }] : [];
    }),
    entries: entriesOf(reviewed),
  };
}
