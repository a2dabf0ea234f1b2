import { allMatches } from '../../lib/document/matches.ts';
import { withHalfWidthDigits } from '../../lib/document/numerals.ts';
import { defineRule, perParagraph } from '../../lib/engine/rule.ts';

/** Not “二０一０年”, where the digit stands for a Chinese numeral. */
const RUN = /(?<![〇零○一二三四五六七八九０-９])[０-９]+(?:[．，][０-９]+)*(?![〇零○一二三四五六七八九０-９])/g;

/** A comma between digits groups them only where three follow; else it parts two numbers. */
const toHalfWidth = (run: string) =>
  withHalfWidthDigits(run)
    .replace('．', '.')
    .replace(/，(?=\d{3}(?!\d))/g, ',');

/** The number that opens a paragraph is no figure. */
const runsOf = perParagraph(({ text, marker }) =>
  /[０-９]/.test(text) ? allMatches(text, RUN).filter(({ index }) => !marker || index >= marker.range[1]) : [],
);
const halfWidthOf = perParagraph(({ text }) => (text.match(/\d+/g) ?? []).length);

/** “３分钟” among figures of half width. In a text that has hardly others it is a habit. */
export default defineRule({
  id: 'number/full-width-digit',
  messages: { digit: 'warning' },
  scope: 'document',
  examples: [
    { wrong: '全年办案⟦１２⟧件，走访30户，回访45户。', right: '全年办案12件，走访30户，回访45户。' },
    { wrong: '通话不得超过⟦３．５⟧分钟。', right: '通话不得超过3.5分钟。' },
    { right: '全年办案12件，通话不得超过3分钟。' },
    { right: '１．全年办案12件，二０一０年走访30户。' },
    { right: '全年办案十二件，通话不得超过三分钟。' },
  ],
  check({ blocks }, context) {
    const found = blocks.flatMap(({ paragraph, start }) => runsOf(paragraph).map((match) => ({ match, start })));
    if (found.length === 0) return;
    const halfWidth = blocks.reduce((sum, { paragraph }) => sum + halfWidthOf(paragraph), 0);
    const isHabit = halfWidth <= found.length;
    for (const { match, start } of found) {
      const written = match[0];
      const right = toHalfWidth(written);
      context.report({
        range: [start + match.index, start + match.index + written.length],
        message: 'digit',
        data: { written, right },
        group: 'digit',
        ...(isHabit ? { severity: 'hint', suggestions: [right] } : { fix: right }),
      });
    }
  },
});
