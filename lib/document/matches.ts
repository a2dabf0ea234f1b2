const NONE: readonly RegExpExecArray[] = [];

/** Where the search goes on behind an empty match: one character further, lest it find the same again. */
function stepBehind(text: string, { unicode, lastIndex }: RegExp): number {
  const isPair = unicode && (text.codePointAt(lastIndex) ?? 0) > 0xffff;
  return lastIndex + (isPair ? 2 : 1);
}

/**
 * All matches of a global pattern, in order: what `text.matchAll(pattern)` finds. But that makes a new RegExp at each
 * call, which costs more than to search a paragraph, and most patterns match nothing in most paragraphs.
 */
export function allMatches(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (!match) return NONE;
  const matches: RegExpExecArray[] = [];
  for (; match; match = pattern.exec(text)) {
    matches.push(match);
    if (match[0] === '') pattern.lastIndex = stepBehind(text, pattern);
  }
  return matches;
}
