import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import { isChinese, isHan } from './_text.ts';

const DASH = /(?:--+|－－+|──+|―{1,2}|—－|－—|———+)/g;
/** Not behind a number that opens a line or clause: “三．抓保障” is an ordinal. */
const INTERPUNCT = /(?<!(?:^|\P{Script=Han}|第)[一二三四五六七八九十]{1,3})[•・‧∙●．](?=\p{Script=Han})/gu;

/** 破折号 is “——”; the dot in a foreign name is “·”. */
export default defineRule({
  id: 'punctuation/dash',
  messages: { dash: 'hint', interpunct: 'hint' },
  basis: 'GB/T 15834—2011 4.10、4.14',
  scope: 'paragraph',
  examples: [
    { wrong: '突出一条主线⟦--⟧高质量发展。', right: '突出一条主线——高质量发展。' },
    { wrong: '伊万⟦•⟧彼得罗夫来访。', right: '伊万·彼得罗夫来访。' },
    { right: '突出一条主线——高质量发展；京—沪线；参数--help。' },
    { right: '•加强学习' },
    { right: '三．抓保障' },
    { right: '要求如下：一．抓苗木；十二．抓水源。' },
  ],
  check({ text }, context) {
    for (const { 0: found, index } of allMatches(text, DASH)) {
      const [before, after] = [text[index - 1], text[index + found.length]];
      if (!isChinese(before) || !isChinese(after) || found.length > 8) continue;
      context.report({ range: [index, index + found.length], message: 'dash', group: 'dash', fix: '——' });
    }
    for (const { 0: found, index } of allMatches(text, INTERPUNCT)) {
      if (!isHan(text[index - 1])) continue;
      context.report({
        range: [index, index + found.length],
        message: 'interpunct',
        data: { mark: found },
        group: found,
        fix: '·',
      });
    }
  },
});
