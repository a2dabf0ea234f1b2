import { findContents } from './contents.ts';
import type { Paragraph, Role } from './types.ts';

/*
 * A date as it closes a document, also one whose numbers were never filled in. Blanks stand between its parts or in place of
 * them, never twice in a row in one pattern: `\s*\s*` before something that is not there tries all ways to share them.
 */
const YEAR = '(?:[12]\\d{3}|\\d{2}|20[XxＸ×*＊]{2}|[XxＸ×*＊_＿]{2,4}|[二一][〇○ОOo0零Ｏ一二三四五六七八九]{3})';
const MONTH = '(?:\\d{1,2}|[XxＸ×*＊_＿]{1,2}|[一二三四五六七八九十]{1,2})';
const DAY = '(?:\\d{1,2}|[XxＸ×*＊_＿]{1,2}|[一二三四五六七八九十]{1,3})';
const MONTH_AND_DAY = `\\s*(?:${MONTH}\\s*)?月(?:\\s*(?:${DAY}\\s*)?日)?`;
/** “汇报时间：”, and the cell of a table before the one with the date. */
const DATE_LABEL = '(?:[^\\s。，：:]{0,4}(?:日期|时间)\\s{0,4}[：:\\t]\\s{0,8})?';
const DATE_LINE = new RegExp(
  `^${DATE_LABEL}(?:[（(]?(?:\\s*${YEAR}\\s*|\\s{2,})年${MONTH_AND_DAY}\\s*[）)]?|[12]\\d{3}[./-]\\d{1,2}[./-]\\d{1,2})$`,
);

/** Whether the words are a date and nothing else, as it closes a document; its numbers may still have to be filled in. */
export const isDateLine = (words: string) => DATE_LINE.test(words);

const ENDS_WITH_DATE = new RegExp(`^[^。，；：]{2,30}?(?:\\s+${YEAR}\\s*|\\s{3,})年${MONTH_AND_DAY}$`);

const DOCUMENT_NUMBER =
  /^[^\s。，]{1,20}[〔［[【（(﹝]\s*(?:\d{2,4}|[XxＸ×*]{2,4}|20[XxＸ×]{2})\s*[〕］\]】）)﹞]\s*(?:第\s*)?[\dXxＸ×]{1,5}\s*号$/;
const LETTERHEAD = /^[^\s。，：]{3,30}文件$/;
/** Persons and units that a text is for. */
const ADDRESSEE =
  '(?:领导|同志|同仁|代表|委员|来宾|评委|同事|朋友|老师|主席|书记|主任|局长|人民政府|政府|党委|党组|党工委|支部|总支|委员会|办公室|办事处|部门|单位|公司|集团|中心|学校|学院|医院|法院|检察院|厅|局|委|办|科室|处|科|室|队|所|站|会|镇|乡|街道|村|社区|幼儿园|中小学|银行|支行|厂|企业|商户|居民|业主|村民|群众|组织|部|专家|校友|家人|员工|职工|师傅|战友|先生|女士|经理|[长总]|家长|同学|乡亲|客户|用户|旅客|游客)们?';
const SALUTATION = new RegExp(`^[^。；！？]{0,200}${ADDRESSEE}[^。；！？：:如下]{0,8}[：:]$`);
const ENDS_WITH_ADDRESSEE = new RegExp(`${ADDRESSEE}$`);
/** Who is named so is spoken to, whatever they are. */
const ADDRESS = /^(?:尊敬的|敬爱的|亲爱的|各(?![项类种方环])|全体|广大)[^。；！？：:]{1,80}[：:]$/;
const NOT_ADDRESSED = /(?:如下|以下|分别|包括|主要|情况|要求)[^：:]{0,4}[：:]$/;

/** Whether a line, with its colon, names those whom a text is for: “各位领导、同志们：”, “各二级团组织：”. */
export const isSalutation = (words: string) =>
  (SALUTATION.test(words) || ADDRESS.test(words)) && !NOT_ADDRESSED.test(words);

/** Whether words end with persons or units that a text may be for: “各位领导、同志们”, “县财政局”. */
export const namesAddressee = (words: string) => ENDS_WITH_ADDRESSEE.test(words);

const SIGNER =
  /^(?:述职人|述责人|述廉人|报告人|汇报人|总结人|申请人|检讨人|承诺人|发言人|单位|落款|记录人|起草人)[：:]/;
const ATTACHMENT = /^附\s*(?:[件表录]\s*)?[：:]/;
/** Whom to ask, in brackets or not, on a line below the date. */
const CONTACT = /^[（(]?\s*(?:联\s*系\s*人|联系电话|经办人|咨询电话)[：:]/;
const CLOSING =
  /特此(?:报告|通知|通报|公告|通告|函达|函复|函告|函询|批复|请示|申请|汇报|说明|证明|致函|总结|决定|致谢|邀请)|(?:以上|上述|如上)[^。；]{0,24}(?:报告|汇报|请示|述职|述责|总结|发言|意见|事项|申请|材料|剖析|检查)[^。；]{0,16}(?:请|妥否|当否|如无不妥|批评|审议|审阅|评议|谢谢)|^(?:以上)?[^。；]{0,10}(?:妥否|当否|可否|是否妥当)[，,]?\s*(?:敬?请|恳请|望)|请(?:予|予以|各位|大家|领导|组织|同志们|批评|指正|审议|审阅|评议)[^。；]{0,16}(?:批评|指正|审议|审阅|评议|批示|批复)|^(?:谢谢|感谢)(?:大家|各位)|^(?:此致|敬礼|此复|盼复|请函复|专此)|(?:我的)?(?:述职|汇报|报告|发言|讲话)(?:到此)?(?:完毕|结束)|^(?:以上报告|以上汇报|以上总结|汇报完毕|报告完毕)/;

const FIRST_LINES = 8;
const LAST_LINES = 12;

const contentOf = ({ text, content }: Paragraph) => text.slice(content[0], content[1]);

/** Whether a line could be the name of a unit or person below a text. */
const looksLikeSignature = (words: string) =>
  SIGNER.test(words) ||
  (words.length >= 2 &&
    words.length <= 30 &&
    /\p{Script=Han}/u.test(words) &&
    !/[。！？；，、：:,;!?…”》]$|^[“《]|[，；]/.test(words));

/** What a title names the writing as, before a mark that should not stand there. */
const WRITING =
  /(?:报告|总结|小结|汇报|通知|通报|请示|批复|函|方案|预案|计划|要点|意见|决定|决议|纪要|公告|通告|办法|倡议书?|申请书?|材料|体会|简报|发言稿?|讲话稿?|条例|规定|解释|细则|准则|章程|规则|[^方做想看说书语]法)[。：:]$/;

const looksLikeTitle = (words: string) =>
  words.length >= 2 &&
  words.length <= 60 &&
  /\p{Script=Han}|[XxＸ×]/u.test(words) &&
  (!/[。；，：:！？]$/.test(words) || (WRITING.test(words) && !/[。；：:].|[，、；了们]|应当/.test(words)));

/** Where each part of a document stands: indices of paragraphs. */
export interface Parts {
  readonly roles: Role[];
  readonly title?: number;
  readonly salutation?: number;
  readonly closing?: number;
  readonly signature?: number;
  readonly date?: number;
}

/** A document of one or two lines has no parts: it is a sentence that somebody types into a field. */
const FEWEST_LINES = 3;

type Found = { -readonly [key in keyof Parts]: Parts[key] };

function readHead(paragraphs: readonly Paragraph[], filled: readonly number[], found: Found): void {
  let place = 0;
  for (; place < Math.min(FIRST_LINES, filled.length); place++) {
    const index = filled[place]!;
    const words = contentOf(paragraphs[index]!);
    if (LETTERHEAD.test(words)) found.roles[index] = 'letterhead';
    else if (DOCUMENT_NUMBER.test(words)) found.roles[index] = 'document-number';
    else break;
  }
  const first = filled[place];
  if (first !== undefined && !paragraphs[first]!.marker && looksLikeTitle(contentOf(paragraphs[first]!))) {
    found.roles[first] = 'title';
    found.title = first;
    place++;
  }
  for (; place < Math.min(FIRST_LINES, filled.length); place++) {
    const index = filled[place]!;
    const paragraph = paragraphs[index]!;
    const words = contentOf(paragraph);
    if (isSalutation(words) && !paragraph.marker) {
      found.roles[index] = 'salutation';
      found.salutation = index;
      return;
    }
    if (DOCUMENT_NUMBER.test(words)) found.roles[index] = 'document-number';
    else if (isDateLine(words) || (found.title !== undefined && !paragraph.marker && looksLikeSignature(words))) {
      found.roles[index] = 'byline';
    } else return;
  }
}

/** Reads date, signature and attachments from the end upwards. Returns how many of `filled` are left above them. */
function readTail(paragraphs: readonly Paragraph[], filled: readonly number[], found: Found): number {
  let place = filled.length - 1;
  let isLast = true;
  const bottom = Math.max(0, filled.length - LAST_LINES);
  for (; place >= bottom; place--) {
    const index = filled[place]!;
    if (found.roles[index] !== 'body') break;
    const paragraph = paragraphs[index]!;
    const words = contentOf(paragraph);
    if (isLast && CONTACT.test(words)) continue;
    if (isDateLine(words) && found.date === undefined) {
      found.roles[index] = 'date';
      found.date = index;
    } else if (ENDS_WITH_DATE.test(words) && found.date === undefined) {
      found.roles[index] = 'signature';
      found.date = index;
      found.signature = index;
    } else if (
      !paragraph.marker &&
      !CLOSING.test(words) &&
      (SIGNER.test(words) || (looksLikeSignature(words) && (found.date !== undefined || isLast)))
    ) {
      found.roles[index] = 'signature';
      found.signature = index;
    } else break;
    isLast = false;
  }
  const attachment = filled
    .slice(bottom, place + 1)
    .findIndex((index) => ATTACHMENT.test(contentOf(paragraphs[index]!)));
  if (attachment !== -1) {
    for (let at = bottom + attachment; at <= place; at++) found.roles[filled[at]!] = 'attachment';
    place = bottom + attachment - 1;
  }
  return place + 1;
}

function readClosing(paragraphs: readonly Paragraph[], filled: readonly number[], length: number, found: Found): void {
  for (let place = length - 1; place >= Math.max(0, length - 4); place--) {
    const index = filled[place]!;
    const paragraph = paragraphs[index]!;
    const last = paragraph.sentences.at(-1);
    if (found.roles[index] !== 'body' || last === undefined) continue;
    const words = contentOf(paragraph);
    if (words.length <= 60 && CLOSING.test(words)) found.roles[index] = 'closing';
    else if (!CLOSING.test(paragraph.text.slice(last.range[0]).trim())) continue;
    found.closing ??= index;
  }
}

/** Tells what each paragraph is in its document. Looks at the first and last lines only, so linear with a small factor. */
export function findParts(paragraphs: readonly Paragraph[]): Parts {
  const roles: Role[] = paragraphs.map(({ content }) => (content[0] === content[1] ? 'blank' : 'body'));
  const found: Found = { roles };
  for (const index of findContents(paragraphs)) roles[index] = 'contents';
  const filled = [...roles.keys()].filter((index) => roles[index] === 'body');
  if (filled.length >= FEWEST_LINES) {
    readHead(paragraphs, filled, found);
    readClosing(paragraphs, filled, readTail(paragraphs, filled, found), found);
  }
  for (const index of filled) {
    if (roles[index] === 'body' && paragraphs[index]!.heading) roles[index] = 'heading';
  }
  return found;
}
