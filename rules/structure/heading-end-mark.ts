import type { NumberStyle } from '../../lib/document/types.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import type { RuleContext } from '../../lib/engine/types.ts';
import { readShapes, type Shape } from '../../lib/kinds/sections.ts';

/** Styles whose headings always stand on a line of their own. */
const ALWAYS_ALONE: ReadonlySet<NumberStyle> = new Set(['chapter', 'section', 'chinese']);
/** A run-in heading parted from its text by blanks alone. */
const BLANK_FOR_STOP = /^[\p{Script=Han}、“”]{4,20}?([ \u3000]+)(?=\p{Script=Han})/u;

const standsAlone = ({ runsOn, hasBody, hasItems }: Shape) => !runsOn && (hasBody || hasItems);
const endsInStop = ({ item }: Shape) => item.block.paragraph.heading?.runIn === true;

function checkAlone(shapes: readonly Shape[], context: RuleContext<'alone'>): void {
  const alone = shapes.filter((shape) => shape.item.block.paragraph.heading && standsAlone(shape));
  const stopped = alone.filter(endsInStop);
  if (alone.length < 2 || alone.length * 2 <= shapes.length) return;
  const style = alone[0]?.item.marker.style;
  const inconsistent = stopped.length * 2 <= alone.length;
  if (style === undefined || !(inconsistent || ALWAYS_ALONE.has(style))) return;
  for (const { item } of stopped) {
    const { start, paragraph } = item.block;
    const end = start + paragraph.heading!.title[1];
    context.report({
      range: [end, end + 1],
      message: 'alone',
      ...(inconsistent ? { fix: '' } : { severity: 'hint', suggestions: [''] }),
    });
  }
}

/** “一、总体要求，”: a short line with a mark that ends nothing. */
const OTHER_MARK = /^[^，。；：、！？]{2,20}([，、；])$/;

/** A line between headings that would be one of them without the mark at its end. */
function checkOtherMarks(shapes: readonly Shape[], context: RuleContext<'other-mark'>): void {
  const alone = shapes.filter((shape) => shape.item.block.paragraph.heading && standsAlone(shape));
  if (alone.length < 2 || alone.length * 2 <= shapes.length) return;
  for (const shape of shapes) {
    const { start, paragraph } = shape.item.block;
    const [from, end] = [shape.item.marker.range[1], paragraph.content[1]];
    if (paragraph.heading || !(shape.hasBody || shape.hasItems)) continue;
    const match = OTHER_MARK.exec(paragraph.text.slice(from, end).trimStart());
    if (!match) continue;
    context.report({
      range: [start + end - 1, start + end],
      message: 'other-mark',
      data: { mark: match[1]! },
      fix: '',
    });
  }
}

function checkRunIn(shapes: readonly Shape[], context: RuleContext<'run-in'>): void {
  const runIn = shapes.filter((shape) => endsInStop(shape) && shape.runsOn);
  if (runIn.length < 2 || runIn.length * 2 < shapes.length) return;
  for (const shape of shapes) {
    if (endsInStop(shape) && shape.runsOn) continue;
    const { item } = shape;
    const { start, paragraph } = item.block;
    const from = item.marker.range[1];
    const match = BLANK_FOR_STOP.exec(paragraph.text.slice(from, from + 40));
    if (!match) continue;
    const end = start + from + match[0].length;
    context.report({ range: [end - match[1]!.length, end], message: 'run-in', suggestions: ['。'] });
  }
}

/** A heading on its own line takes no full stop; one that its text runs on from does. */
export default defineRule({
  id: 'structure/heading-end-mark',
  messages: { alone: 'warning', 'other-mark': 'warning', 'run-in': 'warning' },
  scope: 'document',
  examples: [
    {
      wrong: '一、主要成效\n新建步道。\n二、存在问题⟦。⟧\n人手偏紧。\n三、下一步打算\n补齐人手。',
      right: '一、主要成效\n新建步道。\n二、存在问题\n人手偏紧。\n三、下一步打算\n补齐人手。',
    },
    {
      wrong: '（一）抓学习促提高。每月一课。\n（二）抓队伍促落实⟦　⟧坚持结对帮带。\n（三）抓作风促转变。常态督查。',
      right: '（一）抓学习促提高。每月一课。\n（二）抓队伍促落实。坚持结对帮带。\n（三）抓作风促转变。常态督查。',
    },
    {
      wrong: '一、主要成效\n新建步道。\n二、存在问题⟦，⟧\n人手偏紧。\n三、下一步打算\n补齐人手。',
      right: '一、主要成效\n新建步道。\n二、存在问题\n人手偏紧。\n三、下一步打算\n补齐人手。',
    },
    { right: '（一）抓学习。\n每月一课。\n（二）抓队伍。\n结对帮带。' },
    { right: '一、同意购置洒水车。\n二、经费从预算中列支。' },
    { right: '一、学习\n（一）抓学习。每月一课。\n（二）抓队伍。结对帮带。' },
  ],
  check(document, context) {
    for (const shapes of readShapes(document).values()) {
      checkAlone(shapes, context);
      checkOtherMarks(shapes, context);
      checkRunIn(shapes, context);
    }
  },
});
