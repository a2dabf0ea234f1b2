import type { Fix, Issue, Rule, Severity, Texts } from '../engine/types.ts';
import type { FileResult } from './json.ts';
import { lineIndex } from './positions.ts';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  hint: 'note',
};

/** Absolute and relative paths become URI references; standard input has none of its own. */
const uriOf = (filePath: string) => (filePath === '-' ? 'stdin' : encodeURI(filePath.replaceAll('\\', '/')));

function regionOf(text: string) {
  const place = lineIndex(text);
  return ([start, end]: readonly [number, number]) => {
    const from = place(start);
    const to = place(end);
    return {
      startLine: from.line,
      startColumn: from.column,
      endLine: to.line,
      endColumn: to.column,
      charOffset: start,
      charLength: end - start,
    };
  };
}

function sarifResult(issue: Issue, filePath: string, region: ReturnType<typeof regionOf>) {
  const artifactLocation = { uri: uriOf(filePath) };
  const sarifFix = (fix: Fix, description: string) => ({
    description: { text: description },
    artifactChanges: [
      { artifactLocation, replacements: [{ deletedRegion: region(fix.range), insertedContent: { text: fix.text } }] },
    ],
  });
  const fixes = [
    ...(issue.fix ? [sarifFix(issue.fix, issue.message)] : []),
    ...(issue.suggestions ?? []).map(({ message, fix }) => sarifFix(fix, message)),
  ];
  return {
    ruleId: issue.ruleId,
    level: LEVELS[issue.severity],
    message: { text: issue.basis ? `${issue.message}（${issue.basis}）` : issue.message },
    locations: [{ physicalLocation: { artifactLocation, region: region(issue.range) } }],
    ...(issue.related && {
      relatedLocations: issue.related.map(({ range, message }) => ({
        message: { text: message },
        physicalLocation: { artifactLocation, region: region(range) },
      })),
    }),
    ...(fixes.length > 0 && { fixes }),
  };
}

/** A SARIF 2.1.0 log of one run; columns count UTF-16 code units, as the log says. */
export function toSarif(results: readonly FileResult[], rules: readonly Rule[], texts: Texts, version: string) {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: '清样 Qingyang',
            version,
            rules: rules.map(({ id, severity }) => ({
              id,
              shortDescription: { text: texts.rules[id]!.title },
              fullDescription: { text: texts.rules[id]!.description },
              defaultConfiguration: { level: LEVELS[severity] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: results.flatMap(({ filePath, text, issues }) => {
          const region = regionOf(text);
          return issues.map((issue) => sarifResult(issue, filePath, region));
        }),
      },
    ],
  };
}
