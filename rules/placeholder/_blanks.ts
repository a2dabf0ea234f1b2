import { allMatches } from '../../lib/document/matches.ts';
import type { Paragraph, Range } from '../../lib/document/types.ts';
import { perParagraph } from '../../lib/engine/rule.ts';
import type { RuleContext } from '../../lib/engine/types.ts';

/** What belongs into a blank. */
export type BlankKind = 'number' | 'date' | 'place' | 'person' | 'text';

export interface Blank {
  readonly range: Range;
  readonly kind: BlankKind;
}

/** Signs that stand for something: letters X, multiplication signs and crosses; stars, circles and boxes only in runs. */
const CROSS = 'XxＸｘ×✕✖╳';
const BLANK = '[ \\u00a0\\u3000]';
const MEASURE =
  '个百分点|[%％‰]|(?:[万亿千百十]{0,2})(?:元|人次|人|名|个|件|起|家次|家|户|场次|场|次|期|篇|条|项|批次|批|份|台|套|辆|公里|千米|平方米|平方公里|公顷|亩|吨|公斤|千克|斤|米|倍|小时|天|周年|周|岁|班|届|位|处|座|栋|间|所|支|张|本|册|宗|例|组|层|级|分钟|种|类|头|只|棵|株|门|轮|页|字|笔|艘|架|块|片|口|段|队|号楼|号)';
const MEASURE_NEXT = new RegExp(`^${BLANK}*(?:多|余|几)?(?:${MEASURE})`);
const MEASURE_CLOSED = `(?=(?:${MEASURE})(?:左右|以上|以下)?(?:[，。；、）)！]|${BLANK}{0,20}$))`;
const DATE_NEXT = new RegExp(`^${BLANK}*(?:年|月|日)`);
const PLACE_NEXT =
  /^(?:省|自治区|地区|市|县|区|镇|乡|村|街道|社区|园区|开发区|局|委|办|厅|处|科|股|站|中心|公司|集团|企业|单位|部门|机关|学校|学院|大学|中学|小学|幼儿园|医院|银行|法院|检察院|支部|党委|党组|党支部|党总支|便利店|超市|商店|商行|酒店|饭店|工厂|厂|合作社|协会|路|街|大道|小区|工程|项目)/;
export const TITLE =
  '同志|书记|副?局长|副?主任|副?市长|副?县长|副?区长|副?镇长|副?乡长|副?处长|副?科长|副?院长|副?校长|副?所长|副?主席|副?部长|副?厅长|总经理|董事长|经理|委员|主席|教授|老师|先生|女士';
const PERSON_NEXT = new RegExp(`^(?:${TITLE})`);
const PERSON_BEFORE = new RegExp(`(?:${TITLE}|姓名|联系人|报告人|述职人|汇报人|负责人|责任人)[：:]?${BLANK}*$`);
export const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻章苏潘葛范彭鲁韦马苗方俞任袁柳唐罗薛雷贺倪汤郝邬康余卜顾孟黄萧尹姚邵汪祁毛戴宋庞熊纪舒项祝董梁杜阮蓝季贾江童郭梅林钟徐邱骆高夏蔡田樊胡霍丁邓洪包崔龚程裴陆翁曲段侯巫焦牧谷车宁仇刘叶黎白蒲赖卓屈池乔闻翟谭贡申冉桑桂牛温庄晏柴瞿阎连习艾向古易廖耿聂晁敖冷辛简饶沙关查游';
/** “张××”: somebody whose name is kept back, as reports on cases do throughout; no blank. */
const KEPT_BACK = new RegExp(`(?:^|[^\\p{Script=Han}]|${TITLE}|[的由和与对])[${SURNAMES}]某?$`, 'u');
/** “张某某”, and “某某公司” in a report that keeps names back throughout. */
const keepsBack = (text: string, before: string) =>
  new RegExp(`[${SURNAMES}]$`).test(before) || ANY_KEPT_BACK.test(text);
const ANY_KEPT_BACK = new RegExp(`[${SURNAMES}]某`);
/** X-rays, axes and the like, where the letter means itself. */
const X_ITSELF =
  /^(?:光|射线|线|轴|染色体|型|档|形|战警|档案|世代|因子|波段|坐标|方向|值|教授|连锁|综合征|[ \u3000]*[=＝<>＋+＊*]|[ \u3000]*[A-Za-z0-9])/;

/** “联系电话：）”: a label with nothing behind it. */
export const UNFILLED = /(?:电话|手机|联系人|邮箱|传真|地址|邮编|账号|开户行|时间|地点)[：:]\s*(?=[）)])/;

const CROSSES = `[${CROSS}]+(?:[.．][${CROSS}]+)?|[*＊]{2,}|[○〇]{2,}|□{2,}|△{2,}|某某+`;
const UNDERSCORES = '[_＿﹍]{2,}|＿';
/** Longest run of blanks that is looked at; a bound keeps the search linear in any text. */
const GAP = '[ \\u00a0\\u3000]{0,20}';
const EMPTY_PAIR = `（${GAP}）|(?<=\\p{Script=Han})\\(\\)|\\(${BLANK}{1,20}\\)|【${GAP}】|〔${GAP}〕|《${GAP}》|“${GAP}”|〈${GAP}〉`;
const DOTS_IN_PAIR = '[（【〔](?:…+|\\.{3,})[）】〕]';
const DATE_GAP = `(?:[12]\\d{3}|20)?(?<!${BLANK})${GAP}年${BLANK}{1,20}月(?:${GAP}日)?|(?<!\\d)20${BLANK}{2,20}年|(?:\\d{1,2})?月${BLANK}{2,20}日`;
const GROWTH = '增长|提高|提升|下降|减少|降低|上升|增加|压缩|缩减|达到?|突破|超过|高达';
const TOTAL = '共计|合计|累计|总计|总共';
const ACTION =
  '查处|立案|化解|召开|举办|开展|培训|走访|慰问|发放|争取|罚没款?|罚款|(?:经济)?损失|处分|约谈|问责|移送|追回|清退|建成|新建|改造|完成|签约|引进|招引|兑现|拨付|筹集|落实资金|投入|到位|新增';
/**
 * A measure word straight behind its verb, “共计起”, “提高件”: what may stand before which. Only pairs that are no words of
 * their own (达人, 受理件, 共有人).
 */
const NUMBER_GONE: readonly { readonly before: RegExp; readonly measure: RegExp }[] = [
  { before: new RegExp(`(?:${GROWTH}|占比?|约|为|率)$`), measure: /^(?:[%％‰]|个百分点)$/ },
  { before: new RegExp(`(?:${GROWTH})$`), measure: /^(?:[个件起家户倍亩吨]|公里|[万亿]元|余?人次)$/ },
  {
    before: new RegExp(`(?:${TOTAL})$`),
    measure: /^(?:[个件起家户名场次项条篇批份台套元亩吨]|[万亿]元|公里|余?人次)$/,
  },
  { before: new RegExp(`(?:${ACTION})$`), measure: /^(?:[起家场个名]|[万亿]元)$/ },
];
/** Units that stand behind a figure and nothing else. */
const UNIT_ALONE =
  /(?=[万亿公平立人家户台])(?<=\p{Script=Han})(?<![一二三四五六七八九十百千万亿廿卅壹贰叁肆伍陆柒捌玖拾佰仟两几数多余来上近每半整成好若零〇点第以按单位币折旧各全美欧港日公海华英方吨家总超破逾达近数过])(?:[万亿][元人户吨亩斤]|公里|平方米|平方公里|公顷|立方米|人次|家次|户次|台次)(?=[，。；])/gu;
/** “化解纠纷起”, “整改隐患处”: things that are counted, and the word they are counted with. */
const COUNTED =
  /(?:(?:纠纷|案件|事故|舆情|警情|矛盾|投诉)起|(?:提案|建议|诉求|问题线索|工单|专利|实事|投诉)件|(?:会议|学习|活动|培训|研讨|调研|演练|讲座|检查)次|(?:招聘会|演练|宣讲会?|讲座|演出|培训会|座谈会|推介会|活动)场|(?:群众|农户|困难户|脱贫户|家庭)户|(?:问题|隐患|岗位|示范点|站点|堵点|难题|示范村)个|(?:隐患|危房|违建|风险点|问题)处|(?:党员|学员|志愿者|人才|职工|选手|监督员)名|(?:信息|报告|文章|稿件|简报)篇|(?:培训班|读书班|简报|训练营)期|(?:制度|措施)项|(?:线索|建议|意见|信息)条|[\p{Script=Han}](?<![其剩富多业有结一二三四五六七八九十百千万亿零〇])余[件起名户个家场处条项])(?=[，。；])/gu;
/** “同比增长百分之，” */
const PERCENT_GONE = /(?:达到?|增长|提高|提升|下降|降低|上升|减少|率|比重|占比?|约|为)(?:了)?百分之(?=[，。；、）])/g;
const CLOSED_MEASURE =
  /(?:个百分点|[%％‰](?![号A-Za-z0-9])|余?人次|[万亿]元|公里|[个件起家户倍亩吨名场次项条篇批份台套元])(?=[，。；、）)]|$)/g;
/** Behind a word: “学   号” is spread out on purpose. */
const NUMBER_GAP = `(?<=\\p{Script=Han}{2})(?<![一二三四五六七八九十百千万亿两几数半每各这那首第])${BLANK}{2,20}${MEASURE_CLOSED}`;
/** “00个”, but not the last group of “12 000个”. */
const ZEROS = `(?<![\\dA-Za-z.,，:：\\-—~～/])(?<!\\d[ \\u00a0\\u2009\\u202f](?=0{3}(?!\\d)))0{2,}(?=(?:${MEASURE})(?!后))(?!0*[点分秒时])`;
const DOTS_BEFORE_MEASURE = `(?<=共计?|达到?|增长|下降|提高|完成|第|年|月|执)(?:……|…|\\.{3,})(?=年|月|日|${MEASURE})`;
/** Dots, question marks or a single star where the figure of a measure word belongs. */
const SIGN_BEFORE_MEASURE = `(?<=\\p{Script=Han})(?<![呢吗么吧少几])(?:……|…|\\.{3,6}|[?？]{1,3}|[*＊#＃])${MEASURE_CLOSED}`;
/** “N次”, “若干N户”: the letter that stands for any number. */
const LETTER = `(?<![A-Za-z0-9\\d._/-])[NnＮ](?=${BLANK}?(?:个百分点|[%％](?![A-Za-z])|次|个|家|户|人次|场|起|件|项|期|万元|亿元|多家|多次)(?![A-Za-z]))(?!个?[+＋])`;
const NUMBERLESS_DOCUMENT = '(?<=〔(?:19|20)\\d{2}〕)第?[ \\u00a0\\u3000]{0,6}号';
/** What a sign may start with: one look rules out most places. */
const HEAD = `(?=[${CROSS}NnＮ\\d \\u00a0\\u3000年月第号.…?？#＃*＊○〇□△某_＿﹍（(【〔《“〈[])`;
const SIGN = new RegExp(
  `${HEAD}(?:${[
    `(?<dateGap>${DATE_GAP})`,
    `(?<number>${NUMBER_GAP}|${ZEROS}|${DOTS_BEFORE_MEASURE}|${SIGN_BEFORE_MEASURE}|${NUMBERLESS_DOCUMENT})`,
    `(?<pair>${EMPTY_PAIR}|${DOTS_IN_PAIR})`,
    `(?<line>${UNDERSCORES})`,
    `(?<letter>${LETTER})`,
    `(?<cross>${CROSSES})`,
  ].join('|')})`,
  'gu',
);

function kindBetween(before: string, after: string): BlankKind {
  if (DATE_NEXT.test(after)) return 'date';
  if (PERSON_NEXT.test(after) || PERSON_BEFORE.test(before)) return 'person';
  if (MEASURE_NEXT.test(after) && !/^\s*(?:家|人|名|位|号)\p{Script=Han}/u.test(after)) return 'number';
  if (PLACE_NEXT.test(after)) return 'place';
  if (/(?:电话|手机|传真|邮编|号码|账号|金额|编号)[：:]?[ \u3000]*$/.test(before)) return 'number';
  return 'text';
}

/** A year of which some digits are there: 20XX, 202×. The digits belong to the blank. */
function yearDigits(before: string, sign: string): number {
  const digits = /(?<!\d)(?:19|20)\d?$/.exec(before)?.[0] ?? '';
  return digits !== '' && digits.length + sign.length === 4 ? digits.length : 0;
}

/** The stars of Markdown come in pairs. */
const isBold = (text: string, sign: string) => sign === '**' && text.split('**').length > 2;

function readCross(text: string, start: number, sign: string): Blank | undefined {
  const end = start + sign.length;
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 12);
  const digits = yearDigits(before, sign);
  if (digits > 0 && !/^[A-Za-z\d]/.test(after)) return { range: [start - digits, end], kind: 'date' };
  // “138XXXXXXXX”; shorter runs between figures are numbers that were masked on purpose.
  if (sign.length >= 6 && /(?<!\d)1\d{2,4}$/.test(before) && !/^\d/.test(after))
    return { range: [start, end], kind: 'number' };
  // “S2XX线”: the number of a road.
  if (/(?<![A-Za-z])[GSXYC]\d{0,2}$/.test(before) && sign.length > 1 && /^(?:线|路|[国省县乡]道)/.test(after)) {
    return { range: [start, end], kind: 'number' };
  }
  if (/[A-Za-z\d@._/\\]$/.test(before) || /^(?:[A-Za-z\d]|[@._/\\][A-Za-z])/.test(after)) return undefined;
  if (X_ITSELF.test(after)) return undefined;
  if (sign.startsWith('某') && keepsBack(text, before)) return undefined;
  if (/[“‘"]$/.test(before) && /^[”’"]/.test(after)) return undefined;
  const kind = kindBetween(before, after);
  if (kind !== 'date' && kind !== 'number' && KEPT_BACK.test(before)) return undefined;
  // “二〇〇八年”: a sign that is a numeral too.
  if (/^[○〇]/.test(sign) && (/[一二三四五六七八九十]$/.test(before) || /^[一二三四五六七八九十]/.test(after)))
    return undefined;
  if (sign.startsWith('〇') && kind !== 'number') return undefined;
  if (/^[*＊]/.test(sign) && (kind === 'text' || isBold(text, sign))) return undefined;
  if (sign.length === 1) {
    const standsAlone = kind !== 'text' && !/[A-Za-z][ \u3000]*$/.test(before);
    // “单价×数量”: a product of two words.
    if (
      kind === 'number' &&
      /\p{Script=Han}$/u.test(before) &&
      /^\p{Script=Han}/u.test(after) &&
      !MEASURE_NEXT.test(after)
    )
      return undefined;
    return standsAlone && !/\p{Script=Han}[ \u3000]+$/u.test(before) ? { range: [start, end], kind } : undefined;
  }
  return { range: [start, end], kind };
}

function readLine(text: string, start: number, sign: string): Blank | undefined {
  const end = start + sign.length;
  if (/[A-Za-z]/.test(`${text[start - 1] ?? ''}${text[end] ?? ''}`)) return undefined;
  if (text.slice(0, start).trim() === '' && text.slice(end).trim() === '') return undefined;
  const before = text.slice(Math.max(0, start - 12), start);
  return { range: [start, end], kind: kindBetween(before, text.slice(end, end + 12)) };
}

/** “1+N个”, “第N次”, “N次方” and unknowns of a formula mean the letter itself. */
function readLetter(text: string, start: number): Blank | undefined {
  const around = text.slice(Math.max(0, start - 3), start);
  if (/[+＋=＝×第这好无“]$/.test(around) || /^次方/.test(text.slice(start + 1))) return undefined;
  if (!/\p{Script=Han}$/u.test(around)) return undefined;
  return { range: [start, start + 1], kind: 'number' };
}

/** Empty brackets; “foo( )” of programs is none. */
function readPair(text: string, start: number, sign: string): Blank | undefined {
  if (/[A-Za-z_]/.test(text[start - 1] ?? '')) return undefined;
  const end = start + sign.length;
  return {
    range: [start, end],
    kind: kindBetween(text.slice(Math.max(0, start - 12), start), text.slice(end, end + 12)),
  };
}

/** Measure words whose number is missing, each with the verb it follows. */
function missingNumbers(text: string): Blank[] {
  const blanks: Blank[] = [];
  for (const { 0: measure, index } of allMatches(text, CLOSED_MEASURE)) {
    const hasBlank = /[ \u00a0\u3000]/.test(text[index - 1] ?? '');
    const before = text.slice(Math.max(0, index - 6), hasBlank ? index - 1 : index);
    for (const pair of NUMBER_GONE) {
      const verb = pair.measure.test(measure) ? pair.before.exec(before) : null;
      if (!verb) continue;
      const start = (hasBlank ? index - 1 : index) - verb[0].length;
      blanks.push({ range: [start, index + measure.length], kind: 'number' });
      break;
    }
  }
  for (const pattern of [UNIT_ALONE, COUNTED, PERCENT_GONE]) {
    for (const { 0: words, index } of allMatches(text, pattern)) {
      blanks.push({ range: [index, index + words.length], kind: 'number' });
    }
  }
  return blanks;
}

/** “述职人：” and nothing behind it. */
const LABEL =
  /(?<person>述职人|报告人|汇报人|联系人|经办人|审核人)[：:][ \u00a0\u3000]*$|(?:联系电话|联系方式|办公电话|传真)[：:][ \u00a0\u3000]*$/;

/** Parts of one date, “X年X月X日”, are one blank. */
function joinDates(text: string, blanks: readonly Blank[]): Blank[] {
  const joined: Blank[] = [];
  for (const blank of blanks) {
    const last = joined.at(-1);
    const between = last ? text.slice(last.range[1], blank.range[0]) : '';
    const isOneDate =
      last?.kind === 'date' && blank.kind === 'date' && /^\s*[年月]\s*(?:(?:\d{1,2}月?|月)\s*)?$/.test(between);
    if (isOneDate) joined[joined.length - 1] = { kind: 'date', range: [last.range[0], blank.range[1]] };
    else joined.push(blank);
  }
  return joined;
}

/** Words about a quotation that tells how something is to be written, or what somebody wrote: no text of this writer's. */
const PRESCRIBED_BEFORE =
  /(?:名称|文件名|格式|主题|标题|备注|写|刻|涂|画|喊)(?:为|是|成|作|上|着|下|有|了|的){0,2}[：:]?$/;
const PRESCRIBED_BEHIND = /^(?:的?(?:命名|为名|为文件名|(?:格式|字样|形式|样式)|之类|字迹|题刻))/;

/** Whether a place lies in a quotation that prescribes a form (“学院+姓名”) or gives an inscription. */
function isPrescribed({ text, quotations }: Paragraph, [start, end]: Range): boolean {
  const around = quotations.find(({ kind, inner }) => kind === 'quote' && inner[0] <= start && end <= inner[1]);
  if (!around) return false;
  const [from, to] = around.range;
  return (
    /[+＋]/.test(text.slice(...around.inner)) ||
    PRESCRIBED_BEFORE.test(text.slice(Math.max(0, from - 8), from)) ||
    PRESCRIBED_BEHIND.test(text.slice(to, to + 8))
  );
}

/** Blanks of a paragraph that were left to be filled in, by place. */
export const blanksOf = perParagraph((paragraph: Paragraph): readonly Blank[] => {
  const { text } = paragraph;
  const blanks: Blank[] = [];
  for (const { 0: sign, index, groups } of allMatches(text, SIGN)) {
    let blank: Blank | undefined;
    if (groups!.cross) blank = readCross(text, index, sign);
    else if (groups!.letter) blank = /[+＋][NnＮ]/.test(text) ? undefined : readLetter(text, index);
    else if (groups!.line) blank = readLine(text, index, sign);
    else if (groups!.pair) blank = readPair(text, index, sign);
    else blank = { range: [index, index + sign.length], kind: groups!.dateGap ? 'date' : 'number' };
    if (blank && !isPrescribed(paragraph, blank.range)) blanks.push(blank);
  }
  const label = /[：:][ \u00a0\u3000]*$/.test(text) ? LABEL.exec(text) : null;
  if (label) blanks.push({ range: [label.index, text.length], kind: label.groups!.person ? 'person' : 'number' });
  let end = -1;
  const apart = [...blanks, ...missingNumbers(text)]
    .sort((a, b) => a.range[0] - b.range[0])
    .filter(({ range }) => {
      if (range[0] < end) return false;
      end = range[1];
      return true;
    });
  return joinDates(text, apart);
});

/** Reports the blanks of one kind; so the checklist groups them into a list to fill in. */
export function reportBlanks<Message extends string>(
  paragraph: Paragraph,
  kind: BlankKind,
  context: RuleContext<Message>,
  messageFor: (blank: string) => Message,
): void {
  for (const { range, kind: found } of blanksOf(paragraph)) {
    if (found !== kind) continue;
    const blank = paragraph.text.slice(range[0], range[1]);
    context.report({ range, message: messageFor(blank), data: { blank } });
  }
}
