/** A record as Markdown (CommonMark with tables). */
import type { Locale } from '../settings/locale.ts';
import { type LaidOutEntry, layOutRecord, type RecordLayout } from './layout.ts';
import type { Outcome, ReviewRecord } from './record.ts';

/** What Markdown or HTML in it would take for markup stays text. */
const escapeMarkdown = (text: string) =>
  text
    .replace(/[\\`*_~[\]<>|&]/g, '\\$&')
    .replace(/^(\s*)([#+-]|\d+[.)])(?=\s|$)/, '$1\\$2')
    .replace(/[\n\r]+/g, ' ');

/** Emphasis must not begin or end with a blank, and of nothing there is none. */
const emphasize = (text: string, mark: string): string =>
  text.trim() === '' ? escapeMarkdown(text || '‸') : `${mark}${escapeMarkdown(text.trim())}${mark}`;

function tableLines(rows: RecordLayout['summary']['table']): string[] {
  const [head, ...body] = rows;
  if (!head) return [];
  const line = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
  return [
    '',
    line(head),
    `|${head.map((_, index) => (index === 0 ? ' --- |' : ' ---: |')).join('')}`,
    ...body.map(line),
  ];
}

function placeLine({ where, before, matched, after, becomes }: LaidOutEntry['places'][number], outcome: Outcome) {
  const words =
    outcome === 'fixed' && becomes !== undefined
      ? (matched && emphasize(matched, '~~')) + (becomes && emphasize(becomes, '**'))
      : emphasize(matched, '**');
  const place = escapeMarkdown(before) + words + escapeMarkdown(after);
  return `   - ${where ? `${escapeMarkdown(where)}　` : ''}${place}`;
}

function entryLines(entry: LaidOutEntry, number: number, outcome: Outcome): string[] {
  const { level, category, message, places, more, details } = entry;
  return [
    `${number}. **${escapeMarkdown(level)}**　${escapeMarkdown(category)}　${escapeMarkdown(message)}`,
    ...places.map((place) => placeLine(place, outcome)),
    ...[...(more ? [more] : []), ...details].map((detail) => `   - ${escapeMarkdown(detail)}`),
  ];
}

/** @returns the record in Markdown; whatever the text holds stays text in it */
export function recordToMarkdown(record: ReviewRecord, locale: Locale): string {
  const { title, facts, summary, parts, omissions, sections, closing, signature } = layOutRecord(record, locale);
  const lines = [
    `# ${escapeMarkdown(title)}`,
    '',
    ...facts.map(([label, value]) => `- ${escapeMarkdown(label)}：${escapeMarkdown(value)}`),
    '',
    `## ${escapeMarkdown(summary.heading)}`,
    '',
    escapeMarkdown(summary.sentence),
    ...tableLines(summary.table),
  ];
  if (parts) {
    lines.push('', `## ${escapeMarkdown(parts.heading)}`, '');
    for (const { name, state, label } of parts.items) {
      lines.push(`- [${state === 'present' ? 'x' : ' '}] ${escapeMarkdown(name)}（${escapeMarkdown(label)}）`);
    }
  }
  if (omissions) {
    lines.push('', `## ${escapeMarkdown(omissions.heading)}`);
    for (const sentence of omissions.sentences) lines.push('', escapeMarkdown(sentence));
  }
  for (const { outcome, heading, count, entries } of sections) {
    lines.push('', `## ${escapeMarkdown(heading)}（${escapeMarkdown(count)}）`, '');
    lines.push(...entries.flatMap((entry, index) => entryLines(entry, index + 1, outcome)));
  }
  lines.push('', closing, '', ...signature.map((label) => `${escapeMarkdown(label)}\\_\\_\\_\\_\\_\\_\\_\\_　　`), '');
  return lines.join('\n');
}
