import rows from '../../assets/lexicons/redundancies.tsv';
import synonyms from '../../assets/lexicons/synonyms.tsv';
import { allMatches } from '../../lib/document/matches.ts';
import type { Range } from '../../lib/document/types.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import type { RuleContext, Severity } from '../../lib/engine/types.ts';
import { phraseSearch } from '../../lib/language/phrases.ts';
import { readTable } from '../../lib/vocabulary/table.ts';

interface Redundancy {
  readonly right: readonly string[];
  readonly severity: Severity;
  readonly note: string;
}

const LISTED = readTable(rows).map(({ wrong, right, condition, severity, note }) => ({
  words: wrong!,
  condition,
  entry: { right: right!.split('|'), severity: severity as Severity, note: note! } satisfies Redundancy,
}));
const known = new Set(LISTED.map(({ words }) => words));
/** “非常十分”: two words of a row, next to each other. */
const PAIRED = readTable(synonyms).flatMap(({ words, note }) => {
  const row = words!.split(' ');
  return row.flatMap((first) =>
    row
      .filter((second) => second !== first && !known.has(first + second))
      .map((second) => ({
        words: first + second,
        entry: { right: [first, second], severity: 'warning', note: note! } satisfies Redundancy,
      })),
  );
});
const search = phraseSearch<Redundancy>([...LISTED, ...PAIRED]);

const NUMBER = '[\\d一二两三四五六七八九十百千万亿几数][\\d一二两三四五六七八九十百千万亿几.．,，%％]{0,12}';
const ABOUT = '大约|大概|(?<![预节条合签大契公简制违履租誓相邀])约|将近|接近|(?<![附最邻临接靠相远就亲将])近';
/** Two words that say the same around a number; either may go. */
interface Frame {
  readonly pattern: RegExp;
  readonly severity?: Severity;
  /** Delete the first word rather than the last. */
  readonly keepLast?: boolean;
}
const FRAMES: readonly Frame[] = [
  {
    pattern: new RegExp(
      `(大约|大概|将近)([^，。；、：（）\\d]{1,5}?${NUMBER}[^，。；、：（）\\d]{0,5}?)(左右|上下)(?![级游班手肢岸联为两文翻浮两侧])`,
      'g',
    ),
  },
  { pattern: new RegExp(`(不足|不到|不满)(${NUMBER}[^，。；、：（）\\d]{0,5}?)(左右|上下|以上)(?=[，。；的])`, 'g') },
  { pattern: /(以上)()([余多])(?<=[\d十百千万亿][^，。；、]{0,4}以上.)(?=[，。；])/g },
  {
    pattern: new RegExp(
      `(${ABOUT})(${NUMBER}[^，。；、：（）\\d]{0,8}?)(左右|上下)(?![级游班手肢岸联为两文翻浮两侧])`,
      'g',
    ),
  },
  {
    pattern: new RegExp(
      `(超过|不少于|不低于|至少|最少|多于)((?:每[年月周天季]度?|每半年|于)?${NUMBER}[^，。；、：（）\\d的具有者含及为学职]{0,5}?)(以上)(?![学职人党单部干各地级领])`,
      'g',
    ),
  },
  {
    pattern: new RegExp(
      `(不超过|最多|至多|不多于|不高于)(${NUMBER}[^，。；、：（）\\d的具有者含及为]{0,5}?)(以内|以下|之内)(?!罚|有期|的罚)`,
      'g',
    ),
  },
  {
    pattern: new RegExp(
      `(达到?了?|高达|多达)(${NUMBER}[^，。；、：（）\\d的具有者含及为学职]{0,5}?)(以上|之多)(?![学职人党单部干各地级领])`,
      'g',
    ),
    severity: 'hint',
  },
  {
    pattern: new RegExp(
      `(大约|大概|(?<![预节条合签大契公简制违履租誓相邀])约)(${NUMBER})([余多])(?=[个名人件起家户场次期项批万亿份台套辆公里千米平方亩吨斤元座栋间年天])`,
      'g',
    ),
  },
  {
    pattern: new RegExp(
      `(将近|(?<![附最邻临接靠相远就亲将])近)(${NUMBER})([余多])(?=[个名人件起家户场次期项批万亿份台套辆公里千米平方亩吨斤元座栋间])`,
      'g',
    ),
    severity: 'hint',
  },
  {
    pattern:
      /(?<=[\d十百千万亿])([余多])([个名人件起家户场次期项批份台套辆亩吨斤元座栋间天]|万元|亿元|人次)(左右|上下|以上)(?![级游手学职人党单部干各地领])/g,
  },
  { pattern: /(以[上下内])(?<=\d[^，。；、]{0,5})()(左右|上下)(?=[，。；])/g },
  { pattern: /(主要)(以[^，。；：、]{1,24})(为主)(?![体题要任席力动导])/g, keepLast: true },
  { pattern: /(基于)([^，。；：]{2,24}?)(的?基础上)/g, severity: 'hint' },
  { pattern: /(截至)([^，。；：]{2,16}?)(为止)/g, severity: 'hint' },
  { pattern: new RegExp(`(长达)(${NUMBER}[^，。；：、\\d]{0,4}?)(之久)`, 'g'), severity: 'hint' },
];
/** “1200多余人”: either word for “and some more” will do. */
const MORE_AND_MORE = /(?<=[\d十百千万亿])(?:多余|余多)(?=[个名人件起家户场次期项批份台套辆亩吨斤元座栋间])/g;
const HAS_FRAME = /左右|上下|以上|以内|以下|之内|之多|[余多]|为主|基础上|为止|之久/;

function reportFrames(text: string, context: RuleContext<'frame', 'delete'>): void {
  if (!HAS_FRAME.test(text)) return;
  for (const { pattern, severity, keepLast } of FRAMES) {
    for (const match of allMatches(text, pattern)) {
      const [whole, first, , last] = match;
      const range: Range = [match.index, match.index + whole.length];
      const remove = (words: string, start: number) => ({
        message: 'delete' as const,
        data: { words },
        fix: { range: [start, start + words.length] as const, text: '' },
      });
      const deleteFirst = remove(first!, range[0]);
      const deleteLast = remove(last!, range[1] - last!.length);
      context.report({
        range,
        message: 'frame',
        data: { first: first!, last: last! },
        ...(severity && { severity }),
        suggestions: keepLast ? [deleteFirst, deleteLast] : [deleteLast, deleteFirst],
      });
    }
  }
}

/** The same thing said twice in one phrase. */
export default defineRule({
  id: 'repetition/redundancy',
  messages: { redundant: 'warning', frame: 'warning' },
  notes: ['delete'],
  scope: 'paragraph',
  examples: [
    { wrong: '会期⟦大约20天左右⟧，参训干部⟦超过300人以上⟧。', right: '会期大约20天，参训干部超过300人。' },
    { wrong: '摸清⟦目前现状⟧，两地收入⟦悬殊很大⟧。', right: '摸清现状，两地收入悬殊。' },
    { wrong: '任务⟦非常十分⟧繁重，人手⟦不足不够⟧。', right: '任务十分繁重，人手不足。' },
    { wrong: '⟦大约有30人左右⟧参加，⟦不足50人左右⟧。', right: '大约有30人参加，不足50人。' },
    { wrong: '转移群众1200⟦多余⟧人。', right: '转移群众1200余人。' },
    { wrong: '全县种植⟦主要以水稻为主⟧。', right: '全县种植以水稻为主。' },
    { wrong: '健儿们⟦凯旋归来⟧，群众⟦亲眼目睹⟧盛况。', right: '健儿们凯旋，群众目睹盛况。' },
    { right: '发放物资300多件，多余的200件退库。' },
    {
      wrong: '更新车辆40⟦余辆左右⟧，投资5亿元⟦以上左右⟧，调研⟦不少于每季度2次以上⟧。',
      right: '更新车辆40余辆，投资5亿元以上，调研不少于每季度2次。',
    },
    { wrong: '误差控制在0.3%⟦以内左右⟧。', right: '误差控制在0.3%以内。' },
    { right: '约定3天左右完成，附近20米左右为绿地。' },
    { right: '至少3名具有中级以上职称的人员，不少于2名乡镇以上干部。' },
    { right: '超过以上标准的，按大约20天计算。' },
    { right: '以种植为主，主要以奖代补。' },
  ],
  check({ text }, context) {
    for (const { start, end, entry } of search(text)) {
      context.report({
        range: [start, end],
        message: 'redundant',
        data: { words: text.slice(start, end), right: entry.right.join('”或“'), note: entry.note },
        severity: entry.severity,
        suggestions: entry.right,
      });
    }
    for (const { 0: words, index } of allMatches(text, MORE_AND_MORE)) {
      const range: Range = [index, index + words.length];
      context.report({
        range,
        message: 'frame',
        data: { first: words[0]!, last: words[1]! },
        suggestions: ['余', '多'],
      });
    }
    reportFrames(text, context);
  },
});
