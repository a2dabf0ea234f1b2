import { allMatches } from '../../lib/document/matches.ts';
import type { Paragraph } from '../../lib/document/types.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import type { RuleContext } from '../../lib/engine/types.ts';
import { tagSet, VERBS } from '../../lib/language/words/tags.ts';
import { clauseEnd, clauseStart, has } from './_clauses.ts';

type Context = RuleContext<'clauses'>;

/** How clauses of deficiency end: “流于形式”, “意识淡薄”, “风险不断增多”. */
const PREDICATE =
  /(?:不[强够足深实高严细力畅清明准全大多好牢紧到]{1,2}|不到位|不及时|不充分|不完善|不健全|不明显|不规范|不平衡|不主动|不经常|不深入|薄弱|淡薄|形式|增多|增加|加大|欠缺|缺乏|较[差弱低少慢]|偏[低少弱慢大高]|滞后|突出|有待.{2,6}|亟待.{2,6}|难以.{2,8}|提高|提升|好转|增强|改善|下降|上升|显著|明显|稳定|向好|完善|畅通|凸显|显现|存在|发生|减少|高涨|热烈|井然|浓厚|到位|良好|充实|丰富|融洽|有序)$/;
const SERIES = /[^，。；：！？“”《》（）\s]+/g;
/** Shortest item (UTF-16 units) that is a clause of its own. */
const SHORTEST = 8;

const NOUNS_BEFORE = tagSet('n', 'nr', 'ns', 'nt', 'nz', 'an', 'vn');
const SUBJECTS = tagSet('n', 'nr', 'ns', 'nt', 'nz', 'r', 't');
const ASPECT = tagSet('ul');

/** Whether the two items are each a clause that says something of its own: 养护队清除了积雪、车辆恢复了通行. */
function areTwoClauses(paragraph: Paragraph, context: Context, first: string, second: string, mark: number): boolean {
  const { text } = paragraph;
  if (!first.includes('了') || !second.includes('了') || second.includes('的')) return false;
  if (!/[，。；：！？]/.test(text[mark + 1 + second.length] ?? '。')) return false;
  const words = context.words(paragraph);
  const comma = words.indexAt(mark);
  const end = clauseEnd(words, comma + 1);
  if (!words.is(comma - 1, NOUNS_BEFORE) || !words.is(comma + 1, SUBJECTS)) return false;
  return has(words, clauseStart(words, comma), comma, ASPECT) && has(words, comma + 2, end, ASPECT);
}

/** Who does what, at the head of a clause. */
const DOER = /^(?:我们?|[他她你]们?|大家|有的)(?![的和与、])/;

/** Whether each of the items begins with its own doer and tells what that one does: 他负责施工、我负责记录. */
function haveDoers(paragraph: Paragraph, context: Context, items: readonly string[], start: number): boolean {
  if (!items.every((item) => DOER.test(item))) return false;
  const words = context.words(paragraph);
  let at = start;
  return items.every((item) => {
    const [from, to] = [words.indexAt(at), words.indexAt(at + item.length - 1)];
    at += item.length + 1;
    return has(words, from + 1, to + 1, VERBS);
  });
}

/** 顿号 between clauses that have a subject and a predicate each. */
export default defineRule({
  id: 'punctuation/clause-series',
  messages: { clauses: 'hint' },
  basis: 'GB/T 15834—2011 4.5、4.4',
  scope: 'paragraph',
  examples: [
    {
      wrong: '⟦部分站所自查自纠流于形式、少数从业人员安全意识淡薄、新业态带来的风险不断增多⟧。',
      right: '部分站所自查自纠流于形式，少数从业人员安全意识淡薄，新业态带来的风险不断增多。',
    },
    {
      wrong: '养护队连夜清除了路面积雪⟦、⟧车辆第二天一早恢复了正常通行。',
      right: '养护队连夜清除了路面积雪，车辆第二天一早恢复了正常通行。',
    },
    { wrong: '⟦他负责浇水、我负责记录⟧，配合默契。', right: '他负责浇水，我负责记录，配合默契。' },
    { right: '坚持法定职责必须为、法无授权不可为。' },
    { right: '学习系统性、针对性不强，存在以干代学现象。' },
    { right: '健全企业自查、镇街排查、部门核查的隐患闭环管理机制。' },
  ],
  check(paragraph, context) {
    const { text } = paragraph;
    if (!text.includes('、')) return;
    for (const { 0: series, index } of allMatches(text, SERIES)) {
      const items = series.split('、');
      if (items.length < 2) continue;
      if (haveDoers(paragraph, context, items, index)) {
        const right = items.join('，');
        context.report({ range: [index, index + series.length], message: 'clauses', suggestions: [right] });
        continue;
      }
      if (items.some((item) => item.length < SHORTEST)) continue;
      const [first, second] = items;
      const mark = index + first!.length;
      if (items.length === 2 && areTwoClauses(paragraph, context, first!, second!, mark)) {
        context.report({ range: [mark, mark + 1], message: 'clauses', suggestions: ['，'] });
        continue;
      }
      if (items.filter((item) => PREDICATE.test(item)).length < Math.max(2, items.length - 1)) continue;
      const right = items.join('，');
      context.report({ range: [index, index + series.length], message: 'clauses', suggestions: [right] });
    }
  },
});
