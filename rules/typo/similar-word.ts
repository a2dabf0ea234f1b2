import { defineRule } from '../../lib/engine/rule.ts';
import { reportCorrections } from './_corrections.ts';
import { similarWord } from './_similar-words.ts';

/** Words that sound alike and differ in meaning: 做 and 作, 在 and 再, 权利 and 权力…. */
export default defineRule({
  id: 'typo/similar-word',
  messages: {
    zuo: 'warning',
    zai: 'warning',
    ta: 'warning',
    zhiding: 'warning',
    quanli: 'warning',
    jiezhi: 'warning',
    heyu: 'warning',
    xiang: 'warning',
    na: 'warning',
    yi: 'warning',
  },
  scope: 'document',
  examples: [
    { wrong: '各单位要⟦在⟧接再厉，争取更大成绩。', right: '各单位要再接再厉，争取更大成绩。' },
    { right: '党员享有表决权、选举权，行使权利，履行义务。' },
    { wrong: '要充分发挥党支部的战斗堡垒⟦做⟧用。', right: '要充分发挥党支部的战斗堡垒作用。' },
    { wrong: '做好军属和其⟦她⟧优抚对象的服务保障工作。', right: '做好军属和其他优抚对象的服务保障工作。' },
    {
      wrong: '出台了《青溪县防汛应急预案》，修⟦定⟧完善各项制度。',
      right: '出台了《青溪县防汛应急预案》，修订完善各项制度。',
    },
    { wrong: '要加强对权⟦利⟧运行的制约和监督。', right: '要加强对权力运行的制约和监督。' },
    { wrong: '报名截⟦至⟧时间为三月十日。', right: '报名截止时间为三月十日。' },
    { wrong: '积极参⟦和⟧全球治理体系改革和建设。', right: '积极参与全球治理体系改革和建设。' },
    { wrong: '这种现⟦像⟧在基层普遍存在。', right: '这种现象在基层普遍存在。' },
    { wrong: '⟦哪⟧时候条件很差，大家都住在窑洞里。', right: '那时候条件很差，大家都住在窑洞里。' },
    { wrong: '各项准备工作⟦以⟧经就绪。', right: '各项准备工作已经就绪。' },
  ],
  check(document, context) {
    reportCorrections(document, context, (wrong, right, { range }) => {
      const explanation = similarWord(wrong, right, document.text[range[0] - 1] ?? '');
      return explanation && { sure: explanation, doubtful: explanation };
    });
  },
});
