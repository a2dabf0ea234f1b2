import { defineRule } from '../../lib/engine/rule.ts';
import { reportDoublings } from './_doublings.ts';

/** A character typed twice: neither doubled by the language (天天, 往往) nor shared by two words that meet (委员会会议). */
export default defineRule({
  id: 'repetition/doubled-character',
  messages: { doubled: 'error', 'maybe-doubled': 'warning' },
  scope: 'paragraph',
  examples: [
    { wrong: '工作中⟦还还⟧存在差距。', right: '工作中还存在差距。' },
    { wrong: '进一步⟦提提⟧高了服务⟦的的⟧质量。', right: '进一步提高了服务的质量。' },
    { wrong: '群众满意度⟦不不⟧断提升，取得⟦了了⟧成效。', right: '群众满意度不断提升，取得了成效。' },
    { wrong: '我们⟦要要⟧认真⟦落落⟧实会议精神。', right: '我们要认真落实会议精神。' },
    { wrong: '⟦推推⟧进项目建设，⟦压压⟧实责任，⟦改改⟧进作风。', right: '推进项目建设，压实责任，改进作风。' },
    { wrong: '学生办完报到⟦手手⟧续，学校⟦营营⟧造良好环境。', right: '学生办完报到手续，学校营造良好环境。' },
    { wrong: '监测对象35户105⟦人人⟧。', right: '监测对象35户105人。' },
    { right: '在县委、县政府坚强领导和市市场监督管理局有力指导下，向县县域医共体拨款。' },
    { right: '这38票，票票烫手，人情是根根。' },
    { right: '这件事总算了了，我们终于了了乡亲的心愿。' },
    { right: '105人人均增收2000元，3类18项项目开工。' },
    { right: '局党组组织学习，市市场监管局和清溪区区管企业参加委员会会议。' },
    { right: '为了了解情况，达到目的的同时，也存在在册人员不足的问题。' },
    { right: '的的确确、实实在在地天天走访，刚刚和妈妈、张丽丽一一核对。' },
    { right: '履行行政职责，做好工作作风建设，实行行业自律。' },
    { right: '学而时习之，不亦说乎；三三两两、比比皆是、步步为营。' },
    { right: '他暗暗下定决心，稍稍改善，单单去年一年就走访区区小事三百件。' },
    { right: '会场死气沉沉，发言泛泛而谈；田野绿油油，大家散散步、读读书，打开一篇篇报道。' },
    { right: '不能只做做样子、装装样子，要压压担子、打打招呼；大家面面相觑，却个个争先。' },
    { right: '他是本地大学大学生，经济社会会有新的变化，使用用图形表示的方法。' },
    { right: '村村通工程让家家户户受益，大家死心塌地地跟着干。' },
  ],
  check: (paragraph, context) => reportDoublings(paragraph, context, ({ size }) => size === 1),
});
