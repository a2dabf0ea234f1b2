/**
 * What is selected when the list has changed: the same issue, else the one that stands in its place, else the last. So
 * whoever fixes one issue after the other stays where they are. An issue beside a fix has a new id, since the words
 * around it have changed: places are counted from the nearest that are the same before and after.
 */
export function keepSelection(
  selected: string | undefined,
  before: readonly string[],
  after: readonly string[],
): string | undefined {
  const places = new Map(after.map((id, index) => [id, index]));
  if (selected !== undefined && places.has(selected)) return selected;
  const at = selected === undefined ? -1 : before.indexOf(selected);
  if (at === -1) return after[0];
  const lastKept = before.slice(0, at).findLastIndex((id) => places.has(id));
  const nextKept = before.slice(at + 1).find((id) => places.has(id));
  const first = lastKept === -1 ? 0 : places.get(before[lastKept]!)! + 1;
  const last = nextKept === undefined ? after.length - 1 : places.get(nextKept)!;
  return after[Math.min(first + at - lastKept - 1, last)];
}
