/**
 * The files that are being worked on, kept on this machine so that a reload loses nothing, until they are closed. Two tabs
 * never hold the same file: a lock tells whose it is.
 */
import type { PlacedOrigin } from './file-edits.ts';

/** A file as it is kept. All of it but the edits is what was opened. */
export interface KeptFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Milliseconds since 1970: the order of the tabs. */
  readonly openedAt: number;
  /** `ChangeSet.toJSON()`, from the file's text to the present one; undefined where nothing was edited. */
  readonly changes?: unknown;
  readonly origins: readonly PlacedOrigin[];
}

const DATABASE = 'workbench';
const STORE = 'files';

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
  return settled(request);
}

/** Takes a file for this tab for as long as the tab lives; false where another tab has it. */
function claim(id: string): Promise<boolean> {
  return new Promise((resolve) => {
    void navigator.locks.request(`workbench-file ${id}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      // Held until the tab goes.
      return lock ? new Promise<void>(() => {}) : undefined;
    });
  });
}

export class KeptFiles {
  #database: Promise<IDBDatabase> | undefined;
  readonly #claimed = new Set<string>();

  async #store(mode: IDBTransactionMode): Promise<IDBObjectStore> {
    this.#database ??= openDatabase();
    return (await this.#database).transaction(STORE, mode).objectStore(STORE);
  }

  async #claim(id: string): Promise<boolean> {
    if (this.#claimed.has(id)) return true;
    const isOurs = await claim(id);
    if (isOurs) this.#claimed.add(id);
    return isOurs;
  }

  /** Files that no tab holds, the first opened first; from now on they are this tab's. Rejects where nothing can be kept. */
  async claimAll(): Promise<KeptFile[]> {
    const files: KeptFile[] = await settled((await this.#store('readonly')).getAll());
    const claimed = await Promise.all(files.map(({ id }) => this.#claim(id)));
    return files.filter((_, index) => claimed[index]).sort((a, b) => a.openedAt - b.openedAt);
  }

  /** Keeps a file, or what has become of it. Rejects where the disk is full or nothing may be kept. */
  async keep(file: KeptFile): Promise<void> {
    await this.#claim(file.id);
    await settled((await this.#store('readwrite')).put(file));
  }

  /** Forgets a file for good. */
  async forget(id: string): Promise<void> {
    await settled((await this.#store('readwrite')).delete(id));
  }
}
