import surnames from '../../assets/lexicons/surnames.tsv';
import { allMatches } from '../../lib/document/matches.ts';
import { toNumeral } from '../../lib/document/numerals.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import type { RuleContext } from '../../lib/engine/types.ts';
import { readTable } from '../../lib/vocabulary/table.ts';
import { COUNT_SOURCE, type Count, countItems, readCount } from './_lists.ts';

/** Without these no list is counted; to look for them costs far less than to look for the lists. */
const HAS_COUNT = new RegExp(COUNT_SOURCE);
const HAS_NAMES = /[二两三四五六七八九十\d][名位人]/;
/** A list of short items right before a count of them: “日常监督、定期检查、考核问责四项机制”. */
const LIST_BEFORE = new RegExp(
  `((?:[\\p{Script=Han}A-Za-z“”《》]{2,14}、){1,9}[\\p{Script=Han}A-Za-z“”《》]{2,14}?)(?:这|共)?(${COUNT_SOURCE})`,
  'gu',
);
/** The same before any noun, where things are counted by a measure word that seldom points out: “责任、任务、问题三张清单”. */
const LIST_BEFORE_ANY =
  /((?:[\p{Script=Han}A-Za-z]{2,8}、){2,9}[\p{Script=Han}A-Za-z]{2,8}?)(?:这|共)?((?<![第十百千万数“一二三四五六七八九])([二两三四五六七八九十]|十[一二])(?:[个张项套类种处]|大(?!多)|级(?!以))(?!全)\p{Script=Han}{2})/gu;
/** “‘村收集、镇转运、县处理’三级体系”: what stands in quotation marks is the whole list. */
const QUOTED_LIST =
  /“((?:[^“”、，。；]{1,10}、){1,9}[^“”、，。；]{1,10})”(?:这|共)?(([二两三四五六七八九]|[2-9])(?:[项类种级个步]|大(?!多))\p{Script=Han}{1,8})/gu;
/** A count and the list that spells it out: “三项制度：A、B、C”, “三项制度（A、B）”, “即A、B”. */
const LIST_BEHIND = new RegExp(
  `(?<![第等“])(${COUNT_SOURCE})”?(?:[：:]|（即?|，即|，分别(?:是|为)|，包括)((?:[^，。；：、（）\\n]{2,20}、){1,9}[^，。；：、（）\\n]{2,20})(?=[。；）])`,
  'gu',
);
/** Titles in a row: “《甲》《乙》《丙》等2项制度”. */
const TITLES =
  /((?:《[^《》\n]{2,40}》[、和及]?){2,10})(等)?(([二两三四五六七八九十]|[2-9]|1[0-2])(?:个|项|部|份|件|篇|种|本)(?:[^，。；：、\n]{0,4}))/gu;
/** Names in a row: “王建国、李红梅、赵小军4名同志”. */
const SURNAME = readTable(surnames)
  .filter(({ surname }) => surname!.length === 1)
  .map(({ surname }) => surname)
  .join('');
const NAMES = new RegExp(
  `((?:[\\p{Script=Han}]{2,12}、)(?:[${SURNAME}][\\p{Script=Han}]{1,2}、){0,8}(?:[${SURNAME}][\\p{Script=Han}]{1,2}?))(等)?(([二两三四五六七八九十]|[2-9]|1[0-2])(?:名|位|人(?!次|员))(?:同志|干部|党员|职工|队员|教师|民警|领导|人员)?)`,
  'gu',
);
const OPEN = /等$|等[^、]{0,4}$|一批|若干|[二三四五六七八九十\d][个项种类]/;
/** Items of one list are of like length; where they are not, words before the first one or another list got in. */
const MOST_UNLIKE = 3;
/** Two items say little about what a third would be, so they must be short. */
const LONGEST_OF_TWO = 6;
/** The words before the count belong to no item: “密切联系群众的八项规定”, “改进会风是五项要求”. */
const NOT_AN_ITEM = /的$|第|[是在于对把将]|本[条办]|推出|出台|提出|实行|推行|落实|坚持|开展|迎接|制定|完成$/;
/** A miscount is off by one or two; more is another thing. */
const FURTHEST = 2;

function isList(list: string): boolean {
  const [first, ...others] = list.split('、') as [string, ...string[]];
  if (/[“”]/.test(list) || others.some((item) => NOT_AN_ITEM.test(item))) return false;
  const lengths = others.map(({ length }) => length);
  if (lengths.length === 1) return lengths[0]! <= LONGEST_OF_TWO && first.length <= 2 * LONGEST_OF_TWO;
  return Math.max(...lengths) - Math.min(...lengths) <= MOST_UNLIKE;
}

const differs = ({ value }: Count, [least, greatest]: readonly [number, number]) =>
  (value < least || value > greatest) && Math.min(Math.abs(value - least), Math.abs(value - greatest)) <= FURTHEST;

/** Items before the first one that are parted by commas: “食品、药品，特种设备、工业产品四个领域”. */
function reachesBack(text: string, start: number, missing: number): boolean {
  if (missing <= 0 || !/[，,]/.test(text[start - 1] ?? '')) return false;
  const before = /[^。；：\n]{0,80}$/.exec(text.slice(Math.max(0, start - 81), start - 1))![0];
  return before.split(/[，,、]/).length >= missing;
}

function report(
  text: string,
  list: readonly [number, number],
  count: Count,
  items: number,
  context: RuleContext<'listed', 'recount' | 'list'>,
): void {
  const [start, end] = count.number;
  const written = text.slice(start, end);
  const expected = /\d/.test(written) ? String(items) : items === 2 ? '两' : toNumeral(items);
  context.report({
    range: count.range,
    message: 'listed',
    data: { written: text.slice(...count.range), items },
    suggestions: [{ message: 'recount', data: { expected }, fix: { range: [start, end], text: expected } }],
    related: [{ range: list, message: 'list' }],
  });
}

/** Three things listed and four counted, in one sentence. */
export default defineRule({
  id: 'count/listed-count',
  messages: { listed: 'warning' },
  notes: ['recount', 'list'],
  scope: 'paragraph',
  examples: [
    {
      wrong: '建立健全日常巡查、定期通报、年终考核⟦四项机制⟧。',
      right: '建立健全日常巡查、定期通报、年终考核三项机制。',
    },
    {
      wrong: '修订《养护办法》《巡查办法》《考核办法》等⟦2项制度⟧。',
      right: '修订《养护办法》《巡查办法》《考核办法》等3项制度。',
    },
    { wrong: '表彰王建国、李红梅、赵小军⟦4名同志⟧。', right: '表彰王建国、李红梅、赵小军3名同志。' },
    { wrong: '建立责任、任务、问题⟦四张清单⟧。', right: '建立责任、任务、问题三张清单。' },
    { wrong: '聚焦用电、用气、消防和危房⟦三类隐患⟧开展巡查。', right: '聚焦用电、用气、消防和危房四类隐患开展巡查。' },
    {
      wrong: '形成“村收集、镇转运、县处理、市监管”⟦三级体系⟧。',
      right: '形成“村收集、镇转运、县处理、市监管”四级体系。',
    },
    { wrong: '涉及水利、农业、林业、交通、住建等⟦四个部门⟧。', right: '涉及水利、农业、林业、交通、住建等五个部门。' },
    { right: '省、市、县三级联动；防火、防汛和防虫三类预案；领导责任、监督和管理两项工作；浇水、施肥等四类活。' },
    { right: '建立责任、任务、问题三张清单，开展火灾、防汛、触电等四项演练。' },
    { right: '修订《养护办法》《巡查办法》等5项制度，表彰王建国、李红梅等12名同志。' },
    { wrong: '落实⟦三项制度⟧：首问负责、限时办结。', right: '落实两项制度：首问负责、限时办结。' },
    { right: '建立健全日常巡查、定期通报、年终考核三项机制。' },
    { right: '抓好苗木、肥料，农药、水源四个环节。' },
    { right: '建立日常巡查、定期通报等四项机制。' },
    { right: '落实“四个最严”要求，增强“四个意识”。' },
    { right: '出台扩大内需、促进增长的十项措施。' },
    { right: '违反本条例第二十六条、第二十八条、第三十条规定的，责令改正。' },
    { right: '坚持问题导向、目标导向和结果导向三个导向。' },
  ],
  check({ text }, context) {
    if (!text.includes('、') && !text.includes('》')) return;
    const hasCount = HAS_COUNT.test(text);
    const counted = new Set<number>();
    for (const match of [...(hasCount ? allMatches(text, LIST_BEFORE) : []), ...allMatches(text, LIST_BEFORE_ANY)]) {
      const list = match[1]!;
      const count = readCount(match, 2);
      const items = countItems(list);
      if (counted.has(count.number[0])) continue;
      counted.add(count.number[0]);
      // “等” leaves room for more than are named, never for fewer.
      const isOpen = list.endsWith('等') ? items[0] <= count.value : OPEN.test(list);
      if (!differs(count, items) || isOpen || !isList(list)) continue;
      if (/[、\d]/.test(text[match.index - 1] ?? '')) continue; // the list began further up, behind a bracket
      if (reachesBack(text, match.index, count.value - items[0])) continue;
      report(text, [match.index, match.index + list.length], count, items[list.endsWith('等') ? 0 : 1], context);
    }
    for (const match of text.includes('”') ? allMatches(text, QUOTED_LIST) : []) {
      const list = match[1]!;
      const count = readCount(match, 2);
      const items = list.split('、').length;
      if (!differs(count, [items, items]) || /等$/.test(list)) continue;
      report(text, [match.index + 1, match.index + 1 + list.length], count, items, context);
    }
    for (const pattern of [TITLES, NAMES]) {
      if (pattern === NAMES && !HAS_NAMES.test(text)) continue;
      for (const match of allMatches(text, pattern)) {
        const [, list, open] = match;
        if (/[、》和]/.test(text[match.index - 1] ?? '')) continue; // the list began further up
        const items = pattern === TITLES ? list!.split('《').length - 1 : list!.split('、').length;
        const count = readCount(match, 3);
        // “等” leaves room for more than are named, never for fewer.
        if (open ? items <= count.value : !differs(count, [items, items])) continue;
        if (pattern === NAMES && items < 3) continue;
        report(text, [match.index, match.index + list!.length], count, items, context);
      }
    }
    for (const match of hasCount ? allMatches(text, LIST_BEHIND) : []) {
      const list = match[3]!;
      const items = countItems(list);
      const count = readCount(match, 1);
      if (!differs(count, items) || OPEN.test(list) || /^(?:一(?:方面|是)|[\d①]|第一|其一)/.test(list)) continue;
      const end = match.index + match[0].length;
      report(text, [end - list.length, end], count, items[1], context);
    }
  },
});
