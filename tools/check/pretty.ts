import { styleText } from 'node:util';
import type { Range } from '../../lib/document/types.ts';
import { type Fix, SEVERITIES, type Severity } from '../../lib/engine/types.ts';
import { excerpt } from '../../lib/protocol/excerpt.ts';
import type { FileResult } from '../../lib/report/json.ts';
import { lineIndex } from '../../lib/report/positions.ts';
import { previewFix } from '../../lib/ui/fix-preview.ts';

const COLOURS = { error: 'red', warning: 'yellow', hint: 'blue' } as const;

export interface PrettyWords {
  readonly severities: Readonly<Record<Severity, string>>;
  readonly clean: string;
  readonly total: string;
}

/** “监察 → 监查”: what a fix makes of its place, with a neighbour on either side where the place tells too little. */
function shown(text: string, range: Range, fix: Fix): string {
  const { before, removed, added, after } = previewFix(excerpt(text, range), range, fix);
  return `${before}${removed}${after} → ${before}${added}${after}`;
}

/** A listing for people: place, severity, sentence, clause and correction, one line an issue. */
export function toPretty(results: readonly FileResult[], words: PrettyWords, useColour: boolean): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string) => (useColour ? styleText(style, text) : text);
  const count = { error: 0, warning: 0, hint: 0 };
  const lines: string[] = [];
  for (const { filePath, text, issues } of results) {
    if (issues.length === 0) continue;
    const place = lineIndex(text);
    lines.push(paint('underline', filePath));
    for (const { range, severity, message, basis, fix, suggestions, ruleId } of issues) {
      count[severity]++;
      const { line, column } = place(range[0]);
      const offer = fix ? `  ${shown(text, range, fix)}` : suggestions?.[0] ? `  ${suggestions[0].message}` : '';
      const clause = basis ? paint('dim', `  ${basis}`) : '';
      const where = paint('dim', `${line}:${column}`.padEnd(8));
      lines.push(
        `  ${where} ${paint(COLOURS[severity], words.severities[severity])}  ${message}${offer}${clause}  ${paint('dim', ruleId)}`,
      );
    }
    lines.push('');
  }
  const total = SEVERITIES.reduce((sum, severity) => sum + count[severity], 0);
  const summary = SEVERITIES.filter((severity) => count[severity] > 0)
    .map((severity) => paint(COLOURS[severity], `${words.severities[severity]} ${count[severity]}`))
    .join('  ');
  lines.push(total === 0 ? words.clean : `${words.total.replace('{count}', String(total))}  ${summary}`);
  return `${lines.join('\n')}\n`;
}
