/** The command line: the same engine as in the browser. Exit status 0 clean, 1 errors found, 2 could not run. */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fixAll } from '../../lib/engine/fix.ts';
import { fillIn } from '../../lib/engine/issue.ts';
import { type DecodedText, decodeText } from '../../lib/files/encoding.ts';
import { describeDocument } from '../../lib/kinds/kind.ts';
import { type FileResult, toJson } from '../../lib/report/json.ts';
import { toSarif } from '../../lib/report/sarif.ts';
import { rules } from '../../rules/index.ts';
import { LOCALES, type Locale, textsIn } from '../../rules/texts.ts';
import en from './en.json' with { type: 'json' };
import { encodeText } from './encode.ts';
import { nodeChecker } from './node-checker.ts';
import { toPretty } from './pretty.ts';
import zh from './zh-CN.json' with { type: 'json' };

const FORMATS = ['pretty', 'json', 'sarif'] as const;
const WORDS = { 'zh-CN': zh, en };

/** Something the person at the command line can put right. */
class UsageError extends Error {}

function readOptions(argv: readonly string[]) {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(argv);
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n${zh.usage}`);
  }
  const { values, positionals: files } = parsed;
  const format = FORMATS.find((candidate) => candidate === values.format);
  const locale = LOCALES.find((candidate) => candidate === values.locale);
  if (!format || !locale || files.length === 0) throw new UsageError(WORDS[locale ?? 'zh-CN'].usage);
  return { format, locale, files, eachLine: values['each-line'], fix: values.fix };
}

const parse = (argv: readonly string[]) =>
  parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'pretty' },
      locale: { type: 'string', default: 'zh-CN' },
      'each-line': { type: 'boolean', default: false },
      fix: { type: 'boolean', default: false },
    },
  });

function readText(file: string, locale: Locale): DecodedText {
  const words = WORDS[locale];
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    throw new UsageError(fillIn(words.unreadable, { file, reason: (error as Error).message }));
  }
  const decoded = decodeText(bytes);
  if (!decoded) throw new UsageError(fillIn(words.notText, { file }));
  return decoded;
}

/** A line break at the end of a file ends its last line and begins no other. */
const linesOf = (text: string) => text.replace(/\r?\n$/, '').split(/\r?\n/);

const packageVersion = (): string =>
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version;

async function main(argv: readonly string[]): Promise<number> {
  const { format, locale, files, eachLine, fix } = readOptions(argv);
  const checker = await nodeChecker(locale);
  const results: FileResult[] = [];
  let hasErrors = false;
  const check = (filePath: string, text: string): FileResult => {
    const session = checker.open();
    const issues = session.check(text);
    hasErrors ||= issues.some(({ severity }) => severity === 'error');
    return { filePath, text, documentType: describeDocument(session.document)?.id ?? null, issues };
  };

  for (const file of files) {
    const decoded = readText(file, locale);
    if (eachLine) {
      for (const line of linesOf(decoded.text)) process.stdout.write(`${JSON.stringify(toJson(check(file, line)))}\n`);
      continue;
    }
    if (!fix) {
      results.push(check(file, decoded.text));
      continue;
    }
    const { text } = fixAll(decoded.text, checker);
    if (file === '-') process.stdout.write(text);
    else if (text !== decoded.text) writeFileSync(file, encodeText(text, decoded));
    results.push(check(file, text));
  }

  const isTextPrinted = fix && files.includes('-');
  if (!eachLine && !isTextPrinted) {
    if (format === 'json') process.stdout.write(`${JSON.stringify(results.map(toJson), null, 2)}\n`);
    else if (format === 'sarif') {
      process.stdout.write(`${JSON.stringify(toSarif(results, rules, textsIn(locale), packageVersion()), null, 2)}\n`);
    } else process.stdout.write(toPretty(results, WORDS[locale], process.stdout.isTTY === true));
  }
  return hasErrors ? 1 : 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof UsageError ? error.message : (error as Error).stack}\n`);
  process.exitCode = 2;
}
