import type { Range, Section } from '../../lib/document/types.ts';
import { defineRule, perParagraph } from '../../lib/engine/rule.ts';
import type { RuleContext } from '../../lib/engine/types.ts';
import { isLaw } from './_passages.ts';

/** Characters that make a formula; shorter agreements (突出…，突出…) are parallelism. */
const FORMULA = 4;

/** What such formulas begin with. Subjects and places recur in headings because the matter does. */
const FIRST_WORD =
  /^(?:坚持|突出|强化|聚焦|狠抓|严格|深化|持续|全面|着力|扎实|加强|提升|推进|牢记|紧扣|围绕|提高|注重|抓好|创新|优化|完善|健全|夯实|筑牢|压实|增强|推动)(?!.*[对的在和于])/;

interface Opening {
  readonly words: string;
  readonly range: Range;
}

const formulaOf = perParagraph(({ text, heading }): string | undefined => {
  if (!heading || heading.title[1] - heading.title[0] <= FORMULA) return undefined;
  const words = text.slice(heading.title[0], heading.title[0] + FORMULA);
  return /^\p{Script=Han}{4}$/u.test(words) && FIRST_WORD.test(words) ? words : undefined;
});

function openingOf({ block, heading }: Section): Opening | undefined {
  const words = formulaOf(block.paragraph);
  const start = block.start + heading.title[0];
  return words === undefined ? undefined : { words, range: [start, start + FORMULA] };
}

function checkSiblings(siblings: readonly Section[], context: RuleContext<'same-opening', 'first'>): void {
  const openings = new Map<string, Opening>();
  const numbered = siblings.filter(({ heading }) => heading.marker);
  for (const section of numbered) {
    const opening = openingOf(section);
    if (!opening) continue;
    const earlier = openings.get(opening.words);
    if (!earlier) openings.set(opening.words, opening);
    else {
      context.report({
        range: opening.range,
        message: 'same-opening',
        data: { words: opening.words },
        related: [{ range: earlier.range, message: 'first' }],
      });
    }
  }
  for (const { children } of siblings) checkSiblings(children, context);
}

/** The same four-character formula at the head of two headings of one section. */
export default defineRule({
  id: 'repetition/heading-formula',
  messages: { 'same-opening': 'hint' },
  notes: ['first'],
  scope: 'document',
  examples: [
    {
      wrong:
        '工作总结\n一、主要工作\n（一）坚持党建引领，夯实基层基础\n建成党群服务中心3个。\n（二）⟦坚持党建⟧统领，建强干部队伍\n培训干部120人次。\n二、下一步打算\n继续抓好落实。',
    },
    {
      right:
        '工作总结\n一、主要工作\n（一）青溪县城东片\n建成步道3条。\n（二）青溪县城西片\n建成步道2条。\n二、下一步打算\n继续抓好落实。',
    },
    {
      right:
        '工作总结\n一、主要工作\n（一）突出政治引领，强化理论武装\n组织学习12次。\n（二）突出安全监管，守牢安全底线\n排查隐患32处。\n二、下一步打算\n继续抓好落实。',
    },
  ],
  check(document, context) {
    if (!isLaw(document)) checkSiblings(document.outline, context);
  },
});
