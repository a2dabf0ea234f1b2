/** All settings on one page. Every change holds at once. */
import type { Rule, RuleText } from '../../engine/types.ts';
import type { Settings } from '../../settings/settings.ts';
import { Mark } from '../mark.tsx';
import { text } from '../text.ts';
import { Backup } from './backup.tsx';
import { DisabledSites } from './disabled-sites.tsx';
import { General } from './general.tsx';
import { IgnoredIssues } from './ignored-issues.tsx';
import { OwnWords } from './own-words.tsx';
import { RuleSwitches } from './rule-switches.tsx';

export interface SettingsProps {
  readonly settings: Settings;
  update(change: (settings: Settings) => Partial<Settings>): void;
}

export interface OptionsProps extends SettingsProps {
  readonly rules: readonly Rule[];
  readonly ruleTexts: Readonly<Record<string, RuleText>>;
}

export function Options({ settings, update, rules, ruleTexts }: OptionsProps) {
  const common = { settings, update };
  return (
    <>
      <header class="top">
        <Mark />
        <h1>{text('settingsTitle')}</h1>
        <p>{text('privacySentence')}</p>
      </header>
      <main>
        <General {...common} />
        <OwnWords {...common} />
        <RuleSwitches {...common} rules={rules} ruleTexts={ruleTexts} />
        <DisabledSites {...common} />
        <IgnoredIssues {...common} />
        <Backup {...common} />
      </main>
    </>
  );
}
