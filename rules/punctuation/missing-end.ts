import type { Block, Document, Paragraph, Role } from '../../lib/document/types.ts';
import { defineRule, perParagraph } from '../../lib/engine/rule.ts';
import type { Severity } from '../../lib/engine/types.ts';
import { breakBetween } from '../_broken-line.ts';

type Ending = 'ended' | 'open' | 'comma' | 'semicolon' | 'colon' | 'other';

/** Shortest running text without an end mark (UTF-16 units) that is surely no heading or list item. */
const RUNNING = 40;
/** A salutation or an address may end in a comma. */
const SHORTEST_CUT = 12;
/** Paragraphs that must show that this document does end its paragraphs with marks, and their share. */
const FEWEST_ENDED = 3;
const USUAL = 0.85;

/** What a speaker says in turn with others, and the head of minutes: “女：……，”, “参会人员：……”. */
const LABELLED =
  /^(?:[男女合众齐甲乙丙]|主持人|旁白|(?:会议)?(?:时间|地点|议题|主题)|(?:参会|参加|出席|列席|缺席|与会)(?:人员|单位)?|记录人?|主持)\s*[：:]/;

const endingOf = perParagraph(({ text, content, sentences, marker }: Paragraph): Ending => {
  const words = text.slice(content[0], content[1]);
  if (LABELLED.test(words)) return 'other';
  if (/；$/.test(words)) return 'semicolon';
  if (/：$/.test(words)) return 'colon';
  if (/[。！？…!?.；;：:—][”’）)》」】]*$/.test(words)) return 'ended';
  if (/[，、,]$/.test(words) && words.length >= SHORTEST_CUT && !marker) return 'comma';
  const hasSentence = sentences.length > 1 && sentences.some(({ end, range }) => end !== '' && range[1] - range[0] > 3);
  const running = hasSentence || (words.length >= RUNNING && words.includes('，') && !marker);
  if (!running || /^附件?\s*[\d一二三四五六七八九十]*[：:]|https?:/.test(words)) return 'other';
  if (/[，、,]$/.test(words)) return 'comma';
  return /[\p{Script=Han}\d%％”》]$/u.test(words) ? 'open' : 'other';
});

function endsItsParagraphs({ blocks }: Document): boolean {
  let ended = 0;
  let open = 0;
  for (const { paragraph, role } of blocks) {
    if (role !== 'body' && role !== 'heading') continue;
    const ending = endingOf(paragraph);
    if (ending === 'ended' || ending === 'semicolon' || ending === 'colon') ended++;
    if (ending === 'open' || ending === 'comma') open++;
  }
  return ended >= FEWEST_ENDED && (open === 1 || ended / (ended + open) >= USUAL);
}

/** A table or list that follows explains why a line ends without a mark; so does a text cut off by the field. */
const isFollowedByItem = (block: Block, { blocks }: Document) =>
  blocks[block.index + 1]?.paragraph.marker !== undefined && block.paragraph.marker === undefined;

const neighbour = ({ blocks }: Document, { index }: Block, step: 1 | -1): Block | undefined => {
  let at = index + step;
  while (blocks[at]?.role === 'blank') at += step;
  return blocks[at];
};

/** Parts of a document that go on from nothing before them. */
const APART: ReadonlySet<Role> = new Set(['signature', 'date', 'closing', 'attachment', 'title', 'letterhead']);
const hasSentences = ({ sentences }: Paragraph) => sentences.length > 1;
/** What is of one list with a paragraph that ends in a semicolon. */
const isOfList = ({ paragraph, role }: Block) =>
  role === 'blank' ||
  paragraph.marker !== undefined ||
  paragraph.enumeration.length > 0 ||
  /[；：;:]$/.test(paragraph.text.trimEnd());

/** How sure it is that nothing goes on from the semicolon that ends a paragraph. */
function isLastOfList(block: Block, document: Document): Severity | undefined {
  const next = neighbour(document, block, 1);
  if (!next || APART.has(next.role)) return 'warning';
  const { heading, marker } = next.paragraph;
  const own = block.paragraph.heading?.level ?? 0;
  if (heading && marker && own > heading.level) return 'warning';
  const before = neighbour(document, block, -1);
  const isProse = hasSentences(block.paragraph) && !isOfList(next) && !isItem(block) && !(before && isOfList(before));
  return isProse ? 'hint' : undefined;
}
const isItem = ({ paragraph }: Block) => paragraph.marker !== undefined || paragraph.enumeration.length > 0;

/** Whether the text, or what stands above its signature, ends in the colon that ends a paragraph. */
function isIdleColon(block: Block, document: Document): boolean {
  const next = neighbour(document, block, 1);
  const ends = !next || next.role === 'signature' || next.role === 'date';
  return ends && block.paragraph.text.length >= SHORTEST_CUT;
}

/** A paragraph of running text whose last sentence has no end mark. */
export default defineRule({
  id: 'punctuation/missing-end',
  messages: { missing: 'warning', comma: 'warning', semicolon: 'warning', colon: 'warning' },
  notes: ['insert'],
  basis: 'GB/T 15834—2011 4.1',
  scope: 'document',
  examples: [
    {
      right:
        '联欢会主持词\n男：尊敬的各位领导。\n女：亲爱的同事和家属朋友们，大家守着炉火，\n合：大家晚上好！\n走访企业53家。\n帮办事项12件。',
    },
    {
      wrong:
        '工作总结\n一年来，全所工作平稳。\n（一）抓学习。坚持每周集中学习，氛围日益浓⟦厚⟧\n（二）抓监管。检查企业53家。\n（三）抓服务。帮办事项12件。',
      right:
        '工作总结\n一年来，全所工作平稳。\n（一）抓学习。坚持每周集中学习，氛围日益浓厚。\n（二）抓监管。检查企业53家。\n（三）抓服务。帮办事项12件。',
    },
    {
      wrong: '工作总结\n一年来，全所工作平稳。\n抓监管。检查企业53家⟦，⟧\n抓学习。每周学习。\n抓服务。帮办事项12件。',
      right: '工作总结\n一年来，全所工作平稳。\n抓监管。检查企业53家。\n抓学习。每周学习。\n抓服务。帮办事项12件。',
    },
    {
      wrong:
        '工作总结\n一年来，全所工作平稳。\n抓监管。检查企业53家。\n抓学习。每周学习。\n以上报告，请各位领导批评指正⟦，⟧',
      right:
        '工作总结\n一年来，全所工作平稳。\n抓监管。检查企业53家。\n抓学习。每周学习。\n以上报告，请各位领导批评指正。',
    },
    {
      wrong: '工作总结\n一年来，全所工作平稳。\n（一）抓学习；\n（二）抓监管⟦；⟧\n青石镇市场监管所\n2024年3月5日',
      right: '工作总结\n一年来，全所工作平稳。\n（一）抓学习；\n（二）抓监管。\n青石镇市场监管所\n2024年3月5日',
    },
    {
      wrong: '工作总结\n一年来，全所工作平稳。\n检查企业53家，处理投诉12件。\n下一步将继续做好各项服务工作⟦：⟧',
      right: '工作总结\n一年来，全所工作平稳。\n检查企业53家，处理投诉12件。\n下一步将继续做好各项服务工作。',
    },
    {
      right:
        '工作总结\n一年来，全所工作平稳。主要做法有三点：\n一是抓学习；\n二是抓监管；\n三是抓服务。\n现将情况报告如下：\n检查企业53家。',
    },
    { right: '工作总结\n一年来，全所工作平稳。\n一、抓学习\n每周学习。\n二、抓监管\n检查企业53家。' },
    {
      right:
        '工作总结\n一年来，全所工作平稳。\n（一）抓学习。坚持每周集中学习，大家深入田间地头，走访农户，解决群众急难愁盼问\n题32件。\n（二）抓监管。检查企业53家。\n（三）抓服务。帮办事项12件。',
    },
    { right: '第一行没有句号，这是一段很长很长的在字段里刚刚输入到一半的文字，还没有写完呢所以不报' },
  ],
  check(document, context) {
    if (!endsItsParagraphs(document)) return;
    for (const block of document.blocks) {
      if (block.role !== 'body' && block.role !== 'heading' && block.role !== 'closing') continue;
      const ending = endingOf(block.paragraph);
      const end = block.start + block.paragraph.content[1];
      if (ending === 'comma') context.report({ range: [end - 1, end], message: 'comma', suggestions: ['。'] });
      if (ending === 'semicolon') {
        const severity = isLastOfList(block, document);
        if (severity) context.report({ range: [end - 1, end], message: ending, severity, suggestions: ['。'] });
      }
      if (ending === 'colon' && isIdleColon(block, document)) {
        context.report({ range: [end - 1, end], message: ending, suggestions: ['。'] });
      }
      if (ending !== 'open' || isFollowedByItem(block, document)) continue;
      if (breakBetween(block, document.blocks[block.index + 1], context)) continue;
      context.report({
        range: [end - 1, end],
        message: 'missing',
        suggestions: [{ message: 'insert', fix: { range: [end, end], text: '。' } }],
      });
    }
  },
});
