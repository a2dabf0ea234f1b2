/** The files that lie on the desk: opens, keeps, checks and closes them. Knows no component; draws by calling `changed`. */
import { type Obstacle, UnreadableFile, type UnreadableReason } from '../../docx/types.ts';
import type { KeyedIssue } from '../../engine/types.ts';
import type { ModelState } from '../../language/model-loader.ts';
import { FileWorkerFailed, readFile, type StartWorker } from '../../workbench/file-work.ts';
import { KeptFiles, type KeptWork } from '../../workbench/kept-files.ts';
import { ProofPort } from '../../workbench/proof-port.ts';
import { type IssueFilter, WorkbenchFile } from './workbench-file.ts';

/** Files larger than this are not even read: no report is. */
export const LARGEST_FILE = 256 * 1024 * 1024;
/** Milliseconds after an edit until it is kept. */
const KEEPING_PAUSE = 150;

/** Before a text of our own, so that one without a word is a file all the same. */
const BYTE_ORDER_MARK = '\ufeff';

export interface ReadingFile {
  readonly id: string;
  readonly name: string;
  cancel(): void;
}

/** A file that could not be opened, and why: a reason of the file, or that reading it has failed. */
export interface Failure {
  readonly name: string;
  readonly reason: UnreadableReason | 'failed' | 'too-long';
}

/** What the quiet line says: why something was not done. */
export type Remark =
  | { readonly kind: 'refused'; readonly reason: Obstacle }
  | { readonly kind: 'not-kept' }
  | { readonly kind: 'no-answer' }
  | { readonly kind: 'save-failed' }
  /** `unmade`: edits that the file could not take after all. */
  | { readonly kind: 'saved'; readonly name: string; readonly unmade: number };

export interface DeskOptions {
  readonly startWorker: StartWorker;
  readonly filter: IssueFilter;
  /** The style sheets of the paper. */
  readonly sheets: readonly CSSStyleSheet[];
  /** The longest text that can be checked, in UTF-16 code units. */
  readonly longestText: number;
  changed(): void;
  /** The caret has come to an issue of the active file. */
  caretAt(issue: KeyedIssue): void;
}

export class Desk {
  readonly #options: DeskOptions;
  readonly #port: ProofPort;
  readonly #store = new KeptFiles();
  readonly #unkept = new Map<string, ReturnType<typeof setTimeout>>();
  #filter: IssueFilter;
  #files: readonly WorkbenchFile[] = [];
  #reading: readonly ReadingFile[] = [];
  #failures: readonly Failure[] = [];
  #active: WorkbenchFile | undefined;
  #model: ModelState = { status: 'idle' };
  #remark: Remark | undefined;
  #isKeepingFailed = false;

  constructor(options: DeskOptions) {
    this.#options = options;
    this.#filter = options.filter;
    this.#port = new ProofPort(
      (state) => {
        this.#model = state;
        options.changed();
      },
      () => this.say({ kind: 'no-answer' }),
    );
  }

  get files(): readonly WorkbenchFile[] {
    return this.#files;
  }

  get active(): WorkbenchFile | undefined {
    return this.#active;
  }

  get reading(): readonly ReadingFile[] {
    return this.#reading;
  }

  get failures(): readonly Failure[] {
    return this.#failures;
  }

  get model(): ModelState {
    return this.#model;
  }

  get remark(): Remark | undefined {
    return this.#remark;
  }

  /** Says something in the quiet line, or takes it back. */
  say(remark: Remark | undefined): void {
    this.#remark = remark;
    this.#options.changed();
  }

  /** Whether the page would lose something if it were left now. */
  get wouldLose(): boolean {
    return this.#isKeepingFailed && this.#files.some(({ isUnsaved }) => isUnsaved);
  }

  setRule(ruleId: string, on: boolean): void {
    this.#port.setRule(ruleId, on);
  }

  /** Settings have changed: what is ignored, and maybe what is found. */
  setFilter(filter: IssueFilter): void {
    this.#filter = filter;
    for (const file of this.#files) file.setFilter(filter);
    this.#port.refresh();
  }

  /** Lays out again what was on the desk before a reload. */
  async restore(): Promise<void> {
    let kept: KeptWork[];
    try {
      kept = await this.#store.claimAll();
    } catch {
      // A private window keeps nothing: that is said when there is something to keep.
      return;
    }
    for (const work of kept) await this.#lay(work);
  }

  /** Opens files as they are chosen or dropped, one after the other. */
  async open(files: readonly File[]): Promise<void> {
    this.#failures = [];
    for (const file of files) {
      if (file.size > LARGEST_FILE) {
        this.#fail(file.name, 'too-large');
        continue;
      }
      await this.#lay(newFile(file.name, new Uint8Array(await file.arrayBuffer())), true);
    }
  }

  /** Opens a text that was pasted, handed over, or is about to be written. */
  openText(name: string, text: string): Promise<void> {
    this.#failures = [];
    return this.#lay(newFile(name, new TextEncoder().encode(BYTE_ORDER_MARK + text)), true);
  }

  async #lay(work: KeptWork, isNew = false): Promise<void> {
    const { id, name, bytes } = work.file;
    const abort = new AbortController();
    this.#reading = [...this.#reading, { id, name, cancel: () => abort.abort() }];
    this.#options.changed();
    try {
      const opened = await readFile(this.#options.startWorker, name, bytes, abort.signal);
      const { length } = 'word' in opened ? opened.word.text : opened.text;
      if (length > this.#options.longestText) this.#fail(name, 'too-long');
      else this.#add(work, opened, isNew);
    } catch (error) {
      if (abort.signal.aborted) return;
      if (error instanceof UnreadableFile) this.#fail(name, error.reason);
      else if (error instanceof FileWorkerFailed) this.#fail(name, 'failed');
      else throw error;
    } finally {
      this.#reading = this.#reading.filter((reading) => reading.id !== id);
      this.#options.changed();
    }
  }

  #fail(name: string, reason: Failure['reason']): void {
    this.#failures = [...this.#failures, { name, reason }];
    this.#options.changed();
  }

  dismissFailures(): void {
    this.#failures = [];
    this.#options.changed();
  }

  #add(work: KeptWork, opened: WorkbenchFile['opened'], isNew: boolean): void {
    const { sheets, changed, caretAt } = this.#options;
    const file: WorkbenchFile = new WorkbenchFile({
      work,
      opened,
      port: this.#port,
      filter: this.#filter,
      sheets,
      events: {
        changed,
        edited: () => this.#keepSoon(file),
        caretAt: (issue) => file === this.#active && caretAt(issue),
        refused: (reason) => this.say({ kind: 'refused', reason }),
      },
    });
    this.#files = [...this.#files, file];
    if (isNew || !this.#active) this.#active = file;
    if (isNew) void this.#keeping(this.#store.keep(work.file));
  }

  activate(file: WorkbenchFile): void {
    this.#active = file;
    this.say(undefined);
  }

  /** Puts a file away for good. */
  async close(file: WorkbenchFile): Promise<void> {
    const index = this.#files.indexOf(file);
    this.#files = this.#files.filter((other) => other !== file);
    if (this.#active === file) this.#active = this.#files[Math.min(index, this.#files.length - 1)];
    clearTimeout(this.#unkept.get(file.id));
    this.#unkept.delete(file.id);
    file.close();
    this.say(undefined);
    await this.#store.forget(file.id).catch(() => {
      // What could not be kept needs not be forgotten.
    });
  }

  #keepSoon(file: WorkbenchFile): void {
    clearTimeout(this.#unkept.get(file.id));
    this.#unkept.set(
      file.id,
      setTimeout(() => this.#keepEdits(file), KEEPING_PAUSE),
    );
  }

  #keepEdits(file: WorkbenchFile): void {
    clearTimeout(this.#unkept.get(file.id));
    this.#unkept.delete(file.id);
    void this.#keeping(this.#store.keepEdits(file.id, file.keptEdits));
  }

  async #keeping(written: Promise<void>): Promise<void> {
    try {
      await written;
    } catch {
      // The disk is full, or this is a private window: the person must save before leaving.
      this.#isKeepingFailed = true;
      this.say({ kind: 'not-kept' });
    }
  }

  /** Keeps at once what is waiting to be kept: the page is about to go. */
  keepNow(): void {
    for (const file of this.#files) if (this.#unkept.has(file.id)) this.#keepEdits(file);
  }
}

const newFile = (name: string, bytes: Uint8Array): KeptWork => ({
  file: { id: crypto.randomUUID(), name, bytes, openedAt: Date.now() },
  edits: undefined,
});
