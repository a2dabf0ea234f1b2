import { allMatches } from '../../lib/document/matches.ts';
import { parseNumeral } from '../../lib/document/numerals.ts';
import type { Paragraph } from '../../lib/document/types.ts';
import { defineRule } from '../../lib/engine/rule.ts';

/**
 * A numeral that opens a clause and is followed by a word: “一思想上”, “二政治上”. Not a quantity (一个, 二次), not “一是”, and
 * not a word that begins with a numeral (一致, 一直, 三农).
 */
const BARE =
  /([一二三四五六七八九])(?<=(?:^|[：；。\s]).)(?=(?!是|要|来|、|[一二三四五六七八九十百千万亿零〇\d]|[个项条点名位次年月日级届人家件种类层方步者则旦直致切律般定样体样同起边面些时可流度带路会农则])\p{Script=Han}{2})/gu;

interface Bare {
  readonly at: number;
  readonly value: number;
}

function findRun(marks: readonly Bare[], from: number): number {
  let length = 0;
  while (marks[from + length]?.value === length + 1) length++;
  return length;
}

interface Found {
  readonly at: number;
  readonly certain: boolean;
}

/** What the item speaks of: “思想上”, “作风方面”. A verb there (一看……，二看……) needs no 是. */
const ASPECT = /^\p{Script=Han}{2,4}?(?:上|中|方面|层面)/u;

/** 一…二…三… in a row that do not open with one and the same word. */
function findRuns(text: string, marks: readonly Bare[]): Found[] {
  return marks.flatMap((_, from) => {
    const run = marks.slice(from, from + findRun(marks, from));
    const openings = run.map(({ at }) => text[at + 1]);
    if (run.length < 3 || new Set(openings).size < openings.length) return [];
    const certain = run.every(({ at }) => ASPECT.test(text.slice(at + 1, at + 8)));
    return run.map(({ at }) => ({ at, certain }));
  });
}

/** Bare numerals that fill the gap between “一是” and “三是”. */
function findFillers({ enumeration }: Paragraph, marks: readonly Bare[]): Found[] {
  const items = enumeration.filter(({ style }) => style === 'shi');
  return marks
    .filter(({ at, value }) => {
      const before = items.findLast(({ marker }) => marker[1] <= at);
      const after = items.find(({ marker }) => marker[0] > at);
      if (!before) return value === 1 && after?.value === 2;
      return before.value === value - 1 && (after === undefined || after.value === value + 1);
    })
    .map(({ at }) => ({ at, certain: true }));
}

function findBareMarks(paragraph: Paragraph): Found[] {
  const { text, content } = paragraph;
  const marks = allMatches(text, BARE)
    .filter(({ index }) => index === content[0] || !/\s/.test(text[index - 1]!))
    .map(({ index, 1: numeral }) => ({ at: index, value: parseNumeral(numeral!) }));
  if (marks.length === 0) return [];
  const found = [...findRuns(text, marks), ...findFillers(paragraph, marks)];
  return [...new Map(found.map((one) => [one.at, one])).values()].sort((a, b) => a.at - b.at);
}

/** “一思想上……；二政治上……；三行动上……”: the 是 of the marks was left out. */
export default defineRule({
  id: 'structure/enumeration-mark',
  messages: { missing: 'error' },
  scope: 'paragraph',
  examples: [
    {
      wrong: '全场职工要做到：⟦一⟧思想上重视，学深悟透；⟦二⟧政治上坚定，站稳立场；⟦三⟧行动上自觉，落到实处。',
      right: '全场职工要做到：一是思想上重视，学深悟透；二是政治上坚定，站稳立场；三是行动上自觉，落到实处。',
    },
    {
      wrong: '一是抓学习，每月一课；⟦二⟧抓队伍，结对帮带；三是抓作风，常态督查。',
      right: '一是抓学习，每月一课；二是抓队伍，结对帮带；三是抓作风，常态督查。',
    },
    { right: '要把好三关：一看程序，二看实体；三看文书。' },
    { right: '检查内容：一看台账是否齐全；二看现场是否整洁；三看制度是否上墙。' },
    { right: '一个目标，二级管理；三年见效。' },
    { right: '一是抓学习；二是抓落实。三农工作不能放松。' },
    { right: '任务分三批：一批在建，二批开工，三批储备。' },
  ],
  check(paragraph, context) {
    for (const { at, certain } of findBareMarks(paragraph)) {
      const written = paragraph.text[at]!;
      const expected = `${written}是`;
      context.report({
        range: [at, at + 1],
        message: 'missing',
        data: { written, expected },
        ...(certain ? { fix: expected } : { severity: 'warning', suggestions: [expected] }),
      });
    }
  },
});
