/** The command line: the same engine as in the browser. Exit status 0 clean, 1 errors found, 2 something could not be done. */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Obstacle } from '../../lib/docx/types.ts';
import { fillIn } from '../../lib/engine/issue.ts';
import { recordToHtml } from '../../lib/report/html.ts';
import { type FileResult, toJson } from '../../lib/report/json.ts';
import { recordToMarkdown } from '../../lib/report/markdown.ts';
import type { ReviewRecord } from '../../lib/report/record.ts';
import { toSarif } from '../../lib/report/sarif.ts';
import { recordToWord } from '../../lib/report/word.ts';
import { rules } from '../../rules/index.ts';
import { type Locale, textsIn } from '../../rules/texts.ts';
import { nodeChecker } from './node-checker.ts';
import { isRecord, type Listing, type Options, type RecordFormat, readOptions, UsageError, WORDS } from './options.ts';
import { correctedBytes, OutputFolder, UnwritableFile } from './output.ts';
import { toPretty } from './pretty.ts';
import { Progress } from './progress.ts';
import { type Review, review } from './review.ts';
import { readSource, type Source, STDIN, textSource, UnreadableSource } from './source.ts';

/** A line break at the end of a file ends its last line and begins no other. */
const linesOf = (text: string) => text.replace(/\r?\n$/, '').split(/\r?\n/);

const packageVersion = (): string =>
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version;

const RECORD_WRITERS: Readonly<Record<RecordFormat, (record: ReviewRecord, locale: Locale) => string | Uint8Array>> = {
  html: recordToHtml,
  markdown: recordToMarkdown,
  docx: recordToWord,
};
const EXTENSIONS: Readonly<Record<RecordFormat, string>> = { html: 'html', markdown: 'md', docx: 'docx' };

const writeJson = (value: unknown) => process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);

function list(results: readonly FileResult[], format: Listing, { locale, printText }: Options): void {
  if (format === 'json') writeJson(results.map((result) => toJson(result, printText)));
  else if (format === 'sarif') writeJson(toSarif(results, rules, textsIn(locale), packageVersion()));
  else process.stdout.write(toPretty(results, WORDS[locale], process.stdout.isTTY === true));
}

/** The sentence for a file that could not be dealt with; undefined for a fault of the program. */
function complaint(error: unknown, locale: Locale): string | undefined {
  const words = WORDS[locale];
  if (error instanceof UnreadableSource) {
    const { path: file, reason } = error;
    const { systemReasons } = words;
    const why =
      typeof reason === 'string'
        ? words.unreadableReasons[reason]
        : (Object.entries(systemReasons).find(([code]) => code === reason.code)?.[1] ?? reason.message);
    return fillIn(words.unreadable, { file, reason: why });
  }
  if (error instanceof UnwritableFile) {
    return fillIn(words.unwritable, { file: error.path, reason: words.refusals[error.reason] });
  }
  if (error instanceof Error && 'syscall' in error) return error.message;
  return undefined;
}

/** Writes the corrected text or file to where it is wanted. */
function deliverCopy(source: Source, reviewed: Review, options: Options, folder: OutputFolder | undefined, date: Date) {
  if (source.path === STDIN) {
    process.stdout.write(reviewed.result.text);
    return;
  }
  const { tracked, comments } = options;
  if (!folder && source.format !== 'text') throw new UnwritableFile(source.path, 'inPlace');
  const bytes = correctedBytes(source, reviewed, { tracked, comments, date });
  if (folder) folder.write(basename(source.path), bytes);
  else if (reviewed.edits.length > 0) writeFileSync(source.path, bytes);
}

function deliverRecord(
  source: Source,
  reviewed: Review,
  format: RecordFormat,
  locale: Locale,
  folder: OutputFolder | undefined,
  date: Date,
) {
  const record = RECORD_WRITERS[format](reviewed.record(date), locale);
  if (!folder) {
    process.stdout.write(record);
    return;
  }
  const name = basename(source.path).replace(/\.[^.]+$/, '');
  folder.write(fillIn(WORDS[locale].recordName, { name, extension: EXTENSIONS[format] }), Buffer.from(record));
}

async function main(argv: readonly string[]): Promise<number> {
  const options = readOptions(argv);
  const { files, format, locale, eachLine, fix, output } = options;
  const words = WORDS[locale];
  const checker = await nodeChecker(locale);
  const reviewing = { checker, locale, fix, obstacle: (reason: Obstacle) => words.obstacles[reason] };
  const folder = output === undefined ? undefined : new OutputFolder(output, files);
  const progress = new Progress(files.length, process.stderr);
  const date = new Date();
  const results: FileResult[] = [];
  let failed = false;
  let hasErrors = false;
  const take = (reviewed: Review) => {
    hasErrors ||= reviewed.result.issues.some(({ severity }) => severity === 'error');
    return reviewed;
  };

  for (const path of files) {
    progress.next(path);
    try {
      const source = readSource(path);
      if (eachLine) {
        for (const line of linesOf(source.text)) {
          const { result } = take(review(textSource(path, line), { ...reviewing, fix: false }));
          process.stdout.write(`${JSON.stringify(toJson(result, options.printText))}\n`);
        }
        continue;
      }
      const reviewed = take(review(source, reviewing));
      results.push(reviewed.result);
      if (isRecord(format)) deliverRecord(source, reviewed, format, locale, folder, date);
      if (fix) deliverCopy(source, reviewed, options, folder, date);
    } catch (error) {
      const sentence = complaint(error, locale);
      if (sentence === undefined) throw error;
      progress.clear();
      process.stderr.write(`${sentence}\n`);
      failed = true;
    }
  }
  progress.clear();

  const isPrinted = eachLine || isRecord(format) || (fix && files.includes(STDIN));
  if (!isPrinted && results.length > 0) list(results, format, options);
  if (failed) return 2;
  return hasErrors ? 1 : 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof UsageError ? error.message : (error as Error).stack}\n`);
  process.exitCode = 2;
}
