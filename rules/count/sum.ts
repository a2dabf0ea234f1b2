import type { Sentence } from '../../lib/document/types.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import type { RuleContext, Severity } from '../../lib/engine/types.ts';
import { findQuantities, type Quantity } from './_quantities.ts';

/** What stands between the parts of a sum: names of the parts and one pause, nothing that starts a new statement. */
const GAP = /^[^。；：，、（）()]{0,4}[、，及和]?[^。；：，、（）()]{0,20}$/;
const TOTAL_AFTER = /^[，、]?(?:合计|共计|总计|总共|一共|共)(?:为|达|有)?$/;
const OF_WHICH = /^[^。；，]{0,12}[，,（(：]\s*其中[：，]?[^。；，、\d]{0,20}$/;
/** “排查86处，已整改78处，剩余9处”: what stands between the whole and what is done of it, and before the rest. */
const DONE =
  /^[^，。；：（()]{0,6}[，、（]\s*(?:其中)?(?:目前|现|截至目前)?已(?:经)?(?:全部|完成|当场|按期)?(\p{Script=Han}{2})(?:完成|到位|问题|项目)?$/u;
const REST = /^[，、；]\s*(?:剩余|还剩|尚余|余下|其余|(?:尚)?未(\p{Script=Han}{2}))(?:的|有)?$/u;

/** Groups that a person or thing may belong to at once, and changes, which are no parts. */
const OVERLAPPING =
  /党员|[男女]|博士|硕士|本科|学历|职称|高级|中级|少数民族|以上|以下|岁|青年|骨干|专家|同时|还有|仍|包括|增长|增加|提高|减少|降低|同比|上年|完成|占|重点|[从由至到]/;
const CHANGE = /(?:增加|增长|提高|减少|降低|下降|比[^，。]{1,12})[了到至]?$/;
/** How near the parts come that were meant to be all of it: counts small enough to be told in full, and greater ones. */
const NEAR = { few: 0.85, many: 0.97 } as const;
const FEW = 200;

const sumOf = (parts: readonly Quantity[]) => parts.reduce((sum, { value }) => sum + value, 0);

/** Whether parts and total agree as far as rounding lets one see. */
function agrees(parts: readonly Quantity[], total: Quantity): boolean {
  const slack = parts.reduce((sum, { rounding }) => sum + rounding, total.rounding) + 1e-6 * total.value;
  return Math.abs(sumOf(parts) - total.value) <= slack;
}

function show(value: number, like: Quantity, text: string): string {
  const magnitude = /万亿|[万亿]/.exec(text)?.[0] ?? '';
  const factor = { '': 1, 万: 1e4, 亿: 1e8, 万亿: 1e12 }[magnitude] ?? 1;
  return `${Number((value / factor).toFixed(4))}${magnitude}${like.unit}`;
}

class Sums {
  readonly #text: string;
  readonly #quantities: readonly Quantity[];
  readonly #context: RuleContext;

  constructor(text: string, { range }: Sentence, context: RuleContext) {
    this.#text = text;
    this.#quantities = findQuantities(text.slice(...range), range[0]);
    this.#context = context;
  }

  #between(left: Quantity, right: Quantity): string {
    return this.#text.slice(left.range[1], right.range[0]);
  }

  /** Quantities of one unit that follow each other as a list, from `from` by `step`. */
  #run(from: number, step: 1 | -1, unit: string): Quantity[] {
    const run: Quantity[] = [];
    for (let index = from; index >= 0 && index < this.#quantities.length; index += step) {
      const quantity = this.#quantities[index]!;
      if (quantity.unit !== unit) break;
      const neighbour = run.at(-1);
      if (neighbour) {
        const gap = step === 1 ? this.#between(neighbour, quantity) : this.#between(quantity, neighbour);
        if (!GAP.test(gap) || /其中|合计|共计|总计/.test(gap)) break;
      }
      run.push(quantity);
    }
    return step === 1 ? run : run.reverse();
  }

  #report(total: Quantity, parts: readonly Quantity[], severity: Severity): void {
    const all = [total, ...parts];
    const start = Math.min(...all.map(({ range }) => range[0]));
    const end = Math.max(...all.map(({ range }) => range[1]));
    const written = this.#text.slice(...total.range);
    this.#context.report({
      range: [start, end],
      message: 'sum',
      data: { sum: show(sumOf(parts), total, written), total: written, count: parts.length },
      severity,
    });
  }

  /** “5项、9项、4项，合计19项”. */
  checkTotalBehind(): void {
    this.#quantities.forEach((total, index) => {
      const last = this.#quantities[index - 1];
      if (!last || !TOTAL_AFTER.test(this.#between(last, total))) return;
      const parts = this.#run(index - 1, -1, total.unit);
      if (parts.length < 2 || [total, ...parts].some(({ isVague }) => isVague)) return;
      const fits = parts.some((_, from) => parts.length - from >= 2 && agrees(parts.slice(from), total));
      if (!fits) this.#report(total, parts, 'error');
    });
  }

  /** “86处，已整改78处，剩余9处”. */
  checkRest(): void {
    this.#quantities.forEach((total, index) => {
      const [done, rest] = this.#quantities.slice(index + 1, index + 3);
      if (!done || !rest || [done, rest].some(({ unit }) => unit !== total.unit)) return;
      const parts = [done, rest];
      if ([total, ...parts].some(({ isVague }) => isVague) || agrees(parts, total)) return;
      if (isRest(this.#between(total, done), this.#between(done, rest))) this.#report(total, parts, 'warning');
    });
  }

  /** “3120批次，其中合格3058批次、不合格72批次”. */
  checkTotalBefore(): void {
    this.#quantities.forEach((total, index) => {
      const first = this.#quantities[index + 1];
      if (!first || !OF_WHICH.test(this.#between(total, first))) return;
      const parts = this.#run(index + 1, 1, total.unit);
      if (parts.length < 2 || [total, ...parts].some(({ isVague }) => isVague)) return;
      const words = this.#text.slice(total.range[1], parts.at(-1)!.range[1]);
      if (CHANGE.test(this.#text.slice(Math.max(0, total.range[0] - 16), total.range[0]))) return;
      const severity = agrees(parts, total) ? undefined : severityOf(parts, total, words);
      if (severity) this.#report(total, parts, severity);
    });
  }
}

/** Whether `done` and `rest` are told as all of a whole: “已整改”, then “剩余” or “未整改”. */
function isRest(between: string, before: string): boolean {
  const done = DONE.exec(between);
  const rest = REST.exec(before);
  return done !== null && rest !== null && (rest[1] === undefined || rest[1] === done[1]);
}

/** Two parts that leave nothing over: 合格 and 不合格, 男 and 女. */
const isComplete = (parts: readonly Quantity[], words: string) =>
  parts.length === 2 && /(合格|达标|及格|通过).*(?:不|未)\1|男.*女|女.*男/.test(words);

/** Groups of a Party branch that share no member. */
const APART = /在职.*退休|正式.*预备/;

/** How sure it is that parts which do not add up were meant to; undefined where others may have been left out. */
function severityOf(parts: readonly Quantity[], total: Quantity, words: string): Severity | undefined {
  const complete = isComplete(parts, words);
  const overlapping = OVERLAPPING.test(APART.test(words) ? words.replace(/党员/g, '') : words);
  if (!complete && overlapping) return undefined;
  const share = sumOf(parts) / total.value;
  if (share > 1) return complete || !/\d.*，.*\d/.test(words.replace(/^.*?其中[：，]?/, '')) ? 'error' : 'warning';
  if (complete) return 'error';
  if (total.value < FEW) return share >= NEAR.few ? 'warning' : undefined;
  return share >= NEAR.many ? 'hint' : undefined;
}

/** Parts that do not add up to the whole they are given for. */
export default defineRule({
  id: 'count/sum',
  severity: 'error',
  scope: 'paragraph',
  examples: [
    { wrong: '完成抽检⟦310批次，其中合格302批次、不合格12批次⟧。' },
    { wrong: '制定国家标准⟦4项、行业标准3项、地方标准5项，合计13项⟧。' },
    { wrong: '全年立项⟦12项，其中市级5项，区级6项⟧。' },
    { wrong: '投入资金⟦1.2亿元，其中财政资金8000万元、自筹资金5000万元⟧。' },
    { wrong: '总投资⟦1 480万元，其中上级资金1 036万元，自筹454万元⟧。' },
    { right: '总投资1 480万元，其中上级资金1 036万元，自筹444万元。' },
    { wrong: '排查隐患⟦86处，已整改78处，剩余9处⟧。' },
    { wrong: '计划项目⟦42个，已开工37个，未开工6个⟧。' },
    { right: '排查隐患86处，已整改78处，剩余8处；计划项目42个，已开工37个，未完工6个。' },
    { right: '走访农户86户，已帮扶78户，剩余9个问题正在解决。' },
    { wrong: '支部共有党员⟦137名，其中在职党员103名、离退休党员24名⟧。' },
    { right: '支部共有党员137名，其中在职党员113名、离退休党员24名。' },
    { right: '支部共有党员137名，其中在职党员103名、女党员24名。' },
    { right: '实有经营主体315户，其中企业108户、个体工商户205户、合作社2户。' },
    { right: '投入资金1.2亿元，其中财政资金8000万元、自筹资金4000万元。' },
    { right: '全所共有职工30人，其中党员20人，女性16人。' },
    { right: '评选先进80个，其中一等奖5个、二等奖10个。' },
    { right: '新建公园3个、步道5条，共投入200万元。' },
    { right: '检查商户500余家，其中餐饮300家、超市210家。' },
  ],
  check({ text, sentences }, context) {
    if (!/其中|计|共|已/.test(text)) return;
    for (const sentence of sentences) {
      const sums = new Sums(text, sentence, context);
      sums.checkTotalBehind();
      sums.checkRest();
      sums.checkTotalBefore();
    }
  },
});
