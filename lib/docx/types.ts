/**
 * A Word file as its proofreader sees it: one plain text, where its paragraphs are, what of it cannot be edited, and what
 * is to be said before it is saved. All of it is plain data and may be posted between threads. Ranges are UTF-16 offsets
 * into `WordFile.text`.
 */
import type { Range } from '../document/types.ts';

/** Why a file cannot be read. */
export const UNREADABLE_REASONS = [
  'empty', // no bytes at all
  'encrypted', // with a password
  'damaged', // a container or a part that ends early or contradicts itself
  'doctype', // declares entities, as no word processor does
  'too-large', // more than LIMITS of lib/docx/container.ts allow
  'not-word', // a package, but no document: a spreadsheet, slides, any zip
  'legacy-doc', // .doc or .wps, handed to `openWordFile`; `openFile` reads its text
  'unknown-doc', // a .doc too old, or a Works file, or an OLE file of another program
  'pdf',
  'web-page', // HTML or MHTML, under whatever name
  'flat-xml', // Word's single XML file
  'not-text', // pictures, programs, bytes in no known encoding
] as const;
export type UnreadableReason = (typeof UNREADABLE_REASONS)[number];

/** A file that cannot be read. The surfaces have a sentence for each reason; `message` is for developers. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
  constructor(
    readonly reason: UnreadableReason,
    detail: string = reason,
  ) {
    super(detail);
  }
}

export type StoryKind = 'body' | 'table' | 'textbox' | 'header' | 'footer' | 'footnote' | 'endnote';

/** Paragraphs follow each other in reading order, each on a line of its own: body with tables and text boxes, then the rest. */
export interface WordParagraph {
  readonly kind: StoryKind;
  /** Without the line break behind it. Line breaks inside a paragraph are '\v', page and column breaks '\f'. */
  readonly range: Range;
  /** The automatic number at its start, with the blank behind it where one is shown: “（一）”. Never editable. */
  readonly label?: Range;
  /** Whether rules about the whole document see it: the body, and tables and text boxes that hold its head or foot. */
  readonly isBody: boolean;
  /** A page number in a header or footer: “— 1 —”, “第1页 共8页”. No rule sees it. */
  readonly isPageNumber?: true;
}

/** Why an edit or a remark cannot be made where it is asked for. */
export const OBSTACLES = [
  'label', // an automatic number
  'field', // computed by Word: contents, page numbers, references, dates
  'control', // a locked or data-bound content control
  'object', // a picture, formula, symbol or other thing that is no text
  'hidden', // hidden text lies within
  'alternative', // written twice in the file, for old and new programs, in two different ways
  'revision', // within an unresolved revision of a form that cannot hold another
  'paragraphs', // parts or joins paragraphs
  'character', // a character that Word cannot hold
  'overlap', // touches another edit of the same call, or lies outside the text
  'no-comment', // no comment may stand there: headers and footers, paragraphs of a locked control
] as const;
export type Obstacle = (typeof OBSTACLES)[number];

/** Text that cannot be edited. An empty range is a thing between two characters that no edit may span. */
export interface LockedRange {
  readonly range: Range;
  readonly reason: Obstacle;
}

/** An unresolved change by somebody else. The text shows all of them as accepted. */
export interface Revision {
  readonly kind: 'inserted' | 'deleted';
  /** What was inserted; empty, the place of what was deleted. */
  readonly range: Range;
  /** What was deleted, or inserted. */
  readonly text: string;
  readonly author: string;
}

/** What the person should know before the file is saved. */
export interface Notices {
  /** Digitally signed: any change breaks the signature. */
  readonly isSigned: boolean;
  /** Editing is restricted in Word: 'readOnly', 'comments', 'trackedChanges' or 'forms'. */
  readonly protection?: 'readOnly' | 'comments' | 'trackedChanges' | 'forms';
  readonly isReadOnlyRecommended: boolean;
  /** Holds macros; they are kept untouched. */
  readonly hasMacros: boolean;
  /** How many comments it has already. */
  readonly comments: number;
  /** Whole documents embedded in it, whose text is not read. */
  readonly unreadParts: number;
  /** Pictures in it: a file with pictures and no text is a scan. */
  readonly pictures: number;
}

export interface WordFile {
  readonly text: string;
  /** One for each line of the text. */
  readonly paragraphs: readonly WordParagraph[];
  /** In the order of the text. */
  readonly locked: readonly LockedRange[];
  /** In the order of the text. */
  readonly revisions: readonly Revision[];
  readonly notices: Notices;
}

/** Put `replacement` in place of a range. '\t' becomes a tab, '\v' a line break. */
export interface TextEdit {
  readonly range: Range;
  readonly replacement: string;
}

/** Something said about a range, as a comment in the margin. */
export interface Remark {
  readonly range: Range;
  readonly text: string;
}

export interface WordChanges {
  /** In any order. */
  readonly edits: readonly TextEdit[];
  readonly remarks: readonly Remark[];
  /** As if typed, or as tracked changes that each can be accepted or rejected. */
  readonly as: 'applied' | 'tracked';
  /** Who is shown as the author of tracked changes and comments. */
  readonly author: string;
  /** When, for tracked changes and comments. */
  readonly date: Date;
  /** The comment on an edit that cannot be made. Without it, or where it returns undefined, none is written. */
  readonly remarkOn?: (edit: TextEdit, reason: Obstacle) => string | undefined;
}

/** An edit or a remark that was not made, and why. */
export interface Unmade<Change> {
  readonly change: Change;
  readonly reason: Obstacle;
  /** Whether a comment stands there instead. */
  readonly isCommented: boolean;
}

export interface SavedWordFile {
  readonly bytes: Uint8Array;
  readonly unmadeEdits: readonly Unmade<TextEdit>[];
  readonly unmadeRemarks: readonly Unmade<Remark>[];
}
