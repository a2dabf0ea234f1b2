import { ignoring } from '../engine/issue.ts';
import type { KeyedIssue } from '../engine/types.ts';
import { type Fields, isFields, items, usableString } from './lists.ts';

/** An issue that the writer does not want to see again, and what is needed to show it in a list. */
export interface IgnoredIssue {
  /** By which the issue is recognised: see `KeyedIssue`. */
  readonly key: string;
  /** What follows is not known of issues that were ignored before it was kept. */
  readonly ruleId?: string;
  /** The words themselves, cut short. */
  readonly words?: string;
  /** Host of the page; '' stands for files. */
  readonly host?: string;
  /** 'YYYY-MM-DD' */
  readonly day?: string;
}

/** What one rule says of certain words, never to be said again, wherever they stand. */
export interface SilencedWords {
  readonly ruleId: string;
  readonly words: string;
  readonly day: string;
}

/** Words are kept up to this length (UTF-16 units): enough to know them again in a list. */
const LONGEST_WORDS = 60;

/** The words as they are kept; those that are longer end in “…”. */
export const keptWords = (words: string): string =>
  words.length > LONGEST_WORDS ? `${words.slice(0, LONGEST_WORDS - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : words;

/** 'YYYY-MM-DD' of a moment (milliseconds since 1970) where the writer is. */
export function dayOf(moment: number): string {
  const date = new Date(moment);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
export const isRuleId = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= 100 && /^[a-z]+\/[a-z-]+$/.test(value);

function ignoredIssue(value: unknown): IgnoredIssue | undefined {
  // Only keys were kept until version 2.
  const { key, ruleId, words, host, day }: Fields =
    typeof value === 'string' ? { key: value } : isFields(value) ? value : {};
  if (!usableString(key) || key === '') return undefined;
  return {
    key,
    ...(isRuleId(ruleId) && { ruleId }),
    ...(usableString(words) && { words: keptWords(words) }),
    ...(usableString(host) && { host }),
    ...(isDay(day) && { day }),
  };
}

function silencedWords(value: unknown): SilencedWords | undefined {
  if (!isFields(value)) return undefined;
  const { ruleId, words, day } = value;
  if (!isRuleId(ruleId) || !usableString(words) || words.trim() === '') return undefined;
  return { ruleId, words, day: isDay(day) ? day : '' };
}

export const ignoredIssues = (value: unknown): readonly IgnoredIssue[] => items(value, ignoredIssue, ({ key }) => key);

/** By what silenced words are told apart. */
export const silenceKey = ({ ruleId, words }: Pick<SilencedWords, 'ruleId' | 'words'>): string => `${ruleId} ${words}`;
export const silencedWordsIn = (value: unknown): readonly SilencedWords[] => items(value, silencedWords, silenceKey);

interface Ignored {
  readonly ignored: readonly IgnoredIssue[];
  readonly silenced: readonly SilencedWords[];
}

/** With those issues ignored, the latest last. `moment` in milliseconds since 1970. */
export function withIgnored({ ignored }: Pick<Ignored, 'ignored'>, issues: readonly IgnoredIssue[], moment: number) {
  const day = dayOf(moment);
  const kept = issues.map((issue) => ({
    ...issue,
    ...(issue.words !== undefined && { words: keptWords(issue.words) }),
    day,
  }));
  return {
    ignored: [
      ...withoutIgnored(
        { ignored },
        issues.map(({ key }) => key),
      ).ignored,
      ...kept,
    ],
  };
}

export function withoutIgnored({ ignored }: Pick<Ignored, 'ignored'>, keys: readonly string[]) {
  const gone = new Set(keys);
  return { ignored: ignored.filter(({ key }) => !gone.has(key)) };
}

type Said = Pick<SilencedWords, 'ruleId' | 'words'>;

export function withSilenced(present: Pick<Ignored, 'silenced'>, { ruleId, words }: Said, moment: number) {
  const added = { ruleId, words: keptWords(words), day: dayOf(moment) };
  return { silenced: [...withoutSilenced(present, added).silenced, added] };
}

export function withoutSilenced({ silenced }: Pick<Ignored, 'silenced'>, { ruleId, words }: Said) {
  const gone = silenceKey({ ruleId, words: keptWords(words) });
  return { silenced: silenced.filter((other) => silenceKey(other) !== gone) };
}

/** Whether an issue about those words is not to be shown, by what has been ignored and silenced. */
export function ignoredBy({ ignored, silenced }: Ignored): (issue: KeyedIssue, words: string) => boolean {
  const isIgnored = ignoring(ignored.map(({ key }) => key));
  const silent = new Set(silenced.map(silenceKey));
  return ({ key, ruleId }, words) => isIgnored(key) || silent.has(silenceKey({ ruleId, words: keptWords(words) }));
}
