import { contentOf } from '../../lib/document/content.ts';
import type { Block, Document, Range } from '../../lib/document/types.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import { describeDocument } from '../../lib/kinds/kind.ts';

interface Formula {
  readonly pattern: RegExp;
  /** Kinds of document that may close with it. */
  readonly kinds: ReadonlySet<string>;
}

const formula = (pattern: RegExp, ...kinds: string[]): Formula => ({ pattern, kinds: new Set(kinds) });

const FORMULAS: readonly Formula[] = [
  formula(
    /(?:妥否|当否|可否|是否妥当|如无不妥|以上请示)[^。\n]{0,8}(?:敬|恳)?请[^。\n]{0,6}(?:批示|批复|指示|审批|核批|批准)/,
    'request',
  ),
  formula(/特此请示/, 'request'),
  formula(
    /特此报告|专此报告/,
    'report',
    'duty-report',
    'rectification-report',
    'self-inspection-report',
    'research-report',
    'work-summary',
    'self-criticism',
  ),
  formula(/特此通知/, 'notice'),
  formula(/特此通报/, 'circular'),
  formula(/特此(?:公告|通告)/, 'announcement'),
  formula(/特此函[达复告询]|专此函[达复告]/, 'letter'),
  formula(/特此批复/, 'reply'),
  formula(
    /请(?:予以?)?(?:评议|考评)|(?:述职|述责)(?:报告)?完毕/,
    'duty-report',
    'report',
    'work-summary',
    'speech',
    'self-criticism',
  ),
];

/** What closes each kind, offered instead. */
const USUAL: Readonly<Record<string, string>> = {
  'duty-report': '以上报告，请予评议。',
  request: '妥否，请批示。',
  report: '特此报告。',
  'rectification-report': '特此报告。',
  'self-inspection-report': '特此报告。',
  notice: '特此通知。',
  circular: '特此通报。',
  announcement: '特此公告。',
  letter: '特此函达。',
  reply: '此复。',
};
/** Closings are asked of these kinds; a 通知 that passes on an opinion ends as that does. */
const LAST_BLOCKS = 5;
const LONGEST_CLOSING = 30;

/** Sentences that may be closings: short ones among the last paragraphs, above signature and date. */
function* lastSentences({ blocks }: Document): Generator<{ range: Range; words: string }> {
  const filled = blocks.filter(({ role }) => role === 'body' || role === 'closing' || role === 'heading');
  for (const block of filled.slice(-LAST_BLOCKS)) {
    for (const { range } of block.paragraph.sentences) {
      const start = Math.max(range[0], block.paragraph.content[0]);
      const end = Math.min(range[1], block.paragraph.content[1]);
      if (end <= start || end - start > LONGEST_CLOSING) continue;
      yield { range: [block.start + start, block.start + end], words: block.paragraph.text.slice(start, end) };
    }
  }
}

/** A title that passes on or issues another document: it ends with that document's closing. */
const passesOn = (title: Block) => /印发|转发|批转|发布|公布/.test(contentOf(title));

/** “妥否，请批示。” below a 通知, “特此报告。” below a 请示. */
export default defineRule({
  id: 'structure/closing-of-another-kind',
  messages: { foreign: 'error', none: 'error' },
  scope: 'document',
  examples: [
    {
      wrong: '关于开展植树活动的通知\n各科室：\n定于3月12日植树。\n⟦妥否，请批复。⟧',
      right: '关于开展植树活动的通知\n各科室：\n定于3月12日植树。\n特此通知。',
    },
    {
      wrong: '2024年度述职报告\n各位领导：\n全年新建步道三条。\n⟦以上请示当否，请批示。⟧',
      right: '2024年度述职报告\n各位领导：\n全年新建步道三条。\n以上报告，请予评议。',
    },
    {
      wrong: '关于购置洒水车的请示\n区政府：\n拟购置洒水车一辆。\n⟦特此报告。⟧',
      right: '关于购置洒水车的请示\n区政府：\n拟购置洒水车一辆。\n妥否，请批示。',
    },
    { right: '关于购置洒水车的请示\n区政府：\n拟购置洒水车一辆。\n妥否，请批示。' },
    { right: '关于春季造林情况的报告\n区政府：\n造林三百亩。\n特此报告。' },
    { right: '区政府转发园林所关于加强管护意见的通知\n各镇：\n现转发给你们。\n以上意见如无不妥，请批转各镇执行。' },
    { right: '关于规范公文的通知\n各科室：\n请示件结尾写“妥否，请批示”，报告不写。\n特此通知。' },
    {
      wrong: '园林所2024年工作总结\n全年新建步道三条。\n人手偏紧。\n⟦妥否，请批示。⟧',
      right: '园林所2024年工作总结\n全年新建步道三条。\n人手偏紧。\n',
    },
  ],
  check(document, context) {
    const description = describeDocument(document);
    if (!description || passesOn(description.title)) return;
    const usual = USUAL[description.id];
    if (usual === undefined && description.id !== 'work-summary') return;
    for (const { range, words } of lastSentences(document)) {
      const foreign = FORMULAS.find(({ pattern, kinds }) => !kinds.has(description.id) && pattern.test(words));
      if (!foreign || /[“‘]/.test(words)) continue;
      context.report({
        range,
        message: usual === undefined ? 'none' : 'foreign',
        data: { written: words, usual: usual ?? '' },
        suggestions: [usual ?? ''],
      });
    }
  },
});
