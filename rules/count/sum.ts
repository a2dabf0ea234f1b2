import { allMatches } from '../../lib/document/matches.ts';
import type { Paragraph, Range } from '../../lib/document/types.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import type { RuleContext, Severity } from '../../lib/engine/types.ts';
import type { Quantity } from '../../lib/vocabulary/quantities.ts';
import { quantitiesOf, quantitiesWithin } from '../_quantities.ts';
import { isSameUnit } from './_figures.ts';
import { mismatchesIn } from './_tuples.ts';

/** What stands between the parts of a sum: names of the parts and one pause, nothing that starts a new statement. */
const GAP = /^[^。；：，、（）()]{0,4}[、，及和]?[^。；：，、（）()]{0,20}$/;
const TOTAL_AFTER = /^[，、]?(?:合计|共计|总计|总共|一共|共)(?:为|达|有)?$/;
/** “12所、86个，共有各类养老机构103个”: the total with its noun before it. */
const NAMED_TOTAL_AFTER =
  /^[，、](?:合计|共计|总计|总共|一共|共)(?:有|建有|建成|设有|设立)?各[类种][^，。；、：（）()]{0,12}(?:设施|机构|场所|单位|网点|站点|阵地)$/;
/** “680万元。其中，申请补助400万元”: a full stop before 其中 parts no more than a comma. */
const OF_WHICH_NEXT = /^[。；]\s*其中[：，]?[^。；，、\d]{0,20}$/;
const OF_WHICH = /^[^。；，]{0,12}[，,（(：]\s*其中[：，]?[^。；，、\d]{0,20}$/;
/** “48场次：安全20场次、技能18场次”, “85家（餐饮50家、食堂20家）”: all that there is, without 其中. */
const ALL = /^[^。；，、：（()\d]{0,6}([：（(])(?!含|其中|包括|不含|另|如|比|同比)[^。；，、：（()\d]{1,12}$/;
/** “排查86处，已整改78处，剩余9处”: what stands between the whole and what is done of it, and before the rest. */
const DONE =
  /^[^，。；：（()]{0,6}[，、（]\s*(?:其中)?(?:目前|现|截至目前)?已(?:经)?(?:全部|完成|当场|按期)?(\p{Script=Han}{2})(?:完成|到位|问题|项目)?$/u;
const REST = /^[，、；]\s*(?:剩余|还剩|尚余|余下|其余|(?:尚)?未(\p{Script=Han}{2}))(?:的|有)?$/u;
/** “尚有27项正在整改”, “还有9处未整改”: what the rest is told by when its verb comes behind it. */
const REST_LEFT = /^[，、；]\s*(?:目前|现|截至目前)?(?:尚|还|仍)有$/;
/** Before what seems the first part: the list began further up, or is added to something. */
const LIST_BEGAN = /[）”]、[^，。；、]{0,16}$|加上[^，。；]{0,16}$/;
/** How far behind the rest its verb is looked for, and before a list its beginning (UTF-16 units). */
const REACH = 16;
const STILL_TO_DO =
  /^(?:问题|隐患)?(?:(?:尚|还|仍)?未|(?:尚|仍)?(?:正在?|在)|(?:需|待)(?:继续|进一步)?)(?:抓紧|加紧|持续|继续|推进|完成)?(\p{Script=Han}{2})/u;

/** Groups that a person or thing may belong to at once, and changes, which are no parts. */
const OVERLAPPING =
  /党员|[男女]|收录|[一二三四1-4]区|发病|死亡|治愈|出院|逆差|党纪|政纪|政务处分|博士|硕士|本科|学历|职称|高级|中级|少数民族|以上|以下|岁|青年|骨干|专家|同时|还有|仍|包括|增长|增加|提高|减少|降低|同比|上年|完成|占|重点|[从由至到]/;
const CHANGE =
  /(?:增加|增长|提高|减少|降低|下降|比[^，。]{1,12})[了到至]?$|(?:日均|月均|年均|户均|人均|平均|每[年月日天])(?:为|达)?$/;
/** Between amounts that are no parts of one total: prices, shares for each, another sum. */
const NOT_PARTS = /[。；：（）]|其中|合计|共计|总计|单价|每|均|同比|比|较|增|减|产值|收入|利润|占/;
/** Parts that go so far beyond a total overlap, or belong to another. */
const FURTHEST = 1.5;
/** How near the parts come that were meant to be all of it: counts small enough to be told in full, and greater ones. */
const NEAR = { few: 0.85, many: 0.97 } as const;
const FEW = 200;

/** 12所 and 86个 are 98个 where the total is told of 机构 or 设施, which take either. */
const PLACES: ReadonlySet<string> = new Set(['个', '所', '处', '家', '座']);
/** How near the parts come to a total of 各类机构, which may count some that are not named. */
const NEAR_NAMED = 0.15;

/** “一个”, “两项” mostly point out rather than count. */
const FEWEST_IN_CHINESE = 10;
const isCounted = ({ unit, kind, script, value }: Quantity) =>
  unit !== '' && kind !== 'percent' && kind !== 'multiple' && (script !== 'chinese' || value >= FEWEST_IN_CHINESE);

const isSamePlace = (a: string, b: string) => a === b || (PLACES.has(a) && PLACES.has(b));

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
  readonly #range: Range;
  readonly #context: RuleContext<'sum'>;

  constructor(paragraph: Paragraph, range: Range, context: RuleContext<'sum'>) {
    this.#text = paragraph.text;
    this.#range = range;
    this.#quantities = quantitiesWithin(quantitiesOf(paragraph), range).filter(isCounted);
    this.#context = context;
  }

  #between(left: Quantity, right: Quantity): string {
    return this.#text.slice(left.range[1], right.range[0]);
  }

  /** Quantities of one unit that follow each other as a list, from `from` by `step`. */
  #run(from: number, step: 1 | -1, unit: string, fits = isSameUnit): Quantity[] {
    const run: Quantity[] = [];
    for (let index = from; index >= 0 && index < this.#quantities.length; index += step) {
      const quantity = this.#quantities[index]!;
      if (!fits(quantity.unit, unit)) break;
      const neighbour = run.at(-1);
      if (neighbour) {
        const gap = step === 1 ? this.#between(neighbour, quantity) : this.#between(quantity, neighbour);
        if (!GAP.test(gap) || /其中|合计|共计|总计/.test(gap)) break;
      }
      run.push(quantity);
    }
    return step === 1 ? run : run.reverse();
  }

  /** Amounts behind a total, whatever other things are counted between them; undefined where none is. */
  #amountsAcross(from: number, unit: string): Quantity[] | undefined {
    const behind = this.#quantities.slice(from);
    const amounts = behind.filter((quantity) => quantity.unit === unit);
    const [first, last] = [amounts[0], amounts.at(-1)];
    if (!first || !last || amounts.length === behind.length) return undefined;
    const words = this.#text.slice(first.range[1], last.range[0]);
    return NOT_PARTS.test(words) ? undefined : amounts;
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
      if (!last) return;
      const between = this.#between(last, total);
      const isNamed = NAMED_TOTAL_AFTER.test(between);
      if (!isNamed && !TOTAL_AFTER.test(between)) return;
      const parts = this.#run(index - 1, -1, total.unit, isNamed ? isSamePlace : isSameUnit);
      if (parts.length < 2 || this.#isGoneOnWith(parts[0]!) || [total, ...parts].some(({ isVague }) => isVague)) return;
      const fits = parts.some((_, from) => parts.length - from >= 2 && agrees(parts.slice(from), total));
      // “其中上市公司21家、国有企业4家，共111家”: the total of what 其中 chooses from.
      const isChoice = this.#text.slice(Math.max(0, parts[0]!.range[0] - REACH), parts[0]!.range[0]).includes('其中');
      if (isChoice && sumOf(parts) < NEAR.few * total.value) return;
      if (fits || (isNamed && Math.abs(sumOf(parts) / total.value - 1) > NEAR_NAMED)) return;
      this.#report(total, parts, isNamed ? 'warning' : 'error');
    });
  }

  /** Whether the list of which a quantity seems the first began further up. */
  #isGoneOnWith({ range: [start] }: Quantity): boolean {
    return LIST_BEGAN.test(this.#text.slice(Math.max(0, start - REACH), start));
  }

  /** “86处，已整改78处，剩余9处”. */
  checkRest(): void {
    this.#quantities.forEach((total, index) => {
      const [done, rest] = this.#quantities.slice(index + 1, index + 3);
      if (!done || !rest || [done, rest].some(({ unit }) => unit !== total.unit)) return;
      const parts = [done, rest];
      if ([total, ...parts].some(({ isVague }) => isVague) || agrees(parts, total)) return;
      const behind = this.#text.slice(rest.range[1], rest.range[1] + REACH);
      if (isRest(this.#between(total, done), this.#between(done, rest), behind)) this.#report(total, parts, 'warning');
    });
  }

  /** “48场次：安全20场次、技能18场次、消防12场次。” */
  checkAll(): void {
    this.#quantities.forEach((total, index) => {
      const first = this.#quantities[index + 1];
      const opening = first && ALL.exec(this.#between(total, first))?.[1];
      if (!opening) return;
      const parts = this.#run(index + 1, 1, total.unit);
      if (parts.length < 2 || [total, ...parts].some(({ isVague }) => isVague) || agrees(parts, total)) return;
      const share = sumOf(parts) / total.value;
      const end = parts.at(-1)!.range[1];
      const fewest = share < 1 ? 3 : 2;
      const isClosed = (opening === '：' ? /^(?:[。；]|$)/ : /^[）)]/).test(this.#text.slice(end, end + 1));
      const words = this.#text.slice(total.range[1], end);
      if (isClosed && parts.length >= fewest && !OVERLAPPING.test(words) && share >= NEAR.few && share <= FURTHEST)
        this.#report(total, parts, 'warning');
    });
  }

  /** “14户52人，其中危房9户36人、旧房6户16人”. */
  checkMeasures(): void {
    for (const { total, parts } of mismatchesIn(this.#text, this.#quantities, this.#range))
      this.#report(total, parts, 'warning');
  }

  /** What is told as parts of a total; something greater than the total begins another list. */
  #partsBehind(total: Quantity, from: number): Quantity[] {
    const across = total.kind === 'money' ? this.#amountsAcross(from, total.unit) : undefined;
    const parts = across ?? this.#run(from, 1, total.unit);
    const end = parts.findIndex(({ value }, index) => index > 0 && value > total.value);
    const fitting = end === -1 ? parts : parts.slice(0, end);
    if (sumOf(fitting) <= FURTHEST * total.value) return fitting;
    // “一般405条、重大9条，当场整改368条”: a list with 、 ends at the first comma.
    const comma = fitting.findIndex(
      (part, index) => index > 0 && this.#between(fitting[index - 1]!, part).includes('，'),
    );
    return comma === -1 ? fitting : fitting.slice(0, comma);
  }

  /** “3120批次，其中合格3058批次、不合格72批次”. */
  checkTotalBefore(ofWhich: RegExp): void {
    this.#quantities.forEach((total, index) => {
      const first = this.#quantities[index + 1];
      if (!first || !ofWhich.test(this.#between(total, first))) return;
      const parts = this.#partsBehind(total, index + 1);
      if (parts.length < 2 || [total, ...parts].some(({ isVague }) => isVague)) return;
      const end = parts.at(-1)!.range[1];
      const words = this.#text.slice(total.range[1], end);
      if (CHANGE.test(this.#text.slice(Math.max(0, total.range[0] - 16), total.range[0]))) return;
      // “38例，其中本土19例、境外19例，当日转为确诊24例”: the parts end where they make the total.
      if (parts.some((_, last) => last > 0 && agrees(parts.slice(0, last + 1), total))) return;
      const isClosed = /^(?:[。；）]|$)/.test(this.#text.slice(end));
      const severity = severityOf(parts, total, words, isClosed);
      if (ofWhich === OF_WHICH) {
        if (severity) this.#report(total, parts, severity);
        return;
      }
      const share = sumOf(parts) / total.value;
      const isFarOff = share < 1 && !isClosed;
      if (severity && severity !== 'hint' && !isFarOff) this.#report(total, parts, 'warning');
    });
  }
}

/** Whether `done` and `rest` are told as all of a whole: “已整改”, then “剩余” or “未整改”, or “尚有” and “正在整改” behind. */
function isRest(between: string, before: string, behind: string): boolean {
  const done = DONE.exec(between)?.[1];
  if (done === undefined) return false;
  const rest = REST.exec(before);
  if (rest) return rest[1] === undefined || rest[1] === done;
  return REST_LEFT.test(before) && STILL_TO_DO.exec(behind)?.[1] === done;
}

/** Parts that leave nothing over: 合格 and 不合格, 男 and 女, or the last of which is told as the rest. */
const isComplete = (parts: readonly Quantity[], words: string) =>
  (parts.length === 2 && /(合格|达标|及格|通过).{0,80}(?:不|未)\1|男.{0,80}女|女.{0,80}男/.test(words)) ||
  /[，、](?:其余|其他|其它|剩余|自筹|余下)[^，、\d]{0,8}\d[^，、]{0,12}$/.test(words);

/** Money asked for, and the rest that one pays oneself: together all that a plan costs. */
const FUNDED =
  /(?:补助|补贴|拨款|财政|上级|争取|申请|贷款).{0,80}自筹|自筹.{0,80}(?:补助|补贴|拨款|财政|上级|争取|申请|贷款)/;

/** Groups of a Party branch that share no member. */
const APART = /在职.{0,80}退休|正式.{0,80}预备/;

/** How sure it is that parts which do not add up were meant to; undefined where others may have been left out. */
function severityOf(
  parts: readonly Quantity[],
  total: Quantity,
  words: string,
  isClosed: boolean,
): Severity | undefined {
  const complete = isComplete(parts, words);
  const overlapping = OVERLAPPING.test(APART.test(words) ? words.replace(/党员/g, '') : words);
  if (!complete && overlapping) return undefined;
  const share = sumOf(parts) / total.value;
  if (share > FURTHEST) return undefined;
  if (share > 1)
    return complete || !/^\D*\d[^，]*，\D*\d/.test(words.replace(/^.*?其中[：，]?/, '')) ? 'error' : 'warning';
  if (complete) return 'error';
  if (isClosed && total.unit === '元' && FUNDED.test(words)) return 'warning';
  if (total.value < FEW) return share >= NEAR.few ? 'warning' : undefined;
  return share >= NEAR.many ? 'hint' : undefined;
}

/** “由18名党员和12名大学生组成的志愿服务队”, with its members' numbers and what it is. */
const TEAM =
  /由((?:\d+[名位个人][^，。；：、\d（）]{1,12}(?:[、和与及]|以及)){1,4}\d+[名位个人][^，。；：、\d（）]{1,12}?)(?:共同)?组(?:成|建)的?[^，。；：\d]{0,16}(?:队伍|[队组团班])/g;
/** “这支32人的队伍”: the same team, told by its size. */
const ITS_SIZE = /(?:这|该)(?:支|个)(\d+)人的?(?:[^，。；：\d]{0,6})(?:队伍|[队组团班])/;

/** A team whose size is not the sum of those it is made of. */
function checkTeam(text: string, context: RuleContext<'sum'>): void {
  const teams = text.includes('组') ? allMatches(text, TEAM) : [];
  // Of two teams one does not know which is meant.
  if (teams.length !== 1) return;
  const [team] = teams as [RegExpExecArray];
  const end = team.index + team[0].length;
  const size = ITS_SIZE.exec(text.slice(end));
  if (!size || /[余多近约]/.test(team[1]!)) return;
  const members = (team[1]!.match(/\d+/g) ?? []).map(Number);
  const sum = members.reduce((total, count) => total + count, 0);
  if (sum === Number(size[1])) return;
  const start = end + size.index;
  context.report({
    range: [start, start + size[0].length],
    message: 'sum',
    data: { sum: `${sum}人`, total: `${size[1]}人`, count: members.length },
    severity: 'warning',
  });
}

/** Parts that do not add up to the whole they are given for. */
export default defineRule({
  id: 'count/sum',
  messages: { sum: 'error' },
  scope: 'paragraph',
  examples: [
    { wrong: '完成抽检⟦310批次，其中合格302批次、不合格12批次⟧。' },
    { wrong: '制定国家标准⟦4项、行业标准3项、地方标准5项，合计13项⟧。' },
    { wrong: '全年立项⟦12项，其中市级5项，区级6项⟧。' },
    { wrong: '投入资金⟦1.2亿元，其中财政资金8000万元、自筹资金5000万元⟧。' },
    { wrong: '总投资⟦1 480万元，其中上级资金1 036万元，自筹454万元⟧。' },
    { right: '总投资1 480万元，其中上级资金1 036万元，自筹444万元。' },
    { wrong: '改造旧房⟦17户61人，其中加固11户40人，重建7户⟧21人。' },
    { wrong: '发放苗木⟦620株、肥料45袋，其中东坡320株、25袋，西坡310株⟧、20袋。' },
    { right: '改造旧房17户61人，其中加固11户40人，重建6户21人；慰问23户71人，其中老党员9户22人、烈属3户8人。' },
    { wrong: '排查隐患⟦86处，已整改78处，剩余9处⟧。' },
    { wrong: '计划项目⟦42个，已开工37个，未开工6个⟧。' },
    { right: '排查隐患86处，已整改78处，剩余8处；计划项目42个，已开工37个，未完工6个。' },
    { right: '走访农户86户，已帮扶78户，剩余9个问题正在解决。' },
    { wrong: '支部共有党员⟦137名，其中在职党员103名、离退休党员24名⟧。' },
    { right: '支部共有党员137名，其中在职党员113名、离退休党员24名。' },
    { right: '支部共有党员137名，其中在职党员103名、女党员24名。' },
    { wrong: '竞赛评出金奖⟦4名、银奖6名、铜奖9名，共计21人⟧获奖。' },
    { wrong: '巡查发现各类漏点⟦214处，已修复186处，尚有38处⟧正在修复。' },
    { wrong: '约需经费⟦540万元。其中，申请区财政补助360万元，本所自筹120万元⟧。' },
    { wrong: '建成街心公园⟦9处、口袋公园64个、社区花园17个，共有各类绿地活动场所80个⟧。' },
    { wrong: '由15名党员和11名青年组成的护林队每周上山，⟦这支28人的队伍⟧从不间断。' },
    { wrong: '总投资⟦3200万元，其中上级资金1500万元，本级资金1000万元，自筹500万元⟧。' },
    { wrong: '投入资金⟦320万元，其中改造路灯12盏、投入120万元，铺设管网3公里、投入150万元，其余40万元⟧。' },
    { right: '总投资3200万元，其中上级资金1500万元，本级资金1000万元，自筹700万元。' },
    { right: '投入资金320万元，其中改造路灯12盏、投入120万元，铺设管网3公里、投入150万元，其余50万元。' },
    { right: '教职工168人，其中专任教师118人，学生3498人；两个知识点，其中一个要讲两个课时。' },
    { wrong: '开展活动⟦48场次：植树20场次、讲座18场次、展览12场次⟧。' },
    { wrong: '检查苗圃⟦85家（山区50家、平原20家、城区12家⟧）。' },
    { right: '开展活动50场次：植树20场次、讲座18场次、展览12场次；检查苗圃85家（含山区50家、平原20家）。' },
    { wrong: '查出病株⟦412株，其中轻病405株、重病9株⟧，当场救治368株，分批救治44株。' },
    { right: '竞赛评出金奖4名、银奖6名、铜奖9名，共计19人获奖；领奖的有教师3名、学生16人，共19人。' },
    { right: '巡查发现各类漏点214处，已修复186处，尚有28处正在修复。' },
    { right: '巡查发现各类漏点214处，已修复186处，尚有38处正在施工；去年排查90处，已修复80处，还有9处隐患点。' },
    { right: '约需经费540万元。其中，申请区财政补助360万元，本所自筹180万元。' },
    { right: '今年投入540万元。其中，区财政补助360万元，用于步道改造；本所自筹120万元。' },
    { right: '新增病株38株，其中松树19株、柏树19株，当日处置24株。' },
    { right: '游客日均24万人次。其中，东园90万人次，西园78万人次；日均2万人次，其中东园7万人次、西园6万人次。' },
    { right: '调出苗木顺差450株。其中，乔木顺差501株、灌木逆差51株；移送16株。其中，移栽松树54株、柏树28株。' },
    { right: '管护林木540万株。其中，松树210万株，柏树120万株。' },
    { right: '建成街心公园9处、口袋公园64个、社区花园17个，共有各类绿地活动场所90个。' },
    {
      right: '新建街心公园9处、口袋公园64个，全区共有各类绿地活动场所380个；举办展览9场、讲座64个，共有各类活动80个。',
    },
    { right: '由15名党员和11名青年组成的护林队每周上山，这支26人的队伍从不间断。' },
    { right: '由15名党员和11名青年组成的护林队每周上山，另有一支32人的队伍值守。' },
    { right: '实有经营主体315户，其中企业108户、个体工商户205户、合作社2户。' },
    { right: '投入资金1.2亿元，其中财政资金8000万元、自筹资金4000万元。' },
    { right: '全所共有职工30人，其中党员20人，女性16人。' },
    { right: '评选先进80个，其中一等奖5个、二等奖10个。' },
    { right: '新建公园3个、步道5条，共投入200万元。' },
    { right: '检查商户500余家，其中餐饮300家、超市210家。' },
  ],
  check(paragraph, context) {
    const { text, sentences } = paragraph;
    if (!/其中|计|共|已|组成|[：（(]/.test(text)) return;
    sentences.forEach(({ range }, index) => {
      const sums = new Sums(paragraph, range, context);
      sums.checkTotalBehind();
      sums.checkRest();
      if (/[：（(]/.test(text)) sums.checkAll();
      sums.checkMeasures();
      sums.checkTotalBefore(OF_WHICH);
      const next = sentences[index + 1]?.range;
      if (next && text.startsWith('其中', next[0])) {
        new Sums(paragraph, [range[0], next[1]], context).checkTotalBefore(OF_WHICH_NEXT);
      }
    });
    checkTeam(text, context);
  },
});
