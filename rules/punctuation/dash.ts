import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import { isChinese, isHan } from './_text.ts';

const DASH = /(?:--+|－－+|──+|―{1,2}|—－|－—|———+)/g;
const INTERPUNCT = /[•・‧∙●．](?=\p{Script=Han})/gu;

/** 破折号 is “——”; the dot in a foreign name is “·”. */
export default defineRule({
  id: 'punctuation/dash',
  severity: 'hint',
  basis: 'GB/T 15834—2011 4.10、4.14',
  scope: 'paragraph',
  examples: [
    { wrong: '突出一条主线⟦--⟧高质量发展。', right: '突出一条主线——高质量发展。' },
    { wrong: '伊万⟦•⟧彼得罗夫来访。', right: '伊万·彼得罗夫来访。' },
    { right: '突出一条主线——高质量发展；京—沪线；参数--help。' },
    { right: '•加强学习' },
  ],
  check({ text }, context) {
    for (const { 0: found, index } of allMatches(text, DASH)) {
      const [before, after] = [text[index - 1], text[index + found.length]];
      if (!isChinese(before) || !isChinese(after) || found.length > 8) continue;
      context.report({ range: [index, index + found.length], message: 'dash', fix: '——' });
    }
    for (const { 0: found, index } of allMatches(text, INTERPUNCT)) {
      if (!isHan(text[index - 1])) continue;
      context.report({ range: [index, index + found.length], message: 'interpunct', data: { mark: found }, fix: '·' });
    }
  },
});
