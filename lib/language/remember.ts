/**
 * Remembers what `answer` says of the strings asked for last: sentences and words come again with every edit. When `most`
 * are known, all are forgotten, which costs less than to keep account of their age.
 */
export function remembering<T extends object>(most: number, answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    const value = answer(text);
    if (known.size >= most) known.clear();
    known.set(text, value);
    return value;
  };
}
