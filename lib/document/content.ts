import type { Block, Range } from './types.ts';

/** Words of a block, without indent and trailing blanks. */
export const contentOf = ({ paragraph: { text, content } }: Block): string => text.slice(content[0], content[1]);

/** Range of these words in the document (UTF-16 offsets). */
export const contentRange = ({ start, paragraph: { content } }: Block): Range => [
  start + content[0],
  start + content[1],
];
