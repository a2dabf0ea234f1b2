import { defineRule } from '../../lib/engine/rule.ts';

/** 第一、第二、第三产业: a series of ordinals, no marks of one. */
const ORDINAL_FOLLOWS = /^(?:第|[一二三四五六七八九十]{1,2}(?:[、和及]|季|个|次|批|条|款|项|产))/;

/** “第一、”: an ordinal that opens a clause takes a comma. */
export default defineRule({
  id: 'punctuation/ordinal-mark',
  messages: { comma: 'hint' },
  basis: 'GB/T 15834—2011 4.4.3.4',
  scope: 'paragraph',
  examples: [
    { wrong: '第一⟦、⟧加强领导。第二⟦、⟧压实责任。', right: '第一，加强领导。第二，压实责任。' },
    { right: '第一、第二产业稳步增长。' },
    { right: '第一，加强领导。第二，压实责任。' },
  ],
  check({ text, enumeration }, context) {
    for (const { style, marker } of enumeration) {
      if (style !== 'di' && style !== 'qi' && style !== 'shouxian') continue;
      const at = style === 'shouxian' ? marker[1] : marker[1] - 1;
      if (text[at] !== '、' || ORDINAL_FOLLOWS.test(text.slice(at + 1, at + 5))) continue;
      context.report({ range: [at, at + 1], message: 'comma', suggestions: ['，'] });
    }
  },
});
