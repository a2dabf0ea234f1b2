import { allMatches } from '../../lib/document/matches.ts';
import type { Paragraph, Range } from '../../lib/document/types.ts';
import type { RuleContext, Severity } from '../../lib/engine/types.ts';

/** A line up to this length (UTF-16 units) that holds a leftover is a leftover as a whole. */
const LONGEST_LINE = 90;
const OPENING = '【（([［〔';
const CLOSING = '】）)]］〕';

/** The pair of brackets around a place, with its marks; the innermost one. */
function bracketsAround(text: string, [start, end]: Range): Range | undefined {
  let depth = 0;
  for (let at = start - 1; at >= Math.max(0, start - LONGEST_LINE); at--) {
    if (CLOSING.includes(text[at]!)) depth++;
    else if (OPENING.includes(text[at]!) && depth-- === 0) {
      const close = CLOSING[OPENING.indexOf(text[at]!)]!;
      const closedAt = text.indexOf(close, end);
      return closedAt !== -1 && closedAt - end <= LONGEST_LINE ? [at, closedAt + 1] : undefined;
    }
  }
  return undefined;
}

/** What a leftover takes with it: its brackets, its sentence, or its whole line where that is short. */
export function extentOf({ text, content, sentences }: Paragraph, found: Range): { range: Range; isLine: boolean } {
  if (content[1] - content[0] <= LONGEST_LINE && !/[。；][^。；]*[。；]/.test(text))
    return { range: content, isLine: true };
  const brackets = bracketsAround(text, found);
  if (brackets) return { range: brackets, isLine: brackets[0] <= content[0] && brackets[1] >= content[1] };
  const sentence = sentences.find(({ range }) => range[1] > found[0]);
  const start = Math.max(sentence?.range[0] ?? found[0], content[0]);
  const end = Math.min(Math.max(sentence?.range[1] ?? found[1], found[1]), content[1]);
  return { range: [start, end], isLine: start <= content[0] && end >= content[1] };
}

export interface Leftover {
  readonly pattern: RegExp;
  readonly severity?: Severity;
  /** Only the words themselves are left over: part of a title, a word in brackets. */
  readonly exact?: boolean;
}

/** Reports the first leftover of each stretch; a line that is nothing else can be deleted without a look. */
export function reportLeftovers(
  paragraph: Paragraph,
  leftovers: readonly Leftover[],
  context: RuleContext<'leftover'>,
): void {
  const { text } = paragraph;
  let end = -1;
  const found = leftovers.flatMap(({ pattern, severity, exact }) =>
    allMatches(text, pattern).map((match) => ({ start: match.index, words: match[0], severity, exact })),
  );
  for (const { start, words, severity, exact } of found.sort((a, b) => a.start - b.start)) {
    if (start < end) continue;
    const place: Range = [start, start + words.length];
    const { range, isLine } = exact ? { range: place, isLine: false } : extentOf(paragraph, place);
    if (range[0] < end) continue;
    end = range[1];
    const sure = isLine && severity === undefined;
    context.report({
      range,
      message: 'leftover',
      data: { words },
      ...(severity && { severity }),
      ...(sure ? { fix: '' } : { suggestions: [''] }),
    });
  }
}
