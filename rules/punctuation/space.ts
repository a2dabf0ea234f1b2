import { allMatches } from '../../lib/document/matches.ts';
import type { Paragraph, Range } from '../../lib/document/types.ts';
import { defineRule, perParagraph } from '../../lib/engine/rule.ts';

// The blank comes first in both patterns: to look behind from every place of the text takes many times longer.
const BETWEEN =
  /[ \u00a0\u2002-\u200a](?<=(?:\p{Script=Han}{2}|[，、；：。！？”》）%]).)(?=\p{Script=Han}{2}|[“《（])/gu;
const BESIDE_MARK =
  /[ \u00a0\u2002-\u200a](?<=[\p{Script=Han}”》）%].)[ \u00a0\u2002-\u200a]*(?=[，、；。！？：”》）])/gu;
/** A table row, a list of names, a form: blanks are its columns. */
const COLUMNS = /[\u3000\t]|[ \u00a0]{2}|^\s*第[一二三四五六七八九十百零〇0-9]+[章节条编]/;
/** A text of this length (UTF-16 units) with an end mark is prose. */
const PROSE = 30;
const blanksIn = perParagraph(({ text, content, marker }: Paragraph): readonly Range[] => {
  const start = marker ? marker.range[1] + 1 : content[0];
  const words = text.slice(content[0], content[1]);
  if (words.length < PROSE || !/[。；！？]/.test(words) || COLUMNS.test(words)) return [];
  return [...allMatches(text, BETWEEN), ...allMatches(text, BESIDE_MARK)]
    .map(({ 0: blank, index }): Range => [index, index + blank.length])
    .filter(([from, to]) => from >= start && to <= content[1])
    .sort((a, b) => a[0] - b[0]);
});

/** A blank between Chinese characters of running text. */
export default defineRule({
  id: 'punctuation/space',
  messages: { blank: 'warning' },
  scope: 'document',
  examples: [
    {
      wrong: '各街道（乡镇）要压实责任，全面落实各项防汛⟦ ⟧措施，确保群众生命财产安全。',
      right: '各街道（乡镇）要压实责任，全面落实各项防汛措施，确保群众生命财产安全。',
    },
    {
      wrong: '全年共走访企业五十三家⟦ ⟧，协调解决实际困难十二个，得到企业的一致好评。',
      right: '全年共走访企业五十三家，协调解决实际困难十二个，得到企业的一致好评。',
    },
    { right: '（一） 加强组织领导。各单位要高度重视，明确分工，压实责任，确保各项任务落到实处。' },
    { right: '会议由喻文澜主持，参加人员：翟　景、李　强、王小明。各科室负责人列席了会议，共二十三人。' },
    { right: '青溪镇 工作总结' },
    { right: '使用 Excel 表格统一填报，每周五前报送 2 份，由专人负责汇总，逾期不报的予以通报批评。' },
  ],
  check({ blocks }, context) {
    for (const { paragraph, start, role } of blocks) {
      if (role !== 'body' && role !== 'heading' && role !== 'closing') continue;
      const blanks = blanksIn(paragraph);
      for (const [from, to] of blanks) {
        const range: Range = [from + start, to + start];
        context.report({ range, message: 'blank', group: 'blank', fix: '' });
      }
    }
  },
});
