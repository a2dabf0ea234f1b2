/** What is kept in lists, read from whatever lies in storage or in a file. */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const LONGEST_STRING = 200;
/** Of hosts, rules and the like. */
const LONGEST_LIST = 5000;

/** A string that is neither blank nor too long. */
export const usableString = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= LONGEST_STRING;

/** The latest of a list's usable strings, each once. */
export function strings(value: unknown, longest = LONGEST_LIST): readonly string[] {
  return Array.isArray(value) ? [...new Set(value.filter(usableString))].slice(-longest) : [];
}

/** The latest of a list's usable items; of those with the same identity, the last. */
export function items<T>(
  value: unknown,
  parse: (item: unknown) => T | undefined,
  identity: (item: T) => string,
  longest = LONGEST_LIST,
): readonly T[] {
  if (!Array.isArray(value)) return [];
  const parsed = new Map<string, T>();
  for (const raw of value) {
    const item = parse(raw);
    if (item === undefined) continue;
    parsed.delete(identity(item));
    parsed.set(identity(item), item);
  }
  return [...parsed.values()].slice(-longest);
}

/** The list with the item in it, as the latest, or without it. */
export const withItem = (list: readonly string[], item: string, included: boolean): readonly string[] =>
  withItems(list, [item], included);

/** The list with the items in it, as the latest, or without them. */
export function withItems(list: readonly string[], changed: readonly string[], included: boolean): readonly string[] {
  const apart = new Set(changed);
  const others = list.filter((other) => !apart.has(other));
  return included ? [...others, ...apart] : others;
}
