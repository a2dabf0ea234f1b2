import { CATEGORIES, type Category, type Issue, type Severity } from '../../engine/types.ts';
import type { ChecklistIssue } from '../../protocol/messages.ts';
import type { ListOrder } from '../../settings/settings.ts';

/** A row of the list: an issue, or the first of several with one cause. Equal findings share a key, so the list counts them. */
export interface Row extends ChecklistIssue {
  readonly id: string;
  /** The issue and the others of its group, by place. */
  readonly places: readonly ChecklistIssue[];
}

/** 'first': what must be looked at before the text is handed in. 'text': everything else as it stands in the text. */
export type SectionId = 'first' | 'text' | Category;

export interface Section {
  readonly id: SectionId;
  readonly rows: readonly Row[];
}

/** The issues as rows, in the order of the text. */
export function rowsOf(issues: readonly ChecklistIssue[]): readonly Row[] {
  const seen = new Map<string, number>();
  const groups = new Map<string, ChecklistIssue[]>();
  const rows: Row[] = [];
  for (const issue of [...issues].sort((a, b) => a.range[0] - b.range[0])) {
    const known = issue.group === undefined ? undefined : groups.get(issue.group);
    if (known) {
      known.push(issue);
      continue;
    }
    const places = [issue];
    if (issue.group !== undefined) groups.set(issue.group, places);
    const count = seen.get(issue.key) ?? 0;
    seen.set(issue.key, count + 1);
    rows.push({ ...issue, id: issue.group ?? `${issue.key} ${count}`, places });
  }
  return rows;
}

/** Blanks and figures: whoever hands them in wrong is asked about them. */
const FIRST_CATEGORIES: ReadonlySet<Category> = new Set(['placeholder', 'count']);
/** Dates, names and missing parts. */
export const FIRST_RULES: ReadonlySet<string> = new Set([
  'number/impossible-date',
  'number/date-range',
  'number/weekday',
  'number/year-of-title',
  'number/plan-year',
  'number/relative-year',
  'number/capital-amount',
  'consistency/person-name',
  'consistency/organisation-name',
  'consistency/repeated-figure',
  'structure/missing-part',
  'structure/signature-order',
]);

/** Whether an issue belongs to what must be looked at before the text is handed in. Hints never do. */
export const comesFirst = ({ category, ruleId, severity }: Issue): boolean =>
  severity !== 'hint' && (FIRST_CATEGORIES.has(category) || FIRST_RULES.has(ruleId));

/** The rows in sections; those that come first stand first in either order. Sections without rows are left out. */
export function sectionsOf(rows: readonly Row[], order: ListOrder): readonly Section[] {
  const first = rows.filter(comesFirst);
  const others = rows.filter((row) => !comesFirst(row));
  const sections: Section[] =
    order === 'reading'
      ? [{ id: 'text', rows: others }]
      : CATEGORIES.map((id) => ({ id, rows: others.filter(({ category }) => category === id) }));
  return [{ id: 'first', rows: first } as const, ...sections].filter((section) => section.rows.length > 0);
}

export interface RowFilter {
  readonly severity: Severity | undefined;
  /** Searched for in the sentence and in what is said of it; upper and lower case are the same. */
  readonly query: string;
}

export function filterRows(rows: readonly Row[], { severity, query }: RowFilter): readonly Row[] {
  const wanted = query.trim().toLowerCase();
  return rows.filter(
    ({ places, message }) =>
      (severity === undefined || places.some((place) => place.severity === severity)) &&
      (wanted === '' ||
        [message, ...places.map(({ before, matched, after }) => before + matched + after)].some((words) =>
          words.toLowerCase().includes(wanted),
        )),
  );
}

/** How many places the rows stand for. */
export const countPlaces = (rows: readonly Row[]): number => rows.reduce((sum, { places }) => sum + places.length, 0);
