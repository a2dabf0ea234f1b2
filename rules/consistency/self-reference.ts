import { allFound, type Found } from '../../lib/document/chunks.ts';
import { allMatches } from '../../lib/document/matches.ts';
import { isInQuotation } from '../../lib/document/quotations.ts';
import type { Block } from '../../lib/document/types.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import { byText, type Mention, placed, reportRarer } from './_mentions.ts';

/**
 * What a unit calls itself. Of one row a writer is one and no other; units of different rows stand within each other, and
 * one document may speak of both.
 */
const PEERS: readonly string[] = ['局委厅署', '县区旗', '镇乡街', '公司|集团', '院|所', '校|园'];
const ROWS: readonly (readonly string[])[] = PEERS.map((row) => (row.includes('|') ? row.split('|') : [...row]));
/** “我局”, not “我局部”, “我委托”, “我院长”, “自我区分”. */
const SELF =
  /(?<![自忘])我(公司|集团|[局委厅署县区旗镇乡街院所校园])(?![部限势面托派员屈婉实分别间域人街道落长属谓有地子办际务书外内]|道(?!办|党))/gu;
/** So often the usual one must stand for each of the rare ones, to be asked about and to be sure of. */
const USUAL = 2;
const SURE = 3;

const selvesIn = allFound(({ text }): readonly Mention[] =>
  text.includes('我')
    ? allMatches(text, SELF).map((match) => ({
        text: match[0],
        range: [match.index, match.index + match[0].length] as const,
      }))
    : [],
);

const isQuoted = ({ block, found }: Found<Mention>) => isInQuotation(block.paragraph, found.range);

const isOwnText = ({ role }: Block) => role === 'body' || role === 'heading' || role === 'closing';

/** “我局” throughout, and “我委” in one place: left over from another unit's text. */
export default defineRule({
  id: 'consistency/self-reference',
  messages: { other: 'warning' },
  notes: ['usual'],
  scope: 'document',
  examples: [
    {
      wrong: '我局新建步道三条。\n我局改造公园两座。\n⟦我委⟧组织植树四次。\n我局将补齐人手。',
      right: '我局新建步道三条。\n我局改造公园两座。\n我局组织植树四次。\n我局将补齐人手。',
    },
    {
      wrong: '我镇新建步道三条。\n我镇改造公园两座，⟦我乡⟧组织植树四次。\n我镇将补齐人手。',
      right: '我镇新建步道三条。\n我镇改造公园两座，我镇组织植树四次。\n我镇将补齐人手。',
    },
    { right: '我局新建步道三条。\n我局改造公园两座。\n我县森林覆盖率居全市前列。\n我局将补齐人手。' },
    { right: '我局新建步道三条。\n我委托园林所养护。\n我局改造公园两座。\n我局将补齐人手。' },
    { right: '我局新建步道三条。\n县发改委复函：“我委同意立项。”\n我局改造公园两座。\n我局将补齐人手。' },
    { right: '我县种茶，我区种果。' },
  ],
  check(document, context) {
    const own = selvesIn(document).filter((mention) => isOwnText(mention.block) && !isQuoted(mention));
    const selves = byText(own.map(placed));
    for (const row of ROWS) {
      const [usual, ...others] = row
        .flatMap((unit) => (selves.has(`我${unit}`) ? [selves.get(`我${unit}`)!] : []))
        .sort((a, b) => b.length - a.length);
      for (const rare of others) {
        if (usual!.length < USUAL * rare.length) continue;
        const isSure = usual!.length >= SURE * rare.length;
        reportRarer(context, usual!, rare, { message: 'other', ...(!isSure && { severity: 'hint' }) });
      }
    }
  },
});
