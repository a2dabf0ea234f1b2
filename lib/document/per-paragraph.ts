import type { Memory, Paragraph } from './types.ts';

let places = 0;
/** Stands for an undefined that was computed. */
const NOTHING = Symbol('nothing');

/**
 * Remembers what `compute` says of an object for as long as the object lives. The values stand on the object itself: the
 * rules ask for so many of them that a WeakMap, which must look each object up, would cost more than all else of an edit.
 */
export function remembering<Subject extends { readonly memory: Memory }, T>(
  compute: (subject: Subject) => T,
): (subject: Subject) => T {
  const place = places++;
  return (subject) => {
    const { memory } = subject;
    const known = memory[place];
    if (known !== undefined) return (known === NOTHING ? undefined : known) as T;
    const value = compute(subject);
    memory[place] = value === undefined ? NOTHING : value;
    return value;
  };
}

/**
 * Remembers what `compute` says of a paragraph. An edit leaves all other paragraphs the same objects, so whoever looks at
 * a whole document pays only for what changed.
 */
export const perParagraph = <T>(compute: (paragraph: Paragraph) => T): ((paragraph: Paragraph) => T) =>
  remembering(compute);
