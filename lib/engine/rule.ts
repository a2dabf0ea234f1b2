import type { Paragraph } from '../document/types.ts';
import {
  type DocumentRule,
  type DocumentRuleDefinition,
  type ParagraphRule,
  type ParagraphRuleDefinition,
  type RuleId,
  SEVERITIES,
} from './types.ts';

/** Gives a rule its types, down to the keys of its messages, and its severity: the highest of its messages. */
export function defineRule<Id extends RuleId, Message extends string, Note extends string = never>(
  rule: ParagraphRuleDefinition<Id, Message, Note>,
): ParagraphRule<Id, Message, Note>;
export function defineRule<Id extends RuleId, Message extends string, Note extends string = never>(
  rule: DocumentRuleDefinition<Id, Message, Note>,
): DocumentRule<Id, Message, Note>;
export function defineRule<T extends ParagraphRuleDefinition | DocumentRuleDefinition>(rule: T) {
  const used = new Set(Object.values(rule.messages));
  return { ...rule, severity: SEVERITIES.find((severity) => used.has(severity)) ?? 'hint' };
}

/** By paragraph, the values of all functions that `perParagraph` made, each at its own place. */
const known = new WeakMap<Paragraph, unknown[]>();
let places = 0;

/**
 * Remembers what `compute` says of a paragraph for as long as the paragraph lives. An edit leaves all other paragraphs
 * the same objects, so a document rule pays only for what changed.
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
