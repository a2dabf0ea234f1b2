import type { Rule, RuleText } from '../../engine/types.ts';
import type { Settings } from '../../settings/settings.ts';

export interface SettingsProps {
  readonly settings: Settings;
  update(change: (settings: Settings) => Partial<Settings>): void;
}

export interface OptionsProps extends SettingsProps {
  readonly rules: readonly Rule[];
  readonly ruleTexts: Readonly<Record<string, RuleText>>;
}
