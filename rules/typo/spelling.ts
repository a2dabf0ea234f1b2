import { defineRule } from '../../lib/engine/rule.ts';
import { isSlip } from '../../lib/language/slips.ts';
import { reportCorrections } from './_corrections.ts';
import { isParticle, similarWord } from './_similar-words.ts';

const SOUND = { sure: 'sound', doubtful: 'maybe-sound' } as const;
const SHAPE = { sure: 'shape', doubtful: 'maybe-shape' } as const;
const CONTEXT = { sure: 'context', doubtful: 'maybe-context' } as const;

const WORDINGS = {
  'same-sound': SOUND,
  'near-sound': SOUND,
  shape: SHAPE,
  confusion: CONTEXT,
  context: CONTEXT,
} as const;

/** Characters and words mistaken for others, by the language model. */
export default defineRule({
  id: 'typo/spelling',
  messages: {
    sound: 'error',
    'maybe-sound': 'warning',
    shape: 'error',
    'maybe-shape': 'warning',
    context: 'error',
    'maybe-context': 'warning',
  },
  scope: 'document',
  examples: [
    { wrong: '全镇干部认真⟦惯⟧彻落实会议精神。', right: '全镇干部认真贯彻落实会议精神。' },
    { right: '2024年度述职报告\n青溪区园林所　祁向南\n一年来，全所同志团结一心，完成了各项任务。\n人手偏紧。' },
    { right: '清河镇召开安全生产工作会议，部署下一阶段任务。' },
    {
      wrong: '开展主题教育，主题党日办了三次。\n主题宣讲进了村。\n要压实企业主⟦题⟧责任，督促企业自查。',
      right: '开展主题教育，主题党日办了三次。\n主题宣讲进了村。\n要压实企业主体责任，督促企业自查。',
    },
    { right: '清住建〔2024〕37号' },
    { right: '镇里对新建（购）住房的农户给予补贴。' },
    { right: '驻村第一书记喻晖走访了脱贫户。' },
    { right: '推动中汤全面战略伙伴关系不断迈上新台阶。\n中方赞赏法方坚持一个中国原则。\n感谢加方给予的支持和帮助。' },
    { right: '患者面肌痉挛明显减轻，应激反应消失。\n做好盲板抽堵作业审批。\n箍筋间距符合设计要求。' },
    { right: '做到应罚尽罚、应统尽统。\n对存粮应储尽储。' },
    { right: '潮阳区人民政府办公室印发方案。\n益州区、泾县教育局总结了经验。' },
    { wrong: '严格执行中央八项规⟦走⟧精神。', right: '严格执行中央八项规定精神。' },
    {
      wrong: '一年来，在县委、县政府的坚强领⟦异⟧下，各项工作取得新成效。',
      right: '一年来，在县委、县政府的坚强领导下，各项工作取得新成效。',
    },
    { wrong: '引导群众移风易⟦属⟧。', right: '引导群众移风易俗。' },
    {
      wrong: '坚持以人民为中心的发展思想，始终把群众利益放在首⟦应⟧。',
      right: '坚持以人民为中心的发展思想，始终把群众利益放在首位。',
    },
    { wrong: '县里派出工⟦实⟧组深入企业调研。', right: '县里派出工作组深入企业调研。' },
    { wrong: '医护人员细心照⟦科⟧病人。', right: '医护人员细心照料病人。' },
    { wrong: '他们顶着⟦列⟧日抢收。', right: '他们顶着烈日抢收。' },
    { right: '我县地处山区，全县辖十一个乡镇，我镇镇区有三条主街。\n本院共开放病床六百二十张，全院职工一千一百余人。' },
    { right: '合同价款人民币壹佰贰拾叁万肆仟伍佰元整。\n占全部耕地的五分之二，第七次会议通过了第十四号决议。' },
  ],
  check(document, context) {
    reportCorrections(document, context, (wrong, right, { kind, range }) => {
      if (isSlip(kind) || isParticle(wrong, right)) return undefined;
      const before = document.text[range[0] - 1] ?? '';
      return similarWord(wrong, right, before) === undefined ? WORDINGS[kind] : undefined;
    });
  },
});
