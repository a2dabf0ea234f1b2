import type { Rule } from '../engine/types.ts';
import { withItem } from './lists.ts';
import type { RuleSettings } from './settings.ts';

type Switched = Pick<Rule, 'id' | 'recommended'>;

/** Whether the rule is on. */
export const isRuleOn = (
  { id, recommended = true }: Switched,
  { disabledRules, enabledRules }: RuleSettings,
): boolean => (recommended ? !disabledRules.includes(id) : enabledRules.includes(id));

/** Only what differs from the recommendation is kept, so that later recommendations reach whoever left it alone. */
export function withRule(settings: RuleSettings, { id, recommended = true }: Switched, on: boolean): RuleSettings {
  return {
    disabledRules: withItem(settings.disabledRules, id, recommended && !on),
    enabledRules: withItem(settings.enabledRules, id, !recommended && on),
  };
}
