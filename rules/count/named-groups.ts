import { allMatches } from '../../lib/document/matches.ts';
import { parseNumeral, toNumeral } from '../../lib/document/numerals.ts';
import { defineRule } from '../../lib/engine/rule.ts';

/** “4个检查组”, “三个阶段”: groups that are then told one by one as 第一组, 第二阶段. */
const GROUPS =
  /(?<!\d)([二两三四五六七八九十]|[2-9]|1[0-2])(?!\d)个?(?:[\p{Script=Han}]{0,5}?)(小组|组|阶段|批次|批|梯队|片区|标段|环节|步骤|单元)(?=[，。；：、进行开展分（“]|[\p{Script=Han}])/gu;
/** Farthest a group's own sentence lies from the count (UTF-16 units). */
const REACH = 400;

interface Told {
  readonly count: number;
  readonly last: readonly [number, number];
}

/** How many of 第一组, 第二组 … follow in order. */
function toldBehind(text: string, from: number, noun: string): Told | undefined {
  const behind = text.slice(from, from + REACH);
  let count = 0;
  let last: readonly [number, number] | undefined;
  const one = new RegExp(`第([一二三四五六七八九十]|[1-9])(?:小|检查|工作|督导)?${noun}`, 'g');
  for (const match of allMatches(behind, one)) {
    if (parseNumeral(match[1]!) !== count + 1) break;
    count++;
    last = [from + match.index, from + match.index + match[0].length];
  }
  return last && { count, last };
}

/** Four groups are set up, and only three are told. */
export default defineRule({
  id: 'count/named-groups',
  messages: { groups: 'warning' },
  notes: ['recount', 'last'],
  scope: 'paragraph',
  examples: [
    {
      wrong: '成立⟦4个检查组⟧开展检查，第一组负责东片，第二组负责西片，第三组负责园区。',
      right: '成立3个检查组开展检查，第一组负责东片，第二组负责西片，第三组负责园区。',
    },
    {
      wrong: '活动分⟦两个阶段⟧进行：第一阶段自查，第二阶段整改，第三阶段总结。',
      right: '活动分三个阶段进行：第一阶段自查，第二阶段整改，第三阶段总结。',
    },
    { right: '成立3个检查组开展检查，第一组负责东片，第二组负责西片，第三组负责园区。' },
    { right: '成立4个检查组，第一组先行出发。' },
    { right: '172名新生分三批入队，第一批51人，第二批86人，第三批35人。' },
    { right: '分三个阶段推进，目前已进入第二阶段。' },
  ],
  check({ text }, context) {
    if (!text.includes('第一') && !text.includes('第1')) return;
    for (const match of allMatches(text, GROUPS)) {
      const [whole, numeral, noun] = match;
      const told = toldBehind(text, match.index + whole.length, noun!);
      if (!told || told.count < 2 || told.count === parseNumeral(numeral!)) continue;
      const expected = /\d/.test(numeral!) ? String(told.count) : told.count === 2 ? '两' : toNumeral(told.count);
      context.report({
        range: [match.index, match.index + whole.length],
        message: 'groups',
        data: { written: whole, count: told.count },
        suggestions: [
          {
            message: 'recount',
            data: { expected },
            fix: { range: [match.index, match.index + numeral!.length], text: expected },
          },
        ],
        related: [{ range: told.last, message: 'last' }],
      });
    }
  },
});
