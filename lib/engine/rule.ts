import { perParagraph } from '../document/per-paragraph.ts';
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

export { perParagraph };
