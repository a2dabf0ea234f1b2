/** Words, clauses and lines that stand there twice: pasted again, or left over from another beginning. */
import {
  atBlock,
  atMatch,
  atOneOf,
  atWord,
  blockRange,
  bodySentences,
  doubling,
  filledBlocks,
  isBody,
  type Mistake,
  type Planter,
  pick,
  rangeOf,
} from './mistake.ts';

const CLAUSE = /(?<=[，。；：\n　])[\u4E00-\u9FFF]{5,18}(?=[，；])/g;

/** 加强加强管理: a word twice. */
export const doubledWord: Planter = atWord(
  ({ text, tag }) => text.length >= 2 && tag !== 0,
  ({ range, text }) => doubling(range, text),
);

/** 的的, 了了, 在在: a word of one character twice. */
export const doubledParticle: Planter = atWord(
  ({ text }) => /^[的了在和是与对为将由]$/.test(text),
  ({ range, text }) => doubling(range, text),
);

/** 加强，加强管理: a word again behind a comma. */
export const wordAgainBehindComma: Planter = atWord(
  ({ text, tag }) => text.length >= 2 && tag !== 0,
  ({ range, text }) => doubling(range, text, '，'),
);

/** 强化组织领导强化组织领导: two words twice. */
export const doubledPhrase: Planter = (clean, random) =>
  atOneOf([...clean.words.keys()], random, (i) => {
    const [first, second] = [clean.words[i]!, clean.words[i + 1]];
    if (!second || first.range[1] !== second.range[0] || first.text.length < 2 || second.text.length < 2)
      return undefined;
    return doubling([first.range[0], second.range[1]], first.text + second.text);
  });

/** A clause twice, with its comma. */
export const doubledClause: Planter = atMatch(CLAUSE, (match) => doubling(rangeOf(match), match[0], '，'));

/** A sentence twice, one behind the other. */
export const doubledSentence: Planter = (clean, random) =>
  atOneOf(bodySentences(clean), random, (range) => {
    const sentence = clean.text.slice(...range);
    return sentence.endsWith('。') ? doubling(range, sentence) : undefined;
  });

/** A sentence pasted again at the end of another paragraph. */
export const sentenceAgainElsewhere: Planter = (clean, random) =>
  atOneOf(bodySentences(clean), random, (range) => {
    const sentence = clean.text.slice(...range);
    if (!sentence.endsWith('。') || sentence.length < 15) return undefined;
    const others = clean.document.blocks.filter(
      (block) => isBody(block) && (block.start > range[1] || blockRange(block)[1] < range[0]),
    );
    const other = pick(others, random);
    if (!other) return undefined;
    const end = other.start + other.paragraph.content[1];
    return { range: [end, end], text: sentence, alsoAt: [range] };
  });

/** A clause pasted again at the end of another sentence. */
export const clauseAgainElsewhere: Planter = atMatch(CLAUSE, (match, random, clean): Mistake | undefined => {
  const others = bodySentences(clean).filter(([from, to]) => from > match.index + match[0].length || to < match.index);
  const other = pick(others, random);
  if (!other || match[0].length < 8 || clean.text[other[1] - 1] !== '。') return undefined;
  return { range: [other[1] - 1, other[1] - 1], text: `，${match[0]}`, alsoAt: [rangeOf(match)] };
});

/** A paragraph twice, one below the other. */
export const doubledParagraph: Planter = atBlock(isBody, (block) =>
  doubling(blockRange(block), block.paragraph.text, '\n'),
);

/** A paragraph pasted again further down. */
export const paragraphAgainElsewhere: Planter = atBlock(isBody, (block, random, clean): Mistake | undefined => {
  const other = pick(
    clean.document.blocks.filter((below) => below.index > block.index + 1 && isBody(below)),
    random,
  );
  if (!other) return undefined;
  const end = blockRange(other)[1];
  return { range: [end, end], text: `\n${block.paragraph.text}`, alsoAt: [blockRange(block)] };
});

/** 我们要加强我们要加强组织领导: a beginning left over before the sentence as it was then written. */
export const beginningLeftOver: Planter = (clean, random) =>
  atOneOf(bodySentences(clean), random, ([start, end]) => {
    const beginning = /^[\u4E00-\u9FFF]{5,12}/.exec(clean.text.slice(start, end))?.[0];
    return beginning ? doubling([start, start + beginning.length], beginning) : undefined;
  });

/** …落实责任。实责任。: the end of the sentence left over behind it. */
export const endLeftOver: Planter = (clean, random) =>
  atOneOf(bodySentences(clean), random, ([start, end]) => {
    const tail = /[\u4E00-\u9FFF]{3,6}。$/.exec(clean.text.slice(start, end))?.[0];
    return tail ? doubling([end - tail.length, end], tail) : undefined;
  });

/** 道路、供水、道路、燃气: an item of a series again. */
export const seriesItemAgain: Planter = atMatch(
  /(?<=、)([\u4E00-\u9FFF]{2,6})(?=、)/g,
  (match, _, { text }): Mistake | undefined => {
    const end = match.index + match[0].length;
    const next = /^、[\u4E00-\u9FFF]{2,6}(?=[、])/.exec(text.slice(end, end + 8))?.[0];
    if (!next) return undefined;
    const at = end + next.length;
    return { range: [at, at], text: `、${match[0]}`, alsoAt: [rangeOf(match)] };
  },
);

/** A list item again under the next number. */
export const listItemAgain: Planter = atBlock(
  ({ paragraph }) => paragraph.marker !== undefined,
  ({ index, paragraph, start }, _, { document, text }): Mistake | undefined => {
    const next = document.blocks.find(
      (block) => block.index > index && block.paragraph.marker?.style === paragraph.marker?.style,
    );
    if (!next) return undefined;
    const body = text.slice(start + paragraph.marker!.range[1], start + paragraph.content[1]);
    const range = [next.start + next.paragraph.marker!.range[1], next.start + next.paragraph.content[1]] as const;
    const item = [start + paragraph.marker!.range[1], start + paragraph.content[1]] as const;
    return { range, text: body, alsoAt: [item, blockRange(next)] };
  },
);

/** The title's line twice. */
export const doubledTitle: Planter = (clean, random) =>
  atOneOf(filledBlocks(clean).slice(0, 1), random, (block) => doubling(blockRange(block), block.paragraph.text, '\n'));

/** 3个3个: a figure with its measure word twice. */
export const doubledFigure: Planter = atMatch(/\d+(?:\.\d+)?[个名人次户件项场期份台套家万]/g, (match) =>
  doubling(rangeOf(match), match[0]),
);
