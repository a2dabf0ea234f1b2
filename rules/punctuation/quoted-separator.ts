import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';

const SEPARATED = /(?<=》)、(?=《)|(?<=”)、(?=“)/g;

/** “A”、“B” and 《A》、《B》: the marks already tell the items apart. */
export default defineRule({
  id: 'punctuation/quoted-separator',
  messages: { needless: 'hint' },
  basis: 'GB/T 15834—2011 4.5.3.5',
  scope: 'paragraph',
  examples: [
    { wrong: '学习《信访工作条例》⟦、⟧《地方志工作条例》。', right: '学习《信访工作条例》《地方志工作条例》。' },
    { wrong: '落实“双公示”⟦、⟧“双告知”。', right: '落实“双公示”“双告知”。' },
    { right: '学习《青溪志》第三卷、《柳塘志》（修订本）、《望江志》。' },
  ],
  check({ text }, context) {
    for (const { index } of allMatches(text, SEPARATED)) {
      context.report({ range: [index, index + 1], message: 'needless', group: 'needless', suggestions: [''] });
    }
  },
});
