/** How often each rule speaks up in text that is known to be clean. */
import type { Checker } from '../../lib/engine/checker.ts';
import type { Severity } from '../../lib/engine/types.ts';
import { chineseCharacters } from './sentences.ts';

export interface RuleAlarms {
  /** Chinese characters read. */
  readonly characters: number;
  /** Rule id → how many issues of each severity. */
  readonly rules: ReadonlyMap<string, Readonly<Record<Severity, number>>>;
}

/** Most alarms per 10,000 Chinese characters. Hints stay off the page, so they have no limit. */
export const ALARM_LIMITS: Readonly<Record<Severity, number>> = {
  error: 0.02,
  warning: 0.2,
  hint: Number.POSITIVE_INFINITY,
};

export function countAlarms(texts: Iterable<string>, checker: Pick<Checker, 'check'>): RuleAlarms {
  const rules = new Map<string, Record<Severity, number>>();
  let characters = 0;
  for (const text of texts) {
    characters += chineseCharacters(text);
    for (const { ruleId, severity } of checker.check(text)) {
      const counts = rules.get(ruleId) ?? { error: 0, warning: 0, hint: 0 };
      counts[severity]++;
      rules.set(ruleId, counts);
    }
  }
  return { characters, rules: new Map([...rules].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

export const perTenThousand = (count: number, characters: number): number => (10_000 * count) / Math.max(1, characters);

/** “rule severity” of all that exceed their limit. */
export function exceeding({ characters, rules }: RuleAlarms): string[] {
  return [...rules].flatMap(([ruleId, counts]) =>
    (['error', 'warning'] as const)
      .filter((severity) => perTenThousand(counts[severity], characters) > ALARM_LIMITS[severity])
      .map((severity) => `${ruleId} ${severity}`),
  );
}
