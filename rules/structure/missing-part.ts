import { contentRange } from '../../lib/document/content.ts';
import type { Document, Range } from '../../lib/document/types.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import type { Example } from '../../lib/engine/types.ts';
import { describeDocument } from '../../lib/kinds/kind.ts';

/** Parts that stand at the end: their absence is shown there, that of others at the title. */
const AT_END: ReadonlySet<string> = new Set(['closing', 'signature', 'date']);

const MESSAGES = {
  part: 'warning',
  // Parts whose absence is told in words of their own.
  addressee: 'warning',
  salutation: 'warning',
  closing: 'warning',
  signature: 'warning',
  date: 'warning',
  // Asked for where they are merely usual; other usual parts appear in the checklist alone.
  'signature-usual': 'hint',
  'date-usual': 'hint',
} as const;

/** What is said of a missing part; of a merely usual one often nothing. */
function messageFor(id: string, required: boolean): keyof typeof MESSAGES | undefined {
  const key = required ? id : `${id}-usual`;
  if (Object.hasOwn(MESSAGES, key)) return key as keyof typeof MESSAGES;
  return required ? 'part' : undefined;
}

/** The last words of the document, where a closing or signature would follow. */
function endRange({ blocks }: Document): Range {
  const [start, end] = contentRange(blocks.findLast(({ role }) => role !== 'blank')!);
  return [Math.max(start, end - 12), end];
}

const body = '全年新建步道三条，改造公园两座，组织义务植树四次，栽植乔木一千株，受理群众诉求三百件并全部办结。'.repeat(
  8,
);

/** A document with a title and hardly more: how many parts are missed at the title, and how many at the end. */
const bare = (title: string, atTitle: number, atEnd: number): Example => {
  const marked = (words: string, times: number) => '⟦'.repeat(times) + words + '⟧'.repeat(times);
  const text = '全年新建步道三条，改造公园两座，组织义务植树四次，栽植乔木一千株。'.repeat(8);
  return { wrong: `${marked(title, atTitle)}\n${text}\n各科室${marked('协同，绿化面貌明显改善。', atEnd)}` };
};

/** A part that documents of this kind have: “存在的问题” in a 述职报告, the date below a 通知. */
export default defineRule({
  id: 'structure/missing-part',
  messages: MESSAGES,
  scope: 'document',
  examples: [
    {
      wrong: `⟦2024年度述职报告⟧\n青溪区园林所所长　喻文澜\n（2025年1月8日）\n各位领导、同志们：\n一、履职情况\n${body}\n二、存在的问题\n人手偏紧。\n以上报告，请予评议。`,
    },
    {
      wrong: `⟦2024年度述职报告⟧\n青溪区园林所所长　喻文澜\n（2025年1月8日）\n一、履职情况\n${body}\n二、存在的问题\n人手偏紧。\n三、下一步打算\n补齐人手。\n以上报告，请予评议。`,
    },
    {
      wrong: `⟦青溪区园林所2024年工作总结⟧\n一、主要成效\n${body}\n二、下一步打算\n补齐人手。\n青溪区园林所\n2024年12月30日`,
    },
    {
      right: `青溪区园林所2024年工作总结\n一、主要成效\n${body}\n二、存在的问题\n人手偏紧。\n三、下一步打算\n补齐人手。\n青溪区园林所\n2024年12月30日`,
    },
    {
      right: `青溪区园林所关于春季造林情况的函\n青溪区水务局：\n按照春季造林工作的安排，现将有关事项函告如下。\n${body}\n特此函告。\n青溪区园林所\n2025年8月X日\n（联系人：喻文澜，电话：000-0000）`,
    },
    {
      wrong: `青溪区园林所2024年工作总结\n一、主要成效\n${body}\n二、存在的问题\n人手偏紧。\n三、下一步打算\n补齐人手。\n⟦青溪区园林所⟧`,
    },
    {
      right: `青溪区园林所所务会议纪要\n2025年1月8日，喻文澜主持召开所务会议，会议研究了春季造林工作。纪要如下：\n${body}\n会议决定，由养护科负责巡查。\n出席：喻文澜、祁向南\n记录：祁向南`,
    },
    { right: '述职报告\n正在起草。' },
    { right: `关于开展述职报告评选的说明\n${body}\n评选结果另行公布。` },
    bare('关于购置洒水车的请示', 3, 3),
    bare('在植树节活动上的讲话', 1, 0),
    bare('园林所2024年工作总结', 2, 2),
  ],
  check(document, context) {
    const description = describeDocument(document);
    if (!description || document.text.length < 200) return;
    const { title, finished, parts } = description;
    for (const { id, present, required } of parts) {
      const message = messageFor(id, required);
      if (present || (id === 'closing' && document.closing) || !message) continue;
      context.report({
        range: AT_END.has(id) ? endRange(document) : contentRange(title),
        message,
        about: id,
        data: { part: { term: id } },
        ...(!finished && { severity: 'hint' }),
      });
    }
  },
});
