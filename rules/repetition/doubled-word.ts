import { defineRule } from '../../lib/engine/rule.ts';
import { reportDoublings } from './_doublings.ts';

/** A word or a phrase typed twice: what the language model and the words take for a slip of the hand. */
export default defineRule({
  id: 'repetition/doubled-word',
  messages: { doubled: 'error', 'maybe-doubled': 'warning' },
  scope: 'paragraph',
  examples: [
    { wrong: '选派⟦驻村驻村⟧工作队。', right: '选派驻村工作队。' },
    { wrong: '党建根基⟦更加更加⟧牢固。', right: '党建根基更加牢固。' },
    { wrong: '对检出的问题⟦依法依法⟧处理。', right: '对检出的问题依法处理。' },
    { wrong: '持续⟦优化营商环境优化营商环境⟧，服务企业。', right: '持续优化营商环境，服务企业。' },
    {
      right:
        '这件事要研究研究再定，只想吓唬吓唬他，脸晒得黝黑黝黑。\n茶水咕嘟咕嘟滚着，一群扑腾扑腾的鸡鸭，请大家帮衬帮衬我。',
    },
    { right: '他手一摆：“贷款？不贷不贷！”孩子们追着问：“后来呢后来呢？”' },
    { right: '党组组织学习，市市场监管局参加。' },
    { right: '一个一个问题解决，一户一户走访，一遍一遍核对。' },
    { right: '城管大队大队长到场，学校教师与大学大学生一起参加。' },
    { right: '2020年，全县3030户脱贫。' },
    { right: '请大家把问题梳理梳理，把新来的同志培训培训。你知道你知道，该交多少交多少。' },
    { right: '由“教教材”向“用教材教”转变，镇纪委监委监督执行，办事处处处为群众着想。' },
  ],
  check: (paragraph, context) => reportDoublings(paragraph, context, ({ size }) => size > 1),
});
