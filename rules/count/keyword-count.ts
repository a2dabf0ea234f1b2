import { allMatches } from '../../lib/document/matches.ts';
import { parseNumeral, toNumeral } from '../../lib/document/numerals.ts';
import { defineRule } from '../../lib/engine/rule.ts';

/** “三个坚持”：, “四个聚焦”，即: a slogan that is spelt out right behind it. */
const SLOGAN =
  /([二两三四五六七八九十]|[2-9])个(坚持|过硬|聚焦|强化|突出|注重|确保|着力|提升|加强|抓好|做到|带头|必须|不|到位|更加|抓|严|狠抓|推进|深化|优化|统筹|紧盯|围绕|实现|结合|\p{Script=Han}{1,4}(?=”))”?(?:[：:（]|，(?:即|就是|也就是))[：:]?/gu;

/** “三管三必须”，即: a slogan of two words, each of which every item has. */
const TWOFOLD =
  /“([二两三四五六七八九十])(\p{Script=Han}{1,3})\1(\p{Script=Han}{1,3})”(?:要求|原则|机制|工作法)?(?:[：:（]|，(?:即|就是|也就是)[：:]?)/gu;

/** The clauses behind a slogan, up to the end of the sentence. */
const clausesBehind = (text: string, from: number) =>
  /^[^。\n（）]{0,300}/.exec(text.slice(from, from + 300))![0].split(/[、，；：]/);

/** Words that close their items: “思想到位、组织到位”. */
const AT_END = /到位|过硬/;
/** Words that stand inside their items: “管行业必须管安全”. */
const INSIDE = /必须/;
/** Words that open or close their items; any other word of a quoted slogan stands somewhere in each. */
const KNOWN =
  /^(?:坚持|过硬|聚焦|强化|突出|注重|确保|着力|提升|加强|抓好|做到|带头|到位|更加|抓|严|狠抓|推进|深化|优化|统筹|紧盯|围绕|实现|结合)$/;

/** The slogan's word as often as it stands behind: “坚持……、坚持……、坚持……”. */
export default defineRule({
  id: 'count/keyword-count',
  messages: { keyword: 'warning' },
  notes: ['recount'],
  scope: 'paragraph',
  quotedToo: true,
  examples: [
    {
      wrong: '做到“⟦四个坚持⟧”：坚持问题导向、坚持分类施策、坚持久久为功。',
      right: '做到“三个坚持”：坚持问题导向、坚持分类施策、坚持久久为功。',
    },
    { right: '做到“三个坚持”：坚持问题导向、坚持分类施策、坚持久久为功。' },
    { wrong: '做到“⟦三个到位⟧”：思想到位、组织到位。', right: '做到“两个到位”：思想到位、组织到位。' },
    {
      wrong: '压实“⟦三个必须⟧”：管行业必须管安全，管业务必须管安全。',
      right: '压实“两个必须”：管行业必须管安全，管业务必须管安全。',
    },
    {
      wrong: '落实“⟦四个不摘⟧”，即摘帽不摘责任、摘帽不摘政策、摘帽不摘帮扶。',
      right: '落实“三个不摘”，即摘帽不摘责任、摘帽不摘政策、摘帽不摘帮扶。',
    },
    { wrong: '坚持“⟦三管三必须⟧”，即管苗木必须管水源、管巡查必须管台账。' },
    { wrong: '开展“⟦四查四改⟧”：查苗木改品种、查水源改管网、查台账改制度。' },
    { right: '坚持“三管三必须”，即管苗木必须管水源、管巡查必须管台账、管考核必须管整改。' },
    { right: '开展“三查三改”：查思想、查作风、查纪律，改方法、改作风、改文风。' },
    { right: '增强“四个意识”，坚定“四个自信”，做到“两个维护”。' },
    { right: '落实“三个聚焦”：产业、人才、生态。' },
  ],
  check({ text }, context) {
    for (const match of allMatches(text, SLOGAN)) {
      const [whole, numeral, word] = match;
      const from = match.index + whole.length;
      const clauses = clausesBehind(text, from);
      const isItem = new RegExp(
        INSIDE.test(word!) || !KNOWN.test(word!)
          ? word!
          : `^(?:[一二三四五六七八九]是)?${word}|${AT_END.test(word!) ? word : '$^'}$`,
      );
      const opening = clauses.filter((clause) => isItem.test(clause)).length;
      if (opening < 2 || opening === parseNumeral(numeral!) || !clauses[0]!.includes(word!)) continue;
      const expected = opening === 2 ? '两' : toNumeral(opening);
      context.report({
        range: [match.index, match.index + numeral!.length + 1 + word!.length],
        message: 'keyword',
        data: { written: `${numeral}个${word}`, word: word!, count: opening },
        suggestions: [
          {
            message: 'recount',
            data: { expected },
            fix: { range: [match.index, match.index + numeral!.length], text: expected },
          },
        ],
      });
    }
    for (const match of allMatches(text, TWOFOLD)) {
      const [whole, numeral, first, second] = match as unknown as [string, string, string, string];
      const clauses = clausesBehind(text, match.index + whole.length);
      const hasBoth = (clause: string) => clause.includes(first) && clause.lastIndexOf(second) > clause.indexOf(first);
      const count = clauses.filter(hasBoth).length;
      // Only where the items stand first and one behind the other is it sure that these are all.
      if (count < 2 || count === parseNumeral(numeral) || !clauses.slice(0, count).every(hasBoth)) continue;
      const written = `${numeral}${first}${numeral}${second}`;
      context.report({
        range: [match.index + 1, match.index + 1 + written.length],
        message: 'keyword',
        data: { written, word: `${first}……${second}`, count },
      });
    }
  },
});
