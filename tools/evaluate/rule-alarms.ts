/** How often each rule speaks up in text that is known to be clean. */
import type { Checker } from '../../lib/engine/checker.ts';
import { onePerGroup } from '../../lib/engine/group.ts';
import type { Category, Severity } from '../../lib/engine/types.ts';
import { chineseCharacters } from './sentences.ts';

/** Texts of one origin. Each is checked by itself: a whole document, or one line of a file whose lines are unrelated. */
export interface Source {
  readonly name: string;
  readonly texts: Iterable<string>;
}

export interface Alarm {
  readonly source: string;
  readonly ruleId: string;
  readonly severity: Severity;
  /** The words in question in ⟦⟧, with a few before and after. */
  readonly excerpt: string;
}

export interface SourceAlarms {
  readonly name: string;
  /** Chinese characters read. */
  readonly characters: number;
  readonly count: Readonly<Record<Severity, number>>;
}

export interface RuleAlarms {
  readonly sources: readonly SourceAlarms[];
  readonly alarms: readonly Alarm[];
}

/** What a person found on looking at a rule's alarms of one severity. */
export interface Judgement {
  readonly looked: number;
  /** How many of them the text deserved: corpora have faults too. */
  readonly deserved: number;
}

/** “rule severity” → judgement. */
export type Judgements = ReadonlyMap<string, Judgement>;

/** Most false alarms per 10,000 Chinese characters. Hints stay off the page, so a rule may have as many as it needs. */
export const ALARM_LIMITS: Readonly<Record<Severity, number>> = {
  error: 0.02,
  warning: 0.2,
  hint: Number.POSITIVE_INFINITY,
};

const CONTEXT = 24;
const LONGEST_EXCERPT = 60;

function excerptOf(text: string, [start, end]: readonly [number, number]): string {
  const middle = text.slice(start, end);
  const shown = middle.length > LONGEST_EXCERPT ? `${middle.slice(0, LONGEST_EXCERPT)}…` : middle;
  return `${text.slice(Math.max(0, start - CONTEXT), start)}⟦${shown}⟧${text.slice(end, end + CONTEXT)}`.replace(
    /[\t\r\n]+/g,
    '⏎',
  );
}

export function countAlarms(sources: readonly Source[], checker: Pick<Checker, 'check'>): RuleAlarms {
  const alarms: Alarm[] = [];
  const counted = sources.map(({ name, texts }): SourceAlarms => {
    const count = { error: 0, warning: 0, hint: 0 };
    let characters = 0;
    for (const text of texts) {
      characters += chineseCharacters(text);
      for (const { ruleId, severity, range } of onePerGroup(checker.check(text))) {
        count[severity]++;
        alarms.push({ source: name, ruleId, severity, excerpt: excerptOf(text, range) });
      }
    }
    return { name, characters, count };
  });
  return { sources: counted, alarms };
}

export const perTenThousand = (count: number, characters: number): number => (10_000 * count) / Math.max(1, characters);

/** The alarms of a rule at one severity. */
export interface Row {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly count: number;
  /** Per 10,000 Chinese characters. */
  readonly rate: number;
  readonly judgement: Judgement | undefined;
  /** The rate of those that the text does not deserve; all of them where nobody looked. */
  readonly falseRate: number;
}

export const charactersRead = ({ sources }: RuleAlarms): number =>
  sources.reduce((sum, { characters }) => sum + characters, 0);

/** One row for each rule and severity that spoke up, by rule. */
export function rowsOf(result: RuleAlarms, judgements: Judgements): Row[] {
  const characters = charactersRead(result);
  const counts = new Map<string, number>();
  for (const { ruleId, severity } of result.alarms) {
    const key = `${ruleId} ${severity}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, count]) => {
      const [ruleId, severity] = key.split(' ') as [`${Category}/${string}`, Severity];
      const judgement = judgements.get(key);
      const rate = perTenThousand(count, characters);
      const share = judgement && judgement.looked > 0 ? 1 - judgement.deserved / judgement.looked : 1;
      return { ruleId, severity, count, rate, judgement, falseRate: rate * share };
    });
}

export const isExceeding = ({ severity, falseRate }: Row): boolean => falseRate > ALARM_LIMITS[severity];
