/** One file checked and, where that is wanted, corrected: what was found, and what became of it. */
import { ChangeSet } from '@codemirror/state';
import type { Range } from '../../lib/document/types.ts';
import { checkedTexts } from '../../lib/docx/checked-texts.ts';
import { obstacleTo } from '../../lib/docx/obstacle.ts';
import type { Obstacle, Remark, TextEdit } from '../../lib/docx/types.ts';
import type { Checker } from '../../lib/engine/checker.ts';
import { certainFixes } from '../../lib/engine/fix.ts';
import type { Fix, KeyedIssue } from '../../lib/engine/types.ts';
import { describeDocument } from '../../lib/kinds/kind.ts';
import { nameDocument } from '../../lib/kinds/names.ts';
import type { FileResult } from '../../lib/report/json.ts';
import {
  inContext,
  makeRecord,
  type RecordDocumentType,
  type Reviewed,
  type ReviewRecord,
} from '../../lib/report/record.ts';
import type { Locale } from '../../lib/settings/locale.ts';
import type { Source } from './source.ts';

/** A correction can bring another to light; this many rounds settle any honest text. */
const ROUNDS = 8;

export interface ReviewOptions {
  readonly checker: Checker;
  readonly locale: Locale;
  /** Whether what is certain is corrected. */
  readonly fix: boolean;
  /** What is said of an edit that the file does not allow. */
  readonly obstacle: (reason: Obstacle) => string;
}

export interface Review {
  /** The text after all corrections, and what is still to be said of it. */
  readonly result: FileResult;
  /** The corrections, by place in the text as it was read. */
  readonly edits: readonly TextEdit[];
  /** What is left to be looked at, as comments on the text as it was read; hints, matters of style, are not among it. */
  readonly remarks: readonly Remark[];
  /** @param date when it was checked */
  record(date: Date): ReviewRecord;
}

interface Checked {
  readonly issues: readonly KeyedIssue[];
  readonly documentType: { readonly id: string; readonly named: RecordDocumentType } | undefined;
}

/** An issue with all its places mapped. */
function mapIssue(issue: KeyedIssue, map: (range: Range) => Range): KeyedIssue {
  const mapFix = ({ range, text }: Fix): Fix => ({ range: map(range), text });
  return {
    ...issue,
    range: map(issue.range),
    ...(issue.fix && { fix: mapFix(issue.fix) }),
    ...(issue.suggestions && {
      suggestions: issue.suggestions.map(({ message, fix }) => ({ message, fix: mapFix(fix) })),
    }),
    ...(issue.related && { related: issue.related.map(({ range, message }) => ({ range: map(range), message })) }),
  };
}

/** Opens the check of a source's text as it changes: of a Word file, body and the rest are checked apart. */
function openCheck(source: Source, { checker, locale }: ReviewOptions): (text: string) => Checked {
  const sessions = { document: checker.open('document'), paragraph: checker.open('paragraph') };
  const whole = (text: string) => [{ scope: 'document' as const, text, toFile: (range: Range) => range }];
  return (text) => {
    const parts = source.format === 'docx' ? checkedTexts(text, source.word.paragraphs) : whole(text);
    const issues = parts.flatMap((part) =>
      sessions[part.scope].check(part.text).map((issue) => mapIssue(issue, part.toFile)),
    );
    const description = describeDocument(sessions.document.document);
    return {
      issues: issues.sort((a, b) => a.range[0] - b.range[0]),
      documentType: description && { id: description.id, named: nameDocument(description, locale) },
    };
  };
}

/** The replacements that changes make, by place in the text that they apply to. */
function editsOf(changes: ChangeSet): TextEdit[] {
  const edits: TextEdit[] = [];
  changes.iterChanges((from, to, _fromNow, _toNow, inserted) => {
    edits.push({ range: [from, to], replacement: inserted.sliceString(0, undefined, '\n') });
  });
  return edits;
}

const touch = ([start, end]: Range, [from, to]: Range) => start <= to && from <= end;

/** What has become of a text, and where its places were before. */
class Corrections {
  #changes: ChangeSet;

  constructor(private readonly source: Source) {
    this.#changes = ChangeSet.empty(source.text.length);
  }

  /** Makes those of the fixes that the file allows, and returns them. */
  apply(fixes: readonly Fix[]): readonly Fix[] {
    const changed = fixes.map(({ range: [from, to], text }) => ({ from, to, insert: text }));
    const changes = this.#changes.compose(ChangeSet.of(changed, this.#changes.newLength, '\n'));
    const blocked = editsOf(changes).filter((edit) => this.#obstacleTo(edit));
    if (blocked.length === 0) {
      this.#changes = changes;
      return fixes;
    }
    const allowed = fixes.filter(({ range }) => !blocked.some((edit) => touch(this.inSource(range), edit.range)));
    return allowed.length < fixes.length ? this.apply(allowed) : [];
  }

  get edits(): TextEdit[] {
    return editsOf(this.#changes);
  }

  get text(): string {
    let end = 0;
    let text = '';
    for (const { range, replacement } of this.edits) {
      text += this.source.text.slice(end, range[0]) + replacement;
      end = range[1];
    }
    return text + this.source.text.slice(end);
  }

  /** Where a range of the present text stood in the source. */
  inSource([start, end]: Range): Range {
    const back = this.#changes.invertedDesc;
    const from = back.mapPos(start, 1);
    return [from, Math.max(from, back.mapPos(end, -1))];
  }

  /** Why a fix of the present text cannot be made in the file. */
  obstacle({ range, text }: Fix): Obstacle | undefined {
    return this.#obstacleTo({ range: this.inSource(range), replacement: text });
  }

  #obstacleTo(edit: TextEdit): Obstacle | undefined {
    return this.source.format === 'docx' ? obstacleTo(this.source.word, edit) : undefined;
  }
}

/** “…应为…。建议：…。依据：…” */
const remarkText = ({ message, suggestions = [], basis }: KeyedIssue, obstacle: string | undefined) =>
  [message, ...suggestions.map((suggestion) => suggestion.message), basis, obstacle].filter(Boolean).join('\n');

/** Checks a source, and corrects what is certain. */
export function review(source: Source, options: ReviewOptions): Review {
  const check = openCheck(source, options);
  const corrections = new Corrections(source);
  const fixed: (Reviewed & { readonly at: number })[] = [];
  let text = source.text;
  let checked = check(text);
  for (let round = 0; options.fix && round < ROUNDS; round++) {
    const places = new Map(checked.issues.map(({ fix, range }) => [fix, corrections.inSource(range)[0]]));
    const fixes = new Set(corrections.apply(certainFixes(checked.issues)));
    if (fixes.size === 0) break;
    const settled = checked.issues.filter(({ fix }) => fix && fixes.has(fix));
    for (const issue of inContext(settled, text)) {
      fixed.push({ issue, outcome: 'fixed', fix: issue.fix!, at: places.get(issue.fix)! });
    }
    text = corrections.text;
    checked = check(text);
  }
  const { issues, documentType } = checked;
  const obstacleOf = ({ fix }: KeyedIssue) => {
    const reason = fix && corrections.obstacle(fix);
    return reason && options.obstacle(reason);
  };
  const left = issues.map((issue) => ({ issue, at: corrections.inSource(issue.range), obstacle: obstacleOf(issue) }));
  return {
    result: { filePath: source.path, text, documentType: documentType?.id ?? null, issues },
    edits: corrections.edits,
    remarks: left
      .filter(({ issue }) => issue.severity !== 'hint')
      .map(({ issue, at, obstacle }) => ({ range: at, text: remarkText(issue, obstacle) })),
    record(date) {
      const inText = inContext(issues, text);
      const unsettled = left.map(({ at, obstacle }, index) => ({
        issue: inText[index]!,
        outcome: 'left' as const,
        at: at[0],
        ...(obstacle && { remark: obstacle }),
      }));
      const subject = {
        name: source.path.replace(/^.*[\\/]/, ''),
        date: date.toISOString(),
        length: text.length,
        ...(documentType && { documentType: documentType.named }),
      };
      return makeRecord(
        subject,
        [...fixed, ...unsettled].sort((a, b) => a.at - b.at).map(({ at: _, ...one }) => one),
      );
    },
  };
}
