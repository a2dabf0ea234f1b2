import { allFound } from '../../lib/document/chunks.ts';
import { allMatches } from '../../lib/document/matches.ts';
import type { Document, Range, Role } from '../../lib/document/types.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import type { RuleContext } from '../../lib/engine/types.ts';
import { HAN } from '../../lib/vocabulary/characters.ts';

const INTRODUCED =
  /(?:(?:以下|下文|下面)?(?:统一)?简称为?|[以（(]?下称为?|下文称为?)[：:]?\s*(?:“([^”]{1,20})”|《([^》]{1,20})》|([\p{Script=Han}A-Za-z]{1,12})(?=[）)]))/gu;
const BARE =
  /《(条例|办法|规定|细则|准则|意见|方案|通知|规划|纲要|决定|实施办法|实施细则|实施方案|实施意见|指导意见|工作方案|管理办法)》/g;

interface Introduction {
  readonly short: string;
  readonly range: Range;
}

const introductionsIn = allFound(({ text }): readonly Introduction[] =>
  allMatches(text, INTRODUCED).map((match) => ({
    short: (match[1] ?? match[2] ?? match[3])!,
    range: [match.index, match.index + match[0].length] as const,
  })),
);

const bareIn = allFound(({ text }): readonly Introduction[] =>
  allMatches(text, BARE).map(({ 0: whole, 1: short, index }) => ({
    short: short!,
    range: [index, index + whole.length] as const,
  })),
);

/** Short names that are used before they are introduced, or never introduced. */
export default defineRule({
  id: 'consistency/abbreviation',
  messages: { before: 'hint', bare: 'hint', full: 'hint' },
  notes: ['introduction'],
  basis: '《党政机关公文处理工作条例》第十九条',
  scope: 'document',
  quotedToo: true,
  examples: [
    { wrong: '认真贯彻⟦《条例》⟧，规范流程。', right: '认真贯彻《信访工作条例》，规范流程。' },
    {
      wrong: '⟦区质强办⟧牵头推进。区质量强区工作领导小组办公室（以下简称“区质强办”）每季度通报。',
    },
    { right: '贯彻《信访工作条例》（以下简称《条例》）。落实《条例》要求。' },
    {
      wrong: '区质量强区工作领导小组办公室（以下简称“区质强办”）牵头。每季度由⟦区质量强区工作领导小组办公室⟧通报。',
      right: '区质量强区工作领导小组办公室（以下简称“区质强办”）牵头。每季度由区质强办通报。',
    },
    { right: '贯彻《青溪省湿地保护纲要》（下称《纲要》）。落实《纲要》要求。' },
    { right: '根据《青溪省森林防火条例》（以下简称《防火条例》），成立专门委员会（以下简称专门委员会）。' },
    { right: '学习《信访工作条例》《〈条例〉释义》。' },
  ],
  check(document, context) {
    const { text } = document;
    const introduced = new Map<string, number>();
    for (const { block, found } of introductionsIn(document)) {
      if (!introduced.has(found.short)) introduced.set(found.short, block.start + found.range[0]);
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
    reportFullNames(document, context);
    const told = new Set<string>();
    for (const {
      block: { start },
      found: { short, range },
    } of bareIn(document)) {
      const place = introduced.get(short) ?? introduced.get(`《${short}》`);
      if (told.has(short) || (place !== undefined && place <= start + range[0])) continue;
      told.add(short);
      context.report({ range: [start + range[0], start + range[1]], message: 'bare', data: { short } });
    }
  },
});

/** Parts of a document that give names in full. */
const FORMAL: ReadonlySet<Role> = new Set<Role>([
  'letterhead',
  'title',
  'byline',
  'signature',
  'salutation',
  'attachment',
]);
/** “区质量强区工作领导小组办公室（以下简称区质强办）” */
const NAMED = /(\p{Script=Han}{6,30})（以下(?:统一)?简称[：:]?(?:“([^”（）]{2,12})”|([\p{Script=Han}]{2,12}))）/gu;
const namedIn = allFound(({ text }) => (text.includes('简称') ? allMatches(text, NAMED) : []));

/** The full name before the bracket: the shortest end of the words that holds all characters of the short name in order. */
function fullNameOf(words: string, short: string): string | undefined {
  let at = words.length;
  for (const character of [...short].reverse()) {
    at = words.lastIndexOf(character, at - 1);
    if (at === -1) return undefined;
  }
  const full = words.slice(at);
  return full[0] === short[0] && full.length >= short.length + 3 ? full : undefined;
}

/** A full name that comes again although its short name has been introduced. */
function reportFullNames(document: Document, context: RuleContext<'full', 'introduction'>): void {
  const { blocks, text } = document;
  for (const { block, found: match } of namedIn(document)) {
    const short = (match[2] ?? match[3])!;
    const full = fullNameOf(match[1]!, short);
    if (full === undefined) continue;
    const from = block.start + match.index + match[0].length;
    const again = text.indexOf(full, from);
    const place = again === -1 ? undefined : blocks.findLast(({ start }) => start <= again);
    if (!place || FORMAL.has(place.role) || text.startsWith('（', again + full.length)) continue;
    const introduced: Range = [block.start + match.index + match[1]!.length - full.length, from];
    context.report({
      range: [again, again + full.length],
      message: 'full',
      data: { short },
      suggestions: [short],
      related: [{ range: introduced, message: 'introduction' }],
    });
  }
}

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
