import { parseArgs } from 'node:util';
import { LOCALES, type Locale } from '../../rules/texts.ts';
import en from './en.json' with { type: 'json' };
import { STDIN } from './source.ts';
import zh from './zh-CN.json' with { type: 'json' };

export const WORDS: Readonly<Record<Locale, typeof zh>> = { 'zh-CN': zh, en };

/** Listings of all files, and records of one file each. */
export const LISTINGS = ['pretty', 'json', 'sarif'] as const;
export const RECORDS = ['html', 'markdown', 'docx'] as const;
export type Listing = (typeof LISTINGS)[number];
export type RecordFormat = (typeof RECORDS)[number];

/** Something the person at the command line can put right. */
export class UsageError extends Error {}

export interface Options {
  readonly files: readonly string[];
  readonly format: Listing | RecordFormat;
  readonly locale: Locale;
  readonly eachLine: boolean;
  readonly printText: boolean;
  readonly fix: boolean;
  /** Folder for corrected copies and records. */
  readonly output: string | undefined;
  /** In Word files: corrections as tracked changes, and what is left as comments. */
  readonly tracked: boolean;
  readonly comments: boolean;
}

const parse = (argv: readonly string[]) =>
  parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'pretty' },
      locale: { type: 'string', default: 'zh-CN' },
      'each-line': { type: 'boolean', default: false },
      'print-text': { type: 'boolean', default: false },
      fix: { type: 'boolean', default: false },
      output: { type: 'string' },
      tracked: { type: 'boolean', default: false },
      comments: { type: 'boolean', default: false },
    },
  });

export const isRecord = (format: Options['format']): format is RecordFormat =>
  RECORDS.some((candidate) => candidate === format);

/** The rule that these options break, by its key in the words. */
function conflict({
  files,
  format,
  fix,
  output,
  tracked,
  comments,
}: Options): 'usage' | keyof typeof zh.conflicts | undefined {
  if (files.length === 0) return 'usage';
  if ((tracked || comments) && !(fix && output !== undefined)) return 'copiesOnly';
  if (output !== undefined && !fix && !isRecord(format)) return 'nothingToWrite';
  if (output !== undefined && files.includes(STDIN)) return 'noName';
  if (isRecord(format) && output === undefined && (files.length > 1 || fix)) return 'whereTo';
  return undefined;
}

/** @throws UsageError with a sentence and how it is used */
export function readOptions(argv: readonly string[]): Options {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(argv);
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n${zh.usage}`);
  }
  const { values, positionals } = parsed;
  const format = [...LISTINGS, ...RECORDS].find((candidate) => candidate === values.format);
  const locale = LOCALES.find((candidate) => candidate === values.locale);
  if (!format || !locale) throw new UsageError(WORDS[locale ?? 'zh-CN'].usage);
  const options: Options = {
    files: positionals,
    format,
    locale,
    eachLine: values['each-line'],
    printText: values['print-text'],
    fix: values.fix,
    output: values.output,
    tracked: values.tracked,
    comments: values.comments,
  };
  const broken = conflict(options);
  const words = WORDS[locale];
  if (broken) throw new UsageError(broken === 'usage' ? words.usage : `${words.conflicts[broken]}\n${words.usage}`);
  return options;
}
