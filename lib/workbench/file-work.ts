/**
 * Reads and writes files in a worker, so that the page answers meanwhile and a file that takes for ever can be given up.
 * Each piece of work has a worker of its own, which keeps nothing.
 */

import type { SavedWordFile, WordChanges } from '../docx/types.ts';
import { UnreadableFile, type UnreadableReason } from '../docx/types.ts';
import type { OpenedFile } from '../files/open-file.ts';

export type FileTask =
  | { readonly type: 'open'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly type: 'save'; readonly bytes: Uint8Array; readonly changes: Omit<WordChanges, 'remarkOn'> };

export type FileResult =
  | { readonly opened: OpenedFile }
  | { readonly saved: SavedWordFile }
  | { readonly reason: UnreadableReason };

/** The worker has died or found a fault of ours. */
export class FileWorkerFailed extends Error {
  override readonly name = 'FileWorkerFailed';
}

/** Starts a worker. */
export type StartWorker = () => Worker;

function attempt(start: StartWorker, task: FileTask, signal?: AbortSignal): Promise<FileResult> {
  const worker = start();
  return new Promise<FileResult>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<FileResult>) => resolve(data);
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new FileWorkerFailed(event.message));
    };
    worker.onmessageerror = () => reject(new FileWorkerFailed('message'));
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    worker.postMessage(task);
  }).finally(() => worker.terminate());
}

/** A worker that has died is tried once more: the browser may have been short of memory. */
async function work(start: StartWorker, task: FileTask, signal?: AbortSignal): Promise<FileResult> {
  signal?.throwIfAborted();
  try {
    return await attempt(start, task, signal);
  } catch (error) {
    if (!(error instanceof FileWorkerFailed)) throw error;
    return attempt(start, task, signal);
  }
}

/**
 * Reads a file.
 *
 * @throws UnreadableFile where it is not one that can be read, FileWorkerFailed where reading it has failed twice
 */
export async function readFile(
  start: StartWorker,
  name: string,
  bytes: Uint8Array,
  signal?: AbortSignal,
): Promise<OpenedFile> {
  const result = await work(start, { type: 'open', name, bytes }, signal);
  if ('reason' in result) throw new UnreadableFile(result.reason);
  return (result as { opened: OpenedFile }).opened;
}

/** Writes a Word file. `bytes` are those that were opened. Throws as `readFile` does. */
export async function writeWordFile(
  start: StartWorker,
  bytes: Uint8Array,
  changes: Omit<WordChanges, 'remarkOn'>,
): Promise<SavedWordFile> {
  const result = await work(start, { type: 'save', bytes, changes });
  if ('reason' in result) throw new UnreadableFile(result.reason);
  return (result as { saved: SavedWordFile }).saved;
}
