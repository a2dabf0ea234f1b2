/** The record of a proofreading, to be read, printed or saved. */
import { render } from 'preact';
import { recordToHtml } from '../../lib/report/html.ts';
import { recordToMarkdown } from '../../lib/report/markdown.ts';
import { RecordPage } from '../../lib/report/page.tsx';
import type { ReviewRecord } from '../../lib/report/record.ts';
import { recordToWord } from '../../lib/report/word.ts';
import { loadSettings } from '../../lib/settings/store.ts';
import { download } from '../../lib/ui/download.ts';
import { takeHanded } from '../../lib/ui/handover.ts';
import { applyLocale } from '../../lib/ui/locale.ts';
import { RecordBar, type RecordFormat } from '../../lib/ui/record/record-bar.tsx';
import { currentLocale } from '../../lib/ui/text.ts';
import { workbenchText as text } from '../../lib/ui/workbench/text.ts';
import { copyName } from '../../lib/workbench/saving.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What each format is written by, under which extension and type. */
const WRITERS: Readonly<
  Record<RecordFormat, readonly [(record: ReviewRecord) => Uint8Array | string, extension: string, type: string]>
> = {
  word: [(record) => recordToWord(record, currentLocale()), '.docx', WORD],
  markdown: [(record) => recordToMarkdown(record, currentLocale()), '.md', 'text/markdown'],
  html: [(record) => recordToHtml(record, currentLocale()), '.html', 'text/html'],
  json: [(record) => `${JSON.stringify(record, null, 2)}\n`, '.json', 'application/json'],
};

async function start(): Promise<void> {
  applyLocale(await loadSettings(['general']));
  document.documentElement.lang = currentLocale();
  const root = document.querySelector('#record')!;
  // Only pages of the extension can hand over anything, and they hand over records.
  const record = (await takeHanded()) as ReviewRecord | undefined;
  if (!record) {
    render(<p class="record-gone">{text('record_gone')}</p>, root);
    return;
  }
  document.title = text('record_title', record.name);
  const save = (format: RecordFormat) => {
    const [write, extension, type] = WRITERS[format];
    download(copyName(record.name, text('record_suffix'), extension), write(record), type);
  };
  render(
    <>
      <RecordBar onSave={save} onPrint={() => window.print()} />
      <RecordPage record={record} locale={currentLocale()} />
    </>,
    root,
  );
}

void start();
