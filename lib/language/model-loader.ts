/** The way of the language model from asked for to ready, with what can go wrong on it. */
import { isIntact } from './integrity.ts';
import { MODEL_FILES, type ModelBuffers } from './model-files.ts';
import type { Language } from './types.ts';

/** unreadable: a file is not there or cannot be read. damaged: the files were read and are not what they should be. */
export type ModelFailure = 'unreadable' | 'damaged';

/** While it is not `ready`, what the rules say is not all there is to say: no text may be called clean. */
export type ModelState =
  /** Nobody has asked for it yet. */
  | { readonly status: 'idle' }
  | { readonly status: 'loading' }
  | { readonly status: 'ready' }
  /** `retries`: it is going to be tried again by itself. */
  | { readonly status: 'failed'; readonly reason: ModelFailure; readonly retries: boolean };

/** Milliseconds until the next attempt after the first, second … that failed; after the last, none is made. */
const BACKOFF: readonly number[] = [1000, 5000, 30_000, 120_000];

export interface ModelLoading {
  /** Reads a file of assets/models. Rejects where it cannot be read. */
  read(file: string): Promise<ArrayBuffer>;
  /** @throws where the files do not fit together */
  open(files: ModelBuffers): Language;
  /** The state has changed; `error` tells more of a failure, for the log. */
  changed(state: ModelState, error?: unknown): void;
  /** Runs a task after so many milliseconds. */
  later(task: () => void, milliseconds: number): void;
}

/** Loads the language model once, when it is first asked for; after a failure again, at growing intervals. */
export class ModelLoader {
  readonly #loading: ModelLoading;
  #state: ModelState = { status: 'idle' };
  #language: Language | undefined;
  #failures = 0;

  constructor(loading: ModelLoading) {
    this.#loading = loading;
  }

  get state(): ModelState {
    return this.#state;
  }

  /** Undefined until the model is ready. */
  get language(): Language | undefined {
    return this.#language;
  }

  /** Begins to load, where this has not begun yet. */
  start(): void {
    if (this.#state.status === 'idle') void this.#attempt();
  }

  async #attempt(): Promise<void> {
    this.#change({ status: 'loading' });
    let files: ModelBuffers;
    try {
      files = await this.#readAll();
    } catch (error) {
      this.#fail('unreadable', error);
      return;
    }
    try {
      await this.#checkAll(files);
      this.#language = this.#loading.open(files);
    } catch (error) {
      this.#fail('damaged', error);
      return;
    }
    this.#change({ status: 'ready' });
  }

  async #readAll(): Promise<ModelBuffers> {
    const files = Object.entries(MODEL_FILES).map(
      async ([name, file]) => [name, await this.#loading.read(file)] as const,
    );
    return Object.fromEntries(await Promise.all(files)) as Record<keyof ModelBuffers, ArrayBuffer>;
  }

  async #checkAll(files: ModelBuffers): Promise<void> {
    const pause = () => new Promise<void>((resolve) => this.#loading.later(resolve, 0));
    for (const [name, file] of Object.entries(files)) {
      if (!(await isIntact(file, pause))) throw new Error(`${name}: the model file is damaged`);
    }
  }

  #fail(reason: ModelFailure, error: unknown): void {
    const wait = BACKOFF[this.#failures++];
    this.#change({ status: 'failed', reason, retries: wait !== undefined }, error);
    if (wait !== undefined) this.#loading.later(() => void this.#attempt(), wait);
  }

  #change(state: ModelState, error?: unknown): void {
    this.#state = state;
    this.#loading.changed(state, error);
  }
}
