import { CATEGORIES, type Category, type Rule } from '../../engine/types.ts';
import { isRuleOn, withRule } from '../../settings/rules.ts';
import { CategoryLabel } from '../category-label.tsx';
import { SeverityMark } from '../severity-mark.tsx';
import { Switch } from '../switch.tsx';
import { text } from '../text.ts';
import type { OptionsProps } from './props.ts';

const categoryOf = ({ id }: Rule) => id.slice(0, id.indexOf('/')) as Category;

export function RuleSwitches({ settings, update, rules, ruleTexts }: OptionsProps) {
  const groups = CATEGORIES.map((category) => ({
    category,
    members: rules.filter((rule) => categoryOf(rule) === category),
  })).filter(({ members }) => members.length > 0);
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">{text('rules')}</h2>
      <p class="quiet">{text('rulesNote')}</p>
      {groups.map(({ category, members }) => (
        <details class="panel rules" data-category={category} key={category} name="rules">
          <summary>
            <CategoryLabel category={category} />
            <span class="quiet">
              {text('rulesOn', members.filter((rule) => isRuleOn(rule, settings)).length, members.length)}
            </span>
          </summary>
          {members.map((rule) => (
            <Switch
              key={rule.id}
              class="line"
              checked={isRuleOn(rule, settings)}
              onChange={(on) => update((present) => withRule(present, rule, on))}
            >
              <SeverityMark severity={rule.severity} />
              <span class="line-text">
                <span>{ruleTexts[rule.id]?.title ?? rule.id}</span>
                <span class="quiet">{ruleTexts[rule.id]?.description}</span>
                {rule.basis !== undefined && <span class="quiet">{text('basis', rule.basis)}</span>}
              </span>
            </Switch>
          ))}
        </details>
      ))}
    </section>
  );
}
