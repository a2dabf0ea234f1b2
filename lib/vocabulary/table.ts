/**
 * Lexicons are tab-separated tables that a proofreader edits: a header line with the names of the columns, then a row a
 * line. Empty lines and lines that start with “#” are remarks.
 */
export type Row = Readonly<Record<string, string>>;

/** Rows of a table by the names in its header; a cell that a row leaves out is ''. */
export function readTable(text: string): Row[] {
  const [header = '', ...lines] = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const columns = header.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
  });
}
