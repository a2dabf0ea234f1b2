/** Reads or writes one file and is done: see lib/workbench/file-work.ts. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { saveWordFile } from '../lib/docx/save.ts';
import { UnreadableFile } from '../lib/docx/types.ts';
import { openFile } from '../lib/files/open-file.ts';
import type { FileResult, FileTask } from '../lib/workbench/file-work.ts';

function result(task: FileTask): FileResult {
  try {
    return task.type === 'open'
      ? { opened: openFile(task.name, task.bytes) }
      : { saved: saveWordFile(task.bytes, task.changes) };
  } catch (error) {
    if (error instanceof UnreadableFile) return { reason: error.reason };
    throw error;
  }
}

export default defineUnlistedScript(() => {
  addEventListener('message', ({ data }: MessageEvent<FileTask>) => postMessage(result(data)));
});
