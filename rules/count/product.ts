import type { Paragraph, Range } from '../../lib/document/types.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import { readArabic } from '../../lib/vocabulary/numbers.ts';
import { quantitiesOf, quantitiesWithin } from '../_quantities.ts';
import { type Figure, isSameUnit, withLabels } from './_figures.ts';

/** “每套”, “每台每天”, “每户补助”: the price of one. */
const PRICE =
  /^[^每]{0,6}每((?:个工作日|\p{Script=Han}{1,2}?))(?:每(天|日|月|年|次|小时))?(?:补助|补贴|发放|奖励|单价|均价|价格|标准|按|为|约|资助|慰问金?|收费|仅|只|需|要)*$/u;
const UNIT_PRICE = /^(?:其)?(?:单价|均价|平均单价|平均价格)(?:为|是)?$/;
/** How a total is told. */
const TOTAL =
  /(?:共计|合计|总计|总价|总额|金额|费用|总费用|款项|货款|共|收入|支出|投入|需要?|发放|支付|补助|补贴|资金|计)(?:款|资金|金额|费用|经费|补助|补助款|补贴|慰问金|奖金)?(?:为|是|达|了)?$/;
/** Amounts that are a part, a change or a saving. */
const OTHER = /节约|节省|增|减|降|多|少|比|优惠|其中|左右|余|净|利润|折|税|补缴|已|尚|还/;
/** How far the written total may lie from the right one to be a slip, and not another total. */
const FURTHEST = 2;

interface Price {
  readonly figure: Figure;
  /** What it is the price of: 套, or 台 and 天; undefined for “单价”. */
  readonly units: readonly string[] | undefined;
}

function priceOf(figure: Figure): Price | undefined {
  if (figure.unit !== '元' || figure.isVague) return undefined;
  const match = PRICE.exec(figure.label);
  if (match) return { figure, units: [match[1]!, ...(match[2] ? [match[2]] : [])] };
  return UNIT_PRICE.test(figure.label) ? { figure, units: undefined } : undefined;
}

const DAYS: ReadonlySet<string> = new Set(['天', '日']);
const isUnit = (a: string, b: string) => isSameUnit(a, b) || (DAYS.has(a) && DAYS.has(b));

/** The counts that a price is multiplied with; undefined where the sentence does not tell them, or tells more than one. */
function countsFor({ units, figure }: Price, figures: readonly Figure[]): Figure[] | undefined {
  const others = figures.filter((other) => other !== figure && other.unit !== '元' && other.unit !== '');
  if (!units) {
    const before = others.filter(({ range }) => range[1] <= figure.range[0]);
    return others.length === 1 && before.length === 1 && !others[0]!.isVague ? others : undefined;
  }
  const counts = units.map((unit) => others.filter((other) => isUnit(other.unit, unit)));
  if (others.length > units.length) return undefined;
  return counts.every((same) => same.length === 1 && !same[0]!.isVague) ? counts.flat() : undefined;
}

interface Mistake {
  readonly total: Figure;
  readonly range: Range;
  readonly right: number;
}

/** The total of a sentence that is not count times price. */
function mistakeIn(figures: readonly Figure[]): Mistake | undefined {
  const prices = figures.flatMap((figure) => priceOf(figure) ?? []);
  const [price] = prices;
  if (!price || prices.length > 1) return undefined;
  const amounts = figures.filter(({ unit, range }) => unit === '元' && range[0] > price.figure.range[0]);
  const [total] = amounts;
  if (!total || amounts.length > 1 || total.isVague || !TOTAL.test(total.label) || OTHER.test(total.label))
    return undefined;
  const counts = countsFor(
    price,
    figures.filter(({ kind }) => kind !== 'percent'),
  );
  if (!counts) return undefined;
  const factors = [price.figure, ...counts];
  const right = factors.reduce((product, { value }) => product * value, 1);
  const slack = factors.reduce((all, { rounding, value }) => all + (rounding / value) * right, total.rounding);
  const share = total.value / right;
  if (Math.abs(total.value - right) <= slack + 1e-6 * right || share > FURTHEST || share < 1 / FURTHEST)
    return undefined;
  const start = Math.min(...factors.map(({ range }) => range[0]));
  return { total, right, range: [start, total.range[1]] };
}

/** The digits of a value as the total writes it: in 万 where it does. */
function written(value: number, total: Figure, text: string): string {
  const digits = text.slice(...total.number);
  const factor = total.value / readArabic(digits);
  return `${Number((value / factor).toFixed(4))}${digits.replace(/[\d.,， \u00a0\u2009\u202f]/g, '')}`;
}

function check(paragraph: Paragraph): Mistake[] {
  const { text, sentences } = paragraph;
  const quantities = quantitiesOf(paragraph).filter(({ script }) => script === 'arabic');
  if (quantities.length < 3) return [];
  return sentences.flatMap(({ range }) => {
    const within = quantitiesWithin(quantities, range);
    return within.length < 3 ? [] : (mistakeIn(withLabels(text, within, range)) ?? []);
  });
}

/** A total that is not count times price: “40套，每套260元，共计10600元”. */
export default defineRule({
  id: 'count/product',
  messages: { product: 'warning' },
  notes: ['recount'],
  scope: 'paragraph',
  examples: [
    { wrong: '采购树苗⟦40株，每株260元，共计10600元⟧。', right: '采购树苗40株，每株260元，共计10400元。' },
    { wrong: '购置水泵⟦12台，单价4500元，合计5.6万元⟧。', right: '购置水泵12台，单价4500元，合计5.4万元。' },
    { wrong: '租车⟦3台，每台每天800元，共5天，费用15000元⟧。', right: '租车3台，每台每天800元，共5天，费用12000元。' },
    { right: '采购树苗40株，每株260元，共计10400元；租车3台，每台每天800元，共5天，费用1.2万元。' },
    { right: '采购树苗40株、水泵3台，每株260元，共计2.6万元；慰问36人，每人500元，另发放米面2万元。' },
    { right: '为58户林农每户补助2000元，全县已发放补助120万元；每户增收2000元，58户共增收约10万元。' },
  ],
  check(paragraph, context) {
    if (!/每|单价|均价/.test(paragraph.text)) return;
    for (const { total, range, right } of check(paragraph)) {
      const digits = written(right, total, paragraph.text);
      context.report({
        range,
        message: 'product',
        data: { right: `${digits}${total.unit}` },
        suggestions: [{ message: 'recount', data: { right: digits }, fix: { range: total.number, text: digits } }],
      });
    }
  },
});
