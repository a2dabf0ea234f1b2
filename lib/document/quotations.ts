import { allMatches } from './matches.ts';
import { perParagraph } from './per-paragraph.ts';
import { insideAny } from './search.ts';
import type { Paragraph, Quotation, Range } from './types.ts';

const CLOSING: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '《': '》',
  '〈': '〉',
};
const MARKS = /[“”‘’「」『』《》〈〉]/g;
/** A pair that closes this far away (UTF-16 units) is more likely two lost halves than a quotation. */
const LONGEST = 2000;
/** Marks opened and not yet closed; deeper nesting is noise, and a bound keeps the search for a partner constant. */
const DEEPEST = 16;

/**
 * Well-formed pairs of quotation and title marks in a paragraph, outer before inner. Marks without their partner are
 * passed over; telling of them is a rule's business.
 */
export function findQuotations(text: string): Quotation[] {
  const found: Quotation[] = [];
  const open: { mark: string; at: number }[] = [];
  for (const { 0: mark, index } of allMatches(text, MARKS)) {
    if (mark in CLOSING) {
      open.push({ mark, at: index });
      if (open.length > DEEPEST) open.shift();
      continue;
    }
    const partner = open.findLastIndex((candidate) => CLOSING[candidate.mark] === mark);
    if (partner === -1) continue;
    const { at, mark: opening } = open[partner]!;
    open.length = partner;
    if (index - at > LONGEST) continue;
    const kind = opening === '《' || opening === '〈' ? 'title' : 'quote';
    found.push({ range: [at, index + 1], inner: [at + 1, index], kind });
  }
  return found.sort((a, b) => a.range[0] - b.range[0]);
}

const isInside = perParagraph(({ quotations }) => insideAny(quotations.map(({ inner }) => inner)));

/** Whether a range of the paragraph stands in quotation or title marks. Logarithmic in the quotations, from the second call on. */
export const isInQuotation = (paragraph: Paragraph, range: Range): boolean => isInside(paragraph)(range);
