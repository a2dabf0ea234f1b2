/** What stays behind of the place a text was taken from: sites, chat-bots, editors, printed pages. */
import {
  atBlock,
  atMatch,
  atWord,
  blockRange,
  filledBlocks,
  isBody,
  lineBefore,
  lineBehind,
  type Mistake,
  type Planter,
  pick,
  type Random,
} from './mistake.ts';

/** A line behind a paragraph, or behind all. */
const lineBelow =
  (...lines: string[]): Planter =>
  (clean, random) =>
    atBlock(isBody, (block) => lineBehind(block, pick(lines, random)!))(clean, random);
const lineAtEnd =
  (...lines: string[]): Planter =>
  (clean, random) =>
    lineBehind(filledBlocks(clean).at(-1)!, pick(lines, random)!);
const lineAtStart =
  (...lines: string[]): Planter =>
  (clean, random) =>
    lineBefore(filledBlocks(clean)[0]!, pick(lines, random)!);

/** Something before or behind the end mark of a sentence. */
const beforeStop = (...remnants: string[]): Planter =>
  atMatch(/(?<=[\u4E00-\u9FFF]{3})[，。；]/g, ([mark], random) => pick(remnants, random)! + mark);
const behindStop = (...remnants: string[]): Planter =>
  atMatch(/(?<=[\u4E00-\u9FFF]{3})。/g, ([mark], random) => mark + pick(remnants, random)!);

const insideWord = (text: string, random: Random, ...blanks: string[]): string => {
  const at = 1 + Math.floor(random() * (text.length - 1));
  return text.slice(0, at) + pick(blanks, random)! + text.slice(at);
};

/** 来源：××网. */
export const siteSource: Planter = lineAtEnd('来源：公文写作网', '文章来源：范文大全网', '（来源：网络，侵删）');
/** www.… */
export const siteAddress: Planter = lineBelow(
  'www.fanwenku.example.com',
  '更多范文：http://www.gongwen.example.cn/list/12.html',
);
/** 更多精彩内容请关注公众号. */
export const siteSlogan: Planter = lineAtEnd(
  '更多精彩内容，请关注公众号“公文写作”',
  '本文由文秘之家整理发布',
  '点击下载原文档',
);
/** 上一篇、下一篇: the links below an article. */
export const siteLinks: Planter = lineAtEnd(
  '上一篇：办公室年度总结  下一篇：支部工作计划',
  '相关推荐：',
  '打印本页 关闭窗口',
);
/** 责任编辑：… */
export const siteEditor: Planter = lineAtEnd('（责任编辑：admin）', '编辑：小文', '阅读：1024次');
/** 发布时间：… 浏览次数：… */
export const siteHead: Planter = lineAtStart('发布时间：2024-03-05 浏览次数：318', '首页 > 范文 > 工作总结');
/** 好的，以下是…: how a chat-bot begins. */
export const chatOpening: Planter = lineAtStart(
  '好的，以下是为您撰写的工作总结：',
  '当然可以！以下是一篇符合要求的范文：',
  '根据您的要求，我为您生成了以下内容：',
);
/** 希望对您有帮助！: how it ends. */
export const chatClosing: Planter = lineAtEnd(
  '希望对您有帮助！',
  '如果您需要进一步修改，请随时告诉我。',
  '以上内容仅供参考，您可以根据实际情况进行调整。',
);
/** 作为人工智能助手，…: it speaks of itself. */
export const chatSelf: Planter = lineBelow('作为一个人工智能语言模型，我无法获取贵单位的具体数据，请您自行补充。');
/** 注：以上数据为示例. */
export const chatNote: Planter = lineAtEnd('（注：以上数据为示例，请根据实际情况替换。）', '字数统计：约1200字');
/** 修改说明：… */
export const revisionNote: Planter = lineBelow(
  '修改说明：此段按领导意见作了压缩。',
  '修改意见：这里再展开写一写',
  '审稿意见：语言还需精练',
);
/** （与前文重复）: a remark of a reader in the text. */
export const revisionRemark: Planter = beforeStop('（与前文重复）', '（建议删除）', '（此处再核实）', '（这句不通顺）');
/** 【批注：…】. */
export const comment: Planter = beforeStop('【批注：数据要核实】', '[王主任：改一下]', '（批注1：换个说法）');
/** [2]: the mark of a citation. */
export const citationMark: Planter = beforeStop('[1]', '[2]', '［3］', '[12]');
/** [2][3]. */
export const citationMarks: Planter = beforeStop('[1][2]', '[2-4]', '[3,5]');
/** 【4†source】 and the like. */
export const chatCitation: Planter = beforeStop('【4†source】', '[^1]', ':contentReference[oaicite:0]{index=0}');
/** [编辑]. */
export const editLink: Planter = behindStop('[编辑]', '[查看详情]', '[展开全文]');
/** **重点**. */
export const markdownBold: Planter = atWord(
  ({ text }) => text.length >= 2,
  ({ text }) => `**${text}**`,
);
/** ## before a heading. */
export const markdownHeading: Planter = atBlock(
  ({ role }) => role === 'heading' || role === 'title',
  ({ start, paragraph }): Mistake => ({
    range: [start + paragraph.content[0], start + paragraph.content[0]],
    text: '## ',
  }),
);
/** - before a paragraph. */
export const markdownItem: Planter = atBlock(
  isBody,
  ({ start, paragraph }, random): Mistake => ({
    range: [start + paragraph.content[0], start + paragraph.content[0]],
    text: pick(['- ', '* ', '• '], random)!,
  }),
);
/** A rule of dashes on a line. */
export const markdownRule: Planter = lineBelow('---', '***', '```');
/** <p>, <br>. */
export const htmlTag: Planter = behindStop('<br>', '</p>', '<br/>', '</span>');
/** &nbsp;. */
export const htmlEntity: Planter = behindStop('&nbsp;', '&nbsp;&nbsp;', '&ldquo;');
/** \n as two characters. */
export const escapedBreak: Planter = behindStop('\\n', '\\r\\n', '\\t');
const brokenAt = (pattern: RegExp): Planter =>
  atMatch(pattern, ({ index }, _, { document }): Mistake | undefined => {
    const block = document.blocks.findLast(({ start }) => start <= index);
    return block && isBody(block) ? { range: [index, index], text: '\n' } : undefined;
  });
/** A line broken in mid-sentence, as a PDF copies. */
export const brokenLine: Planter = brokenAt(/(?<=[\u4E00-\u9FFF]{8})(?=[\u4E00-\u9FFF]{4})/g);
/** A line broken behind a comma. */
export const brokenBehindComma: Planter = brokenAt(/(?<=[\u4E00-\u9FFF]{4}，)(?=[\u4E00-\u9FFF]{4})/g);
/** 化工企 业: a blank inside a word. */
export const blankInWord: Planter = atWord(
  ({ text }) => text.length >= 2,
  ({ text }, random) => insideWord(text, random, ' '),
);
/** 意　识: a wide blank inside a word. */
export const wideBlankInWord: Planter = atWord(
  ({ text }) => text.length >= 2,
  ({ text }, random) => insideWord(text, random, '\u3000', '\u00A0'),
);
/** Blanks between words. */
export const blanksBetweenWords: Planter = atWord(
  ({ text }) => text.length >= 2,
  ({ text, range }, _, clean) => (/[\u4E00-\u9FFF]/.test(clean.text[range[1]] ?? '') ? `${text}  ` : undefined),
);
/** A zero-width character inside a word. */
export const zeroWidth: Planter = atWord(
  ({ text }) => text.length >= 2,
  ({ text }, random) => insideWord(text, random, '\u200B', '\uFEFF'),
);
/** 平台s建设: a letter of the input method. */
export const strayLetter: Planter = atWord(
  ({ text }) => text.length >= 2,
  ({ text }, random) => `${text}${pick(['s', 'd', 'g', 'z', 'n', 'h', ';'], random)}`,
);
const PARTICLES: Readonly<Record<string, string>> = {
  的: 'de',
  和: 'he',
  在: 'zai',
  是: 'shi',
  了: 'le',
  与: 'yu',
  对: 'dui',
};
/** 情况de报告: a syllable that was not turned into a character. */
export const strayPinyin: Planter = atWord(
  ({ text }) => PARTICLES[text] !== undefined,
  ({ text }) => PARTICLES[text],
);
/** A syllable left behind the word that it became. */
export const pinyinBehindWord: Planter = atWord(
  ({ text }) => text.length === 2,
  ({ text }, random) => `${text}${pick(["gong'z", 'jin', 'shi', 'zh'], random)}`,
);
/** - 3 -: the number of a page. */
export const pageNumber: Planter = lineBelow('- 3 -', '— 2 —', '第 3 页 共 5 页', '3');
/** A running head between two paragraphs. */
export const runningHead: Planter = atBlock(isBody, (block, _, clean) => {
  const title = clean.document.title?.paragraph.text.trim();
  return title ? lineBehind(block, `${title}　第3页`) : undefined;
});
/** 新建文档（终稿2）.docx. */
export const fileName: Planter = lineAtStart('工作总结（终稿2）.docx', '新建 DOCX 文档.docx', '总结-修改版-最终.doc');
/** 锟斤拷, �. */
export const unreadable: Planter = atWord(
  ({ text }) => text.length === 2,
  ({ text }, random) => pick(['锟斤拷', '\uFFFD\uFFFD', `${text[0]}\uFFFD`, '烫烫烫'], random),
);
/** 转发自…: the head of a message. */
export const messageHead: Planter = lineAtStart('转发：年度总结', '发件人：办公室', '李主任您好，材料发您，请审阅。');
/** ✅ and other signs of a chat. */
export const pictograph: Planter = atBlock(
  isBody,
  ({ start, paragraph }, random): Mistake => ({
    range: [start + paragraph.content[0], start + paragraph.content[0]],
    text: pick(['✅', '👉', '📌 '], random)!,
  }),
);
/** 如图所示 without a picture. */
export const pictureLost: Planter = atBlock(isBody, (block, random): Mistake => {
  const end = blockRange(block)[1];
  return { range: [end, end], text: pick(['[图片]', '\n[图片]', '（图1）', '\n此处为图表'], random)! };
});
