import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';

/** What opens a sentence of its own: “会议要求，”, “下面，我将……”, “总之，”. */
const OPENING =
  /，(?=(?:会议|会上)?(?:会议(?:要求|强调|指出|认为|明确|决定)|总之|综上(?:所述)?|总的来看|总的来说|下面|接下来|现将[^，。；：\n]{2,30}(?:如下))(?:，|我|就|：))/g;
/** UTF-16 units from the start of the sentence on: a short lead-in may be parted from it by a comma. */
const SHORTEST = 30;
/** “根据……，会议决定，”: an adverbial that belongs to what follows. */
const ADVERBIAL =
  /^(?:根据|按照|针对|对|对于|关于|为|为了|经|在|由于|鉴于|就|围绕|结合|通过|随着|听取|审议|如果|但|而)/;

/** A comma where the sentence is over and another one begins. */
export default defineRule({
  id: 'punctuation/comma-for-stop',
  messages: { stop: 'hint' },
  basis: 'GB/T 15834—2011 4.1',
  scope: 'paragraph',
  examples: [
    {
      wrong:
        '这次动员部署会统一了思想、明确了任务，是对前一阶段护林防火专项行动成果的巩固和深入推进⟦，⟧会议要求，要压实责任。',
      right:
        '这次动员部署会统一了思想、明确了任务，是对前一阶段护林防火专项行动成果的巩固和深入推进。会议要求，要压实责任。',
    },
    {
      wrong: '一年来，在县委坚强领导下，全局上下团结一心，较好地完成了全年各项目标任务⟦，⟧下面，我将履职情况报告如下。',
      right: '一年来，在县委坚强领导下，全局上下团结一心，较好地完成了全年各项目标任务。下面，我将履职情况报告如下。',
    },
    { right: '会议听取了青溪镇关于护林防火工作的汇报，会议要求，要压实责任。' },
    {
      right:
        '统一了思想、明确了任务，压实了各镇各部门的责任。根据对近年来全县气候变化情况的跟踪分析，会议认为，形势依然严峻。',
    },
  ],
  check({ text, sentences }, context) {
    for (const { index } of allMatches(text, OPENING)) {
      const sentence = sentences.find(({ range }) => range[0] <= index && index < range[1]);
      const words = text.slice(sentence?.range[0] ?? 0, index);
      const clause = words.slice(words.lastIndexOf('，') + 1);
      if (words.length < SHORTEST || ADVERBIAL.test(clause)) continue;
      context.report({ range: [index, index + 1], message: 'stop', suggestions: ['。'] });
    }
  },
});
