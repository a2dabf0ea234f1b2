import type { Range } from '../../lib/document/types.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import { breakBetween } from '../_broken-line.ts';

/** A line break in mid-sentence, as it comes along when text is copied out of a PDF or an e-mail. */
export default defineRule({
  id: 'residue/broken-line',
  messages: { word: 'warning', phrase: 'warning', attribute: 'hint' },
  scope: 'document',
  examples: [
    {
      wrong: '工作总结\n一年来，全镇干部深入田间地头，走访农户，解决群众急难愁盼问⟦\n⟧题32件。\n下一步，继续努力。',
      right: '工作总结\n一年来，全镇干部深入田间地头，走访农户，解决群众急难愁盼问题32件。\n下一步，继续努力。',
    },
    {
      wrong: '工作总结\n我们坚持把群众满意作为检验各项工作成效的⟦\n⟧根本标准，推动服务下沉。\n下一步，继续努力。',
      right: '工作总结\n我们坚持把群众满意作为检验各项工作成效的根本标准，推动服务下沉。\n下一步，继续努力。',
    },
    {
      wrong:
        '工作总结\n我们坚持把群众满意作为检验各项工作的标准，不断提升能力，并且⟦\n⟧推动服务下沉。\n下一步，继续努力。',
      right: '工作总结\n我们坚持把群众满意作为检验各项工作的标准，不断提升能力，并且推动服务下沉。\n下一步，继续努力。',
    },
    { right: '会议纪要\n参加人员：喻文澜、祁向南、闻人静好、翟景、柳千帆\n列席人员：苏望舒\n会议决定，抓好落实。' },
    { right: '青石镇人民政府办公室工作总结\n一年来，全所工作平稳有序\n大家团结一心\n成效明显' },
    { right: '工作总结\n走访企业53家，协调解决用工、用地、融资等困难12个\n　　题目另拟，下一步继续努力。' },
  ],
  check({ blocks }, context) {
    for (const before of blocks) {
      const after = blocks[before.index + 1];
      const broken = breakBetween(before, after, context);
      if (!broken) continue;
      const range: Range = [before.start + before.paragraph.content[1], after!.start + after!.paragraph.content[0]];
      context.report({
        range,
        message: broken,
        ...(broken === 'attribute' ? { suggestions: [''] } : { fix: '' }),
        group: 'broken-line',
      });
    }
  },
});
