/** What a planted mistake is, and the few ways in which all kinds of them are planted. */
import { parseDocument } from '../../../lib/document/document.ts';
import { allMatches } from '../../../lib/document/matches.ts';
import { spliceBetween } from '../../../lib/document/splice.ts';
import type { Block, Document, Range } from '../../../lib/document/types.ts';
import { VERB, type Vocabulary, type Word } from './vocabulary.ts';

/** Evenly distributed in [0, 1). */
export type Random = () => number;

/** A document without mistakes. */
export interface CleanText {
  readonly text: string;
  readonly document: Document;
  readonly words: readonly Word[];
  readonly vocabulary: Vocabulary;
}

/** One mistake, as a replacement in the clean text. */
export interface Mistake {
  readonly range: Range;
  /** What stands there instead. */
  readonly text: string;
  /** Other right writings of the range. */
  readonly others?: readonly string[];
  /** Ranges of the clean text where a message about this mistake may stand as well: the line, the other mention. */
  readonly alsoAt?: readonly Range[];
}

/** Makes one mistake of its kind somewhere in the text; undefined where nothing in it fits. */
export type Planter = (clean: CleanText, random: Random) => Mistake | undefined;

/** A text with one mistake. */
export interface Planted {
  readonly text: string;
  /** Where a message about it may stand. The first is the mistake itself, empty where something was taken away. */
  readonly places: readonly Range[];
  /** The text as it was, and with other corrections that are as right. */
  readonly corrections: readonly string[];
  /** Where a position of the clean text is in this one. */
  shift(offset: number): number;
}

export const readClean = (text: string, vocabulary: Vocabulary): CleanText => ({
  text,
  document: parseDocument(text),
  words: vocabulary.cut(text),
  vocabulary,
});

const replaced = (text: string, [start, end]: Range, by: string) => text.slice(0, start) + by + text.slice(end);

/** Puts a mistake into its text. The mistake itself is the smallest edit that makes it. */
export function plant({ text }: CleanText, { range, text: by, others = [], alsoAt = [] }: Mistake): Planted {
  const planted = replaced(text, range, by);
  const splice = spliceBetween(text, planted);
  if (!splice) throw new Error(`no mistake in “${by}”`);
  const { start, deleted, inserted } = splice;
  const shift = (offset: number): number => {
    if (offset <= start) return offset;
    return offset >= start + deleted
      ? offset + inserted.length - deleted
      : start + Math.min(offset - start, inserted.length);
  };
  return {
    text: planted,
    places: [[start, start + inserted.length], ...alsoAt.map(([from, to]): Range => [shift(from), shift(to)])],
    corrections: [text, ...others.map((other) => replaced(text, range, other))],
    shift,
  };
}

export const pick = <T>(items: readonly T[], random: Random): T | undefined =>
  items[Math.floor(random() * items.length)];

/** Tries places in random order until a mistake can be made at one. */
export function atOneOf<T>(
  places: readonly T[],
  random: Random,
  make: (place: T) => Mistake | undefined,
): Mistake | undefined {
  const rest = [...places];
  while (rest.length > 0) {
    const index = Math.floor(random() * rest.length);
    const mistake = make(rest[index]!);
    if (mistake) return mistake;
    rest[index] = rest.at(-1)!;
    rest.pop();
  }
  return undefined;
}

type Change<T> = (place: T, random: Random, clean: CleanText) => string | Mistake | undefined;

const asMistake = (change: string | Mistake | undefined, range: Range, { text }: CleanText): Mistake | undefined => {
  if (typeof change !== 'string') return change;
  return change === text.slice(...range) ? undefined : { range, text: change };
};

export const rangeOf = (match: RegExpExecArray): Range => [match.index, match.index + match[0].length];

/** Plants where a global pattern matches. A string that `change` gives stands for the whole match. */
export const atMatch =
  (pattern: RegExp, change: Change<RegExpExecArray>): Planter =>
  (clean, random) =>
    atOneOf(allMatches(clean.text, pattern), random, (match) =>
      asMistake(change(match, random, clean), rangeOf(match), clean),
    );

/** Plants at a word. A string that `change` gives stands for the word. */
export const atWord =
  (fits: (word: Word, clean: CleanText) => boolean, change: Change<Word>): Planter =>
  (clean, random) =>
    atOneOf(
      clean.words.filter((word) => fits(word, clean)),
      random,
      (word) => asMistake(change(word, random, clean), word.range, clean),
    );

/** Plants at a block. A string that `change` gives stands for its text, without the line break. */
export const atBlock =
  (fits: (block: Block, clean: CleanText) => boolean, change: Change<Block>): Planter =>
  (clean, random) =>
    atOneOf(
      clean.document.blocks.filter((block) => fits(block, clean)),
      random,
      (block) => asMistake(change(block, random, clean), blockRange(block), clean),
    );

export const blockRange = ({ start, paragraph }: Block): Range => [start, start + paragraph.text.length];

/** A block with its line break. */
export const lineRange = ({ start, paragraph, separator }: Block): Range => [
  start,
  start + paragraph.text.length + separator.length,
];

/** Running text of some length, with or without a heading at its start. */
export const isBody = ({ role, paragraph }: Block): boolean =>
  (role === 'body' || (role === 'heading' && paragraph.heading?.runIn === true)) &&
  paragraph.content[1] - paragraph.content[0] >= 15;

/** A sentence of running text at its place in the document, with its end mark and without blanks around it. */
export function bodySentences({ document, text }: CleanText): Range[] {
  return document.blocks
    .filter(isBody)
    .flatMap(({ paragraph, start }) =>
      paragraph.sentences.map(({ range: [from, to] }): Range => {
        const sentence = text.slice(start + from, start + to);
        const indent = sentence.length - sentence.trimStart().length;
        return [start + from + indent, start + from + indent + sentence.trim().length];
      }),
    )
    .filter(([from, to]) => to - from >= 8);
}

/** Doubled text is marked at either copy or at both. */
export const doubling = (range: Range, text: string, between = ''): Mistake => ({
  range,
  text: text + between + text,
  alsoAt: [range],
});

/** Puts a line behind a block. */
export const lineBehind = (block: Block, line: string): Mistake => {
  const end = blockRange(block)[1];
  return { range: [end, end], text: `\n${line}` };
};

/** Puts a line before a block. */
export const lineBefore = (block: Block, line: string): Mistake => ({
  range: [block.start, block.start],
  text: `${line}\n`,
});

export const filledBlocks = ({ document }: CleanText): Block[] =>
  document.blocks.filter(({ role }) => role !== 'blank');

/** Where else the text has these very words. */
export function mentions(text: string, words: string): Range[] {
  const ranges: Range[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    ranges.push([at, at + words.length]);
  }
  return ranges;
}

/** 了 behind a verb, with its object behind it. */
export const isAspect = ({ text, range }: Word, clean: CleanText): boolean =>
  text === '了' &&
  /^[\u4E00-\u9FFF]{2}/.test(clean.text.slice(range[1], range[1] + 2)) &&
  clean.words.some((word) => word.range[1] === range[0] && (word.tag & VERB) !== 0);
