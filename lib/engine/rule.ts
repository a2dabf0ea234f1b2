import type { Paragraph } from '../document/types.ts';
import type { DocumentRule, ParagraphRule } from './types.ts';

/** Gives the rule its type; says nothing else. */
export function defineRule(rule: ParagraphRule): ParagraphRule;
export function defineRule(rule: DocumentRule): DocumentRule;
export function defineRule<T extends ParagraphRule | DocumentRule>(rule: T): T {
  return rule;
}

/**
 * Remembers what `compute` says of a paragraph for as long as the paragraph lives. An edit leaves all other paragraphs
 * the same objects, so a document rule pays only for what changed.
 */
export function perParagraph<T>(compute: (paragraph: Paragraph) => T): (paragraph: Paragraph) => T {
  const known = new WeakMap<Paragraph, { value: T }>();
  return (paragraph) => {
    let entry = known.get(paragraph);
    if (!entry) {
      entry = { value: compute(paragraph) };
      known.set(paragraph, entry);
    }
    return entry.value;
  };
}
