import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import { describeDocument } from '../../lib/kinds/kind.ts';

const REPORTS: ReadonlySet<string> = new Set(['report', 'rectification-report', 'self-inspection-report']);
/** Asking for a decision or means, as a 请示 does. */
const REQUEST =
  /(?<=[，。；：\n\u3000]|^)(?:为此，?)?(?:特此?|现|谨)?(?:恳请|拟请|敬请|提请|请求)[^。；，\n]{2,40}?(?:批准|批复|批示|同意|解决|拨付|拨款|追加|核拨|审批|支持)|请(?:予以?)?(?:批复|批准|审批|核批)(?=。|$)/g;

/** A 报告 is not answered, so what it asks for is not either: 《党政机关公文处理工作条例》 wants a 请示 of its own. */
export default defineRule({
  id: 'structure/request-in-report',
  messages: { request: 'warning' },
  scope: 'document',
  basis: '《党政机关公文处理工作条例》第十五条',
  examples: [
    {
      wrong: '关于春季造林情况的报告\n区政府：\n已造林三百亩。\n因苗木涨价，⟦恳请区政府追加⟧经费五万元。\n特此报告。',
    },
    {
      right: '关于追加造林经费的请示\n区政府：\n已造林三百亩。\n因苗木涨价，恳请区政府追加经费五万元。\n妥否，请批示。',
    },
    { right: '关于春季造林情况的报告\n区政府：\n根据群众请求，已批准补植。\n特此报告，请审阅。' },
  ],
  check(document, context) {
    const description = describeDocument(document);
    if (!description || !REPORTS.has(description.id)) return;
    for (const match of allMatches(document.text, REQUEST)) {
      context.report({ range: [match.index, match.index + match[0].length], message: 'request' });
    }
  },
});
