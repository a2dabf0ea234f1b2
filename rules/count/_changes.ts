import type { Paragraph } from '../../lib/document/types.ts';
import type { RuleContext } from '../../lib/engine/types.ts';
import { FALL, RISE } from '../../lib/vocabulary/change-verbs.ts';
import { decimalsOf, readArabic } from '../../lib/vocabulary/numbers.ts';
import { quantitiesOf, quantitiesWithin, writtenSlack } from '../_quantities.ts';
import { type Figure, isSameUnit, withLabels } from './_figures.ts';

type Context = RuleContext<'growth' | 'difference', 'recount'>;

/** “比上年减少”, “同比增加了”, “缩短”: what tells a figure as a change, and nothing else. */
const CHANGE = new RegExp(
  `^(?:同比|环比|[比较](?:上年|去年|前年|上月|上季度|往年|年初|上学期|上期)(?:同期)?|共|净|累计)?(?:(${RISE}|多)|(${FALL}|少))(?:了|达)?$`,
);
/** A verb of change right behind the figure it starts from: “比去年的40分钟|缩短了|”. */
const CHANGED = new RegExp(`^(?:共|净)?(?:(${RISE}|多)|(${FALL}|少))(?:了|出)?$`);
/** “比去年的”: before the figure that another is set against. */
const AGAINST = /[比较](?:(?:19|20)\d{2}年|[^，。；、\d]{1,6}?)(?:同期|同月|全年)?的?$/;
/** “，下降”, “，降幅为”: a change told as a share of where it started. */
const SHARE = new RegExp(`^(?:同比|环比|相当于)?(?:(${RISE}|提速)|(${FALL}))(?:率|幅度|幅)?(?:了|为|达到?)?$`);
const FROM = /[从由][^，。；、]{0,12}$/;
const TO = new RegExp(`^(?:${RISE}|${FALL})了?(?:到|至|为)了?(?:[^，。；、\\d]{0,4}的)?$`);
/** “降至”: the figure that a change led to. */
const REACHED = /(?:[降升增减长短到]|提高|提升|缩短|下降)?[到至为]$/;
/** Figures at other prices, sums over several periods: what is told of them may have another base. */
const NOT_COMPARABLE = /可比|同口径|不变价|扣除|生产总值|GDP|增加值|产值|分别|以来|计划|目标|预计|力争|其中/;
/** A gain of speed may be told as a share of the longer time, or of the shorter one. */
const SPEED = /提速/;
const PAUSE = /^[，、（]$/;

interface Change {
  readonly by: Figure;
  readonly sign: 1 | -1;
  /** Where it started; undefined where the figures tell it no more. */
  readonly base: number;
  readonly from: Figure;
}

/** How a figure is told as a change by the words before it: 1 a rise, -1 a fall. */
function signOf(words: string, pattern: RegExp): 1 | -1 | undefined {
  const match = pattern.exec(words);
  return match ? (match[1] === undefined ? -1 : 1) : undefined;
}

const isExact = (...figures: readonly Figure[]) => figures.every(({ isVague }) => !isVague);
const show = (value: number) => String(Number(value.toFixed(4)));
const MAGNITUDE = /[十百千万亿]{1,3}$/;

/** Reads the changes of one sentence: “6起，比上年减少4起，下降40%”, “由48分钟缩短至30分钟，缩短了18分钟，”. */
class Changes {
  readonly #text: string;
  readonly #figures: readonly Figure[];
  readonly #context: Context;

  constructor(text: string, figures: readonly Figure[], context: Context) {
    this.#text = text;
    this.#figures = figures;
    this.#context = context;
  }

  check(): void {
    for (const [index, figure] of this.#figures.entries()) {
      if (figure.kind === 'percent') {
        if (figure.unit !== '个百分点') {
          this.#checkReached(index);
          this.#checkSpeed(index);
        }
        continue;
      }
      const change = this.#changeAt(index);
      if (change) this.#checkShare(index + 1, change);
    }
  }

  #between = (a: Figure, b: Figure) => this.#text.slice(a.range[1], b.range[0]);
  /** Whether a figure's label begins right behind a pause, and the pause right behind the figure before it. */
  #follows = (a: Figure, b: Figure) => {
    const between = this.#between(a, b);
    return between.endsWith(b.label) && PAUSE.test(between.slice(0, between.length - b.label.length));
  };

  /** The change that the figure tells; reports it where the two figures before it give another. */
  #changeAt(index: number): Change | undefined {
    const [before, last, by] = [this.#figures[index - 2], this.#figures[index - 1], this.#figures[index]!];
    if (!last || !isSameUnit(last.unit, by.unit) || last.unit === '' || !isExact(last, by)) return undefined;
    const between = this.#between(last, by);
    if (between === by.label && AGAINST.test(last.label)) {
      const sign = signOf(by.label, CHANGED);
      if (!sign) return undefined;
      const now = before && isSameUnit(before.unit, by.unit) && this.#follows(before, last) ? before : undefined;
      if (now && isExact(now)) this.#compare(now, by, (now.value - last.value) * sign, now.rounding + last.rounding);
      return { by, sign, base: last.value, from: now ?? last };
    }
    const sign = signOf(by.label, CHANGE);
    if (!sign || !this.#follows(last, by)) return undefined;
    if (before && isSameUnit(before.unit, last.unit) && FROM.test(before.label)) {
      if (!TO.test(this.#between(before, last)) || !isExact(before)) return undefined;
      if (this.#differInMagnitude(before, last)) return undefined;
      this.#compare(before, by, (last.value - before.value) * sign, before.rounding + last.rounding);
      return { by, sign, base: before.value, from: before };
    }
    const base = last.value - sign * by.value;
    return base > 0 ? { by, sign, base, from: last } : undefined;
  }

  /** “由5.2万件增加到6件”: the magnitude stands once for both. */
  #differInMagnitude(a: Figure, b: Figure): boolean {
    return MAGNITUDE.exec(this.#text.slice(...a.number))?.[0] !== MAGNITUDE.exec(this.#text.slice(...b.number))?.[0];
  }

  #compare(from: Figure, by: Figure, right: number, rounding: number): void {
    if (right <= 0 || Math.abs(right - by.value) <= rounding + by.rounding + 1e-6 * right) return;
    const written = this.#text.slice(...by.number);
    const magnitude = MAGNITUDE.exec(written)?.[0] ?? '';
    const factor = by.value / readArabic(written);
    const text = Number.isFinite(factor) && factor > 0 ? `${show(right / factor)}${magnitude}` : show(right);
    this.#context.report({
      range: [from.range[0], by.range[1]],
      message: 'difference',
      data: { right: `${text}${by.unit}` },
      suggestions: [{ message: 'recount', data: { right: text }, fix: { range: by.number, text } }],
    });
  }

  /** The share that is told behind a change. */
  #checkShare(index: number, { by, sign, base, from }: Change): void {
    const share = this.#figures[index];
    if (share?.kind !== 'percent' || !this.#follows(by, share) || !isExact(share)) return;
    if (/百分点/.test(share.unit) || /^以/.test(share.tail)) return;
    const isSpeed = SPEED.test(share.label);
    const told = signOf(share.label, SHARE);
    if (!told || (told !== sign && !isSpeed)) return;
    const slack = 100 * ((by.rounding + from.rounding) / base);
    const rights = [(100 * by.value) / base, ...(isSpeed ? [(100 * by.value) / (base + sign * by.value)] : [])];
    this.#compareShare(share, rights, slack);
  }

  /** “比去年的40分钟缩短了25%，降至20分钟”. */
  #checkReached(index: number): void {
    const [base, share, reached] = [this.#figures[index - 1], this.#figures[index]!, this.#figures[index + 1]];
    if (!base || !reached || !isSameUnit(base.unit, reached.unit) || !isExact(base, share, reached)) return;
    if (this.#between(base, share) !== share.label || !AGAINST.test(base.label)) return;
    const sign = signOf(share.label, CHANGED);
    if (!sign || !REACHED.test(reached.label) || !this.#follows(share, reached)) return;
    const right = (100 * (reached.value - base.value) * sign) / base.value;
    if (right > 0) this.#compareShare(share, [right], 100 * ((base.rounding + reached.rounding) / base.value));
  }

  /** “由20个工作日缩短到8个工作日，提速60%”. */
  #checkSpeed(index: number): void {
    const [from, to, share] = [this.#figures[index - 2], this.#figures[index - 1], this.#figures[index]!];
    if (!from || !to || !SPEED.test(share.label) || !SHARE.test(share.label) || !isSameUnit(from.unit, to.unit)) return;
    if (!FROM.test(from.label) || !TO.test(this.#between(from, to)) || !this.#follows(to, share)) return;
    if (!isExact(from, to, share) || to.value >= from.value || to.value === 0) return;
    const gain = 100 * (from.value - to.value);
    this.#compareShare(share, [gain / from.value, gain / to.value], 0);
  }

  #compareShare(share: Figure, rights: readonly number[], slack: number): void {
    const digits = this.#text.slice(...share.number);
    const fits = (right: number) => Math.abs(right - share.value) <= slack + writtenSlack(digits);
    if (rights.some(fits)) return;
    const right = Number(rights[0]!.toFixed(Math.max(1, decimalsOf(digits))));
    this.#context.report({
      range: share.range,
      message: 'growth',
      data: { right },
      suggestions: [`${right}${share.unit}`],
    });
  }
}

/** Changes that do not follow from the figures beside them, sentence by sentence. Linear. */
export function checkChanges(paragraph: Paragraph, context: Context): void {
  const { text, sentences } = paragraph;
  const quantities = quantitiesOf(paragraph);
  if (quantities.length < 2) return;
  for (const { range } of sentences) {
    const words = text.slice(...range);
    if (NOT_COMPARABLE.test(words)) continue;
    const within = quantitiesWithin(quantities, range);
    if (within.length > 1) new Changes(text, withLabels(text, within, range), context).check();
  }
}
