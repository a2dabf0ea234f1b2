import type { Range } from '../document/types.ts';

const LONGEST_BEFORE = 24;
const LONGEST_AFTER = 40;

const SENTENCE_END = /[。！？!?；;\n\r\u2028\u2029]/;
const isLowSurrogate = (unit: string) => unit >= '\uDC00' && unit <= '\uDFFF';

/** The words of a range with those of its sentence before and behind it, cut short where the sentence is long. */
export function excerpt(text: string, [start, end]: Range): { before: string; matched: string; after: string } {
  let from = start;
  while (from > 0 && start - from < LONGEST_BEFORE && !SENTENCE_END.test(text[from - 1]!)) from--;
  if (isLowSurrogate(text.charAt(from))) from++;
  let to = end;
  while (to < text.length && to - end < LONGEST_AFTER && !SENTENCE_END.test(text[to]!)) to++;
  if (to < text.length && !/[\n\r]/.test(text[to]!) && SENTENCE_END.test(text[to]!)) to++;
  if (isLowSurrogate(text.charAt(to))) to--;
  const cutBefore = from > 0 && !SENTENCE_END.test(text[from - 1]!);
  const cutAfter = to < text.length && to > end && !SENTENCE_END.test(text[to - 1]!) && !SENTENCE_END.test(text[to]!);
  return {
    before: (cutBefore ? '…' : '') + text.slice(Math.min(from, start), start).trimStart(),
    matched: text.slice(start, end),
    after: text.slice(end, Math.max(to, end)).trimEnd() + (cutAfter ? '…' : ''),
  };
}
