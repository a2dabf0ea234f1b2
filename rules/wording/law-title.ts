import rows from '../../assets/lexicons/law-titles.tsv';
import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import { readTable } from '../../lib/vocabulary/table.ts';
import { difference } from './_near.ts';

const TITLES: ReadonlySet<string> = new Set(readTable(rows).map(({ title }) => title!));

/** Titles by their last character: a mistaken title still says what kind of law it is. */
const BY_END = new Map<string, string[]>();
for (const title of TITLES) {
  const end = title.slice(-1);
  BY_END.set(end, [...(BY_END.get(end) ?? []), title]);
}

const CITED = /《((?:中华人民共和国)?)([\p{Script=Han}、（）]{5,40}?)((?:（[^（）]{1,8}）)?)》/gu;
/** Law of a place, an office or a company: it may have any name. */
const LOCAL =
  /省|市(?!场|容|政)|自治|县(?!级)|镇(?!燃|职)|[^社]区(?!域|块|分)|本|局|公司|集团|学院|大学|医院|协会|关于|[〈“]/;
/** Shortest title (UTF-16 units) that one character more or less does not make another law. */
const SHORTEST = 6;
/** The same for words too many: 《安全生产管理法》 is no law. */
const SHORTEST_EXTENDED = 4;
const LONGEST_EDIT = 2;
/** Words that make another law of the same title. */
const TELLING =
  /实施|暂行|试行|补充|修订|若干|特别|临时|内部|基层|农村|城市|国有|集体|外国|涉外|军|民用|地方|中央|单位|人员|处分|处罚|奖励/;

const lettersOf = (title: string) => [...title].sort().join('');
let byLetters: ReadonlyMap<string, string> | undefined;

/** 《生产安全法》: the title with the same characters in another order. Made when first asked for, not at start-up. */
function turnedTitle(cited: string): string | undefined {
  byLetters ??= new Map([...TITLES].map((title) => [lettersOf(title), title]));
  return byLetters.get(lettersOf(cited));
}

/** What was likely meant: a real title that has a few characters more or less in its middle, or one that is different. */
function meantTitle(cited: string): string | undefined {
  let best: string | undefined;
  let least = 2 * LONGEST_EDIT + 1;
  for (const title of BY_END.get(cited.slice(-1)) ?? []) {
    if (Math.abs(title.length - cited.length) > LONGEST_EDIT || title[0] !== cited[0]) continue;
    const { inA: written, inB: meant, start } = difference(cited, title);
    const isMoreOrLess = written === '' || meant === '';
    const isChanged = written.length === 1 && meant.length === 1;
    const isTurned = written.length === 2 && [...written].reverse().join('') === meant;
    if (!(isMoreOrLess || isChanged || isTurned) || start < 2) continue;
    if (title.length < (meant === '' ? SHORTEST_EXTENDED : SHORTEST)) continue;
    if (TELLING.test(written + meant)) continue;
    const cost = isMoreOrLess ? Math.max(written.length, meant.length) : 2 + Number(isTurned) / 2;
    if (cost < least) {
      least = cost;
      best = title;
    }
  }
  return best;
}

const KIND = /(?:条例|办法|规定|细则|准则|规则|法)$/;
const BY_STEM = new Map([...TITLES].map((title) => [title.replace(KIND, ''), title]));
const SHORTEST_STEM = 5;
/** What is called of the Republic is a law or decree of the list, or none. */
const SHORTEST_OF_REPUBLIC = 4;

/** 《信访工作办法》 for 《信访工作条例》: the right matter, another kind of document. */
function otherKind(cited: string, isOfRepublic: boolean): string | undefined {
  const stem = cited.replace(KIND, '');
  return stem.length >= (isOfRepublic ? SHORTEST_OF_REPUBLIC : SHORTEST_STEM) && stem !== cited
    ? BY_STEM.get(stem)
    : undefined;
}

/** A cited law whose title is close to a real one, but not the same. */
export default defineRule({
  id: 'wording/law-title',
  messages: { title: 'warning' },
  scope: 'paragraph',
  quotedToo: true,
  examples: [
    { wrong: '贯彻《⟦公平竞争审查制度条例⟧》。', right: '贯彻《公平竞争审查条例》。' },
    { wrong: '根据《⟦建设工程安全管理条例⟧》开展检查。', right: '根据《建设工程安全生产管理条例》开展检查。' },
    { wrong: '履行《中华人民共和国⟦生产安全法⟧》规定的职责。', right: '履行《中华人民共和国安全生产法》规定的职责。' },
    { wrong: '依照《中华人民共和国⟦政府采购条例⟧》招标。', right: '依照《中华人民共和国政府采购法》招标。' },
    { wrong: '学习《中华人民共和国⟦消费者权益保障法⟧》。', right: '学习《中华人民共和国消费者权益保护法》。' },
    { right: '学习《食品安全法》《食品安全法实施条例》和《青溪市公平竞争审查制度条例》。' },
    { right: '贯彻《公平竞争审查条例》，修订《机关财务管理办法》。' },
  ],
  check({ text }, context) {
    if (!text.includes('《')) return;
    for (const match of allMatches(text, CITED)) {
      const [, republic, cited] = match;
      if (TITLES.has(cited!) || LOCAL.test(cited!)) continue;
      const near = turnedTitle(cited!) ?? meantTitle(cited!);
      const title = near ?? otherKind(cited!, republic !== '');
      if (title === undefined) continue;
      const start = match.index + 1 + republic!.length;
      context.report({
        range: [start, start + cited!.length],
        message: 'title',
        data: { title },
        ...(near === undefined && { severity: 'hint' as const }),
        suggestions: [title],
      });
    }
  },
});
