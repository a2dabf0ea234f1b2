/** So many names that differ from each other by the same place are a series: 第一小学, 第二小学, 第三小学 … */
const SERIES = 8;

/** What is left of a name without one character, or without two neighbours. */
function* deletions(name: string): Generator<string> {
  for (const length of [1, 2]) {
    for (let at = 0; at + length <= name.length; at++) yield name.slice(0, at) + name.slice(at + length);
  }
}

/**
 * Pairs of names that may be one, differently written: a character or a pair of characters changed, put in, left out or
 * turned round. Found by what is left of them without it (deletion neighbourhoods, as in Garbe's SymSpell), so the cost is
 * linear in the names; whether a pair is one name, the caller decides.
 */
export function nearPairs(names: Iterable<string>): (readonly [string, string])[] {
  const byRest = new Map<string, string[]>();
  const add = (rest: string, name: string) => {
    const same = byRest.get(rest);
    if (!same) byRest.set(rest, [name]);
    else if (same.at(-1) !== name) same.push(name);
  };
  for (const name of names) {
    add(name, name);
    for (const rest of deletions(name)) if (rest.length > 1) add(rest, name);
  }
  const pairs = new Map<string, readonly [string, string]>();
  for (const same of byRest.values()) {
    if (same.length > SERIES) continue;
    same.forEach((a, index) => {
      for (const b of same.slice(index + 1)) pairs.set(`${a} ${b}`, [a, b]);
    });
  }
  return [...pairs.values()];
}
