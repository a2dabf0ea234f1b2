import type { Paragraph } from './types.ts';

/** By paragraph, the values of all functions that `perParagraph` made, each at its own place. */
const known = new WeakMap<Paragraph, unknown[]>();
let places = 0;

/**
 * Remembers what `compute` says of a paragraph for as long as the paragraph lives. An edit leaves all other paragraphs
 * the same objects, so whoever looks at a whole document pays only for what changed.
 */
export function perParagraph<T>(compute: (paragraph: Paragraph) => T): (paragraph: Paragraph) => T {
  const place = places++;
  return (paragraph) => {
    let values = known.get(paragraph);
    if (!values) {
      values = [];
      known.set(paragraph, values);
    }
    if (!(place in values)) values[place] = compute(paragraph);
    return values[place] as T;
  };
}
