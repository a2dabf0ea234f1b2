import { allMatches } from './matches.ts';
import { parseNumeral } from './numerals.ts';
import type { EnumerationItem, EnumerationStyle } from './types.ts';

const NUMERAL = '[一二三四五六七八九十]{1,3}';
/**
 * A mark stands at the start of the paragraph or behind a pause: “统一是”, “第一是” are none; neither are “一是一”, “三要素”,
 * “第三、第四种”.
 */
const MARK = new RegExp(
  `(?<=^|[。；;：:，,！？”）—\\s\\u3000])(?:(${NUMERAL})(是(?!\\1[，。；、”])|要(?![素点件害领塞闻务])|来)|第(${NUMERAL})(?:[，,：:]|、(?!第))|其(${NUMERAL})[，,、：:]|(首先|其次|再次|最后)[，,是要]?)`,
  'g',
);
const STYLE: Readonly<Record<string, EnumerationStyle>> = { 是: 'shi', 要: 'yao', 来: 'lai' };
const ORDER_WORDS: Readonly<Record<string, number>> = { 首先: 1, 其次: 2 };

type Mark = { style: EnumerationStyle; value: number; start: number; end: number };

function readMark(match: RegExpExecArray, previous: Mark | undefined): Mark {
  const start = match.index;
  const end = start + match[0].length;
  const [, plain, verb, ordinal, each, word] = match;
  if (plain) return { style: STYLE[verb!]!, value: parseNumeral(plain), start, end };
  if (ordinal) return { style: 'di', value: parseNumeral(ordinal), start, end };
  if (each) return { style: 'qi', value: parseNumeral(each), start, end };
  const next = previous?.style === 'shouxian' ? previous.value + 1 : 3;
  return { style: 'shouxian', value: ORDER_WORDS[word!] ?? next, start, end };
}

/** The marks 一是…, 第一，…, 首先… of one paragraph in order, each with the stretch it opens. Linear. */
export function findEnumeration(text: string): EnumerationItem[] {
  const marks: Mark[] = [];
  for (const match of allMatches(text, MARK)) marks.push(readMark(match, marks.at(-1)));
  return marks.map(({ style, value, start, end }, index) => ({
    style,
    value,
    marker: [start, end],
    range: [start, marks[index + 1]?.start ?? text.length],
  }));
}
