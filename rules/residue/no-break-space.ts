import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';

const BLANK = '[\\u00a0\\u2000-\\u200a\\u202f\\u205f]';
const BETWEEN = new RegExp(
  `${BLANK}(?<=[\\p{Script=Han}，。；：、！？”）》].)${BLANK}*(?=[\\p{Script=Han}“（《])`,
  'gu',
);

/** A no-break space, or a blank of odd width, between Chinese characters: left by a web page or a PDF. */
export default defineRule({
  id: 'residue/no-break-space',
  messages: { blank: 'hint' },
  scope: 'paragraph',
  examples: [
    { wrong: '街道（乡镇）⟦\u00a0⟧办事处', right: '街道（乡镇）办事处' },
    { right: '\u00a0\u00a0为深入推进改革，升级至GB\u00a0150标准。' },
  ],
  check({ text }, context) {
    for (const { 0: run, index } of allMatches(text, BETWEEN)) {
      context.report({ range: [index, index + run.length], message: 'blank', group: 'blank', fix: '' });
    }
  },
});
