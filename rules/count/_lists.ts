import { parseNumeral } from '../../lib/document/numerals.ts';
import type { Range } from '../../lib/document/types.ts';

/** “四项机制”: a number of things in words. */
export interface Count {
  readonly value: number;
  /** The numeral alone. */
  readonly number: Range;
  /** Numeral, measure word and noun. */
  readonly range: Range;
}

/** Abstract things that a text names when it counts them. People, places and pieces are counted without being named. */
const NOUN =
  '方面|领域|环节|层面|维度|重点|要素|板块|原则|导向|体系|机制|制度|工程|行动|关系|意识|举措|措施|阶段|步骤|类型|类别|关口?|阵地|载体|专题|部分|问题|任务|工作(?!日|量|人员|者)|内容|抓手|渠道|短板|台账|清单|目标|要求|条件|特点|特征|指标|关键|课题|模块|系列|方案|办法|活动|能力|优势|矛盾|难题|困难|原因|因素|标准|平台|行业|产业|层次|方法|途径|方式|体会|意见|建议|想法|感受|收获|经验|启示|认识|不足|差距|薄弱环节|成绩|变化|成效|亮点|转变|突破|优势|措施|件事|品牌|战役|攻坚战|计划|建设|理念|纪律|底线|红线';
/** Three digits and more are quantities, and one thing is no list. */
export const COUNT_SOURCE = `(?<![第十百千万数\\d.“‘一二三四五六七八九])([二两三四五六七八九十]|十[一二]|[2-9]|1[0-2])(?:(?:个|项|种|类|大|点)(?:主要|重点|重要|关键|突出|具体|专项|专门|核心|不同|工作)?(?:${NOUN})|方面|点(?=[：:，。；])|件(?:重点|主要|民生|具体)?(?:实|大|要)?事情?(?=[：:，。；（]))`;

/** Reads a match in which `(COUNT_SOURCE)` is capture group `group`, and the numeral therefore the next one. */
export function readCount(match: RegExpMatchArray, group: number): Count {
  const written = match[group]!;
  const numeral = match[group + 1]!;
  const start = match.index! + match[0].lastIndexOf(written);
  return {
    value: parseNumeral(numeral),
    number: [start, start + numeral.length],
    range: [start, start + written.length],
  };
}

const CONJUNCTION = /[和及与]|以及|还有|或者?/g;
const CONJUNCTIONS = /[和及与或]/;
/** Marks inside which a 、 separates no items of the list. */
const BRACKETED = /“[^“”]*”|《[^《》]*》|（[^（）]*）|‘[^‘’]*’/g;

const LAST_PAIR = /^([^和及与以或还]+)[和及与]([^和及与以或还]+)$/;

/** “用电、用气、消防和危房”: 和 parts the last two of items that are of one length. */
function endsInPair(items: readonly string[]): boolean {
  const pair = LAST_PAIR.exec(items.at(-1)!);
  const others = items.slice(1, -1);
  if (!pair || others.length === 0 || CONJUNCTIONS.test(others.join())) return false;
  const lengths = others.map(({ length }) => length);
  const [least, most] = [Math.min(...lengths), Math.max(...lengths)];
  return [pair[1]!, pair[2]!].every(({ length }) => length >= least && length <= most);
}

/**
 * How many items a list may be read as having: “A、B和C” has three, “A、B和C、D” three or four.
 * @returns least and greatest number
 */
export function countItems(list: string): [least: number, greatest: number] {
  const quoted = /^“([^“”]*)”$/.exec(list);
  if (quoted) return countItems(quoted[1]!);
  const bare = list.replace(BRACKETED, (marked) => '甲'.repeat(marked.length));
  const items = bare.split('、');
  const pauses = items.length;
  if (endsInPair(items)) return [pauses + 1, pauses + 1];
  return [pauses, pauses + (bare.match(CONJUNCTION)?.length ?? 0)];
}
