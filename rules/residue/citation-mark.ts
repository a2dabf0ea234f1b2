import { allMatches } from '../../lib/document/matches.ts';
import type { Range } from '../../lib/document/types.ts';
import { defineRule, perParagraph } from '../../lib/engine/rule.ts';

/** “[2]”, “[2][3]”, “[1-3]” behind a Chinese character or a mark, as an encyclopaedia or a paper writes them. */
const MARK =
  /\[\d{1,2}(?:[-–,，、]\d{1,2}){0,4}\](?:\[\d{1,2}\]){0,4}(?<=[\p{Script=Han}，。；：、”）》%]\[[\d\][\-–,，、]{1,30}\])(?!\s*号)/gu;
/** The list that such marks point to: its heading, or its entries. */
const REFERENCES = /^\s*(?:参考文献|参考资料|引用文献|注释|注)[：:]?\s*$|^\s*\[\d{1,2}\]/;

const marksIn = perParagraph(({ text }) => (text.includes('[') ? allMatches(text, MARK) : []));
const isReference = perParagraph(({ text }) => REFERENCES.test(text));

/** Numbers of sources that came along with a text, while the list of sources did not. */
export default defineRule({
  id: 'residue/citation-mark',
  messages: { mark: 'warning' },
  scope: 'document',
  quotedToo: true,
  examples: [
    { wrong: '青石镇地处青溪县北部，面积83平方公里。⟦[2][3]⟧', right: '青石镇地处青溪县北部，面积83平方公里。' },
    { wrong: '研究表明⟦[1]⟧，坚持运动有利于健康。', right: '研究表明，坚持运动有利于健康。' },
    { right: '研究表明[1]，坚持运动有利于健康。\n参考文献\n[1] 喻文澜. 运动与健康[J]. 青溪学报, 2031(2).' },
    { right: '依据青政发[2031]8号文件，按[甲]类管理，数组a[0]置零。' },
  ],
  check({ blocks }, context) {
    if (blocks.some(({ paragraph }) => isReference(paragraph))) return;
    for (const { paragraph, start } of blocks) {
      for (const { 0: mark, index } of marksIn(paragraph)) {
        const range: Range = [start + index, start + index + mark.length];
        context.report({ range, message: 'mark', data: { mark }, fix: '' });
      }
    }
  },
});
