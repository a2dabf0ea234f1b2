import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';

/** “1，120亿元”: a full-width comma between the thousands of one number. */
const THOUSANDS =
  /(?<![\d，.．第、])\d{1,3}(?:，\d{3})+(?=[万亿千]?[元户人吨亩件个家台株]|[万亿]?(?:美元|公斤|平方|公里|千瓦|米))/g;

/** Figures are grouped by a thin space or “,”, never by the comma of a sentence. */
export default defineRule({
  id: 'number/thousands-mark',
  messages: { comma: 'warning' },
  scope: 'paragraph',
  basis: 'GB/T 15835—2011 5.1.1',
  examples: [
    { wrong: '人均可支配收入⟦12，500⟧元。', right: '人均可支配收入12500元。' },
    { wrong: '粮食产量⟦33，212⟧万吨。', right: '粮食产量33212万吨。' },
    { right: '人均可支配收入12,500元，第1，200户脱贫；共3处，120人参加。' },
    { right: '排查隐患23处，320户居民受益。' },
  ],
  check({ text }, context) {
    if (!text.includes('，')) return;
    for (const { 0: written, index } of allMatches(text, THOUSANDS)) {
      context.report({
        range: [index, index + written.length],
        message: 'comma',
        group: 'comma',
        suggestions: [written.replaceAll('，', ''), written.replaceAll('，', ',')],
      });
    }
  },
});
