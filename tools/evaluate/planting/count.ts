/** Figures and numbers announced that do not agree with what stands beside them. */
import { parseNumeral, toNumeral } from '../../../lib/document/numerals.ts';
import type { Range } from '../../../lib/document/types.ts';
import { type Figure, figuresBySentence, isPercent, otherFigure } from './figures.ts';
import { atMatch, atOneOf, type CleanText, type Mistake, type Planter, pick, type Random, rangeOf } from './mistake.ts';

/** Figures that hang together, and which of them is changed. */
interface Relation {
  readonly figures: readonly Figure[];
  readonly changed: Figure;
}

const spanOf = (figures: readonly Figure[]): Range => [
  Math.min(...figures.map(({ range }) => range[0])),
  Math.max(...figures.map(({ range, unit }) => range[1] + unit.length)),
];

/** Changes a figure of a relation; a message may stand anywhere between its first and last figure. */
const breaking =
  (relations: (figures: readonly Figure[]) => Relation[], change = otherFigure): Planter =>
  (clean, random) =>
    atOneOf(figuresBySentence(clean).flatMap(relations), random, ({ figures, changed }): Mistake | undefined => {
      const text = change(changed.text, random);
      if (text === changed.text) return undefined;
      return {
        range: changed.range,
        text,
        alsoAt: [spanOf(figures), ...figures.map(({ range, unit }): Range => [range[0], range[1] + unit.length])],
      };
    });

/** A total and the parts that follow it, all of one unit. */
function sums(figures: readonly Figure[]): Figure[][] {
  return figures.flatMap((total, i) => {
    const parts: Figure[] = [];
    let sum = 0;
    for (const part of figures.slice(i + 1)) {
      if (part.unit !== total.unit || part.unit === '%' || part.unit === '') break;
      parts.push(part);
      sum += part.value;
      if (parts.length >= 2 && Math.abs(sum - total.value) < 1e-6) return [[total, ...parts]];
    }
    return [];
  });
}

/** Two figures of one unit and the per cent one is of the other. */
function ratios(figures: readonly Figure[], percentOf: (first: number, second: number) => number): Figure[][] {
  return figures.flatMap((first, i) =>
    figures.slice(i + 1).flatMap((second, j) =>
      figures
        .slice(i + j + 2, i + j + 4)
        .filter(
          (share) =>
            first.unit === second.unit && first.unit !== '%' && isPercent(share, percentOf(first.value, second.value)),
        )
        .map((share) => [first, second, share]),
    ),
  );
}

const shares = (figures: readonly Figure[]): Figure[][] => ratios(figures, (whole, part) => (100 * part) / whole);
const growths = (figures: readonly Figure[]): Figure[][] =>
  ratios(figures, (before, after) => (100 * Math.abs(after - before)) / before);
/** 从3个增加到5个，增加2个, and 比上年减少4例 with both figures. */
const differences = (figures: readonly Figure[]): Figure[][] =>
  figures.flatMap((before, i) => {
    const [after, change] = figures.slice(i + 1, i + 3);
    if (!after || !change || before.value === after.value) return [];
    const unit = before.unit === '%' ? '个百分点' : before.unit;
    const isDifference = Math.abs(Math.abs(after.value - before.value) - change.value) < 1e-6;
    return before.unit === after.unit && change.unit === unit && isDifference ? [[before, after, change]] : [];
  });

const changing =
  (find: (figures: readonly Figure[]) => Figure[][], index: number) =>
  (figures: readonly Figure[]): Relation[] =>
    find(figures).map((found) => ({ figures: found, changed: found.at(index)! }));

/** The total of parts that are named is wrong. */
export const sumTotal: Planter = breaking(changing(sums, 0));
/** One of the parts is wrong. */
export const sumPart: Planter = breaking(changing(sums, -1));
/** 应到20人，实到18人，到会率80%. */
export const share: Planter = breaking(changing(shares, 2));
/** The part or the whole behind a right percentage is wrong. */
export const shareFigure: Planter = breaking(changing(shares, 1));
/** 已整改36个…整改率100%, or more than all. */
export const shareFull: Planter = breaking(changing(shares, 2), (text) => (Number(text) === 100 ? '105' : '100'));
/** 从40万元增加到50万元，增长35%. */
export const growth: Planter = breaking(changing(growths, 2));
/** One of the figures a growth is reckoned from is wrong. */
export const growthFigure: Planter = breaking(changing(growths, 1));
/** 从3个增加到5个，增加4个. */
export const difference: Planter = breaking(changing(differences, 2));
/** 提高4.4个百分点 where it was another number. */
export const percentagePoints: Planter = breaking((figures) =>
  changing(differences, 2)(figures).filter(({ changed }) => changed.unit === '个百分点'),
);
/** More came than were invited. */
export const partAboveWhole: Planter = breaking(changing(shares, 1), (text) => String(Number(text) * 3));

const otherCount = (numeral: string, random: Random): string => {
  const value = parseNumeral(numeral);
  const other = value + pick(value > 2 ? [-1, 1] : [1, 2], random)!;
  return /\d/.test(numeral) ? String(other) : other === 2 ? '两' : toNumeral(other);
};

/** 以下三个方面 before four. */
export const announcedAbove: Planter = atMatch(
  /(?<=(?:以下|下列|如下|了|从|抓好|做好|做到|实现|突出|坚持|存在|完成|解决|负责|推进))[两二三四五六七八](?=(?:个|方面|项|点|件|条|类|大|重)[\u4E00-\u9FFF]{0,8}[：，。])/g,
  ({ 0: numeral, index }, random, clean) => withItsList(index, numeral, random, clean),
);

/** The list that an announcement is about is marked as well: the headings or the paragraph behind it. */
function withItsList(index: number, numeral: string, random: Random, { document }: CleanText): Mistake {
  const block = document.blocks.findLast(({ start }) => start <= index)!;
  const behind = block.paragraph.enumeration.map(
    ({ marker }): Range => [block.start + marker[0], block.start + marker[1]],
  );
  return { range: [index, index + numeral.length], text: otherCount(numeral, random), alsoAt: behind };
}

const SERIES =
  /((?:“?[\u4E00-\u9FFF]{1,8}”?、)+“?[\u4E00-\u9FFF]{1,8}”?(?:和[\u4E00-\u9FFF]{2,8})?等?)([两二三四五六七八]|\d{1,2})(?=个|项|类|家|名|种|人|所|大|镇)/g;
/** 道路、供水、燃气四个环节: the number behind a series. */
export const numberBehindSeries: Planter = atMatch(
  SERIES,
  ({ 0: whole, 1: series, 2: numeral, index }, random): Mistake | undefined => {
    const items = series!.split(/[、和]/).length;
    if (parseNumeral(numeral!) !== items || series!.includes('第')) return undefined;
    const at = index + series!.length;
    return {
      range: [at, at + numeral!.length],
      text: otherCount(numeral!, random),
      alsoAt: [[index, index + whole.length + 1]],
    };
  },
);
/** The same, an item of the series gone. */
export const itemOfSeriesGone: Planter = atMatch(
  SERIES,
  ({ 0: whole, 1: series, 2: numeral, index }): Mistake | undefined => {
    const items = series!.split(/[、和]/);
    const second = /、([^、]+)(?=、)/.exec(series!);
    if (items.length !== parseNumeral(numeral!) || !second) return undefined;
    const at = index + second.index;
    return { range: [at, at + second[0].length], text: '', alsoAt: [[index, index + whole.length + 1]] };
  },
);

/** 四项工作：一是…二是…三是…: the last of an enumeration that was announced is gone. */
export const lastOfEnumerationGone: Planter = atMatch(
  /[三四五六]是[^。；\n]{6,80}。(?=\n|$)/g,
  ({ 0: whole, index }, _, { document, text }): Mistake | undefined => {
    const block = document.blocks.findLast(({ start }) => start <= index)!;
    const announced = /[三四五六](?=(?:个|方面|项|点|件|条|类|大)[\u4E00-\u9FFF]{0,8}[：，。])/.exec(
      block.paragraph.text,
    );
    if (!announced || announced.index > index - block.start || announced[0] !== whole[0]) return undefined;
    const range: Range = [index - 1, index + whole.length];
    const at = block.start + announced.index;
    return {
      range,
      text: `${text[index - 1]}`.replace(/[，；]/, '。'),
      alsoAt: [
        [at, at + 3],
        [block.start, index + whole.length],
      ],
    };
  },
);

/** “五个意识”: the number in a set phrase. */
export const quotedNumber: Planter = atMatch(
  /(?<=“)[三四五六七八](?=个?[\u4E00-\u9FFF]{2,4}”)/g,
  (match, random): Mistake => ({
    range: rangeOf(match),
    text: otherCount(match[0], random),
    alsoAt: [[match.index - 1, match.index + 6]],
  }),
);
