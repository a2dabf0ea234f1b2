import { defineRule } from '../../lib/engine/rule.ts';
import { variantsOf } from './_known.ts';
import { reportRarer } from './_mentions.ts';

/** So often the usual form must stand for each of the other ones, and so often that it surely is a name. */
const USUAL = 2;
const SURE = 3;

/** A place, a unit, a campaign, written in one place with another character of the same sound. */
export default defineRule({
  id: 'consistency/proper-name',
  messages: { name: 'warning' },
  notes: ['usual'],
  scope: 'document',
  quotedToo: true,
  examples: [
    {
      wrong: '石磨湾林场建成防火道二十公里。\n石磨湾林场的瞭望塔换了新设备。\n⟦石磨弯林场⟧参加了演练。',
      right: '石磨湾林场建成防火道二十公里。\n石磨湾林场的瞭望塔换了新设备。\n石磨湾林场参加了演练。',
    },
    {
      wrong: '“清流行动”三月启动。\n“清流行动”志愿者有三百人。\n⟦清留行动⟧十一月结束。',
      right: '“清流行动”三月启动。\n“清流行动”志愿者有三百人。\n清流行动十一月结束。',
    },
    {
      wrong: '同惠康医养中心签约。\n惠康医养中心派车接送。\n⟦慧康医养中心⟧提供餐食。',
      right: '同惠康医养中心签约。\n惠康医养中心派车接送。\n惠康医养中心提供餐食。',
    },
    { right: '青石镇建成步道。\n青石镇改造公园。\n青石村栽植乔木。' },
    { right: '柳溪河水质改善。\n柳溪河两岸建成步道。\n东溪河清淤。' },
    { right: '上海市同我县结对。\n上海市派出专家。\n上海是对口城市。' },
  ],
  check(document, context) {
    for (const { usual, rare } of variantsOf(document, context.words)) {
      if (usual.length < USUAL * rare.length) continue;
      reportRarer(context, usual, rare, { message: 'name', ...(usual.length < SURE && { severity: 'hint' }) });
    }
  },
});
