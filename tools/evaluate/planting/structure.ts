/** The parts and the numbering of a document. */

import { toNumeral } from '../../../lib/document/numerals.ts';
import type { Block, Range } from '../../../lib/document/types.ts';
import {
  atBlock,
  atMatch,
  blockRange,
  type CleanText,
  filledBlocks,
  lineRange,
  type Mistake,
  type Planter,
  pick,
} from './mistake.ts';

/** Where something about the whole document is said: at its title, its first and its last lines. */
const ends = (clean: CleanText): Range[] => {
  const blocks = filledBlocks(clean);
  return [...blocks.slice(0, 2), ...blocks.slice(-3)].map(blockRange);
};

/** A whole line taken away. */
const lineGone = (clean: CleanText, block: Block | undefined): Mistake | undefined => {
  if (!block) return undefined;
  // The last line goes with the break before it.
  const [start, end] = lineRange(block);
  const range: Range = block.separator === '' && start > 0 ? [start - 1, end] : [start, end];
  return { range, text: '', alsoAt: ends(clean) };
};

const writeNumber = (block: Block, value: number): string =>
  /\d/.test(numberOf(block)) ? String(value) : value >= 1 && value <= 99 ? toNumeral(value) : '';
const numberOf = ({ paragraph }: Block) => paragraph.text.slice(...paragraph.marker!.number);
const NUMBERED = new Set(['chapter', 'chinese', 'chinese-parenthesis', 'arabic', 'arabic-parenthesis', 'article']);
const isNumbered = ({ paragraph }: Block) =>
  NUMBERED.has(paragraph.marker?.style ?? '') && paragraph.marker!.value >= 1;

/** The block before or behind it with a number of the same style, its own number next to this one. */
const sibling = ({ index, paragraph }: Block, { document }: CleanText, step: 1 | -1): Block | undefined =>
  document.blocks.find(
    (block) =>
      (block.index - index) * step > 0 &&
      Math.abs(block.index - index) < 40 &&
      block.paragraph.marker?.style === paragraph.marker!.style &&
      block.paragraph.marker.value === paragraph.marker!.value + step,
  );

/** Another number for a block; its neighbours may be marked as well. */
const renumbered = (block: Block, clean: CleanText, value: number): Mistake => {
  const { number } = block.paragraph.marker!;
  const beside = [sibling(block, clean, -1), block, sibling(block, clean, 1)].filter((found) => found !== undefined);
  return {
    range: [block.start + number[0], block.start + number[1]],
    text: writeNumber(block, value),
    alsoAt: beside.map((found) => [found.start, found.start + found.paragraph.marker!.range[1]]),
  };
};

/** 一、二、四: a number is skipped. */
export const numberSkipped: Planter = atBlock(isNumbered, (block, _, clean) =>
  sibling(block, clean, -1) ? renumbered(block, clean, block.paragraph.marker!.value + 1) : undefined,
);
/** 一、二、二: a number stands there twice. */
export const numberDoubled: Planter = atBlock(isNumbered, (block, _, clean) =>
  sibling(block, clean, -1) ? renumbered(block, clean, block.paragraph.marker!.value - 1) : undefined,
);
/** The first of a series begins with two. */
export const numberStartsLate: Planter = atBlock(
  (block) => isNumbered(block) && block.paragraph.marker!.value === 1,
  (block, _, clean) => (sibling(block, clean, 1) ? renumbered(block, clean, 2) : undefined),
);
/** （二）where 二、 belongs, and the other way: the level of a heading exchanged. */
export const levelExchanged: Planter = atBlock(isNumbered, (block, _, clean): Mistake | undefined => {
  const { style, range } = block.paragraph.marker!;
  const number = numberOf(block);
  const other = {
    chinese: `（${number}）`,
    'chinese-parenthesis': `${number}、`,
    arabic: `（${number}）`,
    'arabic-parenthesis': `${number}.`,
  }[style as string];
  if (!other || !sibling(block, clean, -1)) return undefined;
  return { range: [block.start + range[0], block.start + range[1]], text: other, alsoAt: [blockRange(block)] };
});
/** 3. for 三、 among 一、二、四、: the script of a number exchanged. */
export const numberScriptExchanged: Planter = atBlock(
  ({ paragraph }) => paragraph.marker?.style === 'chinese' || paragraph.marker?.style === 'chinese-parenthesis',
  (block, _, clean): Mistake | undefined => {
    if (!sibling(block, clean, -1)) return undefined;
    const { value, range, style } = block.paragraph.marker!;
    const text = style === 'chinese' ? `${value}.` : `（${value}）`;
    return { range: [block.start + range[0], block.start + range[1]], text, alsoAt: [blockRange(block)] };
  },
);
/** The number of a heading is gone. */
export const numberGone: Planter = atBlock(isNumbered, (block, _, clean): Mistake | undefined => {
  const { range } = block.paragraph.marker!;
  const next = sibling(block, clean, 1);
  if (!next) return undefined;
  return {
    range: [block.start + range[0], block.start + range[1]],
    text: '',
    alsoAt: [blockRange(block), blockRange(next)],
  };
});
/** 一. or 一， for 一、; 1、for 1. is a habit of many and no mistake here. */
export const markBehindNumber: Planter = atBlock(
  ({ paragraph }) => paragraph.marker?.style === 'chinese' && paragraph.marker.suffix === '、',
  ({ start, paragraph }, random): Mistake => ({
    range: [start + paragraph.marker!.range[0], start + paragraph.marker!.range[1]],
    text: paragraph.text.slice(...paragraph.marker!.number) + pick(['.', '，', ' ', '：'], random)!,
  }),
);
/** （一）、: a mark too many behind the bracket. */
export const markBehindBracket: Planter = atBlock(
  ({ paragraph }) => paragraph.marker?.style === 'chinese-parenthesis',
  ({ start, paragraph }): Mistake => ({
    range: [start + paragraph.marker!.range[1], start + paragraph.marker!.range[1]],
    text: '、',
  }),
);
/** （一 without its bracket. */
export const bracketOfNumberGone: Planter = atBlock(
  ({ paragraph }) => paragraph.marker?.suffix === '）',
  ({ start, paragraph }, random): Mistake => {
    const at = start + paragraph.marker!.range[random() < 0.5 ? 0 : 1];
    const isFirst = at === start + paragraph.marker!.range[0];
    const range: Range = isFirst ? [at, at + 1] : [at - 1, at];
    return { range, text: '', alsoAt: [[start, start + paragraph.marker!.range[1]]] };
  },
);

const ORDER = ['一', '二', '三', '四', '五', '六', '七', '八'];
/** Enumerations inside a paragraph: 一是…二是…. `change` gives the place in the order. */
const enumeration = (change: (place: number) => number): Planter =>
  atMatch(
    /(?<=[，。；：])([二三四五六])(是|要|，)/g,
    ({ 0: whole, 1: number, index }, _, clean): Mistake | undefined => {
      const place = ORDER.indexOf(number!);
      const block = clean.document.blocks.findLast(({ start }) => start <= index)!;
      const before = block.paragraph.text.lastIndexOf(ORDER[place - 1]! + whole[1]!, index - block.start);
      if (before < 0) return undefined;
      const next = block.paragraph.text.indexOf(ORDER[place + 1]! + whole[1]!, index - block.start);
      return {
        range: [index, index + 1],
        text: ORDER[change(place)]!,
        alsoAt: [before, index - block.start, ...(next < 0 ? [] : [next])].map((at) => [
          block.start + at,
          block.start + at + 2,
        ]),
      };
    },
  );
/** 一是…三是…. */
export const enumerationSkipped: Planter = enumeration((place) => place + 1);
/** 一是…一是…. */
export const enumerationDoubled: Planter = enumeration((place) => place - 1);
/** 一是…第二，…: two ways of counting mixed. */
export const enumerationMixed: Planter = atMatch(
  /(?<=[。；])([二三四])是/g,
  ({ 0: whole, 1: number, index }): Mistake => ({
    range: [index, index + whole.length],
    text: `第${number}，`,
    alsoAt: [[index, index + 2]],
  }),
);
/** 第二，… gone: one item of the order is missing its mark. */
export const enumerationMarkGone: Planter = atMatch(
  /(?<=[。；])([二三四])是(?=[\u4E00-\u9FFF]{4})/g,
  ({ 0: whole, index }, _, { text }) => {
    const next = text.slice(index).search(/[三四五]是/);
    const range: Range = [index, index + whole.length];
    return next > 0 && next < 200 ? { range, text: '', alsoAt: [range, [index + next, index + next + 2]] } : undefined;
  },
);

/** The closing formula of a document that asks for an answer is missing. */
export const closingMissing: Planter = (clean) => {
  const { title, closing } = clean.document;
  return title && /(?:请示|批复|函|的报告)\s*$/.test(title.paragraph.text) ? lineGone(clean, closing) : undefined;
};
/** The signature is missing. */
export const signatureMissing: Planter = (clean) => lineGone(clean, clean.document.signature);
/** The date is missing. */
export const dateMissing: Planter = (clean) => lineGone(clean, clean.document.date);
/** The salutation is missing. */
export const salutationMissing: Planter = (clean) => lineGone(clean, clean.document.salutation);
/** The title is missing. */
export const titleMissing: Planter = (clean) => lineGone(clean, clean.document.title);

/** The date stands before the signature. */
export const dateBeforeSignature: Planter = ({ document, text }): Mistake | undefined => {
  const { signature, date } = document;
  if (!signature || !date || signature.index >= date.index) return undefined;
  const between = text.slice(blockRange(signature)[1], date.start);
  return {
    range: [signature.start, blockRange(date)[1]],
    text: date.paragraph.text + between + signature.paragraph.text,
    alsoAt: [[signature.start, blockRange(date)[1]]],
  };
};

const lineEnd = (block: Block | undefined, pattern: RegExp, mark: string): Mistake | undefined => {
  if (!block) return undefined;
  const end = block.start + block.paragraph.content[1];
  const last = block.paragraph.text[block.paragraph.content[1] - 1]!;
  if (pattern.test(last)) return { range: [end - 1, end], text: mark, alsoAt: [blockRange(block)] };
  return mark === '' ? undefined : { range: [end, end], text: mark, alsoAt: [blockRange(block)] };
};
/** 各位领导，: the salutation ends in a comma. */
export const salutationComma: Planter = ({ document }) => lineEnd(document.salutation, /：/, '，');
/** 各位领导。 */
export const salutationStop: Planter = ({ document }) => lineEnd(document.salutation, /：/, '。');
/** 各位领导 without a mark. */
export const salutationBare: Planter = ({ document }) => lineEnd(document.salutation, /：/, '');
/** The title ends in a colon or a full stop. */
export const titleMark: Planter = ({ document }, random) =>
  lineEnd(document.title, /[。：]/, pick(['：', '。'], random)!);
/** A heading line ends in a comma or colon. */
export const headingMark: Planter = atBlock(
  ({ role, paragraph }) =>
    role === 'heading' && paragraph.heading?.runIn === false && /[\u4E00-\u9FFF]$/.test(paragraph.text),
  (block, random) => lineEnd(block, /[，。：；]/, pick(['，', '；', '、'], random)!),
);
/** The signature ends in a full stop. */
export const signatureMark: Planter = ({ document }) => lineEnd(document.signature, /。/, '。');
/** A heading without text below it. */
export const emptySection: Planter = atBlock(
  ({ role, paragraph }) => role === 'heading' && paragraph.heading?.runIn === false,
  (block, _, clean): Mistake | undefined => {
    const section = clean.document.headings.find((heading) => heading.block === block);
    const last = section && clean.document.blocks[section.endBlock - 1];
    const next = section && clean.document.blocks[section.endBlock];
    if (!last || !next || next.paragraph.heading === undefined || last === block) return undefined;
    const range: Range = [lineRange(block)[1], next.start];
    if (range[1] - range[0] > 600) return undefined;
    return { range, text: '', alsoAt: [blockRange(block), blockRange(next)] };
  },
);
/** 附件 named in the text and missing below, or numbered wrongly. */
export const attachmentGone: Planter = (clean) =>
  lineGone(
    clean,
    clean.document.blocks.find(({ role }) => role === 'attachment'),
  );
/** Two neighbouring sections in the wrong order. */
export const sectionsExchanged: Planter = atBlock(isNumbered, (block, _, clean): Mistake | undefined => {
  const sections = clean.document.headings;
  const at = sections.findIndex((section) => section.block === block);
  const [first, second] = [sections[at], sections[at + 1]];
  if (!first || !second || first.heading.level !== second.heading.level) return undefined;
  const end = clean.document.blocks[second.endBlock]?.start;
  if (end === undefined || first.endBlock !== second.block.index || end - block.start > 800) return undefined;
  const range: Range = [block.start, end];
  const text = clean.text.slice(second.block.start, end) + clean.text.slice(block.start, second.block.start);
  return { range, text, alsoAt: [range] };
});
