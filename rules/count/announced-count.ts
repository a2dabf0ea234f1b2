import { allMatches } from '../../lib/document/matches.ts';
import { type NumberedItem, type NumberSeries, readNumbering } from '../../lib/document/numbering.ts';
import { toNumeral } from '../../lib/document/numerals.ts';
import type { Block, Document, EnumerationStyle, Range } from '../../lib/document/types.ts';
import { defineRule, perParagraph } from '../../lib/engine/rule.ts';
import type { RuleContext } from '../../lib/engine/types.ts';
import { COUNT_SOURCE, type Count, readCount } from './_lists.ts';

/** “主要表现在以下三个方面：”: the count that ends a paragraph or leads into 一是. */
const ANNOUNCED = new RegExp(`(${COUNT_SOURCE})[^，。；：、\\n]{0,12}(?:[：:。]|，(?=一[是要]|第一[，、]|其一))`, 'gu');

/** “下面，我讲四点意见。”: what is said next, though a full stop comes between. */
const ABOUT_TO_SAY = /(?:讲|谈|提|说|强调)[^，。；：、]{0,4}$/;

interface Announcement {
  readonly count: Count;
  readonly end: number;
  /** Whether nothing but the list can follow, even behind a full stop. */
  readonly leadsOn: boolean;
}

const announcements = perParagraph(({ text }): readonly Announcement[] =>
  allMatches(text, ANNOUNCED).map((match) => ({
    count: readCount(match, 1),
    end: match.index + match[0].length,
    leadsOn:
      !match[0].endsWith('。') ||
      (/点/.test(match[1]!) && ABOUT_TO_SAY.test(text.slice(Math.max(0, match.index - 8), match.index))),
  })),
);

function report(
  block: Block,
  count: Count,
  items: number,
  list: Range,
  context: RuleContext<'announced', 'recount' | 'last'>,
): void {
  const written = block.paragraph.text.slice(...count.number);
  const expected = /\d/.test(written) ? String(items) : items === 2 ? '两' : toNumeral(items);
  const at = ([start, end]: Range): Range => [block.start + start, block.start + end];
  context.report({
    range: at(count.range),
    message: 'announced',
    data: { written: block.paragraph.text.slice(...count.range), items },
    suggestions: [{ message: 'recount', data: { expected }, fix: { range: at(count.number), text: expected } }],
    related: [{ range: list, message: 'last' }],
  });
}

/** Items of the series that begins right behind a block. */
function seriesBehind(
  document: Document,
  block: Block,
  starts: ReadonlyMap<number, NumberSeries>,
): NumberSeries | undefined {
  const next = document.blocks.slice(block.index + 1, block.index + 4).find(({ role }) => role !== 'blank');
  return next && starts.get(next.index);
}

const rangeOf = ({ block, marker }: NumberedItem): Range => [
  block.start + marker.range[0],
  block.start + marker.range[1],
];

/** Marks 一是…二是… right behind a place in a paragraph: how many there are, and where the last one stands. */
function marksBehind({ paragraph, start }: Block, from: number): { items: number; last: Range } | undefined {
  const { enumeration } = paragraph;
  const first = enumeration.findIndex(({ marker }) => marker[0] >= from);
  const opening = enumeration[first];
  if (opening?.value !== 1 || opening.marker[0] - from > 1) return undefined;
  let items = 1;
  let last = opening;
  for (const item of enumeration.slice(first + 1)) {
    if (item.style !== opening.style) continue;
    if (item.value !== items + 1) return undefined; // nested, or its order is wrong, which another rule tells
    items++;
    last = item;
  }
  return { items, last: [start + last.marker[0], start + last.marker[1]] };
}

/** Paragraphs behind a block that each open with the next mark: “一是……”, “二是……”. */
function markedParagraphs({ blocks }: Document, { index }: Block): { items: number; last: Range } | undefined {
  let items = 0;
  let last: Range | undefined;
  let style: EnumerationStyle | undefined;
  for (let at = index + 1; at < blocks.length; at++) {
    const { paragraph, start } = blocks[at]!;
    if (paragraph.content[0] === paragraph.content[1]) continue;
    const first = paragraph.enumeration[0];
    if (first?.marker[0] !== paragraph.content[0] || first.value !== items + 1) break;
    style ??= first.style;
    // Two marks in one paragraph: nested, or a series that is told otherwise.
    if (first.style !== style || paragraph.enumeration.some((item) => item !== first && item.style === style)) {
      return undefined;
    }
    items++;
    last = [start + first.marker[0], start + first.marker[1]];
  }
  return last && { items, last };
}

/** Whether a series counts 1, 2, 3 … without a fault, so that its length can be trusted. */
const isOrderly = ({ items }: NumberSeries) => items.every(({ marker }, index) => marker.value === index + 1);

/** “以下三个方面：” with four headings below, “四项举措：一是……二是……三是……”. */
export default defineRule({
  id: 'count/announced-count',
  messages: { announced: 'warning' },
  notes: ['recount', 'last'],
  scope: 'document',
  examples: [
    {
      wrong: '主要表现在以下⟦三个方面⟧：\n（一）学习不够。\n（二）落实不够。\n（三）调研不够。\n（四）作风不够实。',
      right: '主要表现在以下四个方面：\n（一）学习不够。\n（二）落实不够。\n（三）调研不够。\n（四）作风不够实。',
    },
    {
      wrong: '重点采取⟦四项举措⟧：一是建台账；二是勤巡查；三是严考核。',
      right: '重点采取三项举措：一是建台账；二是勤巡查；三是严考核。',
    },
    {
      wrong: '抓好⟦四项工作⟧：\n一是建台账。\n二是勤巡查。\n三是严考核。\n以上工作常抓不懈。',
      right: '抓好三项工作：\n一是建台账。\n二是勤巡查。\n三是严考核。\n以上工作常抓不懈。',
    },
    {
      wrong: '着力做好⟦四件事⟧：一是建台账；二是勤巡查；三是严考核。',
      right: '着力做好三件事：一是建台账；二是勤巡查；三是严考核。',
    },
    {
      wrong: '下面，我讲⟦四点意见⟧。\n一、建好台账\n逐项登记。\n二、勤于巡查\n每周一次。\n三、严格考核\n每月一次。',
      right: '下面，我讲三点意见。\n一、建好台账\n逐项登记。\n二、勤于巡查\n每周一次。\n三、严格考核\n每月一次。',
    },
    {
      right:
        '去年提了四点意见，今年再提四点意见。\n一、建好台账\n逐项登记。\n二、勤于巡查\n每周一次。\n三、严格考核\n每月一次。\n四、常抓不懈\n逐年推进。',
    },
    { right: '发生四件事故：一是高处坠落；二是触电；三是坍塌。' },
    { wrong: '做好⟦3项工作⟧：\n1.建台账。\n2.勤巡查。' },
    {
      wrong: '抓好⟦四项重点工作⟧，一是建台账，二是勤巡查，三是严考核。',
      right: '抓好三项重点工作，一是建台账，二是勤巡查，三是严考核。',
    },
    { right: '主要表现在以下三个方面：\n（一）学习不够。\n（二）落实不够。\n（三）调研不够。' },
    { right: '重点采取三项举措：一是建台账；二是勤巡查；三是严考核。' },
    { right: '存在三个问题：一是学习不够，主要是：一是不深，二是不透；二是落实不够；三是作风不实。' },
    { right: '落实四项制度。\n一、学习\n每月一课。\n二、履职\n走访三百户。' },
    { right: '抓好三项工作：\n一是建台账。\n二是勤巡查。\n三是严考核。' },
  ],
  check(document, context) {
    const starts = new Map(readNumbering(document).series.map((series) => [series.items[0]!.block.index, series]));
    for (const block of document.blocks) {
      for (const { count, end, leadsOn } of announcements(block.paragraph)) {
        const marks = marksBehind(block, end);
        if (marks) {
          if (marks.items < 2) continue; // the others stand in later paragraphs, or there is no list
          // Behind a full stop the list may be another one, unless its length is near.
          const isFar = block.paragraph.text[end - 1] === '。' && Math.abs(marks.items - count.value) > 2;
          if (isFar) continue;
          // Where the paragraph's list breaks off, the next paragraphs may go on with it.
          const next = document.blocks[block.index + 1]?.paragraph.enumeration[0]?.value;
          if (marks.items !== count.value && next !== marks.items + 1)
            report(block, count, marks.items, marks.last, context);
          continue;
        }
        const isLast = end >= block.paragraph.content[1];
        if (!isLast || !leadsOn) continue;
        const marked = markedParagraphs(document, block);
        if (marked && marked.items > 1) {
          if (marked.items !== count.value) report(block, count, marked.items, marked.last, context);
          continue;
        }
        const series = seriesBehind(document, block, starts);
        if (!series || !isOrderly(series) || series.items.length === count.value || series.items.length < 2) continue;
        report(block, count, series.items.length, rangeOf(series.items.at(-1)!), context);
      }
    }
  },
});
