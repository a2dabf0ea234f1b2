/**
 * What the writer has chosen, kept on this machine only. Each matter lies under a key of its own in storage, with a version of
 * its own, so that one word more does not write everything anew and damage to one leaves the others whole.
 */
import { mayBeOwnWord } from '../engine/issue.ts';
import { type IgnoredIssue, ignoredIssues, type SilencedWords, silencedWordsIn } from './ignored.ts';
import { type Fields, isFields, strings, usableString } from './lists.ts';
import { LANGUAGES, type Language } from './locale.ts';

/** The checklist's order: as the issues stand in the text, or by category. */
export const LIST_ORDERS = ['reading', 'category'] as const;
export type ListOrder = (typeof LIST_ORDERS)[number];

export interface GeneralSettings {
  /** Whether hints are marked in the page and not only listed. */
  readonly hintsOnPage: boolean;
  readonly language: Language;
  readonly listOrder: ListOrder;
  /** Whether the seal stands at the field that has the focus. */
  readonly seal: boolean;
  /** The version that the writer is still to be told of; '' for none. */
  readonly news: string;
}

export interface SiteSettings {
  /** Hosts, with port, on which nothing is checked; '' stands for files. */
  readonly disabledHosts: readonly string[];
  /** Where there are any, nothing is checked elsewhere. */
  readonly onlyHosts: readonly string[];
  /** Until when nothing is checked anywhere, in milliseconds since 1970. */
  readonly pausedUntil: number;
  /** Hosts on which the seal is not shown. */
  readonly sealHiddenHosts: readonly string[];
}

export interface RuleSettings {
  /** Ids of rules that are off although they are recommended. */
  readonly disabledRules: readonly string[];
  /** Ids of rules that are on although they are not recommended. */
  readonly enabledRules: readonly string[];
}

export interface WordSettings {
  /** Words never to be doubted, the latest last. */
  readonly ownWords: readonly string[];
}

export interface IgnoredSettings {
  /** The latest last. */
  readonly ignored: readonly IgnoredIssue[];
  readonly silenced: readonly SilencedWords[];
}

export interface Settings extends GeneralSettings, SiteSettings, RuleSettings, WordSettings, IgnoredSettings {}

/** `migrations[n]` turns what was stored by version n into what version n + 1 stores. */
type Migrations = Readonly<Record<number, (stored: Fields) => Fields>>;

interface Matter<T> {
  /** Raised by one with every change that needs a step in `migrations`. */
  readonly version: number;
  readonly migrations: Migrations;
  /** What is missing or damaged takes its default, what is not known is dropped. */
  parse(stored: Fields): T;
}

/** As many own words as a county has villages, people and offices. */
export const MOST_OWN_WORDS = 50_000;

const oneOf = <T extends string>(known: readonly T[], value: unknown, otherwise: T): T =>
  known.find((candidate) => candidate === value) ?? otherwise;

/** Version 3 is the first in which matters lie apart: see `LEGACY_MIGRATIONS`. */
const matters = {
  general: {
    version: 3,
    migrations: {},
    parse: ({ hintsOnPage, language, listOrder, seal, news }) => ({
      hintsOnPage: hintsOnPage === true,
      language: oneOf(LANGUAGES, language, 'auto'),
      listOrder: oneOf(LIST_ORDERS, listOrder, 'reading'),
      seal: seal !== false,
      news: usableString(news) ? news : '',
    }),
  } satisfies Matter<GeneralSettings>,
  sites: {
    version: 3,
    migrations: {},
    parse: ({ disabledHosts, onlyHosts, pausedUntil, sealHiddenHosts }) => ({
      disabledHosts: strings(disabledHosts),
      onlyHosts: strings(onlyHosts),
      pausedUntil: Number.isSafeInteger(pausedUntil) ? Number(pausedUntil) : 0,
      sealHiddenHosts: strings(sealHiddenHosts),
    }),
  } satisfies Matter<SiteSettings>,
  rules: {
    version: 3,
    migrations: {},
    parse: ({ disabledRules, enabledRules }) => ({
      disabledRules: strings(disabledRules),
      enabledRules: strings(enabledRules),
    }),
  } satisfies Matter<RuleSettings>,
  words: {
    version: 3,
    migrations: {},
    parse: ({ ownWords }) => ({ ownWords: strings(ownWords, MOST_OWN_WORDS).filter(mayBeOwnWord) }),
  } satisfies Matter<WordSettings>,
  ignored: {
    version: 3,
    migrations: {},
    parse: ({ ignored, silenced }) => ({ ignored: ignoredIssues(ignored), silenced: silencedWordsIn(silenced) }),
  } satisfies Matter<IgnoredSettings>,
};

export type MatterName = keyof typeof matters;
export const MATTERS = Object.keys(matters) as readonly MatterName[];

/** Until version 2 all lay under one key; so do files that were exported then. */
const LEGACY_VERSION = 2;
const LEGACY_MIGRATIONS: Migrations = {
  // Keys of ignored issues no longer depend on what a message says. Hashes cannot be converted: what was ignored is asked once more.
  1: ({ ignored, ...rest }) => rest,
};

/** Brings what was stored to the given version, step by step; a version that is none is taken for the present one. */
export function migrate(stored: Fields, version: number, migrations: Migrations): Fields {
  const storedVersion = Number.isSafeInteger(stored.version) ? Number(stored.version) : version;
  let fields = stored;
  for (let from = Math.max(1, storedVersion); from < version; from++) fields = migrations[from]?.(fields) ?? fields;
  return fields;
}

/**
 * Settings from whatever lies in storage. Settings of a later version keep what this version understands.
 *
 * @param legacy what lies under the one key of versions 1 and 2; matters that lie apart go before it
 */
export function parseSettings(stored: unknown, legacy?: unknown): Settings {
  const apart = isFields(stored) ? stored : {};
  const before = isFields(legacy) ? migrate(legacy, LEGACY_VERSION, LEGACY_MIGRATIONS) : {};
  const parsed = MATTERS.map((name) => {
    const { version, migrations, parse } = matters[name];
    const own = apart[name];
    return parse(isFields(own) ? migrate(own, version, migrations) : before);
  });
  return Object.assign({}, ...parsed);
}

export const DEFAULT_SETTINGS: Settings = parseSettings({});

/** The settings by matter. */
export function serializeSettings(settings: Settings): Readonly<Record<MatterName, Fields>> {
  const stored: Partial<Record<MatterName, Fields>> = {};
  for (const name of MATTERS) {
    const { version, parse } = matters[name];
    stored[name] = { version, ...parse({ ...settings }) };
  }
  return stored as Record<MatterName, Fields>;
}

/** The matters that a change touches. */
export function mattersOf(change: Partial<Settings>): readonly MatterName[] {
  return MATTERS.filter((name) => Object.keys(matters[name].parse({})).some((field) => Object.hasOwn(change, field)));
}

/** What a file of settings calls itself. */
const FILE_FORMAT = 'qingyang-settings';

/** The settings as a file's content. */
export const exportSettings = (settings: Settings): string =>
  JSON.stringify({ format: FILE_FORMAT, ...serializeSettings(settings) }, null, 2);

/** Settings from an exported file; undefined where it is none. */
export function importSettings(json: string): Settings | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (!isFields(value)) return undefined;
  if (value.format === FILE_FORMAT) return parseSettings(value);
  return Number.isInteger(value.version) ? parseSettings({}, value) : undefined;
}
