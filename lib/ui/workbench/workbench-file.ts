/** One file in the workbench: its text on paper, its check, and what becomes of its issues. */
import { redo, undo } from '@codemirror/commands';
import { ChangeSet, Text, Transaction } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { Range } from '../../document/types.ts';
import type { Obstacle, WordFile } from '../../docx/types.ts';
import { groupFixes } from '../../engine/fix.ts';
import { choiceOf, choicesOf, groupOf } from '../../engine/group.ts';
import type { Fix, KeyedIssue } from '../../engine/types.ts';
import type { OpenedFile } from '../../files/open-file.ts';
import type { Walkable } from '../../page/keyboard-walk.ts';
import { excerpt } from '../../protocol/excerpt.ts';
import type { ChecklistIssue, FixChoice } from '../../protocol/messages.ts';
import { inContext } from '../../report/record.ts';
import {
  addOrigin,
  changesOf,
  editsOf,
  type FileEdit,
  originsOf,
  type PlacedOrigin,
  standingFixes,
} from '../../workbench/file-edits.ts';
import { FileProof } from '../../workbench/file-proof.ts';
import type { KeptEdits, KeptFile, KeptWork } from '../../workbench/kept-files.ts';
import { obstacleOf } from '../../workbench/locks.ts';
import type { ProofPort } from '../../workbench/proof-port.ts';
import { createEditor, edit } from './editor.ts';
import { flash, issueAt, markIssues } from './marks.ts';

/** What of the issues is to be seen; from the settings. */
export interface IssueFilter {
  /** Whether an issue about those words is ignored. */
  readonly isIgnored: (issue: KeyedIssue, words: string) => boolean;
  readonly hintsOnPage: boolean;
}

export interface FileEvents {
  /** Text, issues or progress have changed. */
  changed(): void;
  /** The text has changed and is to be kept. */
  edited(): void;
  /** The caret has come to an issue. */
  caretAt(issue: KeyedIssue): void;
  /** An edit was not made. */
  refused(reason: Obstacle): void;
}

export interface FileOptions {
  readonly work: KeptWork;
  readonly opened: OpenedFile;
  readonly port: ProofPort;
  readonly filter: IssueFilter;
  /** The style sheets of the paper. */
  readonly sheets: readonly CSSStyleSheet[];
  readonly events: FileEvents;
}

const LINE_END = /\r\n?|\n/;

export class WorkbenchFile {
  readonly id: string;
  readonly name: string;
  readonly opened: OpenedFile;
  /** Undefined for plain text. */
  readonly word: WordFile | undefined;
  /** Holds the editor; stands wherever the surface puts it. */
  readonly host: HTMLElement;
  readonly view: EditorView;
  readonly proof: FileProof;
  /** The text as it was read. */
  readonly original: Text;
  readonly #kept: KeptFile;
  readonly #events: FileEvents;
  #filter: IssueFilter;
  #text: string;
  #nextOrigin: number;
  #most = 0;
  #shown: readonly KeyedIssue[] | undefined;
  #listed: readonly ChecklistIssue[] | undefined;
  #lastFix: { readonly count: number; readonly after: Text } | undefined;
  #saved: Text;

  constructor({ work, opened, port, filter, sheets, events }: FileOptions) {
    const { file, edits } = work;
    this.id = file.id;
    this.name = file.name;
    this.#kept = file;
    this.opened = opened;
    this.word = opened.format === 'docx' ? opened.word : undefined;
    this.#filter = filter;
    this.#events = events;
    this.original = Text.of('word' in opened ? opened.word.text.split('\n') : opened.text.split(LINE_END));
    this.#saved = this.original;
    this.host = document.createElement('div');
    this.host.className = 'paper';
    const root = this.host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [...sheets];
    this.view = createEditor({
      doc: this.original,
      word: this.word,
      label: file.name,
      root,
      parent: root as unknown as Element,
      events: { updated: (change) => this.#updated(change), refused: (reason) => events.refused(reason) },
    });
    if (edits) this.#restore(edits);
    this.#nextOrigin = Math.max(0, ...originsOf(this.view.state).map(({ id }) => id + 1));
    this.#text = this.view.state.doc.toString();
    this.proof = new FileProof(port, this.#text, this.word?.paragraphs, () => this.#proofChanged());
    this.view.contentDOM.addEventListener('compositionend', () => setTimeout(() => this.#settle()));
    // What the editor has made of a key is no other's business: an undo here must not be another in the list.
    this.host.addEventListener('keydown', (event) => event.defaultPrevented && event.stopPropagation());
  }

  /** Makes the edits of an earlier session. Should they not fit, which only a damaged store can bring about, the file stands as it was. */
  #restore({ changes: stored, origins }: KeptEdits): void {
    let changes: ChangeSet;
    try {
      changes = ChangeSet.fromJSON(stored);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return;
    }
    if (changes.length !== this.original.length) return;
    this.view.dispatch({
      changes,
      effects: origins.map((origin) => addOrigin.of(origin)),
      annotations: Transaction.addToHistory.of(false),
    });
  }

  get bytes(): Uint8Array {
    return this.#kept.bytes;
  }

  /** The text as it was read, in which edits count. */
  get originalText(): string {
    return this.original.toString();
  }

  /** The text as it now is. */
  get text(): string {
    return this.#text;
  }

  /** What is kept of the file's edits. */
  get keptEdits(): KeptEdits {
    return { changes: this.changes.toJSON(), origins: originsOf(this.view.state) };
  }

  /** Whether the text has been changed since it was opened or last saved. */
  get isUnsaved(): boolean {
    return !this.view.state.doc.eq(this.#saved);
  }

  /** A corrected copy of the present text has been written. */
  markSaved(): void {
    this.#saved = this.view.state.doc;
    this.#events.changed();
  }

  /** How many places the last fixes have changed, as long as the text is as they left it. */
  get undoable(): number | undefined {
    return this.#lastFix && this.view.state.doc.eq(this.#lastFix.after) ? this.#lastFix.count : undefined;
  }

  get edits(): FileEdit[] {
    return editsOf(this.view.state, this.original);
  }

  get changes(): ChangeSet {
    return changesOf(this.view.state);
  }

  get fixes(): PlacedOrigin[] {
    return standingFixes(this.view.state, this.original);
  }

  #isIgnored(issue: KeyedIssue): boolean {
    return this.#filter.isIgnored(issue, this.#text.slice(...issue.range));
  }

  /** Issues that are not ignored, by place. */
  get issues(): readonly KeyedIssue[] {
    this.#shown ??= this.proof.issues.filter((issue) => !this.#isIgnored(issue));
    return this.#shown;
  }

  /** The same with the words around them. */
  get listed(): readonly ChecklistIssue[] {
    this.#listed ??= this.issues.map((issue) => ({ ...issue, ...excerpt(this.#text, issue.range) }));
    return this.#listed;
  }

  /** Text, findings or filter have changed. */
  #forget(): void {
    this.#shown = undefined;
    this.#listed = undefined;
  }

  get ignored(): KeyedIssue[] {
    return this.proof.issues.filter((issue) => this.#isIgnored(issue));
  }

  /** Issues that are marked on the paper: hints are only where they are asked for. */
  get marked(): readonly KeyedIssue[] {
    const { hintsOnPage } = this.#filter;
    return this.issues.filter(({ severity }) => hintsOnPage || severity !== 'hint');
  }

  /** The file as the keyboard walks through it. */
  readonly walkable: Walkable = ((file: WorkbenchFile) => ({
    get issues() {
      return file.marked;
    },
    get caret() {
      return file.view.state.selection.main.head;
    },
    get length() {
      return file.view.state.doc.length;
    },
  }))(this);

  /** How many issues were dealt with, of the most there were at once. */
  get cleared(): number {
    return this.#most - this.issues.length;
  }

  setFilter(filter: IssueFilter): void {
    this.#filter = filter;
    this.#forget();
    this.#mark();
    this.#events.changed();
  }

  #updated({ docChanged, selectionSet }: { docChanged: boolean; selectionSet: boolean }): void {
    // The editor tells of its first update before it is ours.
    if (!this.proof) return;
    if (docChanged) {
      this.#events.edited();
      this.#settle();
    }
    if (selectionSet && this.view.hasFocus) {
      const issue = issueAt(this.view.state, this.view.state.selection.main.head);
      if (issue) this.#events.caretAt(issue);
    }
  }

  /** Brings issues and marks to the present text. While an input method composes, it is not yet the writer's. */
  #settle(): void {
    if (this.view.composing) return;
    const text = this.view.state.doc.toString();
    if (text === this.#text) return;
    this.#text = text;
    this.proof.update(text);
    this.#forget();
    this.#mark();
    this.#events.changed();
  }

  #proofChanged(): void {
    this.#forget();
    if (!this.view.composing) this.#mark();
    if (this.proof.progress === 1) this.#most = Math.max(this.#most, this.issues.length);
    this.#events.changed();
  }

  #mark(): void {
    this.view.dispatch({ effects: markIssues(this.marked) });
  }

  /** Shows a range and draws the eye to it; the caret goes there, the focus does not. */
  reveal([start, end]: Range): void {
    this.view.dispatch({
      selection: { anchor: start },
      effects: [EditorView.scrollIntoView(start, { y: 'center' }), flash([start, end])],
    });
  }

  /** Scrolls to a range where it is out of sight. */
  bringIntoView([start]: Range): void {
    this.view.dispatch({ effects: EditorView.scrollIntoView(start, { y: 'nearest', yMargin: 120 }) });
  }

  /** Takes the certain fix of an issue, or the suggestion of that index, at all places of its cause. */
  fix(issue: KeyedIssue, suggestion?: number): void {
    const group = groupOf(issue, this.issues);
    this.fixAll(groupFixes(group, choiceOf(issue, suggestion)));
  }

  /** The choices that were ticked in the list, as one step. */
  fixChosen(choices: readonly FixChoice[]): void {
    const { issues } = this;
    this.fixAll(
      choices.flatMap(({ key, start, suggestion }) => {
        const issue = issues.find((candidate) => candidate.key === key && candidate.range[0] === start);
        return (issue && choicesOf(issue)[choiceOf(issue, suggestion)]) ?? [];
      }),
    );
  }

  /** Makes fixes of present issues as one step. Those that the file cannot take are left, and counted in `refused`. */
  fixAll(fixes: readonly Fix[]): void {
    const { state } = this.view;
    const owners = new Map(
      inContext(this.issues, this.#text).flatMap((issue) => choicesOf(issue).map((fix) => [fix, issue] as const)),
    );
    const made = fixes.filter((fix) => this.obstacle(fix) === undefined);
    const changes = state.changes(made.map(({ range: [from, to], text }) => ({ from, to, insert: text })));
    const effects = made.flatMap((fix) => {
      const issue = owners.get(fix);
      if (!issue) return [];
      const start = changes.mapPos(fix.range[0], -1);
      return addOrigin.of({ id: this.#nextOrigin++, range: [start, start + fix.text.length], issue, fix });
    });
    if (made.length > 0) {
      edit(this.view, changes, effects);
      this.#lastFix = { count: made.length, after: this.view.state.doc };
    }
    const first = fixes.find((fix) => !made.includes(fix));
    const reason = first && this.obstacle(first);
    if (reason) this.#events.refused(reason);
    this.#events.changed();
  }

  /** Why the file cannot take a fix of the present text. */
  obstacle({ range: [from, to], text }: Fix): Obstacle | undefined {
    if (!this.word) return undefined;
    const transaction = this.view.state.update({ changes: { from, to, insert: text }, filter: false });
    return obstacleOf(transaction, this.word, this.original);
  }

  undo(): void {
    undo(this.view);
  }

  redo(): void {
    redo(this.view);
  }

  close(): void {
    this.proof.close();
    this.view.destroy();
  }
}
