import rows from '../../assets/lexicons/quoted-terms.tsv';

/** Terms that stand in quotation marks by custom: 三农, 双随机、一公开. */
const TERMS: ReadonlySet<string> = new Set(rows.split(/\r?\n/).slice(1).filter(Boolean));
const LONGEST = Math.max(...[...TERMS].map((term) => term.length));

/** What usually follows a quoted term: “…”行动, “…”工作. */
const HEAD_NOUN =
  /^[^，。；：！？“”《》（）\s]{2,14}?(?=专项|行动|工作|活动|工程|制度|机制|战略|模式|理念|精神|要求|原则|方针|政策|品牌|改革|思想|问题|现象|决策|责任|规划|时期|建设|教育|主题|平台|体系|服务|计划|目标|任务|格局|监管|作用|做法|意识|党建|作风)/;
const CLAUSE = /^[^，。；：！？“”\s]{1,24}/;
/** What a quoted term usually follows. */
const VERB_BEFORE =
  /^.*(?:开展|落实|推进|推行|践行|坚持|评为|获评|做到|树立|贯彻|深化|实施|组织|召开|擦亮|围绕|弘扬|紧扣|聚焦|按照|打造|创建|增强|坚定|执行|统筹|服务|破除|根治|整治)/s;

const LAW_TITLE_END =
  /^[^，。；！？《》“”]{2,40}?(?:条例|办法|规定|细则|准则|纲要|通知|意见|决定|方案|规划|公告|通报|报告|公约|规则|规程|法)(?![律规制定治院人学]|的通知|的意见|的决定|的方案)/;
const TITLE_BEFORE =
  /^.*(?:贯彻|落实|学习|执行|遵守|印发|出台|制定|修订|根据|按照|依据|依照|违反|宣传|解读|传达|发布|关于转发|[，。；：！？、“”《》])/s;

/** Where the closing mark of a quotation that opens at `start` may have been meant; UTF-16 offsets, likeliest first. */
export function endsOfQuotation(text: string, start: number): number[] {
  const ends = new Set<number>();
  for (let length = LONGEST; length >= 2; length--) {
    if (TERMS.has(text.slice(start, start + length))) {
      ends.add(start + length);
      break;
    }
  }
  const rest = text.slice(start, start + 40);
  for (const pattern of [HEAD_NOUN, CLAUSE]) {
    const match = pattern.exec(rest);
    if (match) ends.add(start + match[0].length);
  }
  return [...ends];
}

/** Where the opening mark of a quotation that closes at `end` may have been meant; likeliest first. */
export function startsOfQuotation(text: string, end: number): number[] {
  const starts = new Set<number>();
  for (let length = Math.min(LONGEST, end); length >= 2; length--) {
    if (TERMS.has(text.slice(end - length, end))) {
      starts.add(end - length);
      break;
    }
  }
  const from = Math.max(0, end - 40);
  const clause = /[^，。；：！？“”\s]{0,40}$/.exec(text.slice(from, end))!;
  const clauseStart = from + clause.index;
  const verb = VERB_BEFORE.exec(clause[0]);
  if (verb && clauseStart + verb[0].length < end - 1) starts.add(clauseStart + verb[0].length);
  if (clauseStart < end) starts.add(clauseStart);
  return [...starts];
}

/** Where the title that opens at `start` may end. */
export function endsOfTitle(text: string, start: number): number[] {
  const match = LAW_TITLE_END.exec(text.slice(start, start + 48));
  return match ? [start + match[0].length] : [];
}

/** Where the title that closes at `end` may start. */
export function startsOfTitle(text: string, end: number): number[] {
  const from = Math.max(0, end - 48);
  const match = TITLE_BEFORE.exec(text.slice(from, end));
  const start = from + (match?.[0].length ?? 0);
  return start < end - 1 && (match || from === 0) ? [start] : [];
}
