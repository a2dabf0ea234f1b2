/** Which places of a text another one changes, and how many edits lie between them. */

/** Levenshtein distance in UTF-16 code units. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j - 1]! + (a[i] === b[j - 1] ? 0 : 1), row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}

/**
 * Offsets in `from` that differ in `to`. Of texts of unlike length, all from the first difference to the last; an
 * insertion counts at the place before which it stands.
 */
export function changedPlaces(from: string, to: string): ReadonlySet<number> {
  const places = new Set<number>();
  if (from.length === to.length) {
    for (let i = 0; i < from.length; i++) if (from[i] !== to[i]) places.add(i);
    return places;
  }
  let start = 0;
  while (start < from.length && from[start] === to[start]) start++;
  let end = from.length;
  for (let other = to.length; end > start && other > start && from[end - 1] === to[other - 1]; other--) end--;
  for (let i = start; i < Math.max(end, start + 1); i++) places.add(i);
  return places;
}

export const areEqual = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean =>
  a.size === b.size && [...a].every((place) => b.has(place));
