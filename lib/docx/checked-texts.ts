/**
 * What the engine is given of a Word file. Rules about the whole document would take a table's cells or a footer for
 * parts of it, so those are a text of their own, on which only rules about paragraphs run.
 */
import { partitionPoint } from '../document/search.ts';
import type { Range } from '../document/types.ts';
import type { CheckScope } from '../engine/checker.ts';
import type { WordParagraph } from './types.ts';

export interface CheckedText {
  /** Rules about the whole document run on it too, or only those about one paragraph. */
  readonly scope: CheckScope;
  readonly text: string;
  /** Where a range of it stands in the file's text. */
  toFile(range: Range): Range;
}

interface Line {
  /** Where the line begins in the checked text, and in the file's. */
  readonly start: number;
  readonly inFile: number;
}

function checkedText(scope: CheckedText['scope'], text: string, ranges: readonly Range[]): CheckedText {
  let start = 0;
  const lines = ranges.map(([from, to]): Line => {
    const line = { start, inFile: from };
    start += to - from + 1;
    return line;
  });
  const offsetInFile = (offset: number) => {
    const line = lines[partitionPoint(lines.length, (index) => lines[index]!.start > offset) - 1];
    return line ? line.inFile + offset - line.start : offset;
  };
  return {
    scope,
    text: ranges.map(([from, to]) => text.slice(from, to)).join('\n'),
    toFile: ([from, to]) => [offsetInFile(from), offsetInFile(to)],
  };
}

/**
 * The texts to check of a file, the document's first; none for a scope without paragraphs.
 * @param text the file's text, edited or not, with as many lines as there are paragraphs
 */
export function checkedTexts(
  text: string,
  paragraphs: readonly Pick<WordParagraph, 'isBody' | 'isPageNumber'>[],
): CheckedText[] {
  const ofDocument: Range[] = [];
  const others: Range[] = [];
  let from = 0;
  for (const { isBody, isPageNumber } of paragraphs) {
    const end = text.indexOf('\n', from);
    const to = end === -1 ? text.length : end;
    if (!isPageNumber) (isBody ? ofDocument : others).push([from, to]);
    from = to + 1;
  }
  return [
    ...(ofDocument.length > 0 ? [checkedText('document', text, ofDocument)] : []),
    ...(others.length > 0 ? [checkedText('paragraph', text, others)] : []),
  ];
}
