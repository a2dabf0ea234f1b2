import { contentOf } from '../lib/document/content.ts';
import type { Block } from '../lib/document/types.ts';
import type { RuleContext } from '../lib/engine/types.ts';
import { tagSet } from '../lib/language/words/tags.ts';

/** How a line is known to go on in the next: a word lies across the break, the last word asks for more, or is 的. */
export type Break = 'word' | 'phrase' | 'attribute';

type Asks = Pick<RuleContext<string>, 'language'>;

/** UTF-16 units on either side by which the break is judged. */
const SIDE = 16;
/** A line must be as long as this to have been filled; names and cells of tables are shorter. */
const SHORTEST_LINE = 12;
const ENDS_OPEN = /[\p{Script=Han}\d%％”》）、，—A-Za-z]$/u;
const BEGINS_OPEN = /^[\p{Script=Han}\d“《（A-Za-z]/u;
/** Words that no clause ends with, where they are short: 依据 may be a noun after all. */
const ASKS_FOR_MORE = tagSet('p', 'c', 'uv', 'ud', 'vx');
const ATTRIBUTE = tagSet('uj');
const LONGEST_LINK = 2;
const NOUNS_TOO = tagSet('p');
/** The second line of a text, when it has no mark, is taken for its byline. */
const ROLES = new Set<Block['role']>(['body', 'heading', 'closing', 'byline']);

/**
 * Whether a line was broken in mid-sentence, as lines are that were copied out of a PDF. Needs the model; without it no
 * line is.
 */
export function breakBetween(before: Block, after: Block | undefined, { language }: Asks): Break | undefined {
  if (!language || !after || after.index !== before.index + 1) return undefined;
  if (!ROLES.has(before.role) || after.role !== 'body' || after.paragraph.marker) return undefined;
  // A paragraph of its own is indented, or the line before it ends early.
  if (after.paragraph.content[0] > 0 && before.paragraph.content[0] === 0) return undefined;
  const left = contentOf(before);
  const right = contentOf(after);
  if (left.length < SHORTEST_LINE || !ENDS_OPEN.test(left) || !BEGINS_OPEN.test(right)) return undefined;
  const from = left.slice(-SIDE);
  const joined = language.words(from + right.slice(0, SIDE));
  if (!joined.isBoundary(from.length)) return 'word';
  const last = joined.indexAt(from.length - 1);
  if (left.endsWith('、')) return 'phrase';
  const isShort = joined.text(last).length < (joined.is(last, NOUNS_TOO) ? LONGEST_LINK : LONGEST_LINK + 1);
  if (joined.is(last, ASKS_FOR_MORE) && isShort) return 'phrase';
  return joined.is(last, ATTRIBUTE) ? 'attribute' : undefined;
}
