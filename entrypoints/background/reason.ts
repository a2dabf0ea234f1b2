/** Why a rule speaks, for the card: pages carry no rules and no texts of theirs. */
import type { Reason } from '../../lib/protocol/messages.ts';
import type { Locale } from '../../lib/settings/locale.ts';
import { rules } from '../../rules/index.ts';
import { textsIn } from '../../rules/texts.ts';

/** Examples are documents at times; the card has room for a sentence. UTF-16 units. */
const LONGEST_EXAMPLE = 60;

/** What the settings say of the rule, with its first short example; undefined where there is no such rule. */
export function reasonOf(ruleId: string, locale: Locale): Reason | undefined {
  const rule = rules.find(({ id }) => id === ruleId);
  const words = textsIn(locale).rules[ruleId];
  if (!rule || !words) return undefined;
  const { title, description } = words;
  const example = rule.examples.find(
    (candidate) => 'wrong' in candidate && candidate.wrong.length <= LONGEST_EXAMPLE && !candidate.wrong.includes('\n'),
  );
  if (!example || !('wrong' in example)) return { title, description };
  const wrong = example.wrong.replace(/[⟦⟧]/g, '');
  return { title, description, wrong, ...(example.right !== undefined && { right: example.right }) };
}
