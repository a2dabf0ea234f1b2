import { type Break, findBreaks, type NumberSeries, readNumbering } from '../../lib/document/numbering.ts';
import type { Document } from '../../lib/document/types.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import type { RuleContext } from '../../lib/engine/types.ts';
import { findOddItems, isFilled, markRange, numberRange, type OddItem, writeMark, writeNumber } from './_marks.ts';

/** Whether a first number other than 1 surely is a fault: below a heading of the same document, not in an excerpt. */
const mustStartAtOne = ({ parent, style, items }: NumberSeries) =>
  parent !== undefined && style !== 'article' && items.length > 1;

/** Whether the number left out is there, in a mark of another style: that is another rule's business. */
function isElsewhere(odd: readonly OddItem[], { expected }: Break, from: number, to: number): boolean {
  return odd.some(({ item: { block, marker } }) => block.index > from && block.index < to && marker.value === expected);
}

function isFault(document: Document, series: NumberSeries, found: Break, odd: readonly OddItem[]): boolean {
  const item = series.items[found.index]!;
  if (odd.some((other) => other.item === item)) return false;
  const previous = series.items[found.index - 1];
  if (!previous) {
    if (found.kind !== 'slip' && !mustStartAtOne(series)) return false;
    if (odd.some(({ sibling }) => sibling === item)) return false;
    return !isFilled(document, series.parent, item, found.expected);
  }
  if (found.kind === 'repeat' || found.kind === 'back') return true;
  if (isElsewhere(odd, found, previous.block.index, item.block.index)) return false;
  return !isFilled(document, previous, item, found.expected);
}

/** Faults that may come together in a real series. */
const FEW_BREAKS = 5;

function report(
  series: NumberSeries,
  { index, expected, kind }: Break,
  context: RuleContext<Break['kind'], 'renumber' | 'before'>,
): void {
  const item = series.items[index]!;
  const number = writeNumber(item.marker.style, expected);
  const mark = writeMark(item.marker.style, expected);
  if (number === undefined || mark === undefined) return;
  const previous = series.items[index - 1];
  const [start, end] = numberRange(item);
  const written = writeMark(item.marker.style, item.marker.value) ?? '';
  context.report({
    range: markRange(item),
    message: kind,
    data: {
      written,
      expected: mark,
      previous: (previous && writeMark(previous.marker.style, previous.marker.value)) ?? '',
    },
    suggestions: [{ message: 'renumber', data: { expected: mark }, fix: { range: [start, end], text: number } }],
    ...(previous && { related: [{ range: markRange(previous), message: 'before' }] }),
  });
}

export default defineRule({
  id: 'structure/heading-number',
  messages: { gap: 'error', slip: 'error', repeat: 'error', back: 'error', start: 'error' },
  notes: ['renumber', 'before'],
  scope: 'document',
  basis: 'GB/T 9704—2012 7.3.3',
  examples: [
    {
      wrong: '一、主要成效\n全年新建步道三条。\n二、存在问题\n人手偏紧。\n⟦四、⟧下一步打算\n补齐人手。',
      right: '一、主要成效\n全年新建步道三条。\n二、存在问题\n人手偏紧。\n三、下一步打算\n补齐人手。',
    },
    {
      wrong: '（一）抓学习。每月一课。\n（二）抓队伍。结对帮带。\n⟦（二）⟧抓制度。修订三项。\n（四）抓作风。常态督查。',
      right: '（一）抓学习。每月一课。\n（二）抓队伍。结对帮带。\n（三）抓制度。修订三项。\n（四）抓作风。常态督查。',
    },
    {
      wrong: '一、工作安排\n1.印发方案。\n2.组织培训。\n⟦5.⟧检查验收。\n4.总结上报。',
      right: '一、工作安排\n1.印发方案。\n2.组织培训。\n3.检查验收。\n4.总结上报。',
    },
    {
      wrong:
        '一、安排\n每月一课。\n二、重点\n（一）抓苗木。\n（二）抓水源。\n（三）抓步道。\n⟦四、⟧要求\n按时上报。\n五、督导\n每周一查。',
    },
    { right: '一、安排\n每月一课。\n二、重点\n抓苗木。\n（三）要求\n按时上报。\n四、督导\n每周一查。' },
    { right: '一、工作\n（一）学习。\n（二）落实。\n二、打算\n（一）学习。\n二是不对的。' },
    {
      right:
        '一、总体要求\n（一）思路。\n（二）目标。\n二、重点任务\n（三）抓产业。\n（四）抓民生。\n三、保障\n（五）抓组织。',
    },
    {
      right:
        '第一章 总则\n第一条 为了规范管理，制定本办法。\n第二章 职责\n第二条 区林草局负责管理。\n第二条之一 镇政府协助。\n第三条 本办法自公布之日起施行。',
    },
    {
      right:
        '1. 方法\n每月采样一次，化验的项目有：\n1. 总磷\n2. 总氮\n2. 结果\n总磷偏高，超过的月份有：\n1. 三月\n2. 七月\n3. 建议\n退耕还草。',
    },
    {
      wrong: '1. 方法\n每月采样一次，化验的项目有：\n1. 总磷\n2. 总氮\n2. 结果\n总磷偏高。\n⟦4.⟧ 建议\n退耕还草。',
      right: '1. 方法\n每月采样一次，化验的项目有：\n1. 总磷\n2. 总氮\n2. 结果\n总磷偏高。\n3. 建议\n退耕还草。',
    },
    { right: '需要的材料：\n1.个人总结\n2.2016年度考核表\n3.获奖证书' },
    { right: '一、会议议程\n（一）传达精神。（二）讨论方案。\n（三）领导讲话。' },
    {
      wrong: '2024年工作总结\n一、成效\n新建步道。\n二、问题\n人手偏紧。\n三、打算\n补齐人手。\n⟦二、⟧保障\n落实经费。',
      right: '2024年工作总结\n一、成效\n新建步道。\n二、问题\n人手偏紧。\n三、打算\n补齐人手。\n四、保障\n落实经费。',
    },
    { wrong: '2024年工作总结\n一、成效\n⟦2.⟧新建步道三条。\n3.改造公园两座。\n二、问题\n人手偏紧。' },
  ],
  check(document, context) {
    const odd = findOddItems(document);
    for (const series of readNumbering(document).series) {
      const values = series.items.map(({ marker }) => marker.value);
      const breaks = findBreaks(values, series.before);
      if (breaks.length > FEW_BREAKS && breaks.length * 3 > values.length) continue; // a column of figures
      for (const found of breaks) {
        if (isFault(document, series, found, odd)) report(series, found, context);
      }
    }
  },
});
