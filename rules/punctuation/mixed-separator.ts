import { allMatches } from '../../lib/document/matches.ts';
import type { Paragraph, Range } from '../../lib/document/types.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import type { Problem, RuleContext } from '../../lib/engine/types.ts';
import { tagSet } from '../../lib/language/words/tags.ts';

type Context = RuleContext<'counted' | 'mixed'>;

interface Item {
  readonly text: string;
  readonly start: number;
  /** The mark behind the item, or ''. */
  readonly separator: string;
}

const CLAUSES = /[^。；！？：（）“”《》\n]+/g;
const SENTENCES = /[^。！？：“”\n]+/g;
/** Longest item of a series of names (UTF-16 units). */
const LONGEST_ITEM = 10;
const NUMERALS = '零一二三四五六七八九十';
/** “工业产品四个领域”: the last item, and how many there are said to be. */
const COUNTED = /^(.{2,8}?)(?<![\d十])([2-9]|两|[二三四五六七八九十])(?:个|项|类|种|大|方面|名|家|处|支|条)/;

/** What a new clause, not a further item, begins with. */
const VERB = /^[设涵以还建禁从通并接采乱推提加充选全面开做实较在对为将把其支统及或让使确有是]|了$/;

function itemsOf(clauses: string, offset: number): Item[] {
  const items: Item[] = [];
  let start = 0;
  for (const { 0: separator, index } of allMatches(clauses, /[，、]/g)) {
    items.push({ text: clauses.slice(start, index), start: offset + start, separator });
    start = index + 1;
  }
  items.push({ text: clauses.slice(start), start: offset + start, separator: '' });
  return items;
}

/** Stretches of short items, of which only the first may carry a verb before it and the last what follows the series. */
function seriesAround(items: readonly Item[], comma: number): [first: number, last: number] {
  const isShort = (index: number) => items[index] !== undefined && items[index]!.text.length <= LONGEST_ITEM;
  let first = comma;
  while (first > 0 && items[first - 1]!.separator === '、' && isShort(first)) first--;
  let last = comma + 1;
  while (last < items.length - 1 && items[last]!.separator === '、' && isShort(last)) last++;
  return [first, last];
}

/** Whether the end of the series tells how many items it has: “…四个领域”. */
function isCounted(last: Item, count: number): boolean {
  const said = COUNTED.exec(last.text)?.[2];
  if (said === undefined) return false;
  return count === (said === '两' ? 2 : /\d/.test(said) ? Number(said) : NUMERALS.indexOf(said));
}

/** 有部署、有检查，有考核; 预警到乡、预案到村，责任到人: of one length, with one character at the same place. */
function areParallel(items: readonly Item[]): boolean {
  const texts = items.map(({ text }) => text.replace(/^(?:做到|实现|确保|坚持|形成)(?=.{3})/, ''));
  const model = texts[1]!;
  if (items.length !== 3 || model.length < 3 || model.length > 5) return false;
  if (!texts.every((text) => text.length === model.length)) return false;
  return [...model].some((character, place) => texts.every((text) => text[place] === character));
}

/** Whether the counted last item, without its count, is as long as the one before it, and so probably its like. */
const sameLength = ({ text }: Item, last: Item) =>
  COUNTED.exec(last.text)?.[1]?.length === text.length && !VERB.test(last.text);

function problemAt(items: readonly Item[], comma: number): Problem<'counted' | 'mixed'> | undefined {
  const [first, last] = seriesAround(items, comma);
  const series = items.slice(first, last + 1);
  const pauses = series.slice(0, -1).filter(({ separator }) => separator === '、').length;
  const commas = series.length - 1 - pauses;
  if (commas !== 1 || pauses < 1) return undefined;
  const at = items[comma]!.start + items[comma]!.text.length;
  const range: Range = [at, at + 1];
  const bothSides = first < comma && last > comma + 1;
  const inner = series.slice(1, -1).every(({ text }) => text.length <= 6);
  const alike = series.length === 3 && first < comma && sameLength(series[1]!, series[2]!);
  if (inner && (bothSides || alike) && isCounted(series.at(-1)!, series.length)) {
    return { range, message: 'counted', data: { count: series.length }, fix: '、' };
  }
  if (areParallel(series)) return { range, message: 'mixed', suggestions: ['、'] };
  return undefined;
}

/** 学业务、强作风、促提升；学典型，强奉献、促实效: of groups that are built alike, one has a comma. */
function siblingProblems(groups: readonly (readonly Item[])[]): Problem<'counted' | 'mixed'>[] {
  const model = groups.find(
    (items) => items.length >= 3 && items.slice(0, -1).every(({ separator }) => separator === '、'),
  );
  if (!model) return [];
  return groups.flatMap((items) => {
    const alike =
      items.length === model.length &&
      items.slice(0, -1).every(({ text }, index) => text.trim()[0] === model[index]!.text.trim()[0]);
    const commas = items.filter(({ separator }) => separator === '，');
    if (!alike || commas.length !== 1) return [];
    const at = commas[0]!.start + commas[0]!.text.length;
    return [{ range: [at, at + 1] as const, message: 'mixed', suggestions: ['、'] }];
  });
}

/** “6个破除，6个着力，6个坚持”: slogans of a number each, in one pair of quotation marks. */
const SLOGANS =
  /“((?:\d{1,2}|[一二两三四五六七八九十])个?[^“”，。；、]{1,5})((?:[，、](?:\d{1,2}|[一二两三四五六七八九十])个?[^“”，。；、]{1,5}){1,6})”/g;

/** The commas of a quoted series of slogans. */
function sloganProblems(text: string): Problem<'counted' | 'mixed'>[] {
  return [...allMatches(text, SLOGANS)].flatMap(({ 1: first, 2: others, index }) => {
    const form = (slogan: string) =>
      `${/^\d/.test(slogan) ? 'digit' : 'numeral'} ${slogan.includes('个')} ${slogan.length}`;
    const forms = [first!, ...others!.slice(1).split(/[，、]/)].map(form);
    if (forms.length < 3 || new Set(forms).size > 1) return [];
    const start = index + 1 + first!.length;
    return [...others!].flatMap((mark, place) =>
      mark === '，'
        ? [
            {
              range: [start + place, start + place + 1] as const,
              message: 'mixed',
              severity: 'hint' as const,
              suggestions: ['、'],
            },
          ]
        : [],
    );
  });
}

/** No people: a list of those who were there has commas between its groups. */
const NOMINAL = tagSet('n', 'ns', 'nt', 'nz', 'an', 'vn', 'b', 's', 'f');
/** Longest item beside the comma (UTF-16 units), and nats gained by 、 for a warning and for a hint. */
const LONGEST_NEIGHBOUR = 8;
const GAINS = [2, 0] as const;
const AFTER_SERIES = /^(\p{Script=Han}{2,8}?)(?:[等和及与、]|以及)/u;

/** How the rest of a series ends that goes on from before the comma: “人员培训和应急演练。” */
const ENDS_IN_PAIR = /^[^的]{2,10}(?:和|与|及|以及)[^的]{2,10}$/;
/** Nats that a 、 must gain where the comma may as well part two clauses. */
const HEAD_GAIN = 3;

/** 加强安全管理，设备维护、人员培训和应急演练。: behind the comma there are nouns alone, so the series began before it. */
function headProblem(paragraph: Paragraph, context: Context, items: readonly Item[], comma: number, last: number) {
  const { text } = paragraph;
  const [next, end] = [items[comma + 1]!, items[last]!];
  const isClosed = /^(?:[。；]|$)/.test(text.slice(end.start + end.text.length));
  if (!isClosed || last < comma + 2 || !ENDS_IN_PAIR.test(end.text)) return undefined;
  const words = context.words(paragraph);
  const stop = words.indexAt(end.start + end.text.length - 1);
  for (let index = words.indexAt(next.start); index <= stop; index++) {
    if (!words.is(index, NOMINAL) && !/^(?:、|和|与|及|以及)$/.test(words.text(index))) return undefined;
  }
  const at = next.start - 1;
  if (!words.is(words.indexAt(at) - 1, NOMINAL)) return undefined;
  const range: Range = [at, at + 1];
  const gain = context.language?.gain(text, range, '、') ?? 0;
  return gain >= HEAD_GAIN ? { range, message: 'mixed' as const, suggestions: ['、'] } : undefined;
}

/** 水泵、编织袋，铁锹、雨衣等: nouns, of which all others have 、 between them. */
function nounProblem(paragraph: Paragraph, context: Context, items: readonly Item[], comma: number) {
  const [first, last] = seriesAround(items, comma);
  const series = items.slice(first, last + 1);
  const before = items[comma]!.text;
  const next = items[comma + 1]!;
  const after = AFTER_SERIES.exec(next.separator === '、' ? `${next.text}、` : next.text)?.[1];
  const { language } = context;
  if (!language || after === undefined) return undefined;
  if (first === comma) return headProblem(paragraph, context, items, comma, last);
  if (before.length > LONGEST_NEIGHBOUR) return undefined;
  // “原料、辅料，设备、工具，都要登记”: groups, each with its own 、.
  const end = series.at(-1)!;
  const isGroup = end.separator === '，' && end.text.length <= LONGEST_NEIGHBOUR && !end.text.endsWith('等');
  if (isGroup || series.slice(0, -1).filter(({ separator }) => separator === '，').length !== 1) return undefined;
  const words = context.words(paragraph);
  const at = next.start - 1;
  const from = words.indexAt(items[comma]!.start);
  const to = words.indexAt(at + after.length);
  for (let index = from; index <= to; index++) {
    if (words.start(index) !== at && !words.is(index, NOMINAL)) return undefined;
  }
  const range: Range = [at, at + 1];
  const gain = language.gain(paragraph.text, range, '、');
  if (gain < GAINS[1]) return undefined;
  const severity = gain < GAINS[0] ? ('hint' as const) : ('warning' as const);
  return { range, message: 'mixed' as const, severity, suggestions: ['、'] };
}

/** One series whose items are set apart by 顿号 here and by a comma there. */
export default defineRule({
  id: 'punctuation/mixed-separator',
  messages: { counted: 'warning', mixed: 'warning' },
  basis: 'GB/T 15834—2011 4.5',
  scope: 'paragraph',
  examples: [
    {
      wrong: '抓好食品、药品⟦，⟧特种设备、工业产品四个领域监管。',
      right: '抓好食品、药品、特种设备、工业产品四个领域监管。',
    },
    { wrong: '有部署、有检查⟦，⟧有考核。', right: '有部署、有检查、有考核。' },
    {
      wrong: '一要学业务、强作风、促提升；一要学典型、强奉献、促实效；一要学先进⟦，⟧强本领、促发展。',
      right: '一要学业务、强作风、促提升；一要学典型、强奉献、促实效；一要学先进、强本领、促发展。',
    },
    { wrong: '做到预警到乡、预案到村⟦，⟧责任到人。', right: '做到预警到乡、预案到村、责任到人。' },
    { wrong: '围绕“6个破除⟦，⟧6个着力⟦，⟧6个坚持”开展讨论。', right: '围绕“6个破除、6个着力、6个坚持”开展讨论。' },
    { wrong: '购置了水泵、编织袋⟦，⟧铁锹、雨衣等防汛物资。', right: '购置了水泵、编织袋、铁锹、雨衣等防汛物资。' },
    { right: '局长、副局长，各科室、各镇负责人参加；走访了学校、医院，企业负责人座谈。' },
    { right: '他说：“三天一小查，五天一大查，月底总评比。”' },
    { right: '原料、辅料，设备、工具，都要登记。' },
    { right: '讲政治、有信念，讲规矩、有纪律，讲道德、有品行。' },
    { right: '守正创新、真抓实干，较好地完成了三项任务。' },
    { right: '检查药店、诊所，整改两个问题。' },
  ],
  check(paragraph, context) {
    const { text } = paragraph;
    sloganProblems(text).forEach(context.report);
    if (!text.includes('、')) return;
    for (const { 0: groups, index } of allMatches(text, SENTENCES)) {
      if (!groups.includes('；')) continue;
      let start = index;
      const all = groups.split('；').map((group) => {
        const items = itemsOf(group, start);
        start += group.length + 1;
        return items;
      });
      siblingProblems(all).forEach(context.report);
    }
    for (const { 0: clauses, index } of allMatches(text, CLAUSES)) {
      if (!clauses.includes('、') || !clauses.includes('，')) continue;
      const items = itemsOf(clauses, index);
      for (let comma = 0; comma < items.length - 1; comma++) {
        if (items[comma]!.separator !== '，') continue;
        const problem = problemAt(items, comma) ?? nounProblem(paragraph, context, items, comma);
        if (problem) context.report(problem);
      }
    }
  },
});
