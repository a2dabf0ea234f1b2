import { useEffect, useState } from 'preact/hooks';
import { CATEGORIES, type Category, type Rule, type RuleText } from '../../engine/types.ts';
import { isRuleOn, withRule } from '../../settings/rules.ts';
import { CategoryLabel } from '../category-label.tsx';
import { SeverityMark } from '../severity-mark.tsx';
import { Switch } from '../switch.tsx';
import { text } from '../text.ts';
import type { OptionsProps } from './props.ts';

const categoryOf = ({ id }: Rule) => id.slice(0, id.indexOf('/')) as Category;

/** Names the rule that the page was opened for: `#rule=typo/confusion`. */
const ruleInAddress = () => /^#rule=([a-z]+\/[a-z-]+)$/.exec(location.hash)?.[1];

/** The rule that the page was opened for, now and whenever the address names another. */
function useRuleInAddress(): string | undefined {
  const [named, setNamed] = useState(ruleInAddress);
  useEffect(() => {
    const onHashChange = () => setNamed(ruleInAddress());
    window.addEventListener('hashchange', onHashChange);
    return () => window.removeEventListener('hashchange', onHashChange);
  }, []);
  useEffect(() => {
    const rule = named === undefined ? null : document.querySelector<HTMLElement>(`[data-rule="${named}"]`);
    rule?.scrollIntoView({ block: 'center' });
    rule?.focus({ preventScroll: true });
  }, [named]);
  return named;
}

const isFound = (rule: Rule, words: RuleText | undefined, query: string) =>
  [rule.id, rule.basis ?? '', words?.title ?? '', words?.description ?? ''].some((part) =>
    part.toLowerCase().includes(query),
  );

export function RuleSwitches({ settings, update, rules, ruleTexts }: OptionsProps) {
  const [query, setQuery] = useState('');
  const named = useRuleInAddress();
  const wanted = query.trim().toLowerCase();
  const found = rules.filter((rule) => isFound(rule, ruleTexts[rule.id], wanted));
  const groups = CATEGORIES.map((category) => ({
    category,
    members: found.filter((rule) => categoryOf(rule) === category),
  })).filter(({ members }) => members.length > 0);
  const isChanged = settings.disabledRules.length + settings.enabledRules.length > 0;
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">{text('rules')}</h2>
      <p class="quiet">{text('rulesNote')}</p>
      <input
        class="rule-search"
        type="search"
        aria-label={text('ruleSearch')}
        placeholder={text('ruleSearch')}
        value={query}
        onInput={({ currentTarget }) => setQuery(currentTarget.value)}
      />
      {groups.length === 0 && (
        <p class="quiet" role="status">
          {text('nothingShown')}
        </p>
      )}
      {groups.map(({ category, members }) => (
        <details
          class="panel rules"
          data-category={category}
          key={`${category} ${wanted === ''}`}
          open={wanted !== '' || members.some(({ id }) => id === named)}
          {...(wanted === '' && { name: 'rules' })}
        >
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
              data-rule={rule.id}
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
      {isChanged && (
        <div class="buttons">
          <button type="button" class="plain" onClick={() => update(() => ({ disabledRules: [], enabledRules: [] }))}>
            {text('rulesDefault')}
          </button>
        </div>
      )}
    </section>
  );
}
