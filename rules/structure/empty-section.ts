import { contentRange } from '../../lib/document/content.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import { readShapes, type Shape } from '../../lib/kinds/sections.ts';

const LONGEST = 20;

/** Whether the words name a subject, alone or as two halves of like length, and are no sentence that says it all. */
function namesSubject({ item: { block } }: Shape): boolean {
  const { heading, text } = block.paragraph;
  if (!heading) return false;
  const halves = text.slice(...heading.title).split(/[，,]/);
  const lengths = halves.map(({ length }) => length);
  return heading.title[1] - heading.title[0] <= LONGEST && Math.max(...lengths) - Math.min(...lengths) <= 2;
}

const isEmpty = ({ item, runsOn, hasBody, hasItems }: Shape) =>
  item.block.paragraph.heading !== undefined && !runsOn && !hasBody && !hasItems;
const isFull = (shape: Shape) => shape.item.block.paragraph.heading !== undefined && !isEmpty(shape);

/** A heading with nothing under it, where its siblings have their text. Lists of short items are all “empty” and left alone. */
export default defineRule({
  id: 'structure/empty-section',
  messages: { empty: 'warning' },
  scope: 'document',
  examples: [
    {
      wrong: '（一）抓学习。每月一课。\n⟦（二）抓民生。⟧\n（三）抓队伍。结对帮带。\n（四）抓作风。常态督查。',
    },
    { wrong: '一、学习\n每月一课。\n⟦二、履职⟧\n三、廉洁\n没有违纪。\n四、打算\n补齐人手。' },
    { right: '一、议程\n1.传达精神。\n2.讨论方案。\n3.领导讲话。\n二、要求\n准时参加。' },
    {
      right:
        '一、所长主持全面工作。副所长协助。\n二、副所长在所长领导下，负责日常养护工作。\n三、各班组落实。定期报告。\n四、会计管账。',
    },
    { right: '一、目标\n二、任务\n三、保障\n一、目标\n建成步道。\n二、任务\n分期实施。\n三、保障\n落实经费。' },
    { right: '一、学习\n每月一课。\n二、履职\n（一）抓落实\n走访三百户。\n三、廉洁\n没有违纪。\n四、打算' },
  ],
  check(document, context) {
    for (const shapes of readShapes(document).values()) {
      const full = shapes.filter(isFull).length;
      const empty = shapes.filter(isEmpty);
      if (full < 2 || empty.length * 3 > shapes.length) continue;
      for (const shape of empty) {
        if (shape.isLast || !namesSubject(shape)) continue; // the last one is being written
        context.report({ range: contentRange(shape.item.block), message: 'empty' });
      }
    }
  },
});
