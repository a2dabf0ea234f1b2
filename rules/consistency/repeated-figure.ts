import type { Paragraph, Range } from '../../lib/document/types.ts';
import { defineRule, perParagraph } from '../../lib/engine/rule.ts';
import { quantitiesOf } from '../_quantities.ts';

/** The words of its clause before a figure, and its unit: what is counted. */
interface Figure {
  readonly subject: string;
  readonly value: number;
  readonly range: Range;
}

/** Fewest and most characters of the clause that tell what is counted (UTF-16 units). */
const SHORTEST = 6;
const LONGEST = 24;
const PAUSE = /[，。；：、！？“”《》（）()\s\u3000]/;
/** Whose the figure is, stands in the clause: “全县护林员”, not “新建步道” that each village has. */
const WHOLE =
  /全[国省市县区镇乡村州旗年校院局体社所司团厂矿场行系部]|[我本该][国省市县区镇乡村州旗校院局社所司团厂行部公]|现有|共有|总[数计量额面人]|累计|目前|截至|辖区/;
/** Figures of different times or of a change, and limits, may well differ. */
const TIMED =
  /\d|上年|去年|今年|同期|同比|环比|上半年|下半年|季度|月|增[长加至]|提高|下降|减少|以[上下内]|不[超少低]|其中/;

/** What stands between the last pause and a place in the text. */
function clauseBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < LONGEST && !PAUSE.test(text[start - 1]!)) start--;
  return text.slice(start, end);
}

const figuresIn = perParagraph((paragraph: Paragraph): readonly Figure[] =>
  quantitiesOf(paragraph).flatMap(({ value, unit, range, number, isVague, rounding }): Figure[] => {
    if (isVague || rounding > 0 || unit === '') return [];
    const before = clauseBefore(paragraph.text, number[0]);
    const isWhole = before.length >= SHORTEST && before.length < LONGEST && WHOLE.test(before) && !TIMED.test(before);
    const isCompared = /^，?[^，。；]{0,8}(?:增[长加]|提高|下降|减少)/.test(
      paragraph.text.slice(range[1], range[1] + 12),
    );
    return isWhole && !isCompared ? [{ subject: `${before} ${unit}`, value, range }] : [];
  }),
);

/** The same thing counted twice with two results: “全县护林员达到210名” here, 201 there. */
export default defineRule({
  id: 'consistency/repeated-figure',
  messages: { other: 'warning' },
  notes: ['first'],
  scope: 'document',
  examples: [
    {
      wrong: '新聘四十六名，全县护林员达到二百一十名。\n全县护林员达到⟦二百零一名⟧，队伍更年轻。',
    },
    { wrong: '目前全镇共有养老机构12家。\n二、养老\n目前全镇共有养老机构⟦21家⟧，床位充足。' },
    { right: '目前全镇共有养老机构12家。\n二、养老\n目前全镇共有养老机构12家，床位充足。' },
    { right: '石磨村新建步道三条。\n青石村新建步道五条。' },
    { right: '2023年全县护林员达到180名。\n2024年全县护林员达到210名。' },
    { right: '全县护林员达到180名。\n增加以后，全县护林员达到210名，增长16.7%。' },
  ],
  check({ blocks }, context) {
    const first = new Map<string, { value: number; range: Range }>();
    for (const { paragraph, start } of blocks) {
      for (const { subject, value, range } of figuresIn(paragraph)) {
        const place = [range[0] + start, range[1] + start] as const;
        const known = first.get(subject);
        if (!known) first.set(subject, { value, range: place });
        else if (known.value !== value) {
          context.report({
            range: place,
            message: 'other',
            data: { written: paragraph.text.slice(...range), subject: subject.split(' ')[0]! },
            related: [{ range: known.range, message: 'first' }],
          });
        }
      }
    }
  },
});
