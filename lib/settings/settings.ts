import { LANGUAGES, type Language } from './locale.ts';

/** What the writer has chosen. Kept on this machine only. */
export interface Settings {
  /** Hosts, with port, on which nothing is checked; '' stands for files. */
  readonly disabledHosts: readonly string[];
  /** Ids of rules that are off although they are recommended. */
  readonly disabledRules: readonly string[];
  /** Ids of rules that are on although they are not recommended. */
  readonly enabledRules: readonly string[];
  /** Whether hints are marked in the page and not only listed. */
  readonly hintsOnPage: boolean;
  /** Words never to be doubted. */
  readonly ownWords: readonly string[];
  /** Keys of ignored issues, the latest last. */
  readonly ignored: readonly string[];
  readonly language: Language;
}

export const DEFAULT_SETTINGS: Settings = {
  disabledHosts: [],
  disabledRules: [],
  enabledRules: [],
  hintsOnPage: false,
  ownWords: [],
  ignored: [],
  language: 'auto',
};

/** Raised by one with every change that needs a step in MIGRATIONS. */
export const SETTINGS_VERSION = 2;

/** Settings as they lie in storage or in an exported file. */
export interface StoredSettings extends Settings {
  readonly version: number;
}

type Fields = Readonly<Record<string, unknown>>;
/** `MIGRATIONS[n]` turns settings of version n into settings of version n + 1. */
type Migrations = Readonly<Record<number, (stored: Fields) => Fields>>;
const MIGRATIONS: Migrations = {
  // Keys of ignored issues no longer depend on what a message says. Hashes cannot be converted: what was ignored is asked once more.
  1: ({ ignored, ...rest }) => rest,
};

const LONGEST_STRING = 200;
const LONGEST_LIST = 5000;

/** The latest of a list's usable strings, each once. */
function strings(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  const usable = value.filter((item): item is string => typeof item === 'string' && item.length <= LONGEST_STRING);
  return [...new Set(usable)].slice(-LONGEST_LIST);
}

/** Brings stored settings to the given version, step by step; a version that is none is taken for the present one. */
export function migrate(stored: Fields, version: number, migrations: Migrations): Fields {
  const storedVersion = Number.isSafeInteger(stored.version) ? Number(stored.version) : version;
  let fields = stored;
  for (let from = Math.max(1, storedVersion); from < version; from++) fields = migrations[from]?.(fields) ?? fields;
  return fields;
}

/**
 * Settings from whatever lies in storage: what is missing or damaged takes its default, what is not known is dropped.
 * Settings of a later version keep what this version understands.
 */
export function parseSettings(stored: unknown): Settings {
  if (typeof stored !== 'object' || stored === null) return DEFAULT_SETTINGS;
  const fields = migrate(stored as Fields, SETTINGS_VERSION, MIGRATIONS);
  const { hintsOnPage, language } = fields;
  return {
    disabledHosts: strings(fields.disabledHosts),
    disabledRules: strings(fields.disabledRules),
    enabledRules: strings(fields.enabledRules),
    hintsOnPage: typeof hintsOnPage === 'boolean' ? hintsOnPage : DEFAULT_SETTINGS.hintsOnPage,
    ownWords: strings(fields.ownWords).filter((word) => word.trim() !== ''),
    ignored: strings(fields.ignored),
    language: LANGUAGES.find((known) => known === language) ?? DEFAULT_SETTINGS.language,
  };
}

export function serializeSettings(settings: Settings): StoredSettings {
  return { version: SETTINGS_VERSION, ...settings };
}

/** Settings from an exported file; undefined where it is none. */
export function importSettings(json: string): Settings | undefined {
  try {
    const value: unknown = JSON.parse(json);
    const isSettings =
      typeof value === 'object' && value !== null && 'version' in value && Number.isInteger(value.version);
    return isSettings ? parseSettings(value) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The list with the item in it, as the latest, or without it. */
export const withItem = (list: readonly string[], item: string, included: boolean): readonly string[] =>
  withItems(list, [item], included);

/** The list with the items in it, as the latest, or without them. */
export function withItems(list: readonly string[], items: readonly string[], included: boolean): readonly string[] {
  const changed = new Set(items);
  const others = list.filter((other) => !changed.has(other));
  return included ? [...others, ...changed] : others;
}
