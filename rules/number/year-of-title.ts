import type { Block, Document, Range } from '../../lib/document/types.ts';
import { defineRule, perParagraph } from '../../lib/engine/rule.ts';

const YEAR = /(?<!\d)(20\d{2})(?=年)/g;
/** What the document says it is about: “现将2023年工作情况报告如下”. */
const SUBJECT = /现(?:就|将)[^。\n]{0,20}?(?<!\d)(20\d{2})年(?:度)?[^。\n]{0,24}(?:报告|汇报|总结|述职|通报)如下/;
/** Plans of a year that is over when the report is written. */
const PLAN_HEADING = /(20\d{2})年[^。\n]{0,12}(?:打算|计划|思路|安排|谋划|展望|重点工作)/;
/** What a plan says of its year: “2024年力争完成投资5亿元”. */
const PLANNED =
  /(?<!\d)(20\d{2})年，?(?:度)?(?:，)?(?:我(?:们|局|镇|县|区|市|所|校)?)?(?:将|力争|计划|拟|确保|预计|要)(?!在|于|近)/;
const PLAN_SECTION = /打算|计划|思路|安排|谋划|展望/;
/** What was done in the year: “一、2023年度履职情况”. */
const DONE_HEADING = /(20\d{2})年(?:度)?(?:履职|述职|主要工作|工作(?:完成|开展|回顾|总结)|(?:工作|任务)完成)/;
/** The year that a report opens with. */
const OPENING = /^[\s\u3000]*(20\d{2})年(?:度|以?来|上半年|下半年|[一二三四]季度)?[，,]/;
/** A report on a whole year is not written in its first half. */
const WHOLE_YEAR = /年度?(?!.{0,60}(?:半年|季度|月|阶段))/;
const REPORT = /述[职责廉]|总结|履职/;

/** The years that a paragraph names, by what it says of them. */
const yearsNamedIn = perParagraph(({ text }) => ({
  subject: text.includes('如下') ? SUBJECT.exec(text) : null,
  done: DONE_HEADING.exec(text),
  planned: PLANNED.exec(text),
  plan: PLAN_HEADING.exec(text),
}));

const opensPlan = perParagraph(({ text }) => PLAN_SECTION.test(text));

interface Title {
  readonly block: Block;
  readonly year: number;
}

/** The title and its one year; titles with two years compare or plan. */
function titleYear({ title }: Document): Title | undefined {
  if (!title) return undefined;
  const years = new Set((title.paragraph.text.match(YEAR) ?? []).map(Number));
  return years.size === 1 ? { block: title, year: [...years][0]! } : undefined;
}

/** The year at the start of the first paragraph. */
function openingYear({ blocks }: Document): { year: number; range: Range } | undefined {
  const first = blocks.find(({ role }) => role === 'body');
  const match = first && OPENING.exec(first.paragraph.text);
  if (!match) return undefined;
  const at = first.start + match[0].indexOf(match[1]!);
  return { year: Number(match[1]), range: [at, at + 4] };
}

/** The date below the text, in years and parts of a year. */
function signedOn({ date }: Document): { time: number; range: Range } | undefined {
  const match = date && /(?<!\d)(20\d{2})年(\d{1,2})月/.exec(date.paragraph.text);
  if (!match) return undefined;
  const at = date.start + match.index;
  return { time: Number(match[1]) + Number(match[2]) / 12, range: [at, at + 4] };
}

/** A year in the text that contradicts the one of the title. */
export default defineRule({
  id: 'number/year-of-title',
  messages: { subject: 'warning', plan: 'warning', date: 'warning' },
  notes: ['title'],
  scope: 'document',
  examples: [
    {
      wrong: '2024年度述职报告\n各位领导：\n现将⟦2023⟧年履职情况报告如下。\n全年新建步道三条。',
      right: '2024年度述职报告\n各位领导：\n现将2024年履职情况报告如下。\n全年新建步道三条。',
    },
    { wrong: '园林所2024年工作总结\n一、成效\n新建步道。\n二、⟦2024⟧年工作打算\n补齐人手。' },
    {
      wrong: '2024年度述职报告\n各位领导：\n一、⟦2023⟧年度履职情况\n新建步道三条。\n二、存在问题\n人手偏紧。',
      right: '2024年度述职报告\n各位领导：\n一、2024年度履职情况\n新建步道三条。\n二、存在问题\n人手偏紧。',
    },
    { wrong: '园林所2024年工作总结\n一、成效\n新建步道。\n二、下一步打算\n⟦2024⟧年力争再建公园两座。' },
    { right: '园林所2024年工作总结\n一、成效\n2024年将步道连成了环。\n二、下一步打算\n2025年力争再建公园两座。' },
    { wrong: '园林所2024年工作总结\n新建步道。\n人手偏紧。\n园林所\n⟦2023⟧年12月30日' },
    {
      wrong: '2024年度述职报告\n各位领导：\n⟦2023⟧年，新建步道三条。\n人手偏紧。',
      right: '2024年度述职报告\n各位领导：\n2024年，新建步道三条。\n人手偏紧。',
    },
    { wrong: '园林所2024年度工作总结\n新建步道。\n人手偏紧。\n园林所\n⟦2024⟧年1月8日' },
    { right: '园林所2024年上半年工作总结\n新建步道。\n人手偏紧。\n园林所\n2024年7月3日' },
    { right: '2024年度述职报告\n各位领导：\n现将2024年履职情况报告如下。\n2025年打算补齐人手。\n2025年1月8日' },
    { right: '园林所2024年工作总结\n一、2023年问题整改情况\n均已整改。\n二、2025年工作打算\n补齐人手。' },
    { right: '园林所2024年工作要点\n一、2024年重点工作\n新建步道。\n园林所\n2023年12月30日' },
  ],
  check(document, context) {
    const title = titleYear(document);
    if (!title) return;
    const { year, block } = title;
    const related = [{ range: rangeOf(block), message: 'title' as const }];
    const isReport = REPORT.test(block.paragraph.text);
    const say = (range: Range, message: 'subject' | 'plan', right: number) =>
      context.report({ range, message, data: { year }, suggestions: [String(right)], related });
    const yearAt = (at: number): Range => [at, at + 4];
    let inPlan = false;
    for (const other of document.blocks) {
      if (other === block) continue;
      const { subject, done: doneIn, planned: plannedIn, plan: planIn } = yearsNamedIn(other.paragraph);
      if (subject && Number(subject[1]) !== year) {
        say(yearAt(other.start + subject.index + subject[0].indexOf(subject[1]!)), 'subject', year);
      }
      const done = isReport && other.role === 'heading' ? doneIn : null;
      if (done && Number(done[1]) !== year && !/整改/.test(other.paragraph.text)) {
        say(yearAt(other.start + done.index), 'subject', year);
      }
      inPlan =
        other.role === 'heading' && other.paragraph.heading?.runIn !== true
          ? opensPlan(other.paragraph) || (inPlan && other.paragraph.marker?.style !== 'chinese')
          : inPlan;
      const planned = isReport && inPlan ? plannedIn : null;
      if (planned && Number(planned[1]) <= year && !planIn) {
        say(yearAt(other.start + planned.index), 'plan', year + 1);
      }
      const plan = isReport && other.role === 'heading' ? planIn : null;
      if (plan && Number(plan[1]) <= year) say(yearAt(other.start + plan.index), 'plan', year + 1);
    }
    const opening = isReport ? openingYear(document) : undefined;
    if (opening && opening.year !== year) say(opening.range, 'subject', year);
    const signed = isReport ? signedOn(document) : undefined;
    const tooEarly = WHOLE_YEAR.test(block.paragraph.text) ? year + 0.5 : year;
    if (signed && signed.time < tooEarly)
      context.report({ range: signed.range, message: 'date', data: { year }, related });
  },
});

function rangeOf({ start, paragraph: { content } }: Block): Range {
  return [start + content[0], start + content[1]];
}
