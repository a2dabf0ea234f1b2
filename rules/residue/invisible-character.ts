import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';

const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0]+/g;
/** Joiners belong to emoji and to scripts that join their letters; direction marks to scripts written from the right. */
const JOINS = /[\p{Extended_Pictographic}\ufe0f\p{Emoji_Modifier}\u0590-\u0dff\u0f00-\u10ff]/u;

/** Characters that nobody sees: zero-width blanks, direction marks, soft hyphens, control characters. */
export default defineRule({
  id: 'residue/invisible-character',
  messages: { invisible: 'warning' },
  scope: 'paragraph',
  quotedToo: true,
  examples: [
    { wrong: '安全生⟦\u200b⟧产责任制', right: '安全生产责任制' },
    { wrong: '⟦\ufeff⟧述职报告⟦\u0007⟧', right: '述职报告' },
    { right: '👨‍👩‍👧 文明家庭评选' },
    { right: '述职报告\t2031年' },
  ],
  check({ text }, context) {
    for (const { 0: run, index } of allMatches(text, INVISIBLE)) {
      const before = text.slice(Math.max(0, index - 2), index);
      const after = text.slice(index + run.length, index + run.length + 2);
      if (JOINS.test(before) || (JOINS.test(after) && run !== '\ufeff')) continue;
      const code = `U+${run.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
      context.report({
        range: [index, index + run.length],
        message: 'invisible',
        data: { code },
        group: code,
        fix: '',
      });
    }
  },
});
