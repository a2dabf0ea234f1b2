import { isInQuotation } from '../../lib/document/quotations.ts';
import type { Paragraph, Range } from '../../lib/document/types.ts';
import { perParagraph } from '../../lib/engine/rule.ts';
import type { RuleContext } from '../../lib/engine/types.ts';
import type { Doubling } from '../../lib/language/doublings.ts';
import type { Language } from '../../lib/language/types.ts';
import { ADVERBS } from '../../lib/language/words/tags.ts';

/**
 * Probabilities from which a doubling is certainly a slip of the hand, and probably; where the copies may well be words of
 * their own, more is asked. Whole words are doubled on purpose in lively prose, hardly ever in reports.
 */
const CERTAIN = { character: 0.9, word: 0.7 } as const;
const PROBABLE = 0.5;
const PROBABLE_THOUGH_WORDS = 0.95;

type Message = 'doubled' | 'maybe-doubled';

/** The model is asked once for each paragraph, though two rules share its answer. */
const known = new WeakMap<Language, (paragraph: Paragraph) => readonly Doubling[]>();
function doublingsOf(language: Language, paragraph: Paragraph): readonly Doubling[] {
  let doublings = known.get(language);
  if (!doublings) {
    doublings = perParagraph(({ text }) => unmeantDoublings(language, text));
    known.set(language, doublings);
  }
  return doublings(paragraph);
}

/** What probably was not meant. Of those that overlap the likeliest is kept. */
function unmeantDoublings(language: Language, text: string): Doubling[] {
  const kept: Doubling[] = [];
  const likely = language
    .doublings(text)
    .filter(({ probability, mayBeMeant }) => probability >= (mayBeMeant ? PROBABLE_THOUGH_WORDS : PROBABLE));
  for (const doubling of likely.sort((a, b) => b.probability - a.probability || a.start - b.start)) {
    if (kept.every(({ start, end }) => end <= doubling.start || doubling.end <= start)) kept.push(doubling);
  }
  return kept.sort((a, b) => a.start - b.start);
}

const EDGE = /[“”‘’，。！？；：、…—\s]/;

/** “不贷不贷！”, “后来呢后来呢？”: said twice by somebody who is quoted, with nothing else in the clause. */
function isExclaimed(paragraph: Paragraph, { start, end, size }: Doubling): boolean {
  const isEdge = (at: number) => at < 0 || at >= paragraph.text.length || EDGE.test(paragraph.text[at]!);
  return size > 1 && isEdge(start - 1) && isEdge(end) && isInQuotation(paragraph, [start, end]);
}

/** “总算了了”, “不了了之”: 了 as a verb behind an adverb, with another behind it. */
function isFinished(paragraph: Paragraph, { start, end }: Doubling, context: RuleContext<Message>): boolean {
  if (paragraph.text.slice(start, end) !== '了了') return false;
  const words = context.words(paragraph);
  const before = words.indexAt(start - 1);
  return words.is(before, ADVERBS) || words.text(before) === '总算';
}

/** Reports what is typed twice in a paragraph and was not meant; `isOurs` tells which of them a rule speaks of. */
export function reportDoublings(
  paragraph: Paragraph,
  context: RuleContext<Message>,
  isOurs: (doubling: Doubling) => boolean,
): void {
  if (!context.language) return;
  const { text } = paragraph;
  for (const doubling of doublingsOf(context.language, paragraph).filter(isOurs)) {
    if (isExclaimed(paragraph, doubling) || isFinished(paragraph, doubling, context)) continue;
    const range: Range = [doubling.start, doubling.end];
    const run = text.slice(...range);
    const copy = run.slice(0, doubling.size);
    const data = { run, copy };
    if (doubling.probability >= CERTAIN[doubling.size === 1 ? 'character' : 'word'] && !doubling.mayBeMeant)
      context.report({ range, message: 'doubled', data, fix: copy });
    else context.report({ range, message: 'maybe-doubled', data, suggestions: [copy] });
  }
}
