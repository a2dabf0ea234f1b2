/**
 * The page's end of the sync of one text; `field-session.ts` is the background's. Knows the writer's text, what of it the
 * background was told, and where the issues of the last answer stand after later edits. Reading, painting and timing are
 * the owner's.
 */
import { type Splice, shiftRange, spliceBetween } from '../document/splice.ts';
import type { Range } from '../document/types.ts';
import type { Fix, KeyedIssue } from '../engine/types.ts';
import { withKeptIssues } from './issue-changes.ts';
import { isTooLong } from './limits.ts';
import type { Answer, FieldId, FrameMessage } from './messages.ts';

/** UTF-16 code units on either side of a fix in which nothing may have been edited. */
const BASIS = 12;

export class TextSync {
  readonly id: FieldId;
  readonly #send: (message: FrameMessage) => void;
  #text: string;
  /** Issues where they stand in the text. */
  #issues: readonly KeyedIssue[] = [];
  #version = 0;
  /** The text that the background has, or knows to be too long; undefined until it was told. */
  #sent: string | undefined;
  /** Edits sent since the version that was last answered, to bring a late answer up to date. */
  #unanswered: { readonly version: number; readonly splice: Splice }[] = [];
  /** The last answer, with the list made whole. */
  #answer: { readonly version: number; readonly number: number; readonly issues: readonly KeyedIssue[] } | undefined;

  constructor(id: FieldId, text: string, send: (message: FrameMessage) => void) {
    this.id = id;
    this.#text = text;
    this.#send = send;
  }

  get text(): string {
    return this.#text;
  }

  /** Issues by place; ranges are offsets into `text`. A text that is too long has none. */
  get issues(): readonly KeyedIssue[] {
    return this.isTooLong ? [] : this.#issues;
  }

  /** Whether the text is longer than what is checked. */
  get isTooLong(): boolean {
    return isTooLong(this.#text);
  }

  /** Whether the background was told the text, or that it is too long, and is told of edits. */
  get isOpen(): boolean {
    return this.#sent !== undefined;
  }

  /** Whether the background was told something that it has not answered yet. */
  get isWaiting(): boolean {
    return this.#sent !== undefined && !isTooLong(this.#sent) && this.#answer?.version !== this.#version;
  }

  /** The text is this now: issues move along, and those that the edit touched vanish. False where it is as before. */
  update(text: string): boolean {
    const splice = spliceBetween(this.#text, text);
    if (!splice) return false;
    this.#text = text;
    this.#issues = moveIssues(this.#issues, [splice]);
    return true;
  }

  /** Tells the background what has changed since it was last told: at first, everything. False where nothing has. */
  push(): boolean {
    if (this.#sent === undefined || isTooLong(this.#sent) !== this.isTooLong) {
      this.open();
      return true;
    }
    if (this.isTooLong) return false;
    const splice = spliceBetween(this.#sent, this.#text);
    if (!splice) {
      // An edit was taken back before it was sent: so are the issues that it touched.
      this.#place();
      return false;
    }
    this.#version++;
    this.#sent = this.#text;
    this.#unanswered.push({ version: this.#version, splice });
    this.#send({ type: 'edit', field: this.id, version: this.#version, ...splice });
    return true;
  }

  /** Sends the whole text, or that it is too long: at first, after a reconnection, and when the background asks for it. */
  open(): void {
    this.#version++;
    this.#sent = this.#text;
    this.#unanswered = [];
    this.#answer = undefined;
    if (this.isTooLong) this.#send({ type: 'too-long', field: this.id });
    else this.#send({ type: 'open', field: this.id, version: this.#version, text: this.#text });
  }

  /** The background has forgotten the text: nothing is sent until it is opened again. */
  disconnect(): void {
    this.#sent = undefined;
  }

  /** The text is no longer to be checked. */
  close(): void {
    if (this.isOpen) this.#send({ type: 'close', field: this.id });
    this.disconnect();
    this.#issues = [];
  }

  /**
   * An answer of the background. One of a text that is no longer known, or that has come before, changes nothing; where one
   * is missing in between, the text is opened anew. False where the issues stay as they were.
   */
  receive({ version, number, kept, issues }: Answer): boolean {
    const before = this.#answer;
    if (!this.#splicesSince(version) || (before && number <= before.number)) return false;
    if (kept && before?.number !== number - 1) {
      this.open();
      return false;
    }
    this.#unanswered = this.#unanswered.filter((edit) => edit.version > version);
    this.#answer = { version, number, issues: kept ? withKeptIssues(before!.issues, kept, issues) : issues };
    this.#place();
    return true;
  }

  /** Fixes that count in the text of `version`, where they stand now; those that later edits have touched are left out. */
  bringForward(version: number, fixes: readonly Fix[]): readonly Fix[] {
    const splices = this.#splicesSince(version);
    if (!splices) return [];
    return fixes.flatMap((fix) => (isUndisturbed(fix, splices) ? (moveFix(fix, splices) ?? []) : []));
  }

  /** Puts the issues of the last answer where they stand now. */
  #place(): void {
    const splices = this.#answer && this.#splicesSince(this.#answer.version);
    if (splices) this.#issues = moveIssues(this.#answer!.issues, splices);
  }

  /** Edits from the text of that version to the present one; undefined when they are not known. */
  #splicesSince(version: number): Splice[] | undefined {
    if (this.#sent === undefined || version > this.#version) return undefined;
    const later = this.#unanswered.filter((edit) => edit.version > version);
    if (later.length !== this.#version - version) return undefined;
    const unsent = spliceBetween(this.#sent, this.#text);
    return [...later.map(({ splice }) => splice), ...(unsent ? [unsent] : [])];
  }
}

const moveRange = (range: Range, splices: readonly Splice[]): Range | undefined =>
  splices.reduce<Range | undefined>((place, splice) => place && shiftRange(place, splice), range);

/** Whether the words around the fix, on which it rests, are the same as when it was found. */
function isUndisturbed({ range: [start, end] }: Fix, splices: readonly Splice[]): boolean {
  return moveRange([Math.max(start - BASIS, 0), end + BASIS], splices) !== undefined;
}

function moveFix(fix: Fix, splices: readonly Splice[]): Fix | undefined {
  const range = moveRange(fix.range, splices);
  return range && { range, text: fix.text };
}

/** Issues after the edits. One whose own range was touched is gone; of the rest, fixes that were touched are. */
function moveIssues(issues: readonly KeyedIssue[], splices: readonly Splice[]): readonly KeyedIssue[] {
  if (splices.length === 0) return issues;
  return issues.flatMap((issue) => {
    const range = moveRange(issue.range, splices);
    if (!range) return [];
    const { fix, suggestions, related, ...rest } = issue;
    const movedFix = fix && moveFix(fix, splices);
    return {
      ...rest,
      range,
      ...(movedFix && { fix: movedFix }),
      ...(suggestions && {
        suggestions: suggestions.flatMap(({ message, fix: offered }) => {
          const moved = moveFix(offered, splices);
          return moved ? [{ message, fix: moved }] : [];
        }),
      }),
      ...(related && {
        related: related.flatMap(({ message, range: other }) => {
          const moved = moveRange(other, splices);
          return moved ? [{ message, range: moved }] : [];
        }),
      }),
    };
  });
}
