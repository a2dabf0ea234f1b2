/** The figures of a sentence, with what they count. */
import { allMatches } from '../../../lib/document/matches.ts';
import type { Range } from '../../../lib/document/types.ts';
import { bodySentences, type CleanText, type Random } from './mistake.ts';

export interface Figure {
  readonly value: number;
  readonly range: Range;
  /** What is written, without the unit. */
  readonly text: string;
  /** “个”, “万元”, “%”. */
  readonly unit: string;
}

const FIGURE = /(?<![\d.A-Za-z])\d+(?:\.\d+)?(?![\d.])/g;
const UNIT = /^(?:个百分点|[万亿]?(?:人次|公里|平方米|千瓦时|[%个名人次户件项场期份台套家亩元吨篇条支处])|[万亿])/;

const figuresIn = (text: string, [start, end]: Range): Figure[] =>
  allMatches(text.slice(start, end), FIGURE).map(({ 0: figure, index }) => {
    const behind = start + index + figure.length;
    return {
      value: Number(figure),
      range: [start + index, behind],
      text: figure,
      unit: UNIT.exec(text.slice(behind, behind + 5))?.[0] ?? '',
    };
  });

/** The figures of each sentence of the running text that has some. */
export const figuresBySentence = (clean: CleanText): Figure[][] =>
  bodySentences(clean)
    .map((range) => figuresIn(clean.text, range))
    .filter((figures) => figures.length > 0);

/** Another figure of the same length: one digit changed, the first never to 0. */
export function otherFigure(figure: string, random: Random): string {
  const digits = [...Array(figure.length).keys()].filter((i) => /\d/.test(figure[i]!));
  const at = digits[Math.floor(random() * digits.length)]!;
  const digit = (Number(figure[at]) + 1 + Math.floor(random() * 8)) % 10;
  const safe = at === 0 && digit === 0 ? (figure[0] === '5' ? 6 : 5) : digit;
  return figure.slice(0, at) + safe + figure.slice(at + 1);
}

const decimalsOf = (text: string) => text.split('.')[1]?.length ?? 0;

/** Whether a figure in percent is this value, rounded to as many places as are written. */
export const isPercent = ({ text, unit }: Figure, value: number): boolean =>
  unit === '%' && Math.abs(Number(text) - value) <= 0.5000001 * 10 ** -decimalsOf(text);
