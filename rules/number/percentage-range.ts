import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';

const RANGE = /(?<![\d.%％\-—~～A-Za-z])(\d{1,3}(?:\.\d+)?)([~～\-－—–]{1,2}|至)(\d{1,3}(?:\.\d+)?)[%％](?!\d)/g;

/** Both ends of a range of percentages have their sign: 10%～20%. */
export default defineRule({
  id: 'number/percentage-range',
  messages: { sign: 'hint' },
  scope: 'paragraph',
  basis: 'GB/T 15835—2011 5.1.3',
  examples: [
    { wrong: '增长⟦10-20%⟧。', right: '增长10%～20%。' },
    { wrong: '下调⟦5至8%⟧。', right: '下调5%至8%。' },
    { right: '增长10%～20%，比分3-5，占20%。' },
  ],
  check({ text }, context) {
    if (!/[%％]/.test(text)) return;
    for (const match of allMatches(text, RANGE)) {
      const [whole, from, mark, to] = match;
      if (Number(from) >= Number(to)) continue;
      const sign = whole.at(-1)!;
      const right = `${from}${sign}${mark === '至' ? '至' : '～'}${to}${sign}`;
      context.report({
        range: [match.index, match.index + whole.length],
        message: 'sign',
        data: { right },
        suggestions: [right],
      });
    }
  },
});
