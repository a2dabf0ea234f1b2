import type { Paragraph, Range } from '../../lib/document/types.ts';
import { defineRule, perParagraph } from '../../lib/engine/rule.ts';

const INTRODUCED =
  /(?:以下|下文|下面)?(?:统一)?简称(?:为)?[：:]?\s*(?:“([^”]{1,20})”|《([^》]{1,20})》|([\p{Script=Han}A-Za-z]{1,12})(?=[）)]))/gu;
const BARE =
  /《(条例|办法|规定|细则|准则|意见|方案|通知|规划|纲要|决定|实施办法|实施细则|实施方案|实施意见|指导意见|工作方案|管理办法)》/g;

interface Introduction {
  readonly short: string;
  readonly range: Range;
}

const introductionsIn = perParagraph(({ text }: Paragraph): readonly Introduction[] =>
  [...text.matchAll(INTRODUCED)].map((match) => ({
    short: (match[1] ?? match[2] ?? match[3])!,
    range: [match.index, match.index + match[0].length] as const,
  })),
);

const bareIn = perParagraph(({ text }: Paragraph): readonly Introduction[] =>
  [...text.matchAll(BARE)].map(({ 0: whole, 1: short, index }) => ({
    short: short!,
    range: [index, index + whole.length] as const,
  })),
);

/** Short names that are used before they are introduced, or never introduced. */
export default defineRule({
  id: 'consistency/abbreviation',
  severity: 'hint',
  basis: '《党政机关公文处理工作条例》第十九条',
  scope: 'document',
  quotedToo: true,
  examples: [
    { wrong: '认真贯彻⟦《条例》⟧，规范流程。', right: '认真贯彻《信访工作条例》，规范流程。' },
    {
      wrong: '⟦区质强办⟧牵头推进。区质量强区工作领导小组办公室（以下简称“区质强办”）每季度通报。',
    },
    { right: '贯彻《信访工作条例》（以下简称《条例》）。落实《条例》要求。' },
    { right: '根据《青溪省森林防火条例》（以下简称《防火条例》），成立专门委员会（以下简称专门委员会）。' },
    { right: '学习《信访工作条例》《〈条例〉释义》。' },
  ],
  check({ blocks, text }, context) {
    const introduced = new Map<string, number>();
    for (const { paragraph, start } of blocks) {
      for (const { short, range } of introductionsIn(paragraph)) {
        if (!introduced.has(short)) introduced.set(short, start + range[0]);
      }
    }
    for (const [short, place] of introduced) {
      const first = short.length < 3 ? undefined : firstUse(text, short, place);
      if (first === undefined) continue;
      const range: Range = [first, first + short.length];
      context.report({
        range,
        message: 'before',
        data: { short },
        related: [{ range: [place, place + 2], message: 'introduction' }],
      });
    }
    const told = new Set<string>();
    for (const { paragraph, start } of blocks) {
      for (const { short, range } of bareIn(paragraph)) {
        const place = introduced.get(short) ?? introduced.get(`《${short}》`);
        if (told.has(short) || (place !== undefined && place <= start + range[0])) continue;
        told.add(short);
        context.report({ range: [start + range[0], start + range[1]], message: 'bare', data: { short } });
      }
    }
  },
});

const HAN = /\p{Script=Han}/u;

/** Where a short name is used by itself before the place that introduces it. */
function firstUse(text: string, short: string, place: number): number | undefined {
  for (let at = text.indexOf(short); at !== -1 && at < place; at = text.indexOf(short, at + 1)) {
    const [before, after] = [text[at - 1] ?? '', text[at + short.length] ?? ''];
    // Part of a longer word (质强 in 高质强度), or the end of the full name: “《森林防火条例》（以下简称《条例》）”.
    const isPart = HAN.test(before) && (HAN.test(after) || /[》”]/.test(after));
    if (!isPart && !/^[》”]?[（(]/.test(text.slice(at + short.length, at + short.length + 2))) return at;
  }
  return undefined;
}
