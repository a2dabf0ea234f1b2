import { defineRule } from '../../lib/engine/rule.ts';

/** “他说：“……好””: at the end of its paragraph, a sentence that is quoted whole and has no mark of its own. */
const OPEN_END =
  /(?:[说道问答讲喊]|表示|写道|感慨|坦言|指出|强调|嘱咐|告诉[^，。：]{1,8})：“([^“”]{6,200}[\p{Script=Han}\d])”[\s\u3000]*$/u;
/** A slogan or a name is no sentence. */
const IS_SENTENCE = /，|^[我你他她这那咱]|[了的吧吗呢啊]$/;

/** A quoted sentence that ends its paragraph without a mark, inside or outside. */
export default defineRule({
  id: 'punctuation/quoted-sentence-end',
  messages: { missing: 'warning' },
  notes: ['insert'],
  basis: 'GB/T 15834—2011 4.1',
  scope: 'paragraph',
  quotedToo: true,
  examples: [
    { wrong: '老人拉着他的手说：“路修好了，出门方便多⟦了⟧”', right: '老人拉着他的手说：“路修好了，出门方便多了。”' },
    { right: '老人拉着他的手说：“路修好了，出门方便多了。”' },
    { right: '门口的牌子上写道：“青石镇护林工作站”' },
  ],
  check({ text }, context) {
    if (!/”[\s\u3000]*$/.test(text.slice(-8))) return;
    const match = OPEN_END.exec(text);
    if (!match || !IS_SENTENCE.test(match[1]!)) return;
    const end = text.lastIndexOf('”');
    context.report({
      range: [end - 1, end],
      message: 'missing',
      suggestions: [{ message: 'insert', fix: { range: [end, end], text: '。' } }],
    });
  },
});
