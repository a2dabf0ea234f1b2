import { defineRule } from '../../lib/engine/rule.ts';

/** “要研究如何提高效率”: a question that is only the object. */
const INDIRECT =
  /^(?:我们|下一步|今后|会议)?(?:还|将|必须|应当?|需要?|重点|着重)?要?(?:认真|深入|重点|着重|进一步|共同)?(?:研究|探讨|思考|讨论|探索|琢磨|明确|分析)(?:了|如何|怎样|怎么|什么)/;
/** “有什么理由……呢。” */
const RHETORICAL = /难道|岂不|有什么(?:理由|资格|权利)|何尝不|怎么能/;

/** A question mark behind a statement, a full stop behind a question. */
export default defineRule({
  id: 'punctuation/question-mark',
  messages: { statement: 'hint', question: 'hint' },
  basis: 'GB/T 15834—2011 4.2',
  scope: 'paragraph',
  examples: [
    { wrong: '下一步，要认真研究如何提高窗口的服务效率⟦？⟧', right: '下一步，要认真研究如何提高窗口的服务效率。' },
    { wrong: '这样的作风，群众能满意吗⟦。⟧', right: '这样的作风，群众能满意吗？' },
    { right: '怎么办？只有靠改革。你也去？任务完成得怎么样？他问行不行。' },
    { right: '为什么能取得这样的成绩？关键在于凝聚了人心。' },
  ],
  check({ text, sentences }, context) {
    for (const { range, end } of sentences) {
      const words = text.slice(...range).trimEnd();
      const mark = range[0] + words.length - 1;
      if (end === '？' && words.endsWith('？')) {
        if (INDIRECT.test(words.slice(words.lastIndexOf('，') + 1)))
          context.report({ range: [mark, mark + 1], message: 'statement', suggestions: ['。'] });
      } else if (words.endsWith('吗。') || (words.endsWith('呢。') && RHETORICAL.test(words))) {
        context.report({ range: [mark, mark + 1], message: 'question', suggestions: ['？'] });
      }
    }
  },
});
