import { allMatches } from '../../lib/document/matches.ts';
import type { Paragraph, Range } from '../../lib/document/types.ts';
import { defineRule, perParagraph } from '../../lib/engine/rule.ts';
import { pairsOf, QUOTE, ROUND } from './_marks.ts';
import { isChinese, isHan } from './_text.ts';

interface Found {
  readonly range: Range;
  /** The mark that is written; all of one kind are corrected together. */
  readonly group: string;
  readonly right: string;
  /** More readings of the place, if the first is not certain. */
  readonly others?: readonly string[];
  /** Brackets and colons of half width are widely used and disturb nobody. */
  readonly mild?: boolean;
  /** For a quotation mark, which cannot be shown in quotation marks: what it opens, closes or encloses. */
  readonly quote?: 'open' | 'close' | 'pair';
}

const FULL: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };
const MARK = /[,;:?!.．]|'(?=\p{Script=Han}[^'\n]{0,20}')|<<(?=[^<>\n]{2,40}>>)/gu;
const ENTITY = /&#?\w{1,8}$/;
const WORD = /[\w%°)）]/;
/** Characters that foreign names are written with: 卡尔.马克思. */
const FOREIGN =
  /[阿巴贝伯布查达戴德迪蒂多恩尔法菲弗冈格古赫霍基吉加贾杰卡凯科克拉莱兰劳勒雷里丽利莉列林鲁路伦罗洛马玛麦曼梅门蒙米莫姆穆娜纳南内尼努诺帕佩皮普奇乔切琼萨塞桑瑟森山史斯思苏索塔泰坦特提图托瓦万威韦维文翁沃乌西希夏谢辛休亚扬耶伊约泽扎詹兹祖]/;

function readDot(text: string, at: number, end: number): Found | undefined {
  const [before, after] = [text[at - 1], text[at + 1]];
  const range: Range = [at, at + 1];
  if (/\d/.test(before ?? '') && /\d/.test(after ?? ''))
    return text[at] === '．' ? { range, group: '．', right: '.', mild: true } : undefined;
  if (text[at] === '．' || after === '.' || before === '.') return undefined;
  if (!isHan(before) && !/[”》）]/.test(before ?? '')) return undefined;
  if (at === end - 1) return { range, group: '.', right: '。' };
  if (!isHan(after)) return undefined;
  const foreign = FOREIGN.test(before!) && FOREIGN.test(after!);
  return {
    range,
    group: foreign ? 'name.' : 'clause.',
    right: foreign ? '·' : '。',
    others: [foreign ? '。' : '·', '、'],
  };
}

function readMark({ text, content, marker }: Paragraph, mark: string, at: number): Found | undefined {
  if (marker && at >= marker.range[0] && at < marker.range[1]) return undefined;
  const [before, after] = [text[at - 1], text[at + 1]];
  if (mark === "'") {
    const close = text.indexOf("'", at + 1);
    const inner = text.slice(at + 1, close);
    return { range: [at, close + 1], group: mark, right: `“${inner}”`, others: [`‘${inner}’`], quote: 'pair' };
  }
  if (mark === '<<') {
    const close = text.indexOf('>>', at);
    return { range: [at, close + 2], group: mark, right: `《${text.slice(at + 2, close)}》` };
  }
  if (mark === '.' || mark === '．') return readDot(text, at, content[1]);
  if (mark === ';' && ENTITY.test(text.slice(Math.max(0, at - 10), at))) return undefined;
  // The ? of an address, the / of one behind its colon.
  const isInAddress = mark === ':' ? after === '/' : /[?!]/.test(mark) && /\w/.test(after ?? '');
  // Behind another mark it is one too many, of whatever width.
  if (/[，、；：。！？]/.test(before ?? '')) return undefined;
  const behindChinese = isChinese(before) && !isInAddress;
  const beforeChinese = /[,;:]/.test(mark) && isHan(after) && WORD.test(before ?? '');
  if (!behindChinese && !beforeChinese) return undefined;
  // What stands behind a half-width mark as its white space is part of the full-width one.
  const blank = / (?=\p{Script=Han})/uy;
  blank.lastIndex = at + 1;
  return { range: [at, blank.test(text) ? at + 2 : at + 1], group: mark, right: FULL[mark]!, mild: mark === ':' };
}

const foundIn = perParagraph((paragraph: Paragraph): readonly Found[] => {
  const { text } = paragraph;
  const found: Found[] = [];
  for (const { 0: mark, index } of allMatches(text, MARK)) {
    const one = readMark(paragraph, mark, index);
    if (one) found.push(one);
  }
  for (const { kind, marks } of pairsOf(paragraph)) {
    if (kind !== QUOTE && kind !== ROUND) continue;
    for (const { at, meant, partner } of marks) {
      const written = text[at]!;
      const straight = kind === QUOTE ? written === '"' : /[()]/.test(written);
      if (!straight || partner === undefined) continue;
      const other = marks[partner]!.at;
      if (kind === ROUND && /[（）]/.test(text[other]!)) continue;
      const [open, close] = at < other ? [at, other] : [other, at];
      if (![open - 1, open + 1, close - 1, close + 1].some((place) => isHan(text[place]))) continue;
      found.push({
        range: [at, at + 1],
        group: kind === ROUND ? '()' : '"',
        right: meant === 'open' ? kind.open : kind.close,
        ...(kind === ROUND ? { mild: true } : { quote: meant }),
      });
    }
  }
  return found.sort((a, b) => a.range[0] - b.range[0]);
});

/** Marks of half width in Chinese text: “,” for “，”, straight quotation marks. */
export default defineRule({
  id: 'punctuation/half-width',
  messages: {
    half: 'warning',
    open: 'warning',
    close: 'warning',
    pair: 'warning',
  },
  basis: 'GB/T 15834—2011 5.1',
  scope: 'document',
  quotedToo: true,
  examples: [
    { wrong: '全年未发生安全事故⟦,⟧全区形势平稳。', right: '全年未发生安全事故，全区形势平稳。' },
    { wrong: '走访企业53家⟦,⟧解决困难12个⟦;⟧回访9家。', right: '走访企业53家，解决困难12个；回访9家。' },
    { wrong: '推进⟦"⟧一件事⟦"⟧改革⟦.⟧', right: '推进“一件事”改革。' },
    { wrong: '学习⟦<<信访工作条例>>⟧。', right: '学习《信访工作条例》。' },
    { wrong: '读卡尔⟦.⟧马克思的著作。', right: '读卡尔·马克思的著作。' },
    { wrong: '乡镇⟦(⟧街道⟦)⟧。', right: '乡镇（街道）。' },
    { right: '共1,234户，比例1:3，详见http://a.cn/b?c=1,2；Excel, Word均可。' },
    { right: '会议于9:30开始，A.B两组参加，合计3.5万元。&nbsp;' },
    { right: '1.严格管理。' },
    {
      wrong: '走访企业53家⟦,⟧解决困难12个⟦,⟧回访9家⟦,⟧建档53份⟦,⟧全部办结⟦.⟧',
      right: '走访企业53家，解决困难12个，回访9家，建档53份，全部办结。',
    },
    { wrong: '办好⟦"⟧一件事⟦"⟧，落实⟦"⟧双公示⟦"⟧。', right: '办好“一件事”，落实“双公示”。' },
    { wrong: "坚持⟦'两手抓'⟧，推进改革。", right: '坚持“两手抓”，推进改革。' },
  ],
  check({ blocks }, context) {
    for (const { paragraph, start } of blocks) {
      for (const { range, right, others, mild, quote, group } of foundIn(paragraph)) {
        context.report({
          range: [range[0] + start, range[1] + start],
          message: quote ?? 'half',
          data: { right },
          group,
          ...(mild && { severity: 'hint' }),
          ...(others ? { suggestions: [right, ...others] } : { fix: right }),
        });
      }
    }
  },
});
