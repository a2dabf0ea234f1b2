/**
 * The files that are being worked on, kept on this machine so that a reload loses nothing, until they are closed. Two tabs
 * never hold the same file: a lock tells whose it is.
 */
import type { PlacedOrigin } from './file-edits.ts';

/** A file as it was opened. */
export interface KeptFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Milliseconds since 1970: the order of the tabs. */
  readonly openedAt: number;
}

/** What has become of its text since. */
export interface KeptEdits {
  /** `ChangeSet.toJSON()`, from the file's text to the present one. */
  readonly changes: unknown;
  readonly origins: readonly PlacedOrigin[];
}

export interface KeptWork {
  readonly file: KeptFile;
  /** Undefined where nothing was edited. */
  readonly edits: KeptEdits | undefined;
}

const DATABASE = 'workbench';
const FILES = 'files';
/** Apart from the files, which are large, since they are written at each pause. */
const EDITS = 'edits';
/** Milliseconds to wait for a file that another page holds: after a reload, the page before it is about to let go. */
const PATIENCE = 500;

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(FILES, { keyPath: 'id' });
    request.result.createObjectStore(EDITS);
  };
  return settled(request);
}

/** Takes a file for this tab for as long as the tab lives; false where another tab has it. */
function claim(id: string): Promise<boolean> {
  return new Promise((resolve) => {
    navigator.locks
      .request(`workbench-file ${id}`, { signal: AbortSignal.timeout(PATIENCE) }, () => {
        resolve(true);
        // Held until the tab goes.
        return new Promise<void>(() => {});
      })
      .catch(() => resolve(false));
  });
}

export class KeptFiles {
  #database: Promise<IDBDatabase> | undefined;

  async #transaction(mode: IDBTransactionMode): Promise<IDBTransaction> {
    this.#database ??= openDatabase();
    return (await this.#database).transaction([FILES, EDITS], mode);
  }

  /** Runs writes, and resolves when they are on the disk. */
  async #write(writes: (transaction: IDBTransaction) => void): Promise<void> {
    const transaction = await this.#transaction('readwrite');
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    writes(transaction);
    // Not to wait for the page's next turn, which may not come.
    transaction.commit();
    return done;
  }

  /** The work that no other tab holds, the first opened first; from now on it is this tab's. Rejects where nothing can be kept. */
  async claimAll(): Promise<KeptWork[]> {
    const transaction = await this.#transaction('readonly');
    const edits = transaction.objectStore(EDITS);
    const files: KeptFile[] = await settled(transaction.objectStore(FILES).getAll());
    const all = await Promise.all(
      files.map(async (file): Promise<KeptWork> => ({ file, edits: await settled(edits.get(file.id)) })),
    );
    const claimed = await Promise.all(files.map(({ id }) => claim(id)));
    return all.filter((_, index) => claimed[index]).sort((a, b) => a.file.openedAt - b.file.openedAt);
  }

  /** Keeps a file that was just opened. Rejects, as the others do, where the disk is full or nothing may be kept. */
  async keep(file: KeptFile): Promise<void> {
    void claim(file.id);
    await this.#write((transaction) => transaction.objectStore(FILES).put(file));
  }

  async keepEdits(id: string, edits: KeptEdits): Promise<void> {
    await this.#write((transaction) => transaction.objectStore(EDITS).put(edits, id));
  }

  /** Forgets a file and its edits for good. */
  async forget(id: string): Promise<void> {
    await this.#write((transaction) => {
      transaction.objectStore(FILES).delete(id);
      transaction.objectStore(EDITS).delete(id);
    });
  }
}
