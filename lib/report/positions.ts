import { partitionPoint } from '../document/search.ts';

/** Turns offsets of one text into 1-based lines and columns; columns count UTF-16 code units. */
export function lineIndex(text: string): (offset: number) => { line: number; column: number } {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) starts.push(match.index + match[0].length);
  return (offset) => {
    const line = partitionPoint(starts.length, (i) => starts[i]! > offset);
    return { line, column: offset - starts[line - 1]! + 1 };
  };
}
