import { allMatches } from '../../lib/document/matches.ts';
import { findBreaks } from '../../lib/document/numbering.ts';
import { parseNumeral, toNumeral } from '../../lib/document/numerals.ts';
import { defineRule } from '../../lib/engine/rule.ts';

interface Style {
  readonly mark: RegExp;
  readonly write: (value: number) => string;
}

/** A mark counts items where a pause stands before it; “依照（二）、（三）项” is a reference. */
const BEHIND_PAUSE = '(?<=(?:^[\\s\\u3000]{0,4}|[：；。;]\\s?)';
const STYLES: readonly Style[] = [
  {
    mark: new RegExp(`（${BEHIND_PAUSE}（)([一二三四五六七八九十]{1,3})）(?![、和至项款])`, 'g'),
    write: (value) => `（${toNumeral(value)}）`,
  },
  { mark: new RegExp(`（${BEHIND_PAUSE}（)(\\d{1,2})）(?![、和至项款])`, 'g'), write: (value) => `（${value}）` },
  { mark: new RegExp(`(?=\\d)${BEHIND_PAUSE})(\\d{1,2})[.．](?!\\d)`, 'g'), write: (value) => `${value}.` },
  { mark: new RegExp(`([①②③④⑤⑥⑦⑧⑨⑩])${BEHIND_PAUSE}.)`, 'g'), write: (value) => String.fromCodePoint(0x245f + value) },
];

const valueOfMark = (number: string) => (/[①-⑩]/.test(number) ? number.codePointAt(0)! - 0x245f : parseNumeral(number));

/** （1）……；（2）……；（4）…… within one paragraph. */
export default defineRule({
  id: 'structure/inline-number',
  messages: { order: 'warning' },
  scope: 'paragraph',
  examples: [
    {
      wrong: '要求如下：（1）建台账；（2）勤巡查；⟦（4）⟧严考核。',
      right: '要求如下：（1）建台账；（2）勤巡查；（3）严考核。',
    },
    { wrong: '①建台账；②勤巡查；⟦②⟧严考核。', right: '①建台账；②勤巡查；③严考核。' },
    { right: '要求如下：（1）建台账；（2）勤巡查；（3）严考核。另有：（1）按月通报；（2）按季讲评。' },
    { right: '（三）严考核。依照前款（一）、（二）项办理。' },
    { right: '比例为1.5；2.5；4.5。' },
  ],
  check({ text }, context) {
    if (!/[（①-⑩.．]/.test(text)) return;
    for (const { mark, write } of STYLES) {
      const marks = allMatches(text, mark).map((match) => ({
        range: [match.index, match.index + match[0].length] as const,
        value: valueOfMark(match[1]!),
      }));
      let from = 0;
      for (let at = 1; at <= marks.length; at++) {
        // A new 1 opens another list.
        if (at < marks.length && marks[at]!.value !== 1) continue;
        const list = marks.slice(from, at);
        from = at;
        if (list.length < 3 || list[0]!.value !== 1) continue;
        for (const { index, expected } of findBreaks(list.map(({ value }) => value))) {
          if (expected > 20 || text.slice(list[index - 1]!.range[1], list[index]!.range[0]).includes(write(expected)))
            continue;
          context.report({
            range: list[index]!.range,
            message: 'order',
            data: { written: text.slice(...list[index]!.range), expected: write(expected) },
            suggestions: [write(expected)],
          });
        }
      }
    }
  },
});
